#include "tests/normalise/reading.h"

#define MAX_MENTIONS 2

typedef struct
{
  const gchar *framework;
  const gchar *kind;
  const gchar *date;
  const gchar *published;
  const gchar *judgements; /* "overall good, leaders good" */
} Want;

typedef struct
{
  const gchar *title;
  const gchar *text;
  Want want[MAX_MENTIONS]; /* ended by a framework of NULL */
} Case;

/* The meeting is on 15 May 2024. */
static const Case cases[] = {
  { "Plan",
    "Ofsted inspected the whole service in July last year; the report came out on "
    "11 September 2023. It was graded ‘Requires Improvement’, and ‘Good’ for care "
    "leavers.\n",
    { { "ILACS", "inspection", "2023-07", "2023-09-11",
        "overall requires-improvement, care-leavers good" } } },
  { "Plan",
    "Further to Minute 4 (2 May 2023), a report on the Ofsted inspection was made.\n",
    { { NULL } } },
  { "Plan",
    "The next inspection was due in 2025. Since the previous inspection in 2019 all was "
    "new. It follows the ILACS framework of 2018.\n",
    { { NULL } } },
  { "Plan",
    "Ofsted uses the grades ‘Inadequate’, ‘Requires improvement’, ‘Good’ and "
    "‘Outstanding’ "
    "in its judgements of an inspection.\n",
    { { NULL } } },
  { "Help",
    "The focused visit of 5 and 6 March 2024 was about help; the letter was published on "
    "17 "
    "April 2024.\n",
    { { "ILACS", "focused-visit", "2024-03-05", "2024-04-17", "" } } },
  { "Report",
    "The Director spoke to the report on the inspection under the ILACS framework which "
    "took "
    "place from 3rd to 14th July, 2023. Ofsted had published its findings on 4 September "
    "2023.\n",
    { { "ILACS", "inspection", "2023-07-03", "2023-09-04", "" } } },
  { "The inspectors’ letter",
    "Two inspectors had spent two days here at the end of April; their letter came.\n",
    { { "ILACS", "focused-visit", "2024-04", NULL, "" } } },
  { "Progress",
    "The second monitoring visit in December was hard.\n",
    { { "ILACS", "monitoring-visit", "2023-12", NULL, "" } } },
  { "SEND",
    "The Panel heard of the joint area inspection of November 2023, published on 31 "
    "January "
    "2024. The JTAI took place in September 2022.\n",
    { { "SEND", "inspection", "2023-11", "2024-01-31", "" },
      { "JTAI", "inspection", "2022-09", NULL, "" } } },
  { "Youth",
    "The service was rated good by HM Inspectorate of Probation in October 2023.\n",
    { { "YJS", "inspection", "2023-10", NULL, "overall good" } } },
  { "Schools",
    "Nine schools were inspected by Ofsted between September and February.\n",
    { { "school", "inspection", "2024-02", NULL, "" } } },
  { "Old",
    "The SIF inspection of 2016 had judged services inadequate.\n",
    { { "SIF", "inspection", "2016", NULL, "overall inadequate" } } },
  { "Letter",
    "The letter of the focused visit in March 2024 is on the website.\n",
    { { "ILACS", "focused-visit", "2024-03", NULL, "" } } },
  { "Update",
    "Ofsted carried out a full inspection of children’s services. It took place over two "
    "weeks in November 2023. Services were judged to be good.\n",
    { { "ILACS", "inspection", "2023-11", NULL, "overall good" } } },
  { "Visit",
    "The Director told of the Ofsted focused visit to the front door.\nThe visit was on "
    "5 "
    "and 6 March 2024. The letter was published on 12 April 2024.\n",
    { { "ILACS", "focused-visit", "2024-03-05", "2024-04-12", "" } } },
  { "Grade",
    "The last ILACS inspection was talked of. The grade in the report, which came out in "
    "July 2023, was Good.\n",
    { { "ILACS", "inspection", NULL, "2023-07", "overall good" } } },
  { "Fieldwork",
    "Members heard of the Ofsted inspection of children’s services. There were six "
    "inspectors on site. Fieldwork was carried out between 9 and 20 October 2023.\n",
    { { "ILACS", "inspection", "2023-10-09", NULL, "" } } },
  { "Local area",
    "The inspection, carried out by Ofsted and the CQC in May 2023, found failings.\n",
    { { "SEND", "inspection", "2023-05", NULL, "" } } },
  { "Youth justice inspection",
    "HM Inspectorate of Probation inspected the service in October 2023.\n",
    { { "YJS", "inspection", "2023-10", NULL, "" } } },
  { "Local area partnership inspections",
    "In June 2023 inspectors came to Northby.\n",
    { { "SEND", "inspection", "2023-06", NULL, "" } } },
  { "Outcome",
    "Ofsted inspected children’s services in March 2024. The report was published in May "
    "2024.\nThe judgements were:\n• Overall effectiveness: Requires improvement\n• The "
    "impact of leaders: Good\n• Care leavers – Inadequate\nHead teachers: good.\n",
    { { "ILACS", "inspection", "2024-03", "2024-05",
        "overall requires-improvement, leaders good, care-leavers inadequate" } } },
  { "Parks",
    "The playground inspection took place in March 2024. The play area inspection of "
    "2023 "
    "was good.\n",
    { { NULL } } },
};

static gchar *
judgements_of (const InspectionMention *mention)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < mention->judgements->len; i++)
    {
      const Judgement *judgement = &g_array_index (mention->judgements, Judgement, i);
      g_string_append_printf (all, "%s%s %s", i > 0 ? ", " : "", judgement->judgement,
                              judgement->grade);
    }
  return g_string_free (all, FALSE);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (Item) item = reading_of (MEETING_KIND_MINUTES, c->title, c->text);
      guint n = 0;

      g_test_message ("%s", c->text);
      for (; n < MAX_MENTIONS && c->want[n].framework != NULL; n++)
        {
          const InspectionMention *mention;
          g_autofree gchar *judgements = NULL;

          g_assert_cmpuint (item->inspections->len, >, n);
          mention = &g_array_index (item->inspections, InspectionMention, n);
          judgements = judgements_of (mention);
          g_assert_cmpstr (mention->framework, ==, c->want[n].framework);
          g_assert_cmpstr (mention->kind, ==, c->want[n].kind);
          g_assert_cmpstr (mention->date, ==, c->want[n].date);
          g_assert_cmpstr (mention->published, ==, c->want[n].published);
          g_assert_cmpstr (judgements, ==, c->want[n].judgements);
        }
      g_assert_cmpuint (item->inspections->len, ==, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mention/cases", test_cases);
  return g_test_run ();
}
