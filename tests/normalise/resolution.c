#include "tests/normalise/reading.h"

#define MAX_RESOLUTIONS 6

typedef struct
{
  const gchar *number;
  const gchar *exact;
  ResolutionKind kind;
  const gchar *verb;
} Want;

typedef struct
{
  const gchar *name;
  const gchar *text;
  Want want[MAX_RESOLUTIONS]; /* ended by an exact of NULL */
  MeetingKind kind;
} Case;

#define RESOLVED RESOLUTION_RESOLVED
#define RECOMMENDED RESOLUTION_RECOMMENDED
#define AGREED RESOLUTION_AGREED
#define NOTED RESOLUTION_NOTED
#define DECIDED RESOLUTION_DECIDED
#define CARRIED RESOLUTION_CARRIED

static const Case cases[] = {
  { "label runs in",
    "The Head of Parks spoke.\nRESOLVED – That the fees be held.\n",
    { { "", "That the fees be held", RESOLVED, "hold" } } },
  { "label with a manner",
    "RESOLVED (unanimously): To adopt the policy.\n",
    { { "", "To adopt the policy", RESOLVED, "adopt" } } },
  { "misprint",
    "RESOVED that the lease be renewed\n",
    { { "", "that the lease be renewed", RESOLVED, "renew" } } },
  { "number in mid-numbering",
    "17.2 The Treasurer spoke.\n17.3 RESOLVED to buy two benches.\n17.4 They left.\n",
    { { "17.3", "to buy two benches", RESOLVED, "buy" } } },
  { "list under a bare label",
    "RESOLVED\n(1) that the plan be noted; and\n(2) that officers report in June.\nThe "
    "Chair "
    "thanked all.\n",
    { { "(1)", "that the plan be noted", RESOLVED, "note" },
      { "(2)", "that officers report in June", RESOLVED, "report" } } },
  { "list under a sentence",
    "Members spoke.\nThe Executive resolved to:\n(i) Note the audit; and\n(ii) Delegate "
    "the "
    "award to the Director.\n",
    { { "(i)", "Note the audit", RESOLVED, "note" },
      { "(ii)", "Delegate the award to the Director", RESOLVED, "delegate" } } },
  { "the lead-in has the verb",
    "The Executive resolved to note:\n(i) The first audit; and\n(ii) The second one.\n",
    { { "(i)", "The first audit", RESOLVED, "note" },
      { "(ii)", "The second one", RESOLVED, "note" } } },
  { "numbered paragraph with a list of the same style",
    "2. Members spoke.\n3. RESOLVED that the Executive:\n1. Agree the bid;\n2. Note the "
    "risk; "
    "and\n3. Agree a review.\n4. The Chair closed the debate.\n",
    { { "1", "Agree the bid", RESOLVED, "agree" },
      { "2", "Note the risk", RESOLVED, "note" },
      { "3", "Agree a review", RESOLVED, "agree" } } },
  { "sub-entries belong to their entry",
    "AGREED\n1. That the Director be authorised to\na. sign the lease\nb. pay the "
    "rent\n2. That "
    "the report be noted.\n",
    { { "1", "That the Director be authorised to\na. sign the lease\nb. pay the rent",
        AGREED, "authorise" },
      { "2", "That the report be noted", AGREED, "note" } } },
  { "bullets belong to what is said",
    "RESOLVED: that besides the above these items should be brought to the next "
    "meeting:\n• the "
    "website;\n• the hall.\n",
    { { "",
        "that besides the above these items should be brought to the next meeting:\n• "
        "the "
        "website;\n• the hall",
        RESOLVED, "bring" } } },
  { "two lead-ins",
    "It was APPROVED that;\nThat the Committee for Parks:\n1. Approved the trial.\n2. "
    "Authorised "
    "the Director to spend the grant.\n",
    { { "1", "Approved the trial", AGREED, "approve" },
      { "2", "Authorised the Director to spend the grant", AGREED, "authorise" } } },
  { "recommended to others",
    "Recommended to the Executive that a bonus of £500 be paid.\n",
    { { "", "that a bonus of £500 be paid", RECOMMENDED, "pay" } } },
  { "one of a list recommends",
    "RESOLVED that:\n(a) the use of the hall cease; and\n(b) Cabinet be recommended to "
    "buy it.\n",
    { { "(a)", "the use of the hall cease", RESOLVED, "cease" },
      { "(b)", "Cabinet be recommended to buy it", RECOMMENDED, "recommend" } } },
  { "decision, reason and options",
    "DECISION: That the Cabinet\n(1) approves the hours\n(2) asks for a review\nReasons "
    "for "
    "decision: so that\n(1) all know it.\nAlternative options considered: none.\n",
    { { "(1)", "approves the hours", DECIDED, "approve" },
      { "(2)", "asks for a review", DECIDED, "ask" } } },
  { "a tale behind the decision",
    "Decision: The notes were approved as a correct record. Nine of ten actions were "
    "done.\n",
    { { "", "The notes were approved as a correct record", DECIDED, "approve" } } },
  { "sentences",
    "It was agreed that two young people should vote. The Board agreed to meet in May. "
    "The Head "
    "agreed to write. Inspectors agreed that it was good.\n",
    { { "", "that two young people should vote", AGREED, "vote" },
      { "", "The Board agreed to meet in May", AGREED, NULL } } },
  { "proposed and agreed",
    "xiv) Food bank. It was proposed by Cllr. A. Poole, seconded by Cllr. B. Ashe and "
    "unanimously agreed to give £50.\n",
    { { "xiv)", "to give £50", AGREED, "give" } } },
  { "assent on a line of its own",
    "3) Mrs Ashe proposed, and Mr Poole seconded, that the Council record its thanks to "
    "the "
    "band.\nAgreed unanimously.\n",
    { { "3)", "that the Council record its thanks to the band", AGREED, "record" } } },
  { "proposed and then agreed",
    "9) The Mayor proposed that the Council sit until six and it was agreed "
    "unanimously.\n",
    { { "9)", "that the Council sit until six", AGREED, NULL } } },
  { "minutes",
    "The minutes of 3 May, having been sent to all, were confirmed as a true record.\n",
    { { "",
        "The minutes of 3 May, having been sent to all, were confirmed as a true record",
        AGREED, "confirm" } } },
  { "carried, and then recorded",
    "Cllr Poole moved that the Panel recommend a pay rise.\nThe motion was put and "
    "CARRIED (4 "
    "for, 2 against).\nRESOLVED that a rise be recommended.\n",
    { { "", "that a rise be recommended", RECOMMENDED, "recommend" } } },
  { "carried, and nothing else said",
    "Cllr Poole moved, and Cllr Ashe seconded, that the item be put off.\nOn being put "
    "to the "
    "vote the motion was CARRIED.\n",
    { { "", "that the item be put off", CARRIED, NULL } } },
  { "lost",
    "Cllr Poole moved that the item be put off. On a vote the motion was LOST (2 for, 4 "
    "against).\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "quoted motion",
    "Moved by Cllr Poole:\n“This Council notes the flood.\nIt was agreed that all be "
    "told.\n"
    "RESOLVED that letters be sent.”\nThe debate went on.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "asked to resolve",
    "The Committee is asked to RESOLVE that the press be excluded.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "conditional exclusion",
    "If the Panel wishes to exclude the public it is recommended to pass the following "
    "resolution:\nRESOLVED: That the public be excluded.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "told of an earlier meeting",
    "At its last meeting the Committee resolved to sell the hall. It had been agreed "
    "that the "
    "roof be mended. In March 2023 the Cabinet agreed to wait.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "numbered findings and discussion",
    "Recommendation 2: chronologies should be kept.\n• Two firms had agreed to help.\n• "
    "Members "
    "agreed that the tone was better.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "an agenda resolves nothing",
    "RESOLVED – That the fees be held.\n",
    { { NULL, NULL, RESOLVED, NULL } },
    MEETING_KIND_AGENDA },
  { "decision and minutes say the same",
    "Decision:\nRESOLVED that the plan be adopted.\nMinutes:\nMembers spoke at "
    "length.\nRESOLVED "
    "that the plan be adopted.\n",
    { { "", "that the plan be adopted", RESOLVED, "adopt" } },
    MEETING_KIND_ISSUE },
  { "noted",
    "The Panel noted the update.\n",
    { { "", "The Panel noted the update", NOTED, "note" } } },
  { "list that runs on in its paragraph",
    "RESOLVED: (i) That the report be noted; and (ii) That a letter be sent.\n",
    { { "(i)", "That the report be noted", RESOLVED, "note" },
      { "(ii)", "That a letter be sent", RESOLVED, "send" } } },
  { "an owner's name stands between",
    "RESOLVED:\n1. That a letter be sent;\nClerk\n2. That the gate be mended.\nCllr A "
    "Poole\n",
    { { "1", "That a letter be sent", RESOLVED, "send" },
      { "2", "That the gate be mended", RESOLVED, NULL } } },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (Item) item = reading_of (c->kind, "Parks", c->text);
      guint n = 0;

      g_test_message ("%s", c->name);
      for (; n < MAX_RESOLUTIONS && c->want[n].exact != NULL; n++)
        {
          const Resolution *resolution;
          g_autofree gchar *exact = NULL;

          g_assert_cmpuint (item->resolutions->len, >, n);
          resolution = &g_array_index (item->resolutions, Resolution, n);
          exact = reading_exact (item, resolution->span);
          g_assert_cmpstr (exact, ==, c->want[n].exact);
          g_assert_cmpstr (resolution->number, ==, c->want[n].number);
          g_assert_cmpint (resolution->kind, ==, c->want[n].kind);
          if (c->want[n].verb != NULL)
            g_assert_cmpstr (resolution->verb, ==, c->want[n].verb);
        }
      g_assert_cmpuint (item->resolutions->len, ==, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resolution/cases", test_cases);
  return g_test_run ();
}
