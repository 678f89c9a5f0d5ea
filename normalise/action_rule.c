/* action_rule.c: the expressions by which minutes mark actions and their owners. */

#include "normalise/action_rule.h"

/* A person, an office or initials. */
#define TITLE                                                                            \
  "(?:Cllrs?\\.?|CLLRS?\\.?|Councillors?|County "                                        \
  "Councillor|Mr|Mrs|Ms|Miss|Dr|Sgt|PCSO|PC)"
#define OFFICE                                                                             \
  "(?:(?:[Tt]he\\s+)?(?:[A-Z][\\w’'&-]*\\s+(?:(?:and|&)\\s+)?){0,4}"                     \
  "(?:Clerk|CLERK|Chair(?:man|woman|person)?|Vice-?\\s?Chair(?:man)?|Leader|Secretary|"    \
  "Treasurer|RFO|Officers?|Director|Head|Manager|Lead|Caretaker|All|ALL|Members|Mayor|"    \
  "Executive|Solicitor|[Tt]eam)"                                                           \
  "(?:(?:\\s+(?:of|for)|,)\\s+[A-Z][\\w’'&-]*(?:[,]?\\s+(?:and\\s+|&\\s+|of\\s+|for\\s+" \
  ")?"                                                                                     \
  "[A-Z][\\w’'&-]*){0,6})?)"
#define OWNER                                                                            \
  "(?:" TITLE "\\s*(?:[A-Z][\\w’'.-]*\\s*){1,3}|" OFFICE                                 \
  "|[A-Z]{2,4}|(?:[A-Z]\\.?\\s?){1,3}"                                                   \
  "[A-Z][a-z’'-]+[a-zA-Z]*|[A-Z][a-z]+ [A-Z][a-z’'-]+[a-zA-Z]*)"
/* What may stand alone in a column: two words alone may be anything. */
#define CELL                                                                             \
  "(?:" TITLE "\\s*(?:[A-Z][\\w’'.-]*\\s*){1,3}|" OFFICE                                 \
  "|[A-Z]{2,3}|(?:[A-Z]\\.?\\s){1,2}[A-Z][a-z’'-]+)"
/* "Community Operations (KS)", "Assistant Director – Inclusion": a team, a service */
#define CAPITALS(n)                                                                      \
  "[A-Z][\\w’'&-]*(?:,?\\s+(?:and\\s+|&\\s+|of\\s+|for\\s+)?[A-Z][\\w’'&-]*){0," #n "}"
#define TEAM                                                                             \
  "(?:" CAPITALS (                                                                       \
      5) "\\s+\\([A-Z]{2,4}\\)|(?:[A-Z][\\w’'-]*\\s+){0,4}(?:Director|Manager|"        \
         "Head|Officer|Lead|Adviser)\\s+[–—-]\\s+" CAPITALS (6) ")"
#define OWNERS OWNER "(?:\\s*(?:/|,|&|\\+|\\band\\b)\\s*" OWNER "){0,4}"

/* What may stand in the next column: "14 February 2025", "Next meeting" */
#define WHEN                                                                             \
  "(?:[Bb]y\\s+)?(?:(?:[0-9]{1,2}(?:st|nd|rd|th)?\\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|"  \
  "Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?(?:,?\\s+20[0-9]{2})?|[0-9]{1,2}[./][0-9]{1,2}[./]"     \
  "[0-9]{2,4}|[Nn]ext [Mm]eeting|NEXT MEETING|ASAP|[Oo]ngoing|[Ii]mmediate(?:ly)?|"      \
  "[Cc]ompleted?|(?:Spring|Summer|Autumn)(?: [Tt]erm)?(?: 20[0-9]{2})?|End of "          \
  "[A-Z][a-z]+)"

/* clang-format off */
const PatternRule action_rules[ACTION_N_RULES] = {
  /* "(ACTION: EP)", "(Action – Clerk)", "(ACTION)" */
  [ACTION_BRACKET] = { "action in brackets",
    "[(\\[]\\s*(?:ACTIONS?|Actions?)\\b(?:\\s+(?:by|for|BY|FOR))?"
    "\\s*[:;–—-]?\\s*([^()\\[\\]]{0,80})[)\\]]\\s*\\.?" },

  /* "ACTION: SK to bring a plan", "Action – amend the terms", "Action 3:"; "ACTION (SK):
   * bring a plan", with the owner in the first group */
  [ACTION_LABEL] = { "action",
    "^(?:ACTIONS?|Actions?|AP|Agreed actions?|AGREED ACTIONS?|Action points?|ACTION "
    "POINTS?)(?:\\s+(?:by|for|BY|FOR)\\b|\\s*[0-9.]{1,6}|\\s*[(\\[]([A-Z][^()\\[\\]]{1,60})[)\\]])?\\s*(?:[:–—]|\\s-\\s)\\s*" },

  /* "SK to bring", "The Clerk and Cllr Ashe will write" */
  [ACTION_OWNER_TO] = { "owner is to",
    "^((?:[Tt]he\\s+)?(?:" TEAM "|" OWNERS "))\\s*,?\\s+(?:to|will|would|shall|agreed to|was asked "
    "to|undertook to)\\s+" },

  /* behind "Action:", "Sara to ring the bus firm", "Leo and Amy will write" */
  [ACTION_FIRST_NAME] = { "first name is to",
    "^([A-Z][a-z’'-]{1,20}(?:\\s*(?:/|,|&|\\band\\b)\\s*[A-Z][a-z’'-]{1,20}){0,3})\\s+(?:to|will)\\s+"
    "(?!(?:be|go|come|follow)\\b)(?=[a-z])" },

  /* behind "Action:", "RE/BQ – write to all teams", "Clerk: ask for prices" */
  [ACTION_OWNER_BEFORE] = { "owner before the task",
    "^(" CELL "(?:\\s*(?:/|,|&|\\+|\\band\\b)\\s*" CELL "){0,4})"
    "(?:\\s*:|\\s+[–—-])\\s+(?=\\p{L})" },

  /* "RV to report in May", "Clerk to ask for prices": a paragraph of notes, or a cell of
   * their column of actions, that is nothing but a task */
  [ACTION_TASK] = { "task",
    "^((?:[A-Z]{2,3}|Clerk|CLERK|RFO)(?:\\s*(?:/|,|&|\\+|\\band\\b)\\s*(?:[A-Z]{2,3}|"
    "Clerk)){0,4})\\s+to\\s+(?=[a-z]{2,}\\s)[^.;]{4,200}\\.?$" },

  /* "Comms to update the page. Owner: PB. Due: 30 June" */
  [ACTION_OWNER_LABEL] = { "owner by a label",
    "[.;,]?\\s*[(]?\\b(?:Owner|OWNER|Lead|Responsible|By whom|Who)\\s*[:–-]\\s*(" OWNERS
    ")" },

  /* "Actions:" over a list of them */
  [ACTION_LIST_LABEL] = { "list of actions",
    "^(?:ACTIONS|Actions|Agreed actions|AGREED ACTIONS|Action points|ACTION POINTS|"
    "Actions (?:agreed|arising|required)|(?:Actions?|ACTIONS?)\\s*(?:/|and|&|or)\\s*(?:requests?(?: for)?\\s*)?"
    "(?:further |FURTHER )?(?:information|INFORMATION)?(?: requested| to be provided)?)\\s*[:–—-]*\\s*$" },

  /* a paragraph that is but a name: "Clerk", "LO", "Cllr. A. Poole/Clerk"; a Lord Mayor
   * signs */
  [ACTION_OWNER_CELL] = { "owner",
    "^(?!(?:The |THE )?(?:Lord|LORD) (?:Mayor|MAYOR)$)(?:(?:Action|ACTION)\\s*[:–-]?\\s*)?(" CELL "(?:\\s*(?:/|,|&|\\+|\\band\\b)\\s*"
    CELL "){0,4})(?:[\\s|,;–-]+(" WHEN "))?(?<!\\.)$" },

  /* behind "Action:" two names are owners as well: "Margaret Howe/Clerk" */
  [ACTION_OWNERS] = { "owners",
    "^((?!(?:Review|Update|Send|Write|Check|Arrange|Contact|Provide|Share|Add|Amend|"
    "Prepare|Agree|Note|Circulate|Bring|Invite|Report|Publish|Seek|Ask|Obtain)\\b)" OWNERS
    ")(?:\\s\\|\\s(" WHEN "))?(?<!\\.)$" },

  /* signatures, the end of a meeting and the heads of other tables have names below them,
   * too */
  [ACTION_CLOSING] = { "closing words",
    "^(?:[Dd]ate of (?:the )?)?[Nn]ext (?:\\w+ )?meeting\\b|\\b(?:[Mm]eeting (?:closed|ended|"
    "finished|concluded)|[Ss]igned|no (?:further|other) business)\\b|"
    "^(?:(?:Ordinary|Reserve|Substitute) Members?|(?:Wards?|Divisions?)(?: affected)?)\\s*:?$" },

  /* "… write to the school – Clerk", "… (JS)" */
  [ACTION_OWNER_END] = { "owner at the end",
    "(?:\\s+[–—-]\\s+|\\s*[(\\[])(" OWNERS ")[)\\]]?\\s*\\.?$" },

  /* a column that the page's text runs together with the paragraph beside it: "… be
   * mended. Cllr. A. Poole/Clerk" */
  [ACTION_OWNER_BEHIND] = { "owner behind the paragraph",
    "(?=" PATTERN_BLANK ")(?<=[.)])\\s+((?:" TITLE "\\s*(?:[A-Z][\\w’'.-]*\\s*){1,3}|Clerk|CLERK|RFO)"
    "(?:\\s*(?:/|&|\\+|\\band\\b)\\s*(?:" TITLE "\\s*(?:[A-Z][\\w’'.-]*\\s*){1,3}|"
    "Clerk|All))?)(?<!\\.)$" },

  [ACTION_NOTED_CELL] = { "noted",
    "^(?:Noted|NOTED)\\.?$" },

  [ACTION_TABLE_ACTION] = { "table's actions",
    "^(?!(?:Action|ACTION)\\s+(?:[Nn]o|NO|[Nn]umber|[Rr]ef|REF|[Bb]y|BY|[Oo]wner|OWNER|[Ll]ead))"
    "(?:Actions?|ACTIONS?|What|WHAT|Tasks?|Action (?:required|agreed|point)|Agreed "
    "action)\\b" },

  [ACTION_TABLE_OWNER] = { "table's owners",
    "^(?:Who|WHO|Owner|OWNER|Lead|LEAD|Action [Bb]y\\b(?! when)|Action [Oo]wner|ACTION BY|Action [Ll]ead|Responsib|RESPONSIB|By whom|BY WHOM|Officer|"
    "Assigned|Person)" },

  [ACTION_TABLE_DUE] = { "table's dates",
    "^(?:By|BY|When|WHEN|By when|BY WHEN|Due|DUE|Deadline|DEADLINE|Date|DATE|Target|"
    "Timescale|Timeline|Completion)" },

  /* where in its paragraph what a name beside it is to do begins */
  [ACTION_DECIDED] = { "decided",
    "\\b(?:[Aa]greed|AGREED|[Rr]esolved|RESOLVED|[Pp]roposed)\\b" },

  [ACTION_DUTY] = { "to come",
    "\\b(?:to be|(?:will|would|should|shall|must)(?: now| also| then)?(?: be)?) [a-z]{0,30}(?:ed|sent|put|told|"
    "brought|written|given|shown|held|made|sought|found|kept)\\b|"
    "\\b(?:[Mm]embers|[Pp]anel|[Cc]ommittee|[Bb]oard)\\s+(?:then |also )?(?:asked (?:to|for|that)|requested)\\b" },

  /* "The cabinet member to share the figures": below "ACTIONS", without a number */
  [ACTION_LISTED] = { "an action of a list",
    "^(?:The\\s+)?([A-Z]?[\\w’'&/-]+(?:\\s+(?:[\\w’'&/-]+|\\([^()]{2,30}\\))){0,7}?)\\s+to\\s+(?!be\\b|the\\b|a\\b)"
    "(?=[a-z]{2,}\\s)[^;:]{4,300}\\.?$" },
};
/* clang-format on */
