/* An item as the classifier sees it: passages, clauses, and the names of posts. */

#include "classify/reading.h"

#include <string.h>

static const gchar xml[] =
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
    "xmlns:skos='http://www.w3.org/2004/02/skos/core#' "
    "xmlns:m='https://heed.example/ns/match#'><skos:Concept rdf:about='c'>"
    "<skos:prefLabel>Zyzzyva</skos:prefLabel><m:strong>harbour\n"
    "harbour master officer</m:strong></skos:Concept></rdf:RDF>";

typedef struct
{
  Taxonomy *taxonomy;
  Matcher *matcher;
  Reading *reading;
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
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  reading_free (bench->reading);
  matcher_free (bench->matcher);
  taxonomy_unref (bench->taxonomy);
}

/* Where passages end, in sentences: "2 3 ". (transfer full) */
static gchar *
passages_of (Bench *bench, const gchar *text)
{
  GString *out = g_string_new (NULL);

  reading_read (bench->reading, bench->matcher, "", text);
  for (guint i = 0; i < bench->reading->passages->len; i++)
    g_string_append_printf (out, "%u ",
                            g_array_index (bench->reading->passages, Passage, i).last);
  return g_string_free (out, FALSE);
}

static void
test_passages (Bench *bench, gconstpointer data)
{
  g_autofree gchar *paragraphs = passages_of (bench, "A boat. A rope.\nNone came.\nAll.");
  g_autofree gchar *heading =
      passages_of (bench, "The quay\nA boat came in. It left.\nNone came.");
  g_autofree gchar *two = passages_of (bench, "The quay\nThe mole:\nA boat.\nNone.");
  g_autofree gchar *none = passages_of (bench, "");

  g_assert_cmpstr (paragraphs, ==, "2 3 4 ");
  g_assert_cmpstr (heading, ==, "3 4 ");
  g_assert_cmpstr (two, ==, "3 4 ");
  g_assert_cmpstr (none, ==, "");
}

/* A paragraph without end is cut by its sentences, and by its words. */
static void
test_long_passages (Bench *bench, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree gchar *short_ones = NULL;
  g_autofree gchar *long_ones = NULL;

  for (guint i = 0; i < PASSAGE_MAX_SENTENCES + 1; i++)
    g_string_append (text, "A boat. ");
  short_ones = passages_of (bench, text->str);
  g_string_truncate (text, 0);
  for (guint i = 0; i < 3 * (PASSAGE_MAX_WORDS / 2); i++)
    g_string_append (text, i % (PASSAGE_MAX_WORDS / 2) == 0 ? ". Boats" : " boats");
  long_ones = passages_of (bench, text->str);
  g_assert_cmpstr (short_ones, ==, "12 13 ");
  g_assert_cmpstr (long_ones, ==, "2 3 ");
}

/* The clause around the only hit of a text. (transfer full) */
static gchar *
clause_of (Bench *bench, const gchar *text)
{
  Span span;

  reading_read (bench->reading, bench->matcher, "", text);
  g_assert_cmpuint (bench->reading->hits->len, ==, 1);
  span =
      reading_get_clause (bench->reading, &g_array_index (bench->reading->hits, Hit, 0));
  return g_strndup (text + span.start, span.end - span.start);
}

#define BEFORE "the boats that had come in with the tide before noon were all counted"
#define AFTER "which took two of the men the whole of that long afternoon and evening"
#define AMID "men from the ferry had dredged once more the harbour"

static void
test_clauses (Bench *bench, gconstpointer data)
{
  g_autofree gchar *amid = clause_of (bench, BEFORE "; " AMID ", " AFTER ".");
  g_autofree gchar *first = clause_of (bench, AMID ": " BEFORE ", " AFTER);
  g_autofree gchar *last = clause_of (bench, BEFORE ", " AFTER "; " AMID);
  g_autofree gchar *goes_on = clause_of (bench, BEFORE "; " AMID " to its bed; " AFTER);
  g_autofree gchar *brief = clause_of (bench, "Here; the harbour; there.");
  g_autofree gchar *within = clause_of (bench, BEFORE "; harbour; " AFTER);

  g_assert_cmpstr (amid, ==, AMID);
  g_assert_cmpstr (first, ==, AMID);
  g_assert_cmpstr (last, ==, AMID);
  g_assert_cmpstr (goes_on, ==, AMID " to its bed");
  g_assert_cmpstr (brief, ==, "Here; the harbour; there");
  /* too short by itself */
  g_assert_cmpstr (within, ==, BEFORE "; harbour");
}

static guint
count_hits (Bench *bench, const gchar *text)
{
  reading_read (bench->reading, bench->matcher, "", text);
  return bench->reading->hits->len;
}

/* What stands in the name of a post says nothing, but for the office itself. */
static void
test_posts (Bench *bench, gconstpointer data)
{
  g_assert_cmpuint (count_hits (bench, "Ann Moss, Head of Harbour Works, spoke"), ==, 0);
  g_assert_cmpuint (count_hits (bench, "Ann Moss, Harbour Works Manager, spoke"), ==, 0);
  g_assert_cmpuint (count_hits (bench, "The Harbour Works were late"), ==, 1);
  g_assert_cmpuint (count_hits (bench, "The manager saw the harbour"), ==, 1);
  g_assert_cmpuint (count_hits (bench, "The Manager saw the harbour"), ==, 1);
  g_assert_cmpuint (count_hits (bench, "The Harbour Master Officer was ill"), ==, 1);
  /* a list that an office begins, and one of which it is a member */
  g_assert_cmpuint (count_hits (bench, "Member for Boats, Nets and Harbour spoke"), ==,
                    0);
  g_assert_cmpuint (count_hits (bench, "The Manager, Ropes, Harbour Dues"), ==, 1);
}

#define TEST(name, func)                                                                 \
  g_test_add ("/reading/" name, Bench, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("passages", test_passages);
  TEST ("long-passages", test_long_passages);
  TEST ("clauses", test_clauses);
  TEST ("posts", test_posts);
  return g_test_run ();
}
