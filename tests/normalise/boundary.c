/* Where meetings begin and are over: in minutes without pages, in drawn ones, and in the
 * history of an issue. */

#include "normalise/boundary.h"
#include "normalise/segment_rule.h"
#include "tests/normalise/paper.h"

static const gchar two_meetings[] =
    "Minutes of the Harbour Committee held on 4 March 2024\n"
    "Present: Councillors Dunlin and Teal.\n"
    "1. Dredging\n"
    "The channel was discussed.\n"
    "The meeting closed at 8.15 pm.\n"
    "Minutes of the Harbour Committee held on 8 April 2024\n"
    "Present: Councillors Dunlin and Knot.\n"
    "1. Moorings\n"
    "Fees were discussed.\n";

typedef struct
{
  Document *document;
  Stream *rows;
  Patterns *patterns;
  DateReader *dates;
  BoundaryReader *reader;
} Fixture;

static void
fixture_open (Fixture *f, Document *document)
{
  f->document = document;
  f->rows = stream_new (document);
  f->patterns = patterns_new (segment_rules, SEGMENT_N_RULES);
  f->dates = date_reader_new ();
  f->reader = boundary_reader_new (f->patterns, f->dates);
}

static void
fixture_close (Fixture *f)
{
  boundary_reader_free (f->reader);
  date_reader_free (f->dates);
  patterns_free (f->patterns);
  stream_free (f->rows);
  document_free (f->document);
}

/* Openings begin at the rows whose texts begin so. */
static void
check_openings (const Fixture *f, const gchar *const *expected)
{
  g_autoptr (GArray) openings = boundary_reader_find (f->reader, f->rows);

  g_assert_cmpuint (openings->len, ==, g_strv_length ((gchar **)expected));
  for (guint i = 0; i < openings->len; i++)
    {
      guint row = g_array_index (openings, Opening, i).row;

      g_test_message ("opening %u: %s", i, stream_at (f->rows, row)->text);
      g_assert_true (g_str_has_prefix (stream_at (f->rows, row)->text, expected[i]));
    }
}

static void
test_plain (void)
{
  static const gchar *const expected[] = { "Minutes of the Harbour Committee held on 4",
                                           "Minutes of the Harbour Committee held on 8",
                                           NULL };
  Fixture f;

  fixture_open (&f, paper_plain (two_meetings));
  check_openings (&f, expected);
  fixture_close (&f);
}

/* Without the end of one meeting, the name of another in mid-text begins none. */
static void
test_mentioned (void)
{
  static const gchar *const expected[] = { "Minutes of the Harbour Committee held on 4",
                                           NULL };
  g_auto (GStrv) parts = g_strsplit (two_meetings, "The meeting closed at 8.15 pm.\n", 2);
  g_autofree gchar *text = g_strjoinv ("", parts);
  Fixture f;

  fixture_open (&f, paper_plain (text));
  check_openings (&f, expected);
  fixture_close (&f);
}

/* A pack's stamp stands above the heading, at the top of its page. */
static void
test_stamped (void)
{
  static const gchar *const expected[] = { "AGENDA", "Agenda Item 2", NULL };
  Fixture f;

  fixture_open (&f, paper_draw ("AGENDA\n"
                                "Harbour Committee\n"
                                "1. Apologies\n"
                                "2. Minutes of the last meeting\n"
                                "=====\n"
                                "Agenda Item 2\n"
                                "MINUTES OF THE HARBOUR COMMITTEE\n"
                                "4 March 2024\n"
                                "Present: Councillors Dunlin and Teal\n"
                                "1. Dredging\n"));
  check_openings (&f, expected);
  fixture_close (&f);
}

static void
test_issue (void)
{
  g_autoptr (GArray) openings = NULL;
  Fixture f;

  fixture_open (&f, paper_plain ("Issue - meetings - Sea wall\n"
                                 "Meeting: 04/03/2024 - Cabinet (Item 5)\n"
                                 "5 Sea wall\n"
                                 "The wall was discussed.\n"
                                 "Meeting: 08/04/2024 - Council (Item 9)\n"
                                 "9 Sea wall\n"));
  openings = boundary_reader_find (f.reader, f.rows);
  /* What stands above the first section belongs to it. */
  g_assert_cmpuint (openings->len, ==, 2);
  g_assert_cmpuint (g_array_index (openings, Opening, 0).row, ==, 0);
  g_assert_cmpuint (g_array_index (openings, Opening, 1).row, ==, 4);
  for (guint i = 0; i < 2; i++)
    g_assert_true (g_array_index (openings, Opening, i).issue);
  g_assert_cmpstr (g_array_index (openings, Opening, 0).line, ==,
                   "Meeting: 04/03/2024 - Cabinet (Item 5)");
  g_assert_cmpstr (g_array_index (openings, Opening, 1).line, ==,
                   "Meeting: 08/04/2024 - Council (Item 9)");
  fixture_close (&f);
}

static void
test_closing (void)
{
  Fixture f;

  fixture_open (&f, paper_plain (two_meetings));
  g_assert_cmpuint (boundary_reader_closing (f.reader, f.rows, 0, 5), ==, 4);
  /* None of the second meeting's rows closes it. */
  g_assert_cmpuint (boundary_reader_closing (f.reader, f.rows, 5, 9), ==, 9);
  fixture_close (&f);
}

static void
test_signs (void)
{
  HeadSigns signs;
  Fixture f;

  fixture_open (&f, paper_plain (two_meetings));
  signs = boundary_reader_signs (f.reader, f.rows, 5);
  g_assert_true (signs.minutes && signs.body && signs.date && signs.present);
  signs = boundary_reader_signs (f.reader, f.rows, 7);
  g_assert_false (signs.minutes || signs.body || signs.date || signs.present);
  fixture_close (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/boundary/plain", test_plain);
  g_test_add_func ("/boundary/mentioned", test_mentioned);
  g_test_add_func ("/boundary/stamped", test_stamped);
  g_test_add_func ("/boundary/issue", test_issue);
  g_test_add_func ("/boundary/closing", test_closing);
  g_test_add_func ("/boundary/signs", test_signs);
  return g_test_run ();
}
