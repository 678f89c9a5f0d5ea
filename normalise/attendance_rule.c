/* attendance_rule.c: the expressions by which lists of people are known. */

#include "normalise/attendance_rule.h"

#include "normalise/address.h"

/* What ends a label: "Also present (for part of the meeting):" too. */
#define END                                                                                      \
  "(?:\\s*\\((?-i:\\p{Ll})[^()]{2,60}\\)(?=\\s*(?:[:;–—-]|$)))?(?:(?:\\s*[:;–—-]+)+\\s*" \
  "|\\s*$)"

/* clang-format off */
const PatternRule attendance_rules[ATTENDANCE_N_RULES] = {
  /* "PRESENT:", "Members Present:-", "Councillors:", "Attendance" */
  [ATTENDANCE_PRESENT] = { "a list of members",
    "^(?:(?:" COUNCILLOR "|members|committee members|panel members|board members|voting "
    "members|those|cabinet members)\\s+(?:of the (?:[\\w-]+ ){1,3})?)?(?:(?:were )?present|attendees|attended|"
    "attendance(?: details| list)?|yn bresennol|presennol)" END "|^present\\s+(?=" COUNCILLOR "|" MISTER
    "|(?:dr|sir|dame)\\s)"
    "|^(?:(?:other |elected )?(?:committee |panel |board |sub-?committee )?members present|members of the (?:panel|committee|board|cabinet|council|forum)|who (?:was|were|came|attended)(?: (?:there|here|present))?(?=\\s*[:?])|"
    "(?:here(?: today)?|in the room|around the table)(?=\\s*:)|panel members|committee members|board "
    "members|(?:(?:voting|elected|statutory|co-?opted|non[- ]voting|other) )+"
    "members(?: of the (?:[\\w-]+ ){0,4}(?:panel|committee|board|sub-?committee|cabinet|commission|forum))?(?: present)?|councillors|councillor\\(s\\)|cllrs|members|other members present|(?:vice|deputy)[- ](?:chair(?:man|person|woman)?|mayor)(?: of the (?:meeting|council|committee|panel|board))?(?=\\s*:)|(?:members )?(?:present|"
    "attending|joining) (?:virtually|remotely|online)|substitutes?(?: members?)?(?: "
    "present)?|(?:(?:statutory|(?:non[- ])?voting|education) )*co-?optees?(?: present)?|(?:young|youth|parent|church|"
    "diocesan|faith|religious|teachers?|trade union|staff|health|partner|pupil|school|community|education|foster carer|care leaver|parent governor|governor)s? "
    "(?:representatives?|governors?|advis[eo]rs|ambassadors)(?: present)?|young people(?: present)?)" END
    "|^(?:other )?members "
    "present\\s*:?-?\\s*"
    "|^present\\s+(?=(?-i:\\p{Lu}\\p{Ll}))",
    PATTERN_CASELESS },
  /* "In the Chair: Councillor Bell", "Chair: Dame Ann Moss" */
  [ATTENDANCE_CHAIR] = { "the chair's label",
    "^in the chair\\s+(?=(?-i:\\p{Lu}))|^(?:in the chair|chair(?:man|person|woman)?(?: of the (?:meeting|council|committee|panel|board))?|presiding|"
    "(?:the )?(?:worshipful the )?(?:lord |town |city )?mayor(?=\\s*:))"
    "(?:\\s*[:–-]+\\s*|$)|^chair(?:man|person|woman)?\\s+(?=(?:dame|sir|dr|" COUNCILLOR
    "|" MISTER ")\\s)",
    PATTERN_CASELESS },
  /* "Apologies for absence: Heather Innes", "APOLOGY: Councillor G Shaw", "Absent with
   * apologies" */
  [ATTENDANCE_APOLOGIES] = { "a list of apologies",
    "^(?:absent with )?apolog(?:y|[il1]es)(?: for (?:absence|non-attendance))?(?:(?: (?:were|was))?(?: "
    "(?:received|noted|submitted|given|tendered|accepted))(?: (?:from|by|on behalf of)"
    "(?: the following)?)?)?"
    "(?:" END "|\\s+(?=" COUNCILLOR "\\s|" MISTER "\\s|(?:dr|sir|dame)\\s)|\\s+(?!for|of|"
    "and|were|was|received|have|had|from)(?=(?-i:\\p{Lu})))"
    "|^(?:who could(?: not|n[’']t) (?:come|be there|make it|attend)|unable to attend)" END
    "|^ymddiheuriadau" END,
    PATTERN_CASELESS },
  /* "IN ATTENDANCE:", "Also present:", "Officers:" */
  [ATTENDANCE_BESIDE] = { "a list of others",
    "^(?:(?:(?:\\w+ )?(?:advis[eo]rs|guests|observers|representatives|deputies|partners) |also |others? |"
    "officers? |members? |cabinet |executive |portfolio holders? )*in "
    "attendance(?: (?:virtually|remotely|"
    "online))?|also (?:present|attending|attended)|attending(?=\\s*:)|board support|"
    "others? present|(?:council |lead |supporting )?officers?(?: "
    "present| support)?|other people (?:in attendance|present)|officer contacts?|employees?(?: present)?|staff(?: present)?|guests?|visitors|"
    "other attendees|other member(?=\\s*:)|other (?:councillors|cllrs)(?: present| in attendance| attending)?|observers?|advisers?|advisors?|invitees|by invitation|non-voting|(?:other )?"
    "(?:councillors|members|co-?optees|co-?opted members|governors) (?:also )?(?:in attendance|attending|also present)|also in "
    "attendance|(?:parish |town )?clerk|minutes taken by|minute taker|"
    "(?:members|councillors) (?:also )?attending (?:in accordance with|under) (?:standing order|rule|procedure rule|paragraph)s?\\b.{0,40}|public present|(?:public|press)(?=\\s*[:;–—-])|witnesses|(?:whole|part) of (?:the )?meeting|officers? attending)(?:" END "|\\s+(?=" COUNCILLOR
    "\\s|" MISTER "\\s)|\\s(?=(?-i:\\p{Lu}\\p{Ll}+) (?-i:\\p{Lu}\\p{Ll}+) \\())"
    "|^also:?\\s+(?=the\\s|" COUNCILLOR "\\s|" MISTER "\\s)"
    "|^the (?:\\w+ ){0,2}clerk(?:,|\\s[–-])?\\s+(?=(?-i:\\p{Lu}))"
    "|^(?:(?:parish|town|deputy|assistant) )+clerk(?:,|\\s[–-])\\s+(?=(?-i:\\p{Lu})[\\p{L}.’'-]* (?-i:\\p{Lu}))"
    "|^(?:minutes|notes)(?: by)?\\s*:\\s*(?=(?-i:\\p{Lu}\\p{Ll}+ \\p{Lu}[\\p{L}’'-]+)(?: \\([^()]*\\))?$)",
    PATTERN_CASELESS },
  [ATTENDANCE_OTHER] = { "another line of the heading",
    "^(?:date|time|venue|place|location|contact|start(?:ed)?|finish(?:ed)?|quorum|"
    "membership|"
    "minutes\\b|agenda\\b(?! items?(?: [0-9]+)?$)|unrestricted|restricted|public business|open session|part (?:one|two)\\b|part "
    "\\w\\b|"
    "no\\.|min no|items?\\b|absent\\b|(?:members|councillors) (?:of the (?:[\\w-]+ ){1,3})?absent\\b|not present\\b|declarations?\\b|public (?:participation|questions?|forum|session|speaking)\\b|[qa]:|reports? from\\b|index to\\b|the (?:\\w+ ){0,3}(?:meeting|panel|committee|board|"
    "cabinet|council)\\b|[^,;(]{3,60}\\sopened the (?:meeting|proceedings)\\b|[^;:(]{3,60},? presiding\\.?$|there (?:were|was)\\b|(?:an "
    ")?apolog|notes\\b|(?!.*\\bcouncillor )[^(]*\\b(?:19|20)[0-9]{2}\\b)",
    PATTERN_CASELESS },
  [ATTENDANCE_TOOK_CHAIR] = { "a member takes the chair",
    "((?:" COUNCILLOR "|" MISTER
    ")\\s+[^,.;:()]{2,40}?(?:\\.\\s\\p{L}+)?)(?:\\s\\(\\p{L}{2,3}\\))?(?:,? (?:took|was in|"
    "in|occupied|assumed) the chair|,(?: the)? (?:chair(?:man|person|woman)?|convenor|convener),? presiding| chaired the meeting\\b| was (?:chosen|elected|appointed) (?:as |to be )?"
    "chair(?:man|person|woman)? (?:for|of) (?:the|this) meeting\\b)",
    PATTERN_CASELESS },
  /* "Clerk: Mrs Tidy. Also present: Cllr Frayne": a label inside its row, or a sentence */
  [ATTENDANCE_INSIDE] = { "a label inside",
    "[.;]\\s+(?=(?:also (?:present|in attendance)|in attendance|apologies(?: for absence)?|"
    "officers?|present|clerk|substitutes?|absent|not present|chair(?:man|person)?)\\s*:|"
    "also:?\\s+the\\s|there (?:were|was)\\s|(?:an )?apolog(?:y|ies)\\s)|,?\\s+(?:and|with)\\s+(?=the (?:\\w+ )"
    "{0,2}clerk(?:,|\\s[–-])?\\s+(?-i:\\p{Lu}))",
    PATTERN_CASELESS },
  /* "Group A: Mrs F. Akhtar, Mr L. Stein" where nothing says that they were there */
  [ATTENDANCE_TITLED] = { "people, by their titles",
    "^(?:([^:]{1,30}):\\s*)?(?:(?:" COUNCILLOR "|" MISTER "|dr|sir|dame|revd?|canon|prof)\\.?"
    "\\s+(?-i:\\p{Lu}))",
    PATTERN_CASELESS },
  /* "The Deputy Lord Mayor (Councillor Bell)", "Vice-Chair - Councillor Bo Ryle" */
  [ATTENDANCE_OFFICE] = { "an office and its holder",
    "^the (?:\\w+ ){0,3}(?:mayor|chair(?:man|person|woman)?|leader)(?: of the council)?,? \\(?(?:" COUNCILLOR ")\\s"
    "|^(?:(?:vice|deputy|lord|metro|city|elected)[- ])*(?:mayor|chair(?:man|person|woman)?|leader)\\s+[–—-]\\s+(?-i:\\p{Lu})",
    PATTERN_CASELESS },
  /* "Councillors A Bell, C Dunn" where no label went before */
  [ATTENDANCE_NAMES] = { "names that need no label", "^(?:county |borough |city |district |town )?(?:councillors|cllrs)\\.?\\s+(?-i:\\p{Lu})",
    PATTERN_CASELESS },
  /* "YN BRESENNOL / PRESENT:", "Councillors / Y Cynghorwyr:" */
  [ATTENDANCE_WELSH] = { "a label's other language",
    "^(?:(?:(?:hefyd )?yn bresennol|presennol|ymddiheuriadau(?: am absenoldeb)?|"
    "(?:y )?cynghorwyr|(?:y )?swyddogion|(?:yr )?aelodau|(?:y )?cadeirydd)\\s*[/|–-]\\s*"
    "(?=\\p{L})|[\\p{L} ]{4,30}?(\\s*[/|–-]\\s*(?:(?:hefyd )?yn bresennol|presennol|"
    "ymddiheuriadau|(?:y )?cynghorwyr|(?:y )?swyddogion|(?:yr )?aelodau|"
    "(?:y )?cadeirydd)\\s*)(?=:|$))",
    PATTERN_CASELESS },
  /* "were received from Mrs Dunn", where the label is a line of its own */
  [ATTENDANCE_TOLD] = { "how apologies came",
    "^(?:(?:were|was|had been)\\s+(?:received|submitted|given|noted|tendered|accepted)\\s+|apologies\\s+)(?:from|by|"
    "on behalf of)\\s+(?:the following\\s*:?\\s*)?",
    PATTERN_CASELESS },
  /* "(* = present)", "* denotes attendance", "those marked * were present" */
  [ATTENDANCE_STAR] = { "what a star means",
    "^[( ]*\\*\\s*(?:[=:–—-]|denotes?|indicates?|marks?)?\\s*(?:(?:an? )?(?:members?|those|councillors?))?\\s*"
    "(?:who )?(?:was |were )?(?:present|attend(?:ed|ance|ing)?)\\b|\\bmarked (?:with )?(?:an? )?(?:\\*|asterisk)"
    " (?:was |were )?(?:present|attended)\\b",
    PATTERN_CASELESS },
  /* "1. Present", "2. Attendance and apologies": an item that lists who was there */
  [ATTENDANCE_ITEM] = { "an item that lists those present",
    "^(?:(?:members|councillors|those) )?(?:present|attendance|in attendance|roll call)"
    "(?:\\s*(?:and|&|/)\\s*(?:apologies|absent|absence|absentees)\\b.{0,40})?\\s*:?-?$",
    PATTERN_CASELESS },
  /* "Clerk: Mrs S Roe", one person */
  [ATTENDANCE_CLERK] = { "the clerk's label",
    "^(?:(?:parish|town|deputy|assistant) )*clerk(?: to the council)?\\s*:", PATTERN_CASELESS },
  /* "District Cllrs Bell and Cole were present", below the members */
  [ATTENDANCE_WERE] = { "others who were there",
    "^(?!no\\b)([^:]{3,120}?)\\s+(?:was|were)\\s+(?:also\\s+)?(?:present|in attendance)\\.?$",
    PATTERN_CASELESS },
  /* "Members heard that attendance in schools had fallen": not who was there */
  [ATTENDANCE_SAID] = { "what is said",
    "^(?!.*\\bapolog)(?=.*\\b(?:said|asked|told|thanked|heard|reported|explained|advised|noted|considered|presented|"
    "discussed|welcomed|had|has|have|been|is|are|would|will)\\b)",
    PATTERN_CASELESS },
  /* "Persons absent are marked with 'A'" over "A Errol Moss JP" */
  [ATTENDANCE_ABSENT_MARK] = { "a letter marks the absent",
    "\\b(?:absent|absence)\\b.{0,30}\\b(?:marked|denoted|indicated|shown|signified)\\b.{0,20}[^\\w](?-i:A)(?!\\w)",
    PATTERN_CASELESS },
  [ATTENDANCE_ABSENT_NAME] = { "a name behind that letter",
    "^A\\s+(?:Cllr\\.? |Councillor |Mrs? |Ms )?(?:\\p{Lu}\\p{Ll}[\\p{L}’'-]*|\\p{Lu}\\.?) \\p{Lu}[\\p{L}’'-]+(?: .*)?$",
    PATTERN_PLAIN },
  /* "Councillors in Attendance:", where no other label names members */
  [ATTENDANCE_MEMBERS_HERE] = { "members in attendance",
    "^(?:(?:committee|panel|board|forum|commission) )?(?:councillors|cllrs|members|co-?optees|co-?opted members|"
    "governors)\\s+(?:in attendance|attending)" END,
    PATTERN_CASELESS },
};
/* clang-format on */
