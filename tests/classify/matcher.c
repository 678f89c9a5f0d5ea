/* The rules' language at work: what each mark finds, and what it leaves. */

#include "classify/matcher.h"

#include <string.h>

/* What is read of an item. */
typedef struct
{
  Matcher *matcher;
  Prose *title;
  Prose *prose;
  GArray *title_hits;
  GArray *hits;
} Item;

/* Rules that say that a sentence speaks of children, so that it is telling. */
#define SUBJECT "corporate parent\n{kid} .. {team}\n=inspectors + visit"
#define HINT "{kid}\nfoster"

/* With one strong rule of a concept. Classes: {kid}, {late}, {team}, {wide}. */
static Item
item_new (const gchar *rule)
{
  g_autofree gchar *xml = g_strdup_printf (
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns:skos='http://www.w3.org/2004/02/skos/core#' "
      "xmlns:m='https://heed.example/ns/match#'><skos:ConceptScheme rdf:about='s'>"
      "<m:subject>" SUBJECT "</m:subject><m:hint>" HINT
      "</m:hint></skos:ConceptScheme><skos:Concept rdf:about='c'>"
      "<skos:prefLabel>Zyzzyva</skos:prefLabel><m:classes>\n"
      "{kid} = child | children | young people | lad\n"
      "{late} = late | not in time\n"
      "{late-kid} = {late} {kid}\n"
      "{team} = MASH | team\n"
      "{wide} = p1 | p2 | p3 | p4 | p5 | p6 | p7\n"
      "</m:classes><m:strong>%s</m:strong></skos:Concept></rdf:RDF>",
      rule);
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (Taxonomy) taxonomy = taxonomy_new_from_bytes (bytes, &error);

  g_assert_no_error (error);
  return (Item){ matcher_new (taxonomy), prose_new (), prose_new (),
                 g_array_new (FALSE, FALSE, sizeof (Hit)),
                 g_array_new (FALSE, FALSE, sizeof (Hit)) };
}

static void
item_clear (Item *self)
{
  matcher_free (self->matcher);
  prose_free (self->title);
  prose_free (self->prose);
  g_array_unref (self->title_hits);
  g_array_unref (self->hits);
}

/* The sentences in which the concept's rule hits: "0 2 3". (transfer full) */
static gchar *
sentences_of (const Item *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->hits->len; i++)
    {
      const Hit *hit = &g_array_index (self->hits, Hit, i);

      if (hit->rule->strength == STRENGTH_STRONG)
        g_string_append_printf (out, "%s%u", out->len > 0 ? " " : "", hit->sentence);
    }
  return g_strdup (out->str);
}

/* The sentences of an item in which a rule hits. (transfer full) */
static gchar *
read_item (Item *item, const gchar *title, const gchar *text)
{
  matcher_read_title (item->matcher, title, item->title);
  matcher_read_text (item->matcher, text, item->prose, TRUE);
  matcher_settle (item->matcher, item->title_hits, item->hits);
  return sentences_of (item);
}

/* Whether a rule finds anything in a text. */
static gboolean
finds (const gchar *rule, const gchar *title, const gchar *text)
{
  Item item = item_new (rule);
  g_autofree gchar *sentences = read_item (&item, title, text);

  item_clear (&item);
  return sentences[0] != '\0';
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
    { "foster family", "to foster their families", TRUE },
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
    { "[tea mother give]4", "mother gives some tea", TRUE },
    { "[tea mother give]4", "mother gives us some tea", FALSE },
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
  g_assert_true (finds ("bed</m:strong><m:not>bed of roses ++ garden</m:not><m:strong>x",
                        "", "A bed of roses"));
  g_assert_false (finds ("bed</m:strong><m:not>bed of roses ++ garden</m:not><m:strong>x",
                         "", "A bed of roses. The garden"));
}

/* What stood in one sentence says nothing of the next. */
static void
test_next_sentence (void)
{
  Item item = item_new ("bed</m:strong><m:not>roses + winter</m:not><m:strong>x");
  g_autofree gchar *found = read_item (
      &item, "", "A bed of roses in winter. A bed of roses. Roses. A winter bed");

  g_assert_cmpstr (found, ==, "1 3");
  item_clear (&item);
}

/* Nor what stood in one item of the next: a word, a phrase, and one of so many words that
 * it is looked for when it is asked for. */
static void
test_next_item (void)
{
  static const gchar *const rules[] = { "bed ++ office", "bed ++ ward round",
                                        "bed ++ ({wide} {wide})" };
  static const gchar *const texts[] = { "The office", "The ward round", "p1 p2" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      Item item = item_new (rules[i]);
      g_autofree gchar *whole = g_strconcat (texts[i], ". A bed", NULL);
      g_autofree gchar *with = read_item (&item, "", whole);
      g_autofree gchar *without = read_item (&item, "", "A bed");
      g_autofree gchar *titled = read_item (&item, texts[i], "A bed");

      g_assert_cmpstr (with, ==, "1");
      g_assert_cmpstr (without, ==, "");
      g_assert_cmpstr (titled, ==, "0");
      item_clear (&item);
    }
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

/* Sentences that may speak of children come first: one word of two that it takes is not
 * enough. With the others it is as if all had been read in order. */
static void
test_telling (void)
{
  static const gchar text[] = "A bed for the corporate plan.\n"    /* 0 */
                              "No bed for a parent.\n"             /* 1 */
                              "Parents who are corporate: bed.\n"  /* 2 */
                              "The bed of young people.\n"         /* 3 */
                              "Young people. Old people in bed.\n" /* 4, 5 */
                              "Inspectors came to the bed.\n"      /* 6 */
                              "A visit by inspectors: bed, bed.\n" /* 7 */
                              "Fostering. A bed.\n";               /* 8, 9 */
  Item item = item_new ("bed");
  g_autofree gchar *telling = NULL;
  g_autofree gchar *all = NULL;

  matcher_read_title (item.matcher, "", item.title);
  matcher_read_text (item.matcher, text, item.prose, FALSE);
  g_assert_true (matcher_settle (item.matcher, item.title_hits, item.hits));
  telling = sentences_of (&item);
  g_assert_cmpstr (telling, ==, "2 3 7 7");
  matcher_read_rest (item.matcher, item.prose);
  matcher_settle (item.matcher, item.title_hits, item.hits);
  all = sentences_of (&item);
  g_assert_cmpstr (all, ==, "0 1 2 3 5 6 7 7 9");
  item_clear (&item);
}

/* What a rule asks of the item is not sure until all of it has been read. */
static void
test_asked (void)
{
  Item item = item_new ("bed ++ office");
  g_autofree gchar *before = NULL;
  g_autofree gchar *after = NULL;

  matcher_read_title (item.matcher, "", item.title);
  matcher_read_text (item.matcher, "A child's desk. The office", item.prose, FALSE);
  g_assert_true (matcher_settle (item.matcher, item.title_hits, item.hits));

  matcher_read_title (item.matcher, "", item.title);
  matcher_read_text (item.matcher, "A child's bed. The office", item.prose, FALSE);
  g_assert_false (matcher_settle (item.matcher, item.title_hits, item.hits));
  before = sentences_of (&item);
  g_assert_cmpstr (before, ==, "");
  matcher_read_rest (item.matcher, item.prose);
  matcher_settle (item.matcher, item.title_hits, item.hits);
  after = sentences_of (&item);
  g_assert_cmpstr (after, ==, "0");
  item_clear (&item);
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
  g_test_add_func ("/matcher/next-sentence", test_next_sentence);
  g_test_add_func ("/matcher/next-item", test_next_item);
  g_test_add_func ("/matcher/hostile", test_hostile);
  g_test_add_func ("/matcher/telling", test_telling);
  g_test_add_func ("/matcher/asked", test_asked);
  return g_test_run ();
}
