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
  { "minutes of two meetings",
    "The minutes of 2 July and 9 September were both confirmed.\n",
    { { "", "The minutes of 2 July and 9 September were both confirmed", AGREED,
        NULL } } },
  { "minutes, in short",
    "Approved and signed by the Chairman.\nThey were taken as read and accepted as "
    "correct.\n",
    { { "", "Approved and signed by the Chairman", AGREED, "approve" },
      { "", "They were taken as read and accepted as correct", AGREED, "take" } } },
  { "members confirm minutes",
    "Members confirmed the minutes of 9 April as a correct record.\nMembers confirmed "
    "that they had read the plan.\n",
    { { "", "Members confirmed the minutes of 9 April as a correct record", AGREED,
        "confirm" } } },
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
  { "a circumstance between label and list",
    "RESOLVED\nFor the reasons in the briefing: -\n1. That the pond be cleared.\n1. That "
    "the path be closed.\n1. That signs be bought.\n",
    { { "1", "That the pond be cleared", RESOLVED, NULL },
      { "1", "That the path be closed", RESOLVED, "close" },
      { "1", "That signs be bought", RESOLVED, "buy" } } },
  { "told paragraphs under a label",
    "Decisions:\n9.1 The Board looked at the draft rota.\n9.2 Cllr Ashe asked who would "
    "drive.\n9.3 Resolved – That the rota be adopted.\n",
    { { "9.3", "That the rota be adopted", RESOLVED, "adopt" } } },
  { "a circumstance before what is decided",
    "Decision\nIn the absence of Cllr Hale, to agree that Cllr Dunn take the chair.\n",
    { { "", "In the absence of Cllr Hale, to agree that Cllr Dunn take the chair",
        DECIDED, "agree" } } },
  { "said whole, whatever list follows",
    "RESOLVED:\nThat the notes of these meetings be confirmed:\n4 May 2023\n6 July "
    "2023\n",
    { { "", "That the notes of these meetings be confirmed", RESOLVED, "confirm" } } },
  { "the same of another meeting, under the same label",
    "5.1\nMinutes:\nUNANIMOUSLY RESOLVED that the notes of 3 May be "
    "signed.\n5.2\nMinutes:\nUNANIMOUSLY RESOLVED that the notes of 9 June be signed.\n",
    { { "", "that the notes of 3 May be signed", RESOLVED, "sign" },
      { "", "that the notes of 9 June be signed", RESOLVED, "sign" } } },
  { "the word RESOLVED was lost",
    "The Board looked at the yearly review.\nThat the review be noted.\n",
    { { "", "That the review be noted", RESOLVED, "note" } },
    MEETING_KIND_ISSUE },
  { "a list that lost it",
    "1) That the plan be sent to the Minister.\n2) That the Director be authorised to "
    "sign "
    "it.\n",
    { { "1)", "That the plan be sent to the Minister", RESOLVED, "send" },
      { "2)", "That the Director be authorised to sign it", RESOLVED, "authorise" } },
    MEETING_KIND_UNKNOWN },
  { "in quotation marks, and with markers, on a page of decisions",
    "“That the plan be approved.”\n02/04/2024 - Plan for Play\na) That subject to (b) "
    "below, and to what the partners of the Council on the east bank of the river may "
    "say, "
    "the plan be sent on;\nb) That the Director be authorised to mend it.\nThe law asks "
    "for a plan.\n",
    { { "", "That the plan be approved", RESOLVED, "approve" },
      { "a)",
        "That subject to (b) below, and to what the partners of the Council on the east "
        "bank of the river may say, the plan be sent on",
        RESOLVED, NULL },
      { "b)", "That the Director be authorised to mend it", RESOLVED, "authorise" } },
    MEETING_KIND_DECISION },
  { "what is to be done, on a page of decisions",
    "(i) To approve the business case.\n(ii) To delegate the rest to the Director.\n",
    { { "(i)", "To approve the business case", RESOLVED, "approve" },
      { "(ii)", "To delegate the rest to the Director", RESOLVED, "delegate" } },
    MEETING_KIND_DECISION },
  { "minutes that lost their labels",
    "Members heard of the talks.\nThat the terms be agreed.\nThat the lease be "
    "signed.\nThe landing needs repair.\n",
    { { "", "That the terms be agreed", RESOLVED, "agree" },
      { "", "That the lease be signed", RESOLVED, "sign" } } },
  { "a motion in them",
    "Councillor Poole moved, seconded by Councillor Ashe, that words be added.\nThat the "
    "terms be agreed.\nThe Mayor thanked them.\n",
    { { NULL } } },
  { "the word RESOLVED was lost behind its mover",
    "It was moved by the Leader, seconded by Cllr Ashe and\n(i) The report be noted; "
    "and\n(ii) The plan be adopted from May.\n",
    { { "(i)", "The report be noted", RESOLVED, "note" },
      { "(ii)", "The plan be adopted from May", RESOLVED, "adopt" } } },
  { "a motion below its mover",
    "The Leader MOVED, seconded by Cllr Ashe\nTHAT the plan be ADOPTED.\nUpon a vote "
    "being "
    "taken, the MOTION was declared to have been CARRIED.\n",
    { { "", "THAT the plan be ADOPTED", CARRIED, "adopt" } } },
  { "a motion put and agreed",
    "It was moved by Cllr Ashe and seconded by Cllr Poole that item 9 be taken first. "
    "The "
    "motion was put to the vote and AGREED.\n",
    { { "", "that item 9 be taken first", AGREED, "take" } } },
  { "broken off at the end of a line",
    "RESOLVED: (i) To agree the Terms of\nReference as they stand; and\nThe Chair "
    "thanked "
    "them.\n",
    { { "(i)", "To agree the Terms of\nReference as they stand", RESOLVED, "agree" } } },
  { "a meeting that was held",
    "RESOLVED: That the minutes of the meeting of the Committee held on 3 May be "
    "approved.\n",
    { { "", "That the minutes of the meeting of the Committee held on 3 May be approved",
        RESOLVED, "approve" } } },
  { "all members",
    "All members agreed that the bowls club be given a mower.\n",
    { { "", "All members agreed that the bowls club be given a mower", AGREED, NULL } } },
  { "what might be passed",
    "The Board may wish to pass the following resolution:\nThat the public be "
    "excluded.\n",
    { { NULL } },
    MEETING_KIND_ISSUE },
  { "an entry over two lines of the source",
    "RESOLVED that:\n(1) the yearly plan be noted; and\n(2) the guides to Play "
    "and\nSports "
    "be welcomed.\n",
    { { "(1)", "the yearly plan be noted", RESOLVED, "note" },
      { "(2)", "the guides to Play and\nSports be welcomed", RESOLVED, "welcome" } } },
  { "its own word under a label",
    "Decision:\nCabinet RESOLVED that the notes be approved.\n",
    { { "", "that the notes be approved", RESOLVED, "approve" } } },
  { "bare, above its reason, in both places",
    "That the plan be approved.\nReason for the decision\nThe law asks for it.\nMembers "
    "liked it.\nThat the plan be approved.\nReason for the decision\nThe law asks for "
    "it.\n",
    { { "", "That the plan be approved", RESOLVED, "approve" } },
    MEETING_KIND_ISSUE },
  { "bare, with bullets, on a page of decisions",
    "That the statement be noted.\nThat these steps be approved:\n• That a plan be "
    "drawn.\n• A report in May.\n",
    { { "", "That the statement be noted", RESOLVED, "note" },
      { "", "That these steps be approved:\n• That a plan be drawn.\n• A report in May",
        RESOLVED, "approve" } },
    MEETING_KIND_DECISION },
  { "a name that looks like a verb",
    "RESOLVED: That the draft SEND plan be noted.\n",
    { { "", "That the draft SEND plan be noted", RESOLVED, "note" } } },
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
  { "a petition quotes an earlier one",
    "A petition read: \"We ask the Council to undo what it did when it was RESOLVED that "
    "the "
    "pool be shut.\" It was then RESOLVED that a reply be sent.\n",
    { { "", "that a reply be sent", RESOLVED, "send" } } },
  { "a question quotes an earlier one",
    "Mr Pell asked: ‘On 6 March the Cabinet agreed to buy a boat. It was resolved to "
    "sail "
    "it. Where is it?’ The Leader’s reply was short.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "typewriter's quotation over paragraphs",
    "The Mayor read out what the Cabinet had done:\n\"RESOLVED –\n(1) That the home be "
    "closed.\n(2) That staff be told.\"\nRESOLVED that no more be done.\n",
    { { "", "that no more be done", RESOLVED, NULL } } },
  { "agreed on what is still to come",
    "The Board agreed to hold a rehearsal in November 2024.\n",
    { { "", "The Board agreed to hold a rehearsal in November 2024", AGREED, NULL } } },
  { "agreed on somebody's proposition",
    "It was AGREED, on the proposition of Councillor Crane, that a tea be held.\n",
    { { "", "that a tea be held", AGREED, "hold" } } },
  { "minutes in a few words",
    "Minutes agreed as accurate. All actions closed.\n",
    { { "", "Minutes agreed as accurate", AGREED, NULL } } },
  { "asked to resolve",
    "The Committee is asked to RESOLVE that the press be excluded.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "conditional exclusion",
    "If the Panel wishes to exclude the public it is recommended to pass the following "
    "resolution:\nRESOLVED: That the public be excluded.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "conditional exclusion in one paragraph",
    "If the Panel is minded to exclude the public, it may pass this resolution: "
    "RESOLVED: That the "
    "public be excluded.\n“RESOLVED: That the press be excluded.”\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "resolved by all",
    "It was resolved by all present to buy a bench.\n",
    { { "", "to buy a bench", RESOLVED, "buy" } } },
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
  { "label within a parish's paragraph",
    "a) 24/00123 3 Mill Lane, porch. Resolved: no objection.\nb) 24/00131 The Grange. It "
    "was "
    "resolved to object.\n",
    { { "a)", "no objection", RESOLVED, NULL },
      { "b)", "to object", RESOLVED, "object" } } },
  { "parish: proposed and resolved",
    "It was proposed by Cllr Dunn, seconded by Cllr Ferris, and RESOLVED to approve the "
    "quotation for £450.\n",
    { { "", "to approve the quotation for £450", RESOLVED, "approve" } } },
  { "parish: all in favour",
    "Cllr Webb proposed that the council purchase a bench, seconded by Cllr Ash. All in "
    "favour.\n",
    { { "", "that the council purchase a bench", AGREED, "purchase" } } },
  { "metropolitan: resolved behind a sentence, a list in a list",
    "Consideration was given to a report. Resolved:-\n1. That the report be noted.\n2. "
    "That "
    "Cabinet be recommended to:-\n(a) approve it; and\n(b) fund it.\n3. That a report be "
    "made in "
    "June.\n",
    { { "1", "That the report be noted", RESOLVED, "note" },
      { "2", "That Cabinet be recommended to:-\n(a) approve it; and\n(b) fund it",
        RECOMMENDED, "recommend" },
      { "3", "That a report be made in June", RESOLVED, "make" } } },
  { "London: votes in the label",
    "The Committee RESOLVED (7 votes in favour, 2 against, 1 abstention) to:\n1. Agree "
    "the report;\n"
    "2. Delegate changes to the Clerk.\n",
    { { "1", "Agree the report", RESOLVED, "agree" },
      { "2", "Delegate changes to the Clerk", RESOLVED, "delegate" } } },
  { "district: entries begin on the label's line",
    "RESOLVED (a) that the report be received;\n(b) that officers be "
    "thanked;\nRECOMMENDED (c) that "
    "Council approve the rate.\n",
    { { "(a)", "that the report be received", RESOLVED, "receive" },
      { "(b)", "that officers be thanked", RESOLVED, "thank" },
      { "(c)", "that Council approve the rate", RECOMMENDED, "approve" } } },
  { "combined authority: a list in its sentence",
    "It was resolved: 1. That the Mayor be thanked. 2. That the deed be signed.\n",
    { { "1", "That the Mayor be thanked", RESOLVED, "thank" },
      { "2", "That the deed be signed", RESOLVED, "sign" } } },
  { "executive member's notice",
    "Decision\nThe Executive Member approved the award to Bidder A.\nReason for "
    "Decision\nBest "
    "value.\nAlternative Options Considered\n1. Do nothing - rejected.\n2. Agree less - "
    "rejected.\n",
    { { "", "The Executive Member approved the award to Bidder A", DECIDED, "approve" } },
    MEETING_KIND_DECISION },
  { "a list that says itself what was done",
    "That the Committee for Parks:\n1. Noted the report\n2. Approved the trial\n",
    { { "1", "Noted the report", AGREED, "note" },
      { "2", "Approved the trial", AGREED, "approve" } } },
  { "a list that only proposes",
    "That the Committee for Parks:\n1. Note the report\n2. Approve it\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "text breaks a list off",
    "RESOLVED:\n1. That the report be noted.\nMembers asked about costs.\n2. That a "
    "report be made.\n",
    { { "1", "That the report be noted", RESOLVED, "note" },
      { "2", "That a report be made", RESOLVED, "make" } } },
  { "planning applications without markers",
    "The following was agreed:\nE/39797 New porch\nThe Old Mill\nNO "
    "OBSERVATIONS\nE/39910 A shed\n"
    "OBJECTION\n",
    { { "", "E/39797 New porch\nThe Old Mill\nNO OBSERVATIONS", AGREED, NULL },
      { "", "E/39910 A shed\nOBJECTION", AGREED, NULL } } },
  { "noted beside each letter",
    "i) Bank, statement of 1 November.\nNoted\nii) Letter on buses.\nClerk\n",
    { { "i)", "Bank, statement of 1 November", NOTED, NULL } } },
  { "an aside ends a resolution",
    "RESOLVED that the fee be held. Councillor Poole left the meeting at 7 pm.\n",
    { { "", "that the fee be held", RESOLVED, "hold" } } },
  { "two in one paragraph",
    "RESOLVED: That the fee be held. That the Clerk tell all.\n",
    { { "", "That the fee be held", RESOLVED, "hold" },
      { "", "That the Clerk tell all", RESOLVED, NULL } } },
  { "proposals of officers and reports",
    "It is recommended that Cabinet agree the budget. Officers recommended that it be "
    "approved. "
    "The Committee is recommended to:\n(a) note the report; and\n(b) approve the plan.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "others than the meeting",
    "Partners had agreed to share. The Cabinet Member agreed to take this back. The "
    "Panel was "
    "informed that the Board agreed to fund it. Complaints were resolved within ten "
    "days. It was "
    "resolved quickly.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "terms of reference",
    "The Board will:\n(a) agree a plan;\n(b) receive reports.\nMembers noted that waits "
    "were "
    "long.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "a motion without quotation marks that is lost",
    "Councillor Lee moved, seconded by Councillor Day, the following motion:\nThis "
    "Council resolves "
    "to:\n1. Freeze the charges.\n2. Write to the Minister.\nThe motion was put to the "
    "vote and "
    "declared lost.\n",
    { { NULL, NULL, RESOLVED, NULL } } },
  { "Welsh label",
    "PENDERFYNWYD: That the report be accepted.\n",
    { { "", "That the report be accepted", RESOLVED, "accept" } } },
  { "an owner's name stands between",
    "RESOLVED:\n1. That a letter be sent;\nClerk\n2. That the gate be mended.\nCllr A "
    "Poole\n",
    { { "1", "That a letter be sent", RESOLVED, "send" },
      { "2", "That the gate be mended", RESOLVED, NULL } } },
  { "a lead-in with the verb, over what has no marks",
    "Resolved: That the Joint Authority approved:\nThe new rules in Appendix 1,\nThe "
    "rules "
    "for gifts in Appendix 2, and,\nThe rest as it stood\nMinutes:\nThe Authority heard "
    "of "
    "the rules.\n",
    { { "", "The new rules in Appendix 1", RESOLVED, "approve" },
      { "", "The rules for gifts in Appendix 2", RESOLVED, "approve" },
      { "", "The rest as it stood", RESOLVED, "approve" } } },
  { "Minutes hold in one what Decision has apart",
    "Decision:\nResolved: That the Joint Authority approved:\nThe new rules in Appendix "
    "1,\nThe rules for gifts in Appendix 2\nMinutes:\nMembers heard of "
    "them.\nResolved:\n(a) That the Joint Authority approves:\n• The new rules in "
    "Appendix "
    "1,\n• The rules for gifts in Appendix 2\n",
    { { "", "The new rules in Appendix 1", RESOLVED, "approve" },
      { "", "The rules for gifts in Appendix 2", RESOLVED, "approve" } },
    MEETING_KIND_ISSUE },
  { "told before it is resolved",
    "It was recommended that the present rules stay until May. The recommendations were "
    "put "
    "and were agreed.\nRESOLVED that the proposals in section 2 be agreed.\n",
    { { "", "that the proposals in section 2 be agreed", RESOLVED, "agree" } } },
  { "recommended, and nothing resolved",
    "It was recommended that the present rules stay until May.\n",
    { { "", "that the present rules stay until May", RECOMMENDED, NULL } } },
  { "proposed, seconded and approved, and no more",
    "To pay what is on the list.\nProposed by Cllr Crane seconded by Cllr Dunn and "
    "unanimously approved.\n",
    { { "", "Proposed by Cllr Crane seconded by Cllr Dunn and unanimously approved",
        AGREED, NULL } } },
  { "resolved to recommend to a body in brackets",
    "Resolved to RECOMMEND: (to Council)\nThat the terms in Appendix 1 be approved.\n",
    { { "", "That the terms in Appendix 1 be approved", RECOMMENDED, "approve" } } },
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
