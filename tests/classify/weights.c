/* The file of learned weights as tables, read now or when heed was built. */

#include "classify/weights.h"

#include "classify/feature.h"
#include "classify/stemmer.h"

#include <string.h>

#define HEAD                                                                             \
  "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "                    \
  "xmlns:skos='http://www.w3.org/2004/02/skos/core#'>"
#define CONCEPT(id)                                                                      \
  "<skos:Concept rdf:about='t/" id "'><skos:prefLabel>" id "</skos:prefLabel>"           \
  "</skos:Concept>"

static Taxonomy *
make_taxonomy (void)
{
  static const gchar text[] =
      HEAD CONCEPT ("boats") CONCEPT ("harbours") CONCEPT ("fish") "</rdf:RDF>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  Taxonomy *taxonomy = taxonomy_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return taxonomy;
}

static Weights *
read_text (const gchar *text, GError **error)
{
  g_autoptr (Taxonomy) taxonomy = make_taxonomy ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return weights_new_from_bytes (bytes, taxonomy, error);
}

static guint64
hash_of (const gchar *stem)
{
  return stem_hash (stem, strlen (stem));
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Weights) weights =
      read_text ("heed-model 1\n"
                 "verdict item -1.5 2 0 0 0 0 0 0 0 0 0 0 0 0 0.25\n"
                 "bias boats -3.25\n"
                 "hit weak:harbours boats 0.5\n"
                 "word rope 2.5 harbours 0.75 unicorns 9 boats -1\n"
                 "pair tar|rope 4\n",
                 &error);
  const Feature *feature;
  guint32 at;

  g_assert_no_error (error);
  g_assert_cmpuint (weights->n_features, ==, 2);
  g_assert_cmpuint (weights->n_verdict[VERDICT_TEXT], ==, 0);
  g_assert_cmpuint (weights->n_verdict[VERDICT_ITEM], ==, VERDICT_N_WEIGHTS);
  g_assert_cmpfloat (weights->verdict[VERDICT_ITEM][0], ==, -1.5);
  g_assert_cmpfloat (weights->bias[0], ==, -3.25);
  g_assert_true (weights->known[0] && !weights->known[1] && !weights->known[2]);
  g_assert_cmpuint (weights->n_concepts, ==, 2);
  g_assert_cmpuint (weights->concepts[1], ==, 1);
  g_assert_cmpuint (weights->hits[N_HIT_KINDS + HIT_KIND_WEAK].n, ==, 1);
  at = weights_find (weights, hash_of ("rope"));
  g_assert_cmpuint (at, ==, 1);
  feature = &weights->features[at - 1];
  g_assert_cmpstr (weights->names + feature->name, ==, "rope");
  g_assert_cmpfloat (feature->idf, ==, 2.5);
  g_assert_cmpuint (feature->n, ==, 2);
  g_assert_cmpuint (weights->weights[feature->first].concept, ==, 1);
  g_assert_cmpfloat (weights->weights[feature->first + 1].weight, ==, -1);
  at = weights_find (weights, feature_of_pair (hash_of ("tar"), hash_of ("rope")));
  g_assert_cmpuint (at, ==, 2);
  g_assert_cmpstr (weights->names + weights->features[1].name, ==, "tar rope");
  g_assert_cmpuint (weights->features[1].n, ==, 0);
  g_assert_cmpuint (weights_find (weights, hash_of ("tar")), ==, 0);
}

static void
test_refused (void)
{
  static const gchar *const texts[] = { "",
                                        "heed-model 2\n",
                                        "heed-model 1\nword rope\n",
                                        "heed-model 1\nword rope 1 boats\n",
                                        "heed-model 1\nword rope 1 boats nan\n",
                                        "heed-model 1\nword rope 1 boats 1e39\n",
                                        "heed-model 1\nword rope -2000000\n",
                                        "heed-model 1\nbias boats 1e300\n",
                                        "heed-model 1\nbias boats\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Weights) weights = read_text (texts[i], &error);

      g_test_message ("%s", texts[i]);
      g_assert_error (error, WEIGHTS_ERROR, WEIGHTS_ERROR_SYNTAX);
      g_assert_null (weights);
    }
}

/* What was read when heed was built is what the file says. */
static void
test_built_in (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Taxonomy) built_in = taxonomy_new_default ();
  g_autoptr (Taxonomy) read =
      taxonomy_new_from_bytes (taxonomy_get_bytes (built_in), &error);
  g_autoptr (Weights) held = weights_new_default (built_in);
  g_autoptr (Weights) made = NULL;

  g_assert_no_error (error);
  made = weights_new_default (read);
  g_assert_true (held->block != made->block);
  g_assert_cmpuint (held->n_features, >, 500);
  g_assert_true (g_bytes_equal (held->block, made->block));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/weights/read", test_read);
  g_test_add_func ("/weights/refused", test_refused);
  g_test_add_func ("/weights/built-in", test_built_in);
  return g_test_run ();
}
