#include "tests/normalise/resolved.h"

static const Case cases[] = {
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
  { "That, and a list",
    "RESOLVED:\nThat (a) the draft terms be amended; and\n(b) a further report be "
    "made.\n",
    { { "(a)", "the draft terms be amended", RESOLVED, "amend" },
      { "(b)", "a further report be made", RESOLVED, "make" } } },
  { "that, and a list that runs on",
    "RESOLVED that (a) the draft terms be amended; and (b) a further report be made.\n",
    { { "(a)", "the draft terms be amended", RESOLVED, "amend" },
      { "(b)", "a further report be made", RESOLVED, "make" } } },
  { "Decision over who resolved",
    "Decision:\nThe Board resolved :-\n(i) to amend the note of May, and\n(ii) to "
    "approve "
    "it otherwise.\nMinutes:\nThe Board had the note before it.\n",
    { { "(i)", "to amend the note of May", RESOLVED, "amend" },
      { "(ii)", "to approve it otherwise", RESOLVED, "approve" } } },
  { "minutes noted and confirmed",
    "The minutes of the Board's meeting on 9 May were noted and confirmed as a correct "
    "record.\n",
    { { "",
        "The minutes of the Board's meeting on 9 May were noted and confirmed as a "
        "correct "
        "record",
        AGREED, NULL } } },
  { "a page of decisions, in capitals",
    "As Cabinet Member for Children I\na) APPROVE the changes to rates\nb) DELEGATE "
    "authority "
    "to the Director, or another officer, to sign what is needed;\nc) DELEGATE authority "
    "to "
    "the Director, or another officer, to:\ni) adopt the rates for carers; and\nii) "
    "adopt "
    "those for therapy.\n",
    { { "a)", "APPROVE the changes to rates", RESOLVED, "approve" },
      { "b)",
        "DELEGATE authority to the Director, or another officer, to sign what is needed",
        RESOLVED, "delegate" },
      { "c)",
        "DELEGATE authority to the Director, or another officer, to:\ni) adopt the rates "
        "for "
        "carers; and\nii) adopt those for therapy",
        RESOLVED, "delegate" } },
    MEETING_KIND_DECISION },
  { "a page of decisions, under who agrees",
    "That the Board agree:\n(1) To set up a new board.\n(2) The Chair will be the lead "
    "member.\n(3) That this be the last meeting.\n",
    { { "(1)", "To set up a new board", AGREED, NULL },
      { "(2)", "The Chair will be the lead member", AGREED, NULL },
      { "(3)", "That this be the last meeting", AGREED, NULL } },
    MEETING_KIND_DECISION },
  { "the council, in small letters",
    "Ref 24/05, the Old Mill. The council unanimously approved the plans.\n",
    { { "", "The council unanimously approved the plans", AGREED, "approve" } } },
  { "Decision again at the end of Minutes",
    "Decision:\nThat the annual report be approved.\nMinutes:\nCllr Ashe presented "
    "it.\nDecision\nThat the annual report be approved.\nReason for the decision\nIt was "
    "good.\n",
    { { "", "That the annual report be approved", DECIDED, "approve" } },
    MEETING_KIND_ISSUE },
  { "a decision's second entry that only notes",
    "(a) That the work of the agency be noted;\n(b) That Cabinet notes that the "
    "agreement was "
    "under review.\nReason for the\nThe Act says so.\n",
    { { "(a)", "That the work of the agency be noted", RESOLVED, "note" },
      { "(b)", "That Cabinet notes that the agreement was under review", RESOLVED,
        NULL } },
    MEETING_KIND_UNKNOWN },
  { "a decision before what was said, without labels",
    "That subject to the above the minutes be approved.\nThe minutes of 7 May had been "
    "sent out.\nMembers spoke of page 5.\n",
    { { "", "That subject to the above the minutes be approved", RESOLVED, "approve" } },
    MEETING_KIND_ISSUE },
  { "minutes proposed, then resolved",
    "The minutes were proposed by Cllr Ashe and seconded by Cllr Poole.\nRESOLVED: That "
    "the "
    "minutes of 5 May be approved.\n",
    { { "", "That the minutes of 5 May be approved", RESOLVED, "approve" } } },
  { "what may be resolved, with a dash behind the colon",
    "If so, to formally pass the following resolution:-\nRESOLVED – That the public be "
    "excluded for item 6.\nMinutes:\nNobody had to leave.\n",
    { { NULL, NULL, 0, NULL } },
    MEETING_KIND_MINUTES },
  { "votes in two pairs of brackets",
    "The motion was put and carried (36:22).\nResolved (36:22) (One abstention) –\n(1) "
    "That the findings be accepted.\n(2) That a board be set up.\n",
    { { "(1)", "That the findings be accepted", RESOLVED, "accept" },
      { "(2)", "That a board be set up", RESOLVED, NULL } } },
  { "the next entry is no part of what was resolved",
    "• 24/0131 The Lodge\nAgreed to recommend refusal\n• 24/0132 Mill House\nNo comments "
    "and AGREED to leave it to the officer\n7.3 Letters: none.\n",
    { { "", "to recommend refusal", RECOMMENDED, "recommend" },
      { "", "to leave it to the officer", AGREED, NULL } } },
  { "the record of a meeting",
    "The record of the meeting held on 8 January 2024 was agreed and signed as "
    "correct.\n",
    { { "",
        "The record of the meeting held on 8 January 2024 was agreed and signed as "
        "correct",
        AGREED, "agree" } } },
  { "a decision in its cell of a form",
    "Purpose | To pay carers.\nDecision | THAT: (a) the fees be approved; and (b) they "
    "be "
    "paid.\nReasons for the decision | To keep them.\n",
    { { "(a)", "the fees be approved", DECIDED, "approve" },
      { "(b)", "they be paid", DECIDED, "pay" } } },
  { "all agreed, in a sentence behind it",
    "Resolved, proposed Cllr Klim, seconded Cllr Joll, that Zo Kell be co-opted. "
    "Unanimously agreed\n98/2024 | The Cabinet agreed to open the home.\n",
    { { "", "that Zo Kell be co-opted", RESOLVED, "co-opt" },
      { "", "The Cabinet agreed to open the home", AGREED, "agree" } } },
  { "a body and a list of what it did",
    "On 22 May 2019, Cabinet:- (i) approved the plan; (ii) noted the pilot.\n",
    { { "(i)", "approved the plan", DECIDED, "approve" },
      { "(ii)", "noted the pilot", DECIDED, "note" } },
    MEETING_KIND_DECISION },
  { "agreed with an addition",
    "Agreed with the addition of a visit to the depot.\nApproved subject to the "
    "Treasurer’s view.\n",
    { { "", "Agreed with the addition of a visit to the depot", AGREED, "agree" },
      { "", "Approved subject to the Treasurer’s view", AGREED, "approve" } } },
  { "having heard somebody",
    "The Committee, having heard the Director, agreed:-\n(1) to note the findings; "
    "and\n(2) "
    "to wait.\n",
    { { "(1)", "to note the findings", AGREED, "note" },
      { "(2)", "to wait", AGREED, NULL } } },
  { "an amendment is another motion",
    "Cllr Ash, seconded by Cllr Dew, moved that the pool be kept. Cllr Roe moved as an "
    "amendment that it be closed. The motion was carried by 3 votes to 2.\n",
    { { "", "that the pool be kept", CARRIED, "keep" } } },
  { "cut by its site",
    "It was agreed that they be asked to come ... view the full minutes text for item "
    "4\n",
    { { "", "that they be asked to come", AGREED, "ask" } },
    MEETING_KIND_ISSUE },
  { "entries with labels of their own",
    "Decision:\nThe Cabinet Member:\n(1) APPROVED the tender;\n(2) DELEGATED the award "
    "to "
    "the Director; and\n(3) AGREED that a report be brought in May.\nReasons: it ends "
    "soon.\n",
    { { "(1)", "APPROVED the tender", AGREED, "approve" },
      { "(2)", "DELEGATED the award to the Director", DECIDED, "delegate" },
      { "(3)", "that a report be brought in May", AGREED, "bring" } } },
  { "the following motion",
    "The amendment was LOST.\nThe following motion was put to the vote and "
    "CARRIED:\nThis "
    "Council resolves to write to the Minister.\n",
    { { "", "This Council resolves to write to the Minister", CARRIED, NULL } } },
  { "appointed one by one",
    "Ann Frost – proposed by Cllr Batt seconded by Cllr Dew and unanimously "
    "appointed.\nGiles Hull - proposed by Cllr Dew seconded by Cllr Beck and co-opted.\n",
    { { "",
        "Ann Frost – proposed by Cllr Batt seconded by Cllr Dew and unanimously "
        "appointed",
        AGREED, NULL },
      { "", "Giles Hull - proposed by Cllr Dew seconded by Cllr Beck and co-opted",
        AGREED, NULL } } },
};

static void
test_cases (void)
{
  resolved_check (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resolving/cases", test_cases);
  return g_test_run ();
}
