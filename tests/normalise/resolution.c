#include "tests/normalise/resolved.h"

static const Case cases[] = {
  { "label runs in",
    "The Head of Parks spoke.\nRESOLVED – That the fees be held.\n",
    { { "", "That the fees be held", RESOLVED, "hold" } } },
  { "over a table",
    "Two had asked. The following grants were approved:\nApplicant | Amount\nScouts | "
    "£400\nPlayers | £250\n",
    { { "", "The following grants were approved", AGREED, "approve" } } },
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
  { "a line that the source broke off",
    "COUNCIL RESOLVED - That the notes of the talks held on 25\nMarch be "
    "agreed.\nCOUNCIL "
    "RESOLVED - That the ferrymen be thanked as\npart of the "
    "talks.\nBoats are moored.\n",
    { { "", "That the notes of the talks held on 25\nMarch be agreed", RESOLVED,
        "agree" },
      { "", "That the ferrymen be thanked as\npart of the talks", RESOLVED, "thank" } } },
  { "numbered by the year",
    "RESOLVED: 2025/106\nThat, subject to one change, the plan be agreed.\n",
    { { "", "That, subject to one change, the plan be agreed", RESOLVED, "agree" } } },
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
  { "apologies under the label of a decision",
    "Decision:\n• Apologies for absence from Cllrs Carr and Hare.\n• No declarations\n",
    { { "", NULL, RESOLVED, NULL } } },
  { "the decision and the minutes, without their labels",
    "RESOLVED that the ferry be painted blue/\nRESOLVED that the ferry be painted "
    "blue.\nIt was rusty.\nRESOLVED that the ferry be painted blue.\n",
    { { "", "that the ferry be painted blue/", RESOLVED, NULL },
      { "", "that the ferry be painted blue", RESOLVED, NULL } } },
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
  g_test_add_func ("/resolution/cases", test_cases);
  return g_test_run ();
}
