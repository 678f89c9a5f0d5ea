/* Whose meeting it is, from the lines of a heading. */

#include "normalise/body.h"
#include "normalise/heading_rule.h"
#include "normalise/phrase.h"
#include "tests/normalise/paper.h"

typedef struct
{
  const gchar *drawing; /* a heading */
  const gchar *council; /* (nullable) */
  const gchar *body;    /* (nullable) */
} Case;

static const Case cases[] = {
  { "MINUTES OF THE HARBOUR COMMITTEE HELD ON 4 MARCH 2024\n", NULL,
    "HARBOUR COMMITTEE" },
  { "Saltmere Borough Council\n\nHarbour Committee\n\n4 March 2024\n",
    "Saltmere Borough Council", "Harbour Committee" },
  { "Minutes of the Harbour Committee of Saltmere Borough Council\n",
    "Saltmere Borough Council", "Harbour Committee" },
  /* Both in one line, in either order. */
  { "SALTMERE BOROUGH COUNCIL – HARBOUR COMMITTEE\n", "SALTMERE BOROUGH COUNCIL",
    "HARBOUR COMMITTEE" },
  { "Harbour Committee, Saltmere Borough Council\n", "Saltmere Borough Council",
    "Harbour Committee" },
  { "Minutes of the Saltmere Borough Council - Harbour Committee\n",
    "Saltmere Borough Council", "Harbour Committee" },
  /* Which of several it is; not how it met. */
  { "Minutes of the Scrutiny Panel (Tides, Harbours and Lights)\n", NULL,
    "Scrutiny Panel (Tides, Harbours and Lights)" },
  { "Saltmere Borough Council Scrutiny Panel (Lights)\n", "Saltmere Borough Council",
    "Scrutiny Panel (Lights)" },
  { "Minutes of the Scrutiny Panel (Virtual Meeting)\n", NULL, "Scrutiny Panel" },
  /* The name that both can read. */
  { "PWYLLGOR YR HARBWR / HARBOUR COMMITTEE\n", NULL, "HARBOUR COMMITTEE" },
  /* A parish's council is its own body. */
  { "Wickmoor Parish Council\n\nMinutes of the Parish Council meeting\n",
    "Wickmoor Parish Council", "Wickmoor Parish Council" },
  { "The sea wall\n\nA report of the engineer\n", NULL, NULL },
};

static void
test_read (void)
{
  g_autoptr (Patterns) patterns = patterns_new (heading_rules, HEADING_N_RULES);
  g_autoptr (DateReader) dates = date_reader_new ();
  g_autoptr (AttendanceReader) attendance = attendance_reader_new ();
  g_autoptr (PhraseReader) reader = phrase_reader_new (patterns, dates, attendance);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Document) document = paper_draw (cases[i].drawing);
      g_autoptr (Stream) rows = stream_new (document);
      g_autoptr (GArray) phrases = phrase_reader_read (reader, rows, 0, rows->rows->len);
      Meeting *meeting = meeting_new ();

      g_test_message ("%s", cases[i].drawing);
      body_read (patterns, phrases, meeting);
      g_assert_cmpstr (meeting->body, ==, cases[i].body);
      body_read_council (patterns, document, rows, phrases, meeting);
      g_assert_cmpstr (meeting->council, ==, cases[i].council);
      meeting_free (meeting);
    }
}

static void
test_is_council (void)
{
  g_autoptr (Patterns) patterns = patterns_new (heading_rules, HEADING_N_RULES);

  g_assert_true (body_is_council (patterns, "Saltmere Borough Council"));
  g_assert_false (body_is_council (patterns, "County Council"));
  g_assert_false (body_is_council (patterns, "Harbour Committee"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body/read", test_read);
  g_test_add_func ("/body/is-council", test_is_council);
  return g_test_run ();
}
