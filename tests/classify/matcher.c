/* The rules' language at work: what each mark finds, and what it leaves. */

#include "classify/matcher.h"

#include <string.h>

/* Whether a rule finds anything in a text. Classes: {kid}, {late}, {team}. */
static gboolean
finds (const gchar *rule, const gchar *title, const gchar *text)
{
  g_autofree gchar *xml = g_strdup_printf (
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns:skos='http://www.w3.org/2004/02/skos/core#' "
      "xmlns:m='https://heed.example/ns/match#'><skos:Concept rdf:about='c'>"
      "<skos:prefLabel>Zyzzyva</skos:prefLabel><m:classes>\n"
      "{kid} = child | children | young people | lad\n"
      "{late} = late | not in time\n"
      "{late-kid} = {late} {kid}\n"
      "{team} = MASH | team\n"
      "</m:classes><m:strong>%s</m:strong></skos:Concept></rdf:RDF>",
      rule);
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (Taxonomy) taxonomy = taxonomy_new_from_bytes (bytes, &error);
  g_autoptr (Matcher) matcher = NULL;
  g_autoptr (Prose) title_prose = prose_new ();
  g_autoptr (Prose) prose = prose_new ();
  g_autoptr (GArray) title_hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  g_assert_no_error (error);
  matcher = matcher_new (taxonomy);
  matcher_read (matcher, title, text, title_prose, title_hits, prose, hits);
  return hits->len > 0;
}

typedef struct
{
  const gchar *rule;
  const gchar *text;
  gboolean found;
} Case;

static void
check (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    if (finds (cases[i].rule, "", cases[i].text) != cases[i].found)
      g_error ("%s: “%s” %s", cases[i].rule, cases[i].text,
               cases[i].found ? "not found" : "found");
}

static void
test_words (void)
{
  static const Case cases[] = {
    { "wait for a family", "He was WAITING for their families", TRUE },
    { "wait for a family", "waiting at a family", FALSE },
    { "my story", "the story", FALSE },
    { "my story", "It is my own story", FALSE },
    { "=minutes", "ten minutes", TRUE },
    { "=minutes", "a minute", FALSE },
    { "IRO", "two IROs said", TRUE },
    { "IRO", "the IRO’s view", TRUE },
    { "IRO", "iro ore", FALSE },
    { "homeless*", "homelessness grew", TRUE },
    { "co-production", "co production", TRUE },
    { "co production", "the co-\nproduction", FALSE },
    { "co production", "‘co-production’", TRUE },
    { "child's plan", "the child’s plans", TRUE },
    { "{number} leave", "1,412 left or leave", FALSE },
    { "{number} worker leave", "Nine workers leave", TRUE },
    { "{number} worker leave", "17% workers leave", TRUE },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_gaps (void)
{
  static const Case cases[] = {
    { "bed .. office", "bed in one office", TRUE },
    { "bed .. office", "bed in one of the two offices", FALSE },
    { "bed .. office", "bed in their one other office", TRUE },
    { "bed ... office", "bed in one of the two or three offices", TRUE },
    { "bed .. office", "bed. Office", FALSE },
    { "bed .. office", "an office bed", FALSE },
    { "bed .. office", "bed bed and one two bed office", TRUE },
    { "senior? manager agree", "managers agreed", TRUE },
    { "old .. senior? manager", "old grey manager", TRUE },
    { "[tea mother give]", "gave mother no tea, she could give none", TRUE },
    { "[tea mother give]4", "giving up on it for years, mother poured tea", FALSE },
    { "[{kid} {kid}]", "a child", FALSE },
    { "[{kid} {kid}]", "a child and a lad", TRUE },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_classes (void)
{
  static const Case cases[] = {
    { "{kid} leave", "children leave", TRUE },
    { "{kid} leave", "young people leave", TRUE },
    { "{kid} leave", "young women leave", FALSE },
    { "{late} .. {kid}", "not in time for young people", TRUE },
    { "{late-kid} leave", "late young people leave", TRUE },
    { "{late-kid} leave", "not in time children leave", TRUE },
    { "(far away|{late-kid}) leave", "so far away leave", TRUE },
    { "{team} agree", "the mash agreed", FALSE },
    { "{team} agree", "the MASH agreed", TRUE },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_contexts (void)
{
  static const Case cases[] = {
    { "bed + {kid}", "The lad had no bed", TRUE },
    { "bed + {kid}", "The lad went. No bed", FALSE },
    { "bed ++ {kid}", "No bed. A lad went", TRUE },
    { "bed - hospital", "a bed in hospital", FALSE },
    { "bed - hospital", "a bed. The hospital", TRUE },
    { "bed -- (hospital|ward round)", "a bed. The ward round", FALSE },
  };

  check (cases, G_N_ELEMENTS (cases));
  g_assert_true (finds ("bed ++ foster", "Fostering", "A bed"));
  g_assert_false (finds ("bed -- foster", "Fostering", "A bed"));
}

static void
test_not (void)
{
  g_assert_true (finds ("bed</m:strong><m:not>bed of roses</m:not><m:strong>x", "",
                        "A bed. A bed of roses"));
  g_assert_false (finds ("bed</m:strong><m:not>bed of roses</m:not><m:strong>x", "",
                         "A bed near a bed of roses"));
}

/* A sentence without end and a paragraph of one word repeated: no more than linear. */
static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "child late bed ");
  g_assert_true (
      finds ("{kid} ... {late} ... bed ... {kid} ... {late} ... bed", "", text->str));
  g_assert_true (finds ("[{kid} {late} bed {kid} {late}]", "", text->str));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matcher/words", test_words);
  g_test_add_func ("/matcher/gaps", test_gaps);
  g_test_add_func ("/matcher/classes", test_classes);
  g_test_add_func ("/matcher/contexts", test_contexts);
  g_test_add_func ("/matcher/not", test_not);
  g_test_add_func ("/matcher/hostile", test_hostile);
  return g_test_run ();
}
