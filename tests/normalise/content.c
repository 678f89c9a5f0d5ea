#include "tests/normalise/reading.h"

static void
test_votes (void)
{
  static const struct
  {
    const gchar *text;
    gboolean carried;
    gint for_, against, abstained;
    const gchar *exact; /* NULL: no vote */
  } cases[] = {
    { "On being put to the vote the motion was LOST (2 for, 4 against).", FALSE, 2, 4, -1,
      "On being put to the vote the motion was LOST (2 for, 4 against)" },
    { "The recommendations were CARRIED with 4 members voting FOR, 1 AGAINST and no "
      "ABSTAINING.",
      TRUE, 4, 1, 0,
      "The recommendations were CARRIED with 4 members voting FOR, 1 AGAINST and no "
      "ABSTAINING" },
    { "On a vote there were two in favour and three against. The motion was lost.", FALSE,
      2, 3, -1, "The motion was lost" },
    { "For (3)\nMr Ashe, Mr Poole, Mrs Dunn\nAgainst (1)\nMr Hale\nMotion carried.", TRUE,
      3, 1, -1, "Motion carried" },
    { "A recorded vote was taken:\nFOR: Councillors Hurst, Irons and Jarrett – "
      "3\nAGAINST: "
      "The Mayor and Councillors Chopra, Dew and Eccles – 4\nThe amendment was declared "
      "LOST.",
      FALSE, 3, 4, -1, "The amendment was declared LOST" },
    { "For: Councillors Appiah, Mathers and Penn\nAgainst: Councillor Stott\nAbstaining: "
      "None\nThe motion was CARRIED.",
      TRUE, 3, 1, 0, "The motion was CARRIED" },
    { "The motion was lost, the voting being as follows:\nFor the motion: Mr Ashe. "
      "Against "
      "the motion: Mr Poole and Mrs Dunn. Abstentions: none.",
      FALSE, 1, 2, 0, "The motion was lost, the voting being as follows:" },
    { "A named vote was taken: Voting for: Cllrs Ash and Poole (2)\nVoting against: "
      "Cllr Hale (1)\nThe motion was carried.",
      TRUE, 2, 1, -1, "The motion was carried" },
    { "Those voting in favour were Councillors Ash and Poole.\nThose voting against were "
      "Councillors Hale, Dunn and Penn.\nThe motion was lost.",
      FALSE, 2, 3, -1, "The motion was lost" },
    { "The proposal was defeated by 7 votes to 3.", FALSE, 3, 7, -1,
      "The proposal was defeated by 7 votes to 3" },
    { "The work was carried out, and motions carried over to May.", FALSE, 0, 0, 0,
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Item) item = reading_of (MEETING_KIND_MINUTES, "Motions", cases[i].text);
      g_autofree gchar *exact = NULL;
      const Vote *vote;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (item->votes->len, ==, cases[i].exact != NULL);
      if (cases[i].exact == NULL)
        continue;
      vote = &g_array_index (item->votes, Vote, 0);
      exact = reading_exact (item, vote->span);
      g_assert_cmpstr (exact, ==, cases[i].exact);
      g_assert_cmpint (vote->carried, ==, cases[i].carried);
      g_assert_cmpint (vote->for_, ==, cases[i].for_);
      g_assert_cmpint (vote->against, ==, cases[i].against);
      g_assert_cmpint (vote->abstained, ==, cases[i].abstained);
    }
}

/* One word leads several numbers, and one date goes for all. */
static void
test_references_listed (void)
{
  static const struct
  {
    const gchar *minute, *date, *exact;
  } wanted[] = {
    { "38", NULL, "Minutes 38" },
    { "39", NULL, "39" },
    { "40/24", "2024-09-09", "minutes 40/24" },
    { "41/24", "2024-09-09", "41/24" },
    { "44/24", "2024-09-09", "44/24 of 9 September 2024" },
    { "7", NULL, "Minutes 7" },
  };
  g_autoptr (Item) item = reading_of (
      MEETING_KIND_MINUTES, "Matters arising",
      "Minutes 38 and 39 were read; minutes 40/24, 41/24 and 44/24 of 9 September 2024 "
      "were not. Minutes 7 and 12 members came.\n");

  g_assert_cmpuint (item->references->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const Reference *reference = &g_array_index (item->references, Reference, i);
      g_autofree gchar *exact = reading_exact (item, reference->span);

      g_assert_cmpstr (reference->minute, ==, wanted[i].minute);
      g_assert_cmpstr (reference->date, ==, wanted[i].date);
      g_assert_cmpstr (exact, ==, wanted[i].exact);
    }
}

static void
test_references (void)
{
  static const struct
  {
    const gchar *text;
    const gchar *minute; /* NULL: no reference */
    const gchar *date;
    const gchar *exact;
  } cases[] = {
    { "Further to Minute 12 (3 May 2023), the Leader spoke.", "12", "2023-05-03",
      "Minute 12 (3 May 2023)" },
    { "With reference to minute no. 31 of the meeting held on 24th September, 2023, they "
      "met.",
      "31", "2023-09-24", "minute no. 31 of the meeting held on 24th September, 2023" },
    { "Reported, further to minute 22 of 16 September 2023, on courts.", "22",
      "2023-09-16", "minute 22 of 16 September 2023" },
    { "Further to Minute 13 (Cabinet, 12 June 2023), the Director spoke.", "13",
      "2023-06-12", "Minute 13 (Cabinet, 12 June 2023)" },
    { "Further to Minute 9 of the Highways and Parks Panel (4 June 2024), he spoke.", "9",
      "2024-06-04", "Minute 9 of the Highways and Parks Panel (4 June 2024)" },
    { "See minute 9 of the Panel. The Board (4 June 2024) met.", "9", NULL, "minute 9" },
    { "As asked for at minute 14/24.", "14/24", NULL, "minute 14/24" },
    { "See Minute CAB/17 (11 September 2023).", "CAB/17", "2023-09-11",
      "Minute CAB/17 (11 September 2023)" },
    { "The minutes of 8 May and a minute’s silence; a one minute 30 seconds film.", NULL,
      NULL, NULL },
    { "Minutes 8 May 2024", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Item) item = reading_of (MEETING_KIND_MINUTES, "Courts", cases[i].text);
      g_autofree gchar *exact = NULL;
      const Reference *reference;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (item->references->len, ==, cases[i].minute != NULL);
      if (cases[i].minute == NULL)
        continue;
      reference = &g_array_index (item->references, Reference, 0);
      exact = reading_exact (item, reference->span);
      g_assert_cmpstr (exact, ==, cases[i].exact);
      g_assert_cmpstr (reference->minute, ==, cases[i].minute);
      g_assert_cmpstr (reference->date, ==, cases[i].date);
    }
}

/* Levels and numbers, one a paragraph: "1:(a) 2:i". */
static gchar *
paragraphs_of (const Item *item)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < item->paragraphs->len; i++)
    {
      const Paragraph *paragraph = &g_array_index (item->paragraphs, Paragraph, i);
      g_string_append_printf (all, "%s%u:%s", i > 0 ? " " : "", paragraph->level,
                              paragraph->number);
    }
  return g_string_free (all, FALSE);
}

static void
test_paragraphs (void)
{
  static const struct
  {
    const gchar *text;
    const gchar *want;
  } cases[] = {
    { "Text.\n1. One\n(a) sub\n(b) sub\n2. Two\n", "0: 1:1 2:(a) 2:(b) 1:2" },
    { "(h) eighth\n(i) ninth\n(j) tenth\n", "1:(h) 1:(i) 1:(j)" },
    { "(i) first\n(ii) second\n(v) fifth\n", "1:(i) 1:(ii) 1:(v)" },
    { "2.1 The notes\n• a point\n– a dash\n2.2 The rest\n", "1:2.1 2: 3: 1:2.2" },
    { "R1 that a car be bought\nxiv) A letter\n", "1:R1 2:xiv)" },
    { "2.5 million people\n10.30 am start\n2019. A year\n", "0: 0: 0:" },
    { "\n \xc2\xa0\nOne\n", "0:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Item) item = reading_of (MEETING_KIND_MINUTES, "Lists", cases[i].text);
      g_autofree gchar *paragraphs = paragraphs_of (item);

      g_assert_cmpstr (paragraphs, ==, cases[i].want);
    }
}

static void
test_truncated (void)
{
  g_autoptr (Item) cut = reading_of (
      MEETING_KIND_ISSUE, "Inspection",
      "(f) supervision was weak, due to  ...  view the full minutes text for item 3\n");
  g_autoptr (Item) whole = reading_of (MEETING_KIND_ISSUE, "Inspection",
                                       "One may view the full plan online.\n");
  g_autoptr (Item) broken = reading_of (
      MEETING_KIND_ISSUE, "Inspection",
      "Officers were asked to bring the findings back, and to show them to the\n");

  g_assert_true (cut->truncated);
  g_assert_true (broken->truncated);
  g_assert_false (whole->truncated);
}

/* What no minutes hold: it must end, and every span must lie within the text. */
static void
test_hostile (void)
{
  static const gchar *const units[] = { "RESOLVED ",
                                        "(1) That x; ",
                                        "Minute 1 (",
                                        "“\n",
                                        ", and",
                                        "1. a\n(a) b\n",
                                        " | ",
                                        "Ofsted in May 2020 ",
                                        "proposed seconded ",
                                        "’",
                                        "A. ",
                                        "(ACTION: " };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new ("RESOLVED that ");
      g_autoptr (Item) item = NULL;

      while (text->len < 50000)
        g_string_append (text, units[i]);
      item = reading_of (MEETING_KIND_MINUTES, units[i], text->str);
      for (guint j = 0; j < item->resolutions->len; j++)
        {
          Span span = g_array_index (item->resolutions, Resolution, j).span;

          g_assert_cmpuint (span.start, <, span.end);
          g_assert_cmpuint (span.end, <=, text->len);
          g_assert_true (
              g_utf8_validate (text->str + span.start, span.end - span.start, NULL));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/votes", test_votes);
  g_test_add_func ("/content/references", test_references);
  g_test_add_func ("/content/references/listed", test_references_listed);
  g_test_add_func ("/content/paragraphs", test_paragraphs);
  g_test_add_func ("/content/truncated", test_truncated);
  g_test_add_func ("/content/hostile", test_hostile);
  return g_test_run ();
}
