#include "tests/normalise/reading.h"

#define MAX_ACTIONS 3

typedef struct
{
  const gchar *owner;
  const gchar *due;
  const gchar *exact;
} Want;

typedef struct
{
  const gchar *name;
  const gchar *text;
  Want want[MAX_ACTIONS]; /* ended by an exact of NULL */
} Case;

static const Case cases[] = {
  { "in brackets",
    "The Chair spoke. Cllr Poole will write to the bus firm.\n(ACTION: EP)\n",
    { { "EP", NULL, "Cllr Poole will write to the bus firm" } } },
  { "a paragraph that is a task",
    "The Board heard of the bus.\nEP to write to the bus firm by 3 May 2024\n",
    { { "EP", "2024-05-03", "write to the bus firm by 3 May 2024" } } },
  { "in brackets, nobody named",
    "• Cllr Ashe asked for the study. (ACTION)\n",
    { { NULL, NULL, "Cllr Ashe asked for the study" } } },
  { "label and owner",
    "ACTION: SK to bring a plan to the next meeting.\n",
    { { "SK", "next meeting", "bring a plan to the next meeting" } } },
  { "owners before the task",
    "ACTION: RE/BQ – write to all teams\nAction: Clerk: ask for prices\nAction: Data – "
    "show it by ward\n",
    { { "RE/BQ", NULL, "write to all teams" },
      { "Clerk", NULL, "ask for prices" },
      { NULL, NULL, "Data – show it by ward" } } },
  { "an owner with two initials",
    "It was proposed to ask for the plans. Action: S E Roe\nAction: J.A. Cole to write "
    "to "
    "the bus firm.\n",
    { { "S E Roe", NULL, "It was proposed to ask for the plans" },
      { "J.A. Cole", NULL, "write to the bus firm" } } },
  { "label, owner in the column",
    "Action: amend the terms\nLO\n",
    { { "LO", NULL, "amend the terms" } } },
  { "label behind a sentence, owner in the column",
    "It was agreed that both should vote. Action: amend the terms\nLO\n",
    { { "LO", NULL, "amend the terms" } } },
  { "a team and by whom",
    "ACTION: Parks and Open Spaces (KL) to mend the gate.\nAction: Assistant Director – "
    "Roads to count the cars.\n",
    { { "Parks and Open Spaces (KL)", NULL, "mend the gate" },
      { "Assistant Director – Roads", NULL, "count the cars" } } },
  { "a list of actions and of what is to be told",
    "Actions/further information to be provided:\n1. Head of Roads to count the cars.\n",
    { { "Head of Roads", NULL, "count the cars" } } },
  { "the name beside what is to come",
    "Bo had seen the bins full for weeks. A letter would be sent to the depot.\nKS\n",
    { { "KS", NULL, "A letter would be sent to the depot" } } },
  { "a list of actions without numbers",
    "ACTIONS\nThe cabinet member to share the figures.\nOfficers to send a note.\nThey "
    "left.\n",
    { { "cabinet member", NULL, "The cabinet member to share the figures" },
      { "Officers", NULL, "Officers to send a note" } } },
  { "a first name",
    "Action: Sara and Leo to find bags by June.\nAction: Letter to go to the depot.\n",
    { { "Sara and Leo", "June", "find bags by June" },
      { NULL, NULL, "Letter to go to the depot" } } },
  { "owner by a label",
    "Action 3: update the page. Owner: PB. Due: 30/06/2024\n",
    { { "PB", "2024-06-30", "update the page" } } },
  { "a day without a year",
    "ACTION – JS to report by 12 April.\n",
    { { "JS", "2025-04-12", "report by 12 April" } } },
  { "action by",
    "1. That a letter be sent;\nAction by: Monitoring Officer\n",
    { { "Monitoring Officer", NULL, "That a letter be sent" } } },
  { "offices with a comma, with a conjunction",
    "That a report be brought.\nACTION: Strategic Director, Young People’s "
    "Services\nThat "
    "the plan be welcomed.\nACTION: Overview and Scrutiny Lead\n",
    { { "Strategic Director, Young People’s Services", NULL, "That a report be brought" },
      { "Overview and Scrutiny Lead", NULL, "That the plan be welcomed" } } },
  { "parish column",
    "x) Mr Hill on the road. Cllr A. Poole to ask the county to clean it.\nCllr. A. "
    "Poole\n"
    "xi) The gate was broken. It was agreed that it be mended. This would be done "
    "soon.\nClerk\n",
    { { "Cllr. A. Poole", NULL, "Cllr A. Poole to ask the county to clean it" },
      { "Clerk", NULL, "It was agreed that it be mended. This would be done soon" } } },
  { "the name beside a cell of paragraphs",
    "The Head said that staff stayed. More would come.\nES\nMembers asked about "
    "audits.\nES "
    "to bring the audit to the next meeting.\n",
    { { "ES", "next meeting", "ES to bring the audit to the next meeting" } } },
  { "two names behind a label",
    "Dr Lund asked for a profile of the year. He wanted a chart.\nAction: Nora "
    "Hale/Clerk\n",
    { { "Nora Hale/Clerk", NULL, "He wanted a chart" } } },
  { "a log with numbers of its own",
    "No. | Item | Action | Owner | Due\n1 | 3 | Write to the firm | TB | 1 April 2025\n",
    { { "TB", "2025-04-01", "Write to the firm" } } },
  { "a log by whom",
    "Ref | Action no | Action | Action by | By when\nA1 | 2 | Ask the police | BC | "
    "Christmas\n",
    { { "BC", "Christmas", "Ask the police" } } },
  { "a month in a table",
    "What | Who | By when\nWrite the page | LG | September 2025\n",
    { { "LG", "2025-09", "Write the page" } } },
  { "parish column that runs on",
    "The common to be marked out. Cllr. P. Hale/Clerk\n",
    { { "Cllr. P. Hale/Clerk", NULL, "The common to be marked out" } } },
  { "table",
    "Minute | Action | Who | By\n30/24 | Shorten the form | O Ferris | 20 Dec\n31/24 | "
    "Call the "
    "bank | Clerk | ASAP\n",
    { { "O Ferris", "2024-12-20", "Shorten the form" },
      { "Clerk", "ASAP", "Call the bank" } } },
  { "list under Actions",
    "Actions:\n1. Figures to be sent – Jane Dale\n2. PB to write\n",
    { { "Jane Dale", NULL, "Figures to be sent" }, { "PB", NULL, "write" } } },
  { "list under a label that asks for more",
    "Actions/requests for further information:\n• Head of Parks to send the count of "
    "trees.\n",
    { { "Head of Parks", NULL, "send the count of trees" } } },
  { "owner in brackets behind the label",
    "ACTION (NA): Paper on the grant, for 3 May 2026.\nACTION (PE/SW): Publish the "
    "list.\n",
    { { "NA", "2026-05-03", "Paper on the grant, for 3 May 2026" },
      { "PE/SW", NULL, "Publish the list" } } },
  { "a Lord Mayor signs",
    "RESOLVED – That the motion be adopted.\nLord Mayor\n",
    { { NULL, NULL, NULL } } },
  { "names below the heads of a table",
    "The following were reserves:\nOrdinary Member\nReserve Member\nCouncillor Ann "
    "Poole\nCouncillor Bo Ashe\nWards affected\nAll\n",
    { { NULL, NULL, NULL } } },
  { "no action",
    "The action plan was discussed.\nActions were being taken.\nThe meeting closed at "
    "9.\nChairman\n",
    { { NULL, NULL, NULL } } },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Item) item = reading_of (MEETING_KIND_MINUTES, "Roads", cases[i].text);
      guint n = 0;

      g_test_message ("%s", cases[i].name);
      for (; n < MAX_ACTIONS && cases[i].want[n].exact != NULL; n++)
        {
          const Action *action;
          g_autofree gchar *exact = NULL;

          g_assert_cmpuint (item->actions->len, >, n);
          action = &g_array_index (item->actions, Action, n);
          exact = reading_exact (item, action->span);
          g_assert_cmpstr (exact, ==, cases[i].want[n].exact);
          g_assert_cmpstr (action->owner, ==, cases[i].want[n].owner);
          g_assert_cmpstr (action->due, ==, cases[i].want[n].due);
        }
      g_assert_cmpuint (item->actions->len, ==, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/action/cases", test_cases);
  return g_test_run ();
}
