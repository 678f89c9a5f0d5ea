/* Which lines of a heading belong together. */

#include "normalise/heading_rule.h"
#include "normalise/phrase.h"
#include "tests/normalise/paper.h"

/* The drawing's phrases, one a line; "*" before those of a list of members. */
static void
check (const gchar *drawing, const gchar *expected)
{
  g_autoptr (Patterns) patterns = patterns_new (heading_rules, HEADING_N_RULES);
  g_autoptr (DateReader) dates = date_reader_new ();
  g_autoptr (AttendanceReader) attendance = attendance_reader_new ();
  g_autoptr (PhraseReader) reader = phrase_reader_new (patterns, dates, attendance);
  g_autoptr (Document) document = paper_draw (drawing);
  g_autoptr (Stream) rows = stream_new (document);
  g_autoptr (GArray) phrases = phrase_reader_read (reader, rows, 0, rows->rows->len);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);

      g_string_append_printf (got, "%s%s\n", phrase->people ? "*" : "", phrase->text);
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_name (void)
{
  check ("**HARBOUR AND FORESHORE\n**COMMITTEE\n\nTown Hall\n",
         "HARBOUR AND FORESHORE COMMITTEE\nTown Hall\n");
}

static void
test_date (void)
{
  check ("held on Monday, 4 March\n2024 at 6.30 pm\n",
         "held on Monday, 4 March 2024 at 6.30 pm\n");
  /* A heading and what stands well below it. */
  check ("Monday, 4 March 2024\n\nTown Hall\n", "Monday, 4 March 2024\nTown Hall\n");
}

static void
test_table (void)
{
  check ("|| Venue || Town Hall\n", "Venue: Town Hall\n");
}

static void
test_people (void)
{
  check ("Harbour Committee\n\nPresent:\nCouncillor Dunlin and\nCouncillor Teal\n",
         "Harbour Committee\n*Present:\n*Councillor Dunlin and\n*Councillor Teal\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/name", test_name);
  g_test_add_func ("/phrase/date", test_date);
  g_test_add_func ("/phrase/table", test_table);
  g_test_add_func ("/phrase/people", test_people);
  return g_test_run ();
}
