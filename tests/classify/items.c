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

/* Written before anybody looked at what the program says of them. */
static const Case unseen[] = {
  { SCRUTINY, "What happens to a worried call",
    "The time between a teacher's worried call and somebody deciding what to do about it "
    "had come down from four days to one.",
    "front-door-contacts-referrals" },
  { SCRUTINY, "Who gets what help",
    "Two families with the same worries were treated quite differently: one was handed "
    "to a volunteer and the other to a social worker, depending on which team picked it "
    "up.",
    "thresholds" },
  { SCRUTINY, "Asking first",
    "In a third of calls to the GP and the school about a child, nobody had asked mum "
    "and dad whether they minded.",
    "parental-consent" },
  { SCRUTINY, "Before things go wrong",
    "Families could now get somebody to come round within a fortnight, long before a "
    "social worker was needed.",
    "early-help" },
  { SCRUTINY, "Christmas week",
    "There was one social worker on duty for the whole county between Christmas Eve and "
    "the second of January.",
    "out-of-hours" },
  { SCRUTINY, "Deciding together",
    "Police, doctors and social workers were supposed to talk the same day about a child "
    "who had been hurt; on average they did so on the fourth.",
    "strategy-meetings-timeliness" },
  { SCRUTINY, "Marks on a child",
    "Three children with bruises had waited over a day for a paediatrician to look at "
    "them.",
    "child-protection-enquiries" },
  { SCRUTINY, "Six-weekly groups",
    "The groups of parents and professionals that are meant to meet every six weeks once "
    "a conference has been held were skipping every other one.",
    "child-protection-planning" },
  { SCRUTINY, "Hungry and cold",
    "The head teacher described two brothers who came in the same unwashed clothes for a "
    "year and took food from other children's lunch boxes.",
    "neglect" },
  { SCRUTINY, "Fear at home",
    "Mothers who had been beaten by a partner were being asked to sign promises to keep "
    "him away from the children.",
    "domestic-abuse" },
  { SCRUTINY, "Trains to the coast",
    "Boys of fourteen were carrying drugs to seaside towns for older men.",
    "exploitation-extra-familial-harm" },
  { SCRUTINY, "Out all night",
    "One girl had disappeared from her children's home on twenty-two nights, and the "
    "home had stopped ringing the police.",
    "missing-children" },
  { SCRUTINY, "Mothers-to-be",
    "Work with expectant mothers began at thirty weeks, which left no time to put "
    "anything in place before the baby came.",
    "pre-birth-work" },
  { SCRUTINY, "A coach accused",
    "It took nine weeks to decide whether a football coach accused of touching a child "
    "could go back to work.",
    "lado-allegations" },
  { SCRUTINY, "Lodgers",
    "Forty pupils at the language college lodged with host families whom nobody from the "
    "council had visited.",
    "private-fostering" },
  { SCRUTINY, "A break for parents",
    "Parents of autistic children said that the Saturday club had closed and that "
    "respite had been cut to two nights a year.",
    "disabled-children" },
  { SCRUTINY, "What is written down for families",
    "The plans ran to nineteen pages, and no parent could say what they had to do or by "
    "when.",
    "plans-quality" },
  { SCRUTINY, "Going nowhere",
    "The same boy had been on the same plan for three years and nothing at home had "
    "altered.",
    "drift-and-delay" },
  { SCRUTINY, "Knocking on doors",
    "A fifth of children had not been seen by their worker for six weeks, and some only "
    "with a parent in the room.",
    "visits-to-children" },
  { SCRUTINY, "What went before",
    "The third baby was assessed as if the first two had never been taken away.",
    "chronologies-family-history" },
  { SCRUTINY, "Round the kitchen table",
    "Grandparents and aunts were now called together to draw up a plan of their own "
    "before the court was asked for anything.",
    "family-networks" },
  { SCRUTINY, "Going to law",
    "Letters warning parents that the council would go to court had been open for more "
    "than a year in five families.",
    "pre-proceedings" },
  { SCRUTINY, "Home again",
    "Eight children had gone back to live with their parents without any check of the "
    "home beforehand.",
    "placed-with-parents-reunification" },
  { SCRUTINY, "For good",
    "By the second review every child in care should know where they would grow up; four "
    "in ten did.",
    "permanence-planning" },
  { SCRUTINY, "New mums and dads",
    "Twelve little ones were still waiting for a new family for life, and three approved "
    "couples had dropped out of the process.",
    "adoption-early-permanence" },
  { SCRUTINY, "Nans and grandads",
    "A grandmother bringing up three boys so that they need not go into care had been "
    "told that she would get half of what a foster carer is paid.",
    "connected-carers-sgo" },
  { SCRUTINY, "Those who chair reviews",
    "The officers who chair children's reviews had raised the same worry about one girl "
    "four times and had got no answer.",
    "iro-chair-challenge" },
  { SCRUTINY, "Friday afternoon",
    "On Friday afternoons staff rang forty homes and took whichever bed for a child was "
    "going.",
    "placement-sufficiency" },
  { SCRUTINY, "Carers giving up",
    "Nine households had stopped fostering this year, most of them because nobody rang "
    "them back.",
    "foster-carers" },
  { SCRUTINY, "Results day",
    "Only one in seven of the children we look after got a pass in English and maths.",
    "education-peps-virtual-school" },
  { SCRUTINY, "Someone on their side",
    "Hardly any child in care had been told that they could have somebody independent to "
    "speak up for them.",
    "advocacy-independent-visitors" },
  { SCRUTINY, "Their questions",
    "The young people's council had rewritten the questions that are put to candidates "
    "for social work posts.",
    "participation-co-production" },
  { SCRUTINY, "Money at eighteen",
    "Few care leavers knew that they could claim two thousand pounds for furniture and a "
    "cooker.",
    "local-offer-entitlements" },
  { SCRUTINY, "After the twenty-first birthday",
    "A care leaver who rang at twenty-three was told that his file had been shut.",
    "care-leavers-over-21" },
  { SCRUTINY, "Learning to cope",
    "Seventeen-year-olds left their foster homes without ever having cooked a meal or "
    "paid a bill.",
    "transition-to-adulthood" },
  { SCRUTINY, "New starters",
    "Newly qualified social workers had been thrown in at the deep end and had been "
    "given no time to learn.",
    "training-infrastructure" },
  { SCRUTINY, "Who is in charge",
    "There had been five directors of children's services in three years, and staff no "
    "longer believed what they were promised.",
    "strategic-leadership" },
  { SCRUTINY, "What it means for us",
    "Half of all councillors had never been to the evening about what it means to be a "
    "parent to four hundred children.",
    "corporate-parenting" },
  { SCRUTINY, "Off the back of a lorry",
    "Nine boys who had come from Sudan in the back of lorries were waiting for somebody "
    "to decide how old they were.",
    "unaccompanied-children" },
  { SCRUTINY, "Their own story",
    "A young woman of twenty who had grown up in care had no photographs from before she "
    "was eleven and did not know why she had been taken from home.",
    "life-story-work" },
};

static const Case unseen_elsewhere[] = {
  { "Planning Committee", "Local plan",
    "Adoption of the local plan had been delayed; the inspector found the assessment of "
    "housing need poor and asked for clear timescales.",
    NULL },
  { "Licensing Sub-Committee", "Club Zero, Dock Road",
    "The police asked that the front door of the club be supervised at weekends and that "
    "nobody under 18 be let in.",
    NULL },
  { "Audit Committee", "Capital programme",
    "The auditors found drift and delay, weak management oversight and gaps in "
    "recording.",
    NULL },
  { "Parks Committee", "Skate park",
    "Young people had been asked for their views and would help to design the ramps.",
    NULL },
  { SCRUTINY, "Minutes",
    "The minutes of the meeting at which housing for care leavers had been discussed "
    "were agreed.",
    NULL },
  { SCRUTINY, "Summer reading challenge",
    "Four hundred children took part at the libraries and ninety volunteers helped them.",
    NULL },
  { "Cabinet", "Winter gritting",
    "The out-of-hours rota for gritting would be extended and the emergency duty officer "
    "given a second phone.",
    NULL },
  { "Housing Committee", "Homelessness strategy",
    "Single men over forty presented as homeless more often, and eleven had been put in "
    "bed and breakfast.",
    NULL },
  { "Adult Social Care Committee", "Unpaid carers",
    "Carers of older people wanted respite and an assessment of their own needs.", NULL },
  { "Staffing Committee", "Sickness",
    "Supervision of refuse loaders and the use of agency staff were to be recorded each "
    "month.",
    NULL },
  { "Parish Council", "Village hall",
    "After years of neglect of the roof a plan with clear timescales would be drawn up.",
    NULL },
  { "County Council", "Questions about schools",
    "Hill Lane Primary had been rated inadequate by Ofsted, and attendance there had "
    "fallen.",
    NULL },
  { "Cabinet", "Budget monitoring",
    "Placements in nursing homes had cost more because there were too few beds in the "
    "county.",
    NULL },
  { SCRUTINY, "Appointments to outside bodies",
    "Councillor Fay was appointed to the fostering panel and the adoption panel.", NULL },
  { "Health and Wellbeing Board", "NHS dentistry",
    "Residents waited eighteen months to see a dentist and some had missed health "
    "checks.",
    NULL },
  { "Police and Crime Panel", "Custody suites",
    "The cells had been repainted, and independent visitors had seen four hundred adults "
    "in custody.",
    NULL },
  { "County Council", "Members' development",
    "Councillors were reminded to finish their induction and the training on the code of "
    "conduct.",
    NULL },
  { "Planning Committee", "Day nursery, 4 Elm Road",
    "Permission was given; noise from children playing was thought acceptable.", NULL },
  { "Transport Committee", "Buses to the college",
    "Students missed lessons because of delay, and a review of the contract was asked "
    "for.",
    NULL },
  { "Pension Board", "Advisers",
    "The fund's adviser had changed three times in a year, and the Board asked for "
    "stability.",
    NULL },
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
                    >=, 19);
}

static void
test_fooled (void)
{
  g_assert_cmpuint (count_right (fooled_by_keywords, G_N_ELEMENTS (fooled_by_keywords)),
                    ==, 20);
}

static void
test_unseen (void)
{
  g_assert_cmpuint (count_right (unseen, G_N_ELEMENTS (unseen)), >=, 34);
}

static void
test_unseen_elsewhere (void)
{
  g_assert_cmpuint (count_right (unseen_elsewhere, G_N_ELEMENTS (unseen_elsewhere)), ==,
                    20);
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
  g_test_add_func ("/items/unseen", test_unseen);
  g_test_add_func ("/items/unseen-elsewhere", test_unseen_elsewhere);
  g_test_add_func ("/items/welsh", test_welsh);
  return g_test_run ();
}
