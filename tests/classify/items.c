/* Items of minutes: twenty that a keyword would miss, twenty that would fool it. Each is
 * read as an item of a committee's meeting. The figures below are what is reached; a
 * change that loses an item has to say so here. */

#include "classify/classifier.h"

typedef struct
{
  const gchar *body;
  const gchar *title;
  const gchar *text;
  const gchar *concept; /* NULL: no tag at all */
} Case;

#define SCRUTINY "Children and Families Scrutiny Committee"

static const Case missed_by_keywords[] = {
  { SCRUTINY, "Staffing", "We lost nine social workers in one quarter.",
    "workforce-stability" },
  { SCRUTINY, "A carer speaks",
    "The girl had met six different social workers since Easter and no longer asked "
    "their names.",
    "workforce-stability" },
  { SCRUTINY, "Workload", "Each worker held thirty children on average last autumn.",
    "caseloads-capacity" },
  { SCRUTINY, "Team visits",
    "Staff sat down with their manager once a month to think about a child.",
    "supervision" },
  { SCRUTINY, "Sixteen and nowhere to go",
    "Sixteen-year-olds were turning up at the housing office with a bag.",
    "homeless-16-17" },
  { SCRUTINY, "Runaways",
    "Youngsters who run off were rarely asked afterwards, by somebody independent, where "
    "they had been.",
    "return-home-interviews" },
  { SCRUTINY, "Where they live",
    "A boy of twelve had spent a month in a caravan with agency staff.",
    "unregistered-placements" },
  { SCRUTINY, "Moving again", "One in eight children moved home three times in a year.",
    "placement-stability-matching" },
  { SCRUTINY, "School days",
    "Four children in care were on a timetable of ten hours a week.",
    "missing-education-attendance" },
  { SCRUTINY, "Teeth", "A third had not been to the dentist this year.",
    "health-assessments" },
  { SCRUTINY, "Waiting to talk",
    "Young people who were hurting themselves waited five months for the clinic.",
    "emotional-mental-health" },
  { SCRUTINY, "After eighteen",
    "The service did not know where eleven of its care leavers lived.",
    "personal-advisers-in-touch" },
  { SCRUTINY, "A place of their own",
    "Three care leavers had been sleeping on friends' sofas since June.",
    "care-leaver-accommodation" },
  { SCRUTINY, "What next",
    "Half of our care leavers were neither in a job nor at college.", "care-leaver-eet" },
  { SCRUTINY, "What runs in the family",
    "At eighteen nobody could tell her which jabs she had had as a child.",
    "health-histories" },
  { SCRUTINY, "Reading the files",
    "Twelve files were read by somebody from outside, who marked five as inadequate.",
    "audit-quality-assurance" },
  { SCRUTINY, "The figures",
    "The director said that she could not trust the figures on the dashboard.",
    "performance-data" },
  { SCRUTINY, "At night",
    "A grandmother rang the emergency number on a Saturday evening and reached nobody.",
    "out-of-hours" },
  { SCRUTINY, "Round one table",
    "Police and health had sent apologies to half of the meetings about a child at risk.",
    "partnership-working" },
  { SCRUTINY, "Behind bars",
    "Two of our care leavers in prison had not been visited since the spring.",
    "young-people-in-custody" },
};

static const Case fooled_by_keywords[] = {
  { "Licensing Sub-Committee", "The Anchor, Quay Street",
    "The supervision of the premises by its designated premises supervisor was poor.",
    NULL },
  { "Planning Committee", "Land at Mill Lane",
    "A care plan for the neglected listed building was approved.", NULL },
  { "Audit Committee", "Internal audit plan",
    "The audit of supplier payments found no concerns.", NULL },
  { "Adult Social Care Committee", "Safeguarding adults",
    "The threshold for adult safeguarding referrals was reviewed.", NULL },
  { "Parish Council", "Grass cutting", "The councillor adopted the policy.", NULL },
  { "Highways Committee", "Road safety audit",
    "Neglect of the verge was reported by the police.", NULL },
  { "Housing Committee", "Tenant participation strategy",
    "Tenants were consulted on the participation strategy.", NULL },
  { "Pension Board", "Transition to the new fund",
    "The transition plan and the performance data were noted.", NULL },
  { SCRUTINY, "Apologies for absence",
    "Apologies were received from the independent reviewing officer.", NULL },
  { SCRUTINY, "Work programme", "March: private fostering. May: neglect strategy.",
    NULL },
  { SCRUTINY, "Declarations of interest",
    "Councillor Mee declared that she was a foster carer.", NULL },
  { SCRUTINY, "Minutes of the last meeting",
    "The minutes, which dealt with early help, were signed.", NULL },
  { SCRUTINY, "Date of next meeting", "Corporate parenting training follows at 7 pm.",
    NULL },
  { SCRUTINY, "School admissions", "The school admission arrangements were agreed.",
    NULL },
  { "Environment Committee", "Stray dogs", "Fostering of stray dogs had doubled.", NULL },
  { "General Purposes Committee", "Grants",
    "The threshold for grants was raised to five hundred pounds.", NULL },
  { "Transport Committee", "Bus services",
    "Contact with the operator had drifted, with delay to every timetable.", NULL },
  { "Staffing Committee", "Turnover",
    "Turnover in the refuse service fell and vacancies were filled.", NULL },
  { "Cabinet", "Leisure centre",
    "The assessment of the roof was of poor quality and late.", NULL },
  { "Community Council", "Cemetery", "Visits to the cemetery should be recorded.", NULL },
};

static Meeting *
meeting_of (const Case *one)
{
  Meeting *meeting = meeting_new ();
  Item *item = item_new ();

  item->number = g_strdup ("1");
  item->title = g_strdup (one->title);
  item->text = g_strdup (one->text);
  meeting->body = g_strdup (one->body);
  g_ptr_array_add (meeting->items, item);
  return meeting;
}

static gboolean
is_right (Classifier *classifier, const Case *one)
{
  g_autoptr (GPtrArray) meetings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  g_autoptr (GPtrArray) out = NULL;
  const GPtrArray *tags;

  g_ptr_array_add (meetings, meeting_of (one));
  out = classifier_read (classifier, meetings);
  tags = ((ItemTags *)((MeetingTags *)out->pdata[0])->items->pdata[0])->tags;
  if (one->concept == NULL)
    return tags->len == 0;
  for (guint i = 0; i < tags->len; i++)
    if (g_str_equal (((Tag *)tags->pdata[i])->concept, one->concept))
      return TRUE;
  return FALSE;
}

static guint
count_right (const Case *cases, guint n)
{
  g_autoptr (Taxonomy) taxonomy = taxonomy_new_default ();
  g_autoptr (Classifier) classifier = classifier_new (taxonomy);
  guint right = 0;

  for (guint i = 0; i < n; i++)
    if (is_right (classifier, &cases[i]))
      right++;
    else
      g_test_message ("not right: %s: %s", cases[i].title, cases[i].text);
  return right;
}

static void
test_missed (void)
{
  g_assert_cmpuint (count_right (missed_by_keywords, G_N_ELEMENTS (missed_by_keywords)),
                    >=, 14);
}

static void
test_fooled (void)
{
  g_assert_cmpuint (count_right (fooled_by_keywords, G_N_ELEMENTS (fooled_by_keywords)),
                    ==, 20);
}

/* Welsh is not tagged by accident. */
static void
test_welsh (void)
{
  static const Case welsh = {
    "Cyngor Cymuned", "Materion yn codi",
    "Trafodwyd y sefyllfa gyda'r plant a phobl ifanc yn yr ardal.", NULL
  };

  g_assert_cmpuint (count_right (&welsh, 1), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/items/missed-by-keywords", test_missed);
  g_test_add_func ("/items/fooled-by-keywords", test_fooled);
  g_test_add_func ("/items/welsh", test_welsh);
  return g_test_run ();
}
