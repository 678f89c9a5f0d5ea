/* heading_rule.c: the expressions by which the heading of a meeting is read. */

#include "normalise/heading_rule.h"

/* clang-format off */

#define NOUN                                                                             \
  "(?:sub-?committee|sub-?group|committee|panel|board|cabinet|council|assembly|forum|executive|"    \
  "commission|working group|working party|steering group|task (?:and finish )?group|"    \
  "group|authority|partnership|trust|conference|pwyllgor|cyngor|cabinet member|court)"
#define PLACE                                                                            \
  "(?:room|hall|chambers?|centre|house|offices|library|school|church|guildhall|teams|"   \
  "zoom|hub|pavilion|suite|institute|college|hotel|exchange|theatre|building|club|"      \
  "parlour|mansion|museum|barn|university|depot|headquarters|courthouse|neuadd|stadium|arena|village)"
/* A body's name goes on behind the comma of "Children, Schools and Families Committee". */
#define NAMED                                                                            \
  "(?:(?:(?!\\b(?:held|which|was|will|met|on|at)\\b)[\\p{L}’'& -]){3,40},\\s+){1,3}?"              \
  "(?:(?!\\b(?:held|which|was|will|met|on|at)\\b)[\\p{L}’'& -]){0,60}?\\b" NOUN "\\b"
/* "Scrutiny Commission (Children, Families and Schools)": which of several it is */
#define BRANCH                                                                           \
  "(?:\\s\\((?=(?-i:\\p{Lu}))(?!virtual|special|extra|hybrid|remote|annual|draft|formerly|"  \
  "via\\b|the\\b|in\\b)[\\p{L}’'& -]{3,40}(?:,[\\p{L}’'& -]{3,40}){0,3}\\))?"
#define WEEKDAYS "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
#define CLOCK "(?:[0-9]{1,2}[.:]?[0-9]{0,2}\\s?(?:[ap]\\.?\\s?m\\.?|noon|hrs|hours)?)"

const PatternRule heading_rules[HEADING_N_RULES] = {
  /* "Meeting: 16/07/2025 - Cabinet (Item 23)" */
  [HEADING_LINE] = { "a section of an issue's history",
    "^meeting:\\s*([0-9/]+)\\s*[-–]\\s*(.+?)\\s*(?:[-–]\\s*expired\\s[0-9/]+\\s*)?(?:\\(item[^)]*\\))?$",
    PATTERN_CASELESS },

  /* "Meeting of Executive, Tuesday, 12th March, 2024 6.00 pm (Item 65.)" */
  [HEADING_ITEM_LINE] = { "the meeting of an item's page",
    "^(?:[•-]\\s*)?meeting of\\s+(?:the\\s+)?(.+?),\\s+((?:" WEEKDAYS ",?\\s+)?[0-9]{1,2}.*?)\\s*"
    "\\(item[^)]*\\)$",
    PATTERN_CASELESS },

  /* "Minutes of the Children's Panel held on", "Record of the Board" */
  [HEADING_OF] = { "minutes of a body",
    "\\b(?:minutes|notes|record|proceedings|agenda|summons)\\s+(?:of|for)\\s+(?:the\\s+|"
    "an?\\s+)?(?:proceedings\\s+(?:of|at)\\s+(?:the\\s+|an?\\s+)?)?(?:(?:extra-?ordinary|ordinary|special|annual|virtual|remote|public|"
    "monthly|statutory|joint|hybrid|inquorate)\\s+)*(?:(?:general\\s+)?meetings?\\s+"
    "(?:of\\s+)?(?:the\\s+)?)?(?!held\\b|which\\b|this\\b|on\\s|at\\s)(" NAMED "(?=\\s+(?:held|on|at)\\b|\\s*$)|.+?" BRANCH ")(?:,?\\s+(?:meetings?\\b|held\\b|which\\b|"
    "on\\s+(?=\\w+day|[0-9])|at\\s+(?=[0-9A-Z])|commenc|convened|in the )|\\s*[,;]|\\s*\\((?![0-9]{1,2}\\))|"
    "\\s+[-–—]\\s(?!(?:[\\p{L}&,]+ ){1,8}?(?:committee|panel|board) held\\b)|\\s+[0-9]|$)",
    PATTERN_CASELESS },

  /* "A meeting of the Cabinet was held", "At a meeting of the Board held" */
  [HEADING_MEETING_OF] = { "a meeting of a body",
    "\\bmeeting of (?!this\\b)(?:the )?(" NAMED "(?=\\s+(?:was|held|on|at)\\b|\\s*$)|.+?" BRANCH ")(?:,?\\s+(?:was|will|held|which|on\\s+(?=\\w+day|[0-9])|"
    "at\\s|to be|is to)|\\s*[(,;]|\\s+[-–—]\\s|$)",
    PATTERN_CASELESS },

  [HEADING_BODY] = { "a body's noun", "\\b" NOUN "\\b", PATTERN_CASELESS },

  /* "Audit Committee of Leven Council" */
  [HEADING_BODY_OF] = { "a body and its council",
    "^(.*\\b(?:committee|panel|board|cabinet|executive|commission|forum|group)\\b.*?) of "
    "(?:the )?(.+\\b(?:council|authority)|(?:london |royal |metropolitan )?borough of .+)$",
    PATTERN_CASELESS },

  /* "Leven Borough Council Audit Committee" */
  [HEADING_COUNCIL_BODY] = { "a council and its body",
    "^(?:the )?([\\p{L}’' -]{3,60}?\\s(?:(?:county|city|borough|district|town|parish) council|(?:combined|unitary) authority))\\s+"
    "((?:[\\p{L}’'&,-]+\\s+){0,9}?(?:committee|panel|board|forum|commission|cabinet|executive)"
    "(?:\\s\\([^()]{3,60}\\))?)$",
    PATTERN_CASELESS },

  [HEADING_GENERIC] = { "a body that another line names",
    "^(?:above |full |said |your |our )?(?:parish |town |community |district |borough |city )?"
    "(?:council|committee|meeting|board|panel)$",
    PATTERN_CASELESS },

  [HEADING_ORDINAL] = { "an ordinal's letters alone", "^(?:st|nd|rd|th)[,.]?$",
    PATTERN_PLAIN },

  [HEADING_ORDINAL_END] = { "a line that ends in an ordinal's letters",
    "[0-9]\\s?(?:st|nd|rd|th)[,.]?$", PATTERN_PLAIN },

  [HEADING_YEAR] = { "a line that begins with a year", "^(?:19|20)[0-9]{2}\\b",
    PATTERN_PLAIN },

  [HEADING_MONTH_END] = { "a line that ends in a month",
    "\\b(?:january|february|march|april|may|june|july|august|september|october|november|"
    "december),?$",
    PATTERN_CASELESS },

  [HEADING_ORGANISATION] = { "a body that has bodies",
    "\\b(?:partnership|authority|trust)$", PATTERN_CASELESS },

  [HEADING_PARISH] = { "a council that has no other body of note",
    "\\b(?:parish|town|community|village|tref|cymuned)\\b", PATTERN_CASELESS },

  /* "Aldermoor City Council", "London Borough of X", "Cyngor Sir Ddinbych" */
  [HEADING_COUNCIL] = { "a council's name alone",
    "^(?:the\\s+)?(?:(?:(?:london|royal|metropolitan) )?borough of [\\p{L}'& -]+|[\\p{L}'’.&, "
    "-]+\\b(?:council|(?:combined|unitary) authority|corporation|metropolitan (?:borough|district))|"
    "council of the .+|city (?:and county )?of [\\p{L}' -]+|cyngor [\\p{L}' -]+)$",
    PATTERN_CASELESS },

  /* the same inside a line, by its capitals */
  [HEADING_COUNCIL_ANYWHERE] = { "a council's name",
    "\\b((?:(?:London|Royal|Metropolitan) Borough of|City of) \\p{Lu}[\\p{L}'’-]+(?: (?:and|&|upon|on|"
    "in|of|the|\\p{Lu}[\\p{L}'’-]+))*|(?:\\p{Lu}[\\p{L}'’.-]+(?: (?:and|upon|on|in|of|"
    "the|with|&|-|under|le) )?\\s?){1,5}\\b(?:Borough |City |County |District |Parish |"
    "Town |Community |Metropolitan |Unitary )*(?:Council|(?:Combined|Unitary) Authority))\\b(?! "
    "(?:for|Tax|Chamber|Housing|House|Offices?|Members?|Meeting|Leader))",
    PATTERN_PLAIN },

  [HEADING_WELSH] = { "a body's name in Welsh",
    "\\b(?:cyngor|pwyllgor|awdurdod|bwrdd|panel craffu)\\b", PATTERN_CASELESS },

  /* what follows a body's name in its line: a date, a dash, "Minutes" */
  [HEADING_TRIM] = { "behind a body's name",
    "(?:\\s+(?:held|met|meeting held)\\b.*|\\s*[-–—,:(]?\\s*(?:(?:on|held|at)\\s+)*"
    "(?:" WEEKDAYS "\\b.*|[0-3]?[0-9](?:st|nd|rd|th)?\\s+(?:jan|feb|mar|apr|may|jun|jul|"
    "aug|sep|oct|nov|dec).*|[0-3]?[0-9][./][01]?[0-9][./].*)|\\s*[-–—:,]?\\s*"
    "(?:(?:draft|public|agenda and|unconfirmed)\\s+)*(?:minutes|agenda|action notes|"
    "decisions and actions|actions and decisions|notes(?: and actions)?|(?:notice|record|summary|list|schedule) of decisions?|"
    "decision (?:notice|record|sheet|list)|decisions?|meeting|cancelled)\\s*|"
    "\\s+[-–—]\\s+(?:agenda|minutes|notes|notice|\\d).*|\\s+\\((?:[12][0-9]{3}\\s?[-–]\\s?(?:[12][0-9]{3})?|old|former)\\)|"
    "[\\s:,–-]+)$",
    PATTERN_CASELESS },

  [HEADING_FRONT] = { "before a body's name",
    "^(?:(?:draft|unconfirmed|confirmed|approved|final|cancelled|postponed)[,:]?\\s+)*(?:agenda and minutes|"
    "minutes|notes|agenda|record|decisions?|printed minutes|meeting|committee|report to)?"
    "\\s*(?:for|of|from)?\\s*(?:(?:a|the)\\b)?\\s*(?:(?:public|virtual|ordinary|special|"
    "extraordinary|annual|hybrid)?\\s*meeting of)?\\s*(?:the\\s+)?[:–-]?\\s*",
    PATTERN_CASELESS },

  [HEADING_HELD] = { "the meeting's own date",
    "\\bheld\\b|\\bmeeting\\b|^minutes|^date\\b|\\bat [0-9]|^notes|commenc",
    PATTERN_CASELESS },

  [HEADING_OLD] = { "another date",
    "publish|issued|despatch|dispatch|circulat|previous|last meeting|next meeting|"
    "deadline|printed|minutes of the meeting held|confirm|^[0-9]+\\.? |call(?:ed)?-?in|"
    "come into force|effective",
    PATTERN_CASELESS },

  /* "MINUTES of the meeting held on 24 June 2024 commencing at 10.00 am" are these; an
   * agenda's entry names no hour */
  [HEADING_OWN] = { "these minutes",
    "^(?:draft )?minutes of (?:the|a) meeting held (?:on|at|in)\\b.*(?:commencing|\\bat [0-9]|[0-9] ?[ap]\\.?m\\b)",
    PATTERN_CASELESS },
  [HEADING_WEEKDAY] = { "a day of the week", "\\b" WEEKDAYS "\\b", PATTERN_CASELESS },

  /* "4.30 pm", "7:00", "14:00", "10.30am" */
  [HEADING_TIME] = { "a time",
    "(?<![0-9./:])(?<!room )(?<!rooms )([01]?[0-9]|2[0-3])(?:\\s?[.:]\\s?|(?=[0-5][0-9] ?(?:hours|hrs)\\b))"
    "([0-5][0-9])(?![0-9/:]|\\.[0-9])\\s*(?:[-–—]\\s*[0-9]{1,2}[.:][0-9]{2}\\s*)?"
    "([ap]\\.?\\s?m(?![a-z])|noon|hrs|hours)?",
    PATTERN_CASELESS },

  /* "at 7 pm", "12 noon" */
  [HEADING_HOUR] = { "a whole hour",
    "(?<![0-9./:])(1[0-2]|[1-9])\\s?([ap]\\.?\\s?m\\b|noon|midday)",
    PATTERN_CASELESS },

  [HEADING_VENUE_LABEL] = { "the venue's label",
    "^(?:(?:date|time)\\b.{4,60}?\\s(?=\\w+\\s*:))?(?:proposed )?(?:venue|place|location)(?: of (?:the )?meeting)?"
    "\\s*[:–-]*\\s+(.+?)(?:\\s*View directions)?$",
    PATTERN_CASELESS },

  /* "held in the Darent Room, Sessions House on Tuesday" */
  [HEADING_VENUE_HELD] = { "where it was held",
    "\\bheld\\s+(?:(?:remotely|virtually|online|on [^,]*?)\\s+)?(?:at|in|via|on (?=zoom|"
    "microsoft|teams))\\s+(?:the\\s+)?(?![0-9]{1,2}[.:]?[0-9]* ?[ap]\\.?m)(.+?)(?:,?\\s+"
    "(?:on|at|commencing|starting)\\s+(?:(?:on|at)\\s+)?(?:the\\s+)?(?=(?:mon|tues|"
    "wednes|thurs|fri|satur|sun|[0-9])))",
    PATTERN_CASELESS },

  /* "MINUTES of the meeting of the COUNCIL held in the Old Hall, Elm Way", over the date */
  [HEADING_VENUE_END] = { "where it was held, and no more",
    "\\bheld\\s+(?:at|in)\\s+(?:the\\s+)?([^.;:0-9]*?\\b" PLACE "\\b[^.;:]{0,90})$",
    PATTERN_CASELESS },

  /* "HELD ON WEDNESDAY 17 APRIL 2024 IN THE COUNCIL CHAMBER, CIVIC HOUSE AT 6.30 PM";
   * "at its meeting on Monday 9 September 2024 at 7.00 pm in the Old Hall. They …" */
  [HEADING_VENUE_AFTER] = { "where, behind the date",
    "\\b(?:19|20)[0-9]{2}\\b,?(?:\\s*[-–,]?\\s*(?:at|from|commencing(?: at)?|starting at)?"
    "\\s+" CLOCK "(?:\\s*(?:-|–|to)\\s*" CLOCK ")?,?)?\\s+(?:(?:in|at|via|on(?= zoom| teams|"
    " microsoft))\\s+|(?<=, )|(?<=[ap]m )(?=(?-i:\\p{Lu})))(?:the\\s+)?(?!" CLOCK "(?:[\\s,]|$))([^.;]*?\\b" PLACE "\\b[^.;]{0,90}?)"
    "(?:,?\\s+(?:at|on|from|commencing|starting)(?: at)?\\s+[0-9].*|,\\s+" CLOCK "(?:\\s.*)?|"
    "\\.\\s.*|[.,;]?)$",
    PATTERN_CASELESS },

  [HEADING_VENUE_PLACE] = { "a place",
    "^(?!.*\\b(?:meeting|minutes|present)\\b)(?:.*\\b" PLACE "\\b.*)$",
    PATTERN_CASELESS },

  [HEADING_DRAFT] = { "a draft",
    "^\\W*(?:\\w+ ){0,4}?(?:draft|unconfirmed|unapproved)\\b|\\(draft\\)|subject to "
    "(?:confirmation|approval)|\\bdrafft\\b",
    PATTERN_CASELESS },

  [HEADING_CANCELLED] = { "a cancelled meeting",
    "\\bcancelled\\b|\\bcanceled\\b|\\bpostponed\\b", PATTERN_CASELESS },

  [HEADING_FINAL] = { "a final version",
    "^(?:approved|confirmed|final|signed) minutes|minutes \\((?:approved|confirmed|"
    "final)\\)",
    PATTERN_CASELESS },

  [HEADING_MINUTES] = { "minutes",
    "^(?:[\\w’'&,–-]+ ){0,9}?(?:minutes|cofnodion)\\b|^(?:action )?notes (?:of|and|from)"
    "\\b|^notes$|^note of|^record of (?:the )?(?:meeting|proceedings)|\\baction notes\\b|"
    "[-–—] (?:meeting )?notes$",
    PATTERN_CASELESS },

  [HEADING_AGENDA] = { "an agenda",
    "^(?:supplementary |public )?(?:agenda(?! item\\b)|summons)\\b|\\bagenda$", PATTERN_CASELESS },

  [HEADING_DECISIONS] = { "decisions",
    "^(?:[\\w&–—-]+ ){0,6}?(?:decisions?(?![ -]making)|decision (?:sheet|notice|record|list|statement)|"
    "record of decisions?|decisions? (?:taken|made))\\b",
    PATTERN_CASELESS },

  [HEADING_REPORT] = { "a report",
    "^(?:report (?:to|of|for|by)\\b|inspection of|ofsted\\b)", PATTERN_CASELESS },

  [HEADING_OPEN_END] = { "a line that goes on",
    "(?:\\b(?:of|the|and|for|to|in|on|held|at|with)|[&,–—-])$", PATTERN_CASELESS },

  /* a path through a site: "Home > Your council > Meetings" */
  [HEADING_NOT_BODY] = { "no body's name",
    "\\b(?:was|were|is|are|will|must|(?-i:may)|should|members of the public|contact|venue|"
    "chamber|report|apologies|present|telephone|email|www)\\b|@|\\s[>»›]\\s|^(?:to|title|"
    "subject|inspection of|view upcoming|membership|councillors|cllrs?|members|quorum|notice)\\b",
    PATTERN_CASELESS },
  /* "The meeting, which began at 7.00 pm, closed at 8.25 pm": where the heading has no time */
  [HEADING_BEGAN] = { "when it began",
    "^\\(?(?:the )?(?:meeting|committee|council|cabinet|panel|board)?\\s*,?\\s*(?:which )?(?:was )?(?:commenced|"
    "began|started|opened) (?:at )?([0-9][0-9:. ]{0,5}\\s?(?:[ap]\\.?\\s?m\\b|noon|hrs|hours))",
    PATTERN_CASELESS },
};

/* clang-format on */
