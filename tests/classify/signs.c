/* What speaks for a concept, counted: by hits in sentences, passages and the title, and
 * by what each passage weighs. */

#include "classify/signs.h"

#include <string.h>

#define CONCEPT(id, rules)                                                               \
  "<skos:Concept rdf:about='" id "'><skos:prefLabel>" id "</skos:prefLabel>" rules       \
  "</skos:Concept>"

static const gchar xml[] =
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
    "xmlns:skos='http://www.w3.org/2004/02/skos/core#' "
    "xmlns:m='https://heed.example/ns/match#'>" CONCEPT (
        "harbour", "<m:strong>quay\nmole</m:strong>"
                   "<m:weak>boat\nold boat\nrope\ntar\nnet</m:weak>")
        CONCEPT ("orchard", "<m:strong>apple</m:strong>") "</rdf:RDF>";

enum
{
  HARBOUR,
  ORCHARD
};

typedef struct
{
  Taxonomy *taxonomy;
  Matcher *matcher;
  Reading *reading;
  Signs *signs;
} Bench;

static void
set_up (Bench *bench, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;

  bench->taxonomy = taxonomy_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  bench->matcher = matcher_new (bench->taxonomy);
  bench->reading = reading_new ();
  bench->signs = signs_new (bench->taxonomy);
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  signs_free (bench->signs);
  reading_free (bench->reading);
  matcher_free (bench->matcher);
  taxonomy_unref (bench->taxonomy);
}

/* The sign of harbours in an item. */
static const Sign *
read_item (Bench *bench, const gchar *title, const gchar *text)
{
  reading_read (bench->reading, bench->matcher, title, text);
  signs_read (bench->signs, NULL, bench->reading, SUBJECT_YES);
  return &bench->signs->of[HARBOUR];
}

static void
test_strong (Bench *bench, gconstpointer data)
{
  const Sign *sign =
      read_item (bench, "", "The quay, the mole, the quay. A quay.\nNone.\nThe mole.");

  g_assert_cmpuint (sign->strong, ==, 3); /* sentences */
  g_assert_cmpuint (sign->passages, ==, 2);
  g_assert_cmpuint (sign->rules, ==, 2); /* of the first passage */
  g_assert_cmpuint (sign->weak, ==, 0);
  g_assert_false (sign->title);
  g_assert_false (bench->signs->of[ORCHARD].touched);
  g_assert_cmpuint (bench->signs->sentences, ==, 4);
}

static void
test_weak (Bench *bench, gconstpointer data)
{
  g_assert_cmpuint (read_item (bench, "", "An old boat.")->weak, ==, 1); /* same words */
  g_assert_cmpuint (read_item (bench, "", "A rope, a rope.")->weak, ==, 1);
  g_assert_cmpuint (read_item (bench, "", "A boat. A rope.")->weak, ==, 2);
  g_assert_cmpuint (read_item (bench, "", "A boat.\nA rope.")->weak, ==, 1);
}

static void
test_title (Bench *bench, gconstpointer data)
{
  const Sign *sign = read_item (bench, "The quay", "A rope.");

  g_assert_true (sign->title);
  g_assert_cmpuint (sign->rules, ==, 2); /* the rule, and that it stands there */
  g_assert_cmpuint (read_item (bench, "Harbours", "A rope.")->rules, ==, 3); /* a label */
  g_assert_cmpuint (sign->strong, ==, 0);
}

/* Nothing is left of the item before. */
static void
test_again (Bench *bench, gconstpointer data)
{
  const Sign *sign;

  read_item (bench, "The quay", "A quay.\nThe mole. A boat and a rope.");
  sign = read_item (bench, "", "A tree. A net.");
  g_assert_cmpuint (sign->strong + sign->passages + sign->rules, ==, 0);
  g_assert_cmpuint (sign->weak, ==, 1);
  g_assert_false (sign->title);
  g_assert_cmpuint (bench->signs->touched->len, ==, 1);
  read_item (bench, "", "");
  g_assert_cmpuint (bench->signs->touched->len, ==, 0);
}

/* Orchards get what the passages are told to weigh; kinds are those of this passage. */
static void
weigh (const Reading *reading, const Passage *passage, const guint8 *kinds,
       gdouble *margins, gpointer data)
{
  static const gdouble of[] = { 2, 3, 1, -1 };
  static const guint8 strong[] = { 0, 1 << HIT_KIND_STRONG, 0,
                                   1 << HIT_KIND_STRONG | 1 << HIT_KIND_STRONG_TWICE };
  guint *n = data;

  g_assert_cmpfloat (margins[ORCHARD], ==, 0);
  g_assert_cmpuint (kinds[ORCHARD], ==, strong[*n]);
  margins[ORCHARD] += of[(*n)++];
}

static void
test_margins (Bench *bench, gconstpointer data)
{
  static const guint32 concepts[] = { ORCHARD };
  guint n = 0;
  const SignsWeigher weigher = { weigh, &n, concepts, G_N_ELEMENTS (concepts) };
  const Sign *sign = &bench->signs->of[ORCHARD];

  reading_read (bench->reading, bench->matcher, "",
                "A tree.\nAn apple.\nA tree.\nAn apple. Apples.");
  signs_read (bench->signs, &weigher, bench->reading, SUBJECT_YES);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (sign->margin, ==, 3);
  g_assert_cmpfloat (sign->second, ==, 2);
  g_assert_cmpuint (sign->best, ==, 1);
  g_assert_cmpuint (sign->strong, ==, 3);
  g_assert_cmpfloat (bench->signs->of[HARBOUR].margin, ==, SIGNS_NO_MARGIN);
}

#define TEST(name, func) g_test_add ("/signs/" name, Bench, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("strong", test_strong);
  TEST ("weak", test_weak);
  TEST ("title", test_title);
  TEST ("again", test_again);
  TEST ("margins", test_margins);
  return g_test_run ();
}
