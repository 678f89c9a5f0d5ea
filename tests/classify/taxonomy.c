/* The taxonomy: SKOS in RDF/XML, good and bad. */

#include "classify/catalogue.h"
#include "classify/compiler.h"

#include <string.h>

#define HEAD                                                                             \
  "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "                    \
  "xmlns:skos='http://www.w3.org/2004/02/skos/core#' "                                   \
  "xmlns:m='https://heed.example/ns/match#'>\n"
#define TAIL "</rdf:RDF>\n"
#define TOP                                                                              \
  "<skos:Concept rdf:about='t/top'><skos:prefLabel>Top</skos:prefLabel>"                 \
  "</skos:Concept>\n"
#define CONCEPT(id, body)                                                                \
  "<skos:Concept rdf:about='t/" id "'><skos:prefLabel xml:lang='en'>" id                 \
  "</skos:prefLabel>" body "</skos:Concept>\n"
#define UNDER(id) "<skos:broader rdf:resource='t/" id "'/>"

static Taxonomy *
read_text (const gchar *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return taxonomy_new_from_bytes (bytes, error);
}

static void
test_default (void)
{
  g_autoptr (Taxonomy) taxonomy = taxonomy_new_default ();
  const Concept *concept = taxonomy_lookup (taxonomy, "early-help");
  g_autoptr (GPtrArray) problems = taxonomy_check (taxonomy_get_bytes (taxonomy));

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const gchar *)problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (taxonomy_get_themes (taxonomy)->len, ==, 10);
  g_assert_cmpuint (taxonomy_get_concepts (taxonomy)->len, ==, 72);
  g_assert_nonnull (concept);
  g_assert_cmpstr (concept->theme, ==, "front-door");
  g_assert_cmpuint (concept->alt_labels->len, >, 0);
}

static void
test_foreign (void)
{
  /* as other people's files write it: rdf:Description, rdf:ID, no themes, two languages
   */
  static const gchar text[] =
      HEAD "<rdf:Description rdf:ID='fish'>"
           "<rdf:type "
           "rdf:resource='http://www.w3.org/2004/02/skos/core#Concept'/>"
           "<skos:prefLabel xml:lang='de'>Fisch</skos:prefLabel>"
           "<skos:prefLabel xml:lang='en-GB'>  Fish\n  stocks </skos:prefLabel>"
           "<skos:notation>12</skos:notation></rdf:Description>" TAIL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Taxonomy) taxonomy = read_text (text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (taxonomy_get_themes (taxonomy)->len, ==, 0);
  g_assert_cmpuint (taxonomy_get_concepts (taxonomy)->len, ==, 1);
  g_assert_cmpstr (taxonomy_lookup (taxonomy, "fish")->label, ==, "Fish stocks");
}

static void
test_hierarchy (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Taxonomy) taxonomy = read_text (
      HEAD CONCEPT ("c", UNDER ("b")) CONCEPT ("b", UNDER ("top")) TOP TAIL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (taxonomy_get_themes (taxonomy)->len, ==, 1);
  g_assert_cmpuint (taxonomy_get_concepts (taxonomy)->len, ==, 2);
  g_assert_cmpstr (taxonomy_lookup (taxonomy, "c")->theme, ==, "top");
}

static void
test_refused (void)
{
  static const struct
  {
    const gchar *text;
    TaxonomyError code;
  } bad[] = {
    { "", TAXONOMY_ERROR_XML },
    { "fish", TAXONOMY_ERROR_XML },
    { "<a>", TAXONOMY_ERROR_XML },
    { "<html/>", TAXONOMY_ERROR_SKOS },
    { HEAD TAIL, TAXONOMY_ERROR_SKOS },
    { "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
      TAXONOMY_ERROR_XML },
    { HEAD "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='x'/>" TAIL,
      TAXONOMY_ERROR_XML },
    { HEAD CONCEPT ("a", "") CONCEPT ("a", "") TAIL, TAXONOMY_ERROR_DUPLICATE },
    { HEAD CONCEPT ("a", UNDER ("b")) TAIL, TAXONOMY_ERROR_REFERENCE },
    { HEAD CONCEPT ("a", UNDER ("a")) TAIL, TAXONOMY_ERROR_REFERENCE },
    { HEAD CONCEPT ("a", UNDER ("b")) CONCEPT ("b", UNDER ("a")) TAIL,
      TAXONOMY_ERROR_REFERENCE },
    { HEAD CONCEPT ("a", "<skos:related rdf:resource='t/x'/>") TAIL,
      TAXONOMY_ERROR_REFERENCE },
    { HEAD CONCEPT ("a", "<m:strong>(x</m:strong>") TAIL, TAXONOMY_ERROR_RULE },
    { HEAD CONCEPT ("a", "<m:strong>{x}</m:strong>") TAIL, TAXONOMY_ERROR_RULE },
    { HEAD CONCEPT ("a", "<m:weird>x</m:weird>") TAIL, TAXONOMY_ERROR_RULE },
    { HEAD CONCEPT ("a", "<m:classes>{x} = {y}\n{y} = {x}</m:classes>") TAIL,
      TAXONOMY_ERROR_RULE },
    { HEAD "<skos:Concept><skos:prefLabel>x</skos:prefLabel></skos:Concept>" TAIL,
      TAXONOMY_ERROR_SKOS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Taxonomy) taxonomy = read_text (bad[i].text, &error);

      if (!g_error_matches (error, TAXONOMY_ERROR, bad[i].code))
        g_error ("%u: %s", i, error != NULL ? error->message : "read");
      g_assert_null (taxonomy);
    }
}

static void
test_check (void)
{
  static const gchar text[] = HEAD CONCEPT (
      "a", "<m:classes>{x} = y\n  | z</m:classes>\n<m:strong>\n # no\n {x} fish\n (bad\n"
           " {none} x\n</m:strong>" UNDER ("gone")) TAIL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems = taxonomy_check (bytes);

  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_true (g_str_has_prefix (problems->pdata[0], "line 2: a: its broader"));
  g_assert_true (g_str_has_prefix (problems->pdata[1], "line 7: a: column"));
  g_assert_true (g_str_has_prefix (problems->pdata[2], "line 8: a: no class {none}"));
}

static void
assert_same_strings (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpstr (a->pdata[i], ==, b->pdata[i]);
}

static void
assert_same_rules (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const RuleText *x = a->pdata[i], *y = b->pdata[i];

      g_assert_cmpstr (x->text, ==, y->text);
      g_assert_cmpuint (x->line, ==, y->line);
    }
}

static void
assert_same_concepts (const GPtrArray *a, const GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const Concept *x = a->pdata[i], *y = b->pdata[i];

      g_assert_cmpuint (x->number, ==, y->number);
      g_assert_cmpstr (x->id, ==, y->id);
      g_assert_cmpstr (x->label, ==, y->label);
      g_assert_cmpstr (x->theme, ==, y->theme);
      g_assert_cmpstr (x->scope, ==, y->scope);
      assert_same_strings (x->alt_labels, y->alt_labels);
      assert_same_strings (x->hidden_labels, y->hidden_labels);
      assert_same_strings (x->related, y->related);
      assert_same_rules (x->strong, y->strong);
      assert_same_rules (x->weak, y->weak);
      assert_same_rules (x->vetoes, y->vetoes);
    }
}

static void
assert_same_taxonomy (const Taxonomy *a, const Taxonomy *b)
{
  const GPtrArray *classes = taxonomy_get_classes (a);

  assert_same_concepts (taxonomy_get_concepts (a), taxonomy_get_concepts (b));
  assert_same_concepts (taxonomy_get_themes (a), taxonomy_get_themes (b));
  g_assert_cmpuint (classes->len, ==, taxonomy_get_classes (b)->len);
  for (guint i = 0; i < classes->len; i++)
    {
      const WordClass *x = classes->pdata[i], *y = taxonomy_get_classes (b)->pdata[i];

      g_assert_cmpstr (x->name, ==, y->name);
      g_assert_cmpstr (x->alternatives, ==, y->alternatives);
      g_assert_cmpuint (x->line, ==, y->line);
    }
  for (guint i = 0; i < N_SCHEME_RULES; i++)
    assert_same_rules (taxonomy_get_scheme_rules (a, i),
                       taxonomy_get_scheme_rules (b, i));
}

/* What was read and compiled when heed was built is what the file says. */
static void
test_built_in (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Taxonomy) built_in = taxonomy_new_default ();
  g_autoptr (Taxonomy) read =
      taxonomy_new_from_bytes (taxonomy_get_bytes (built_in), &error);
  g_autoptr (GBytes) rulebook = NULL;
  g_autoptr (GBytes) catalogue = NULL, again = NULL;

  g_assert_no_error (error);
  assert_same_taxonomy (built_in, read);
  catalogue = catalogue_write (read);
  again = catalogue_write (built_in);
  g_assert_true (g_bytes_equal (catalogue, again));
  rulebook = compiler_compile (read);
  g_assert_cmpstr (taxonomy_get_digest (built_in), ==, taxonomy_get_digest (read));
  g_assert_true (g_bytes_equal (taxonomy_get_rulebook (built_in)->bytes, rulebook));
}

static void
test_entities (void)
{
  static const gchar laughs[] =
      "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>" HEAD "&c;" TAIL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (laughs, strlen (laughs));
  g_autoptr (GPtrArray) problems = taxonomy_check (bytes);

  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (problems->pdata[0], "document type"));
}

/* Concepts in one long chain, and in one circle: read, and refused. */
static void
test_many (void)
{
  for (guint circle = 0; circle < 2; circle++)
    {
      g_autoptr (GString) text = g_string_new (HEAD);
      g_autoptr (GError) error = NULL;
      g_autoptr (Taxonomy) taxonomy = NULL;
      const guint n = circle == 0 ? 100000 : 20000;

      for (guint i = 0; i < n; i++)
        {
          g_string_append_printf (text,
                                  "<skos:Concept rdf:about='c%u'><skos:prefLabel>c%u"
                                  "</skos:prefLabel>",
                                  i, i);
          if (i + 1 < n || circle == 1)
            g_string_append_printf (text, "<skos:broader rdf:resource='c%u'/>",
                                    (i + 1) % n);
          g_string_append (text, "</skos:Concept>\n");
        }
      g_string_append (text, TAIL);
      taxonomy = read_text (text->str, &error);
      if (circle == 1)
        g_assert_error (error, TAXONOMY_ERROR, TAXONOMY_ERROR_REFERENCE);
      else
        g_assert_cmpuint (taxonomy_get_concepts (taxonomy)->len, ==, n - 1);
      if (circle == 1)
        {
          g_autoptr (GBytes) bytes = g_bytes_new_static (text->str, text->len);
          g_autoptr (GPtrArray) problems = taxonomy_check (bytes);

          g_assert_cmpuint (problems->len, ==, 1);
        }
    }
}

/* Classes that hold one another's words again and again: each word is taken in once. */
static void
test_wide_classes (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<skos:ConceptScheme><m:classes>\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (Taxonomy) taxonomy = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_string_append_printf (text, "{x%u} = y%u z", i, i);
      for (guint j = 0; j < 350; j++)
        g_string_append_printf (text, " | w%u", i * 350 + j);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < 30; i++)
    {
      g_string_append_printf (text, "{all%u} = all", i);
      for (guint j = 0; j < 100; j++)
        g_string_append_printf (text, " | {x%u}", j);
      if (i > 0)
        g_string_append_printf (text, " | {all%u}", i - 1);
      g_string_append_c (text, '\n');
    }
  g_string_append (text, "</m:classes></skos:ConceptScheme>" CONCEPT (
                             "a", "<m:strong>{all29} fish</m:strong>") TAIL);
  taxonomy = read_text (text->str, &error);
  g_assert_no_error (error);
  /* w…, y…, z, all, fish, {number}, and what is no word */
  g_assert_cmpuint (taxonomy_get_rulebook (taxonomy)->first[SYMBOL_PAIR], ==,
                    350 * 100 + 100 + 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/taxonomy/default", test_default);
  g_test_add_func ("/taxonomy/foreign", test_foreign);
  g_test_add_func ("/taxonomy/hierarchy", test_hierarchy);
  g_test_add_func ("/taxonomy/refused", test_refused);
  g_test_add_func ("/taxonomy/check", test_check);
  g_test_add_func ("/taxonomy/built-in", test_built_in);
  g_test_add_func ("/taxonomy/entities", test_entities);
  g_test_add_func ("/taxonomy/many", test_many);
  g_test_add_func ("/taxonomy/wide-classes", test_wide_classes);
  return g_test_run ();
}
