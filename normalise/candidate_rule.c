/* candidate_rule.c: the expressions by which headings of items are known. */

#include "normalise/candidate_rule.h"

#include "normalise/address.h"

/* clang-format off */

#define OPENING                                                                          \
  "(?:(?:to\\s+)?(?:receive|note|approve|confirm|consider|agree|accept|sign|resolve)"    \
  "(?:,?\\s+(?:and|or)\\s+\\w+)*\\s+(?:any\\s+|the\\s+|and\\s+)*)?"

const PatternRule candidate_rules[CANDIDATE_N_RULES] = {
  /* "Apologies for absence", "To confirm the minutes of the last meeting" */
  [CANDIDATE_KNOWN] = { "a title that agendas have",
    "^" OPENING
    "(?:apolog(?:y|ies)|approval of|opening\\b|declarations?\\b|disclosures? of|members[’']? interests|"
    "interests\\b|minutes\\b|notes of|matters? arising|welcome|introductions?\\b|"
    "(?:chair|chairman|chairperson|chairwoman|mayor|lord mayor|leader|clerk|cabinet "
    "member|chief executive|director)(?:[’']?s)?[’']? (?:\\w+ )?(?:announcements?|report|"
    "communications?|welcome|update|business|remarks)|announcements\\b|"
    "public (?:questions?|forum|participation|speaking|session|petitions?|time|"
    "comments?)|(?:written )?questions?\\b|petitions?\\b|deputations?\\b|(?:notices? of "
    ")?"
    "motions?\\b|any (?:other|urgent) business|a\\.?o\\.?b\\b|urgent (?:items?|business)|"
    "(?:date|dates|time)(?:,? (?:and )?(?:time|venue|place))* of (?:the "
    ")?(?:next|future)|"
    "next meeting|exclusion of|(?:committee |forward |panel )?work ?(?:programme|plan)|"
    "forward (?:plan|programme)|action (?:log|tracker|list)|correspondence|planning|"
    "financ|accounts|payments|highways|police|policing|items for|appointments?\\b|"
    "election of|elect(?:ion)? |substitut|membership|attendance|terms of reference|"
    "closing|close\\b|dispensation|confidential|exempt|reports?\\b|budget|footpaths|"
    "risk register|performance|call-?in|terms|training|verbal update|reflection|"
    "ymddiheuriadau|datgan|cofnodion|croeso|gohebiaeth|dyddiad)",
    PATTERN_CASELESS },
  [CANDIDATE_MINUTED] = { "what minutes say",
    "\\bapolog(?:y|ies)\\b|\\bminutes (?:of|were)\\b|\\bdeclarations? of\\b|\\bnext "
    "meeting\\b|"
    "\\bany other business\\b",
    PATTERN_CASELESS },
  /* "(Item 4)", "(Agenda Item No. 4)", "[Item 12a]" */
  [CANDIDATE_ITEM_LINE] = { "an agenda number alone",
    "^[(\\[](?=[a-z])(?:agenda |min(?:ute)? |report )?(?:item|minute|no|number)?(?: "
    "?no)?\\.?:?\\s*"
    "([0-9]+[a-z]?(?:\\.[0-9]+)?)[)\\]][:.]?$",
    PATTERN_CASELESS },
  /* "Apologies (Item 1)", "Minutes [Item 2]:", "Budget - Agenda Item 3" */
  [CANDIDATE_ITEM_TAIL] = { "an agenda number behind a title",
    "(?=[-–—(\\[]|" PATTERN_BLANK ")\\s*(?:[(\\[](?:agenda )?(?:item|no)(?: "
    "no)?\\.?:?\\s*([a-z]?[0-9]+[a-z]?(?:\\.[0-9]+)?)[)\\]]+|[-–—]"
    "\\s*agenda item(?: no\\.?)?\\s*([0-9]+[a-z]?))[:.]?\\s*$",
    PATTERN_CASELESS },
  /* "Finance Report pdf icon PDF 122 KB", "Report PDF 1 MB" */
  [CANDIDATE_FURNITURE] = { "a link to a file",
    "\\s*(?:(?:pdf|word|excel|powerpoint|document) icon\\b|(?:pdf|docx?|dotx?|xlsx?|pptx?)\\s+"
    "[0-9.,]+\\s?[KMG]i?B\\b).*$",
    PATTERN_CASELESS },
  [CANDIDATE_PAGES] = { "pages of a pack",
    "\\s*\\(?\\bpages?\\s+[0-9]+(?:\\s*(?:-|–|to|and)\\s*[0-9]+)?\\)?\\s*$",
    PATTERN_CASELESS },
  /* "RESOLVED: That …", "That the report be noted" */
  [CANDIDATE_DECISION] = { "a decision",
    "^(?:resol[vu]ed|resovled|agreed(?! "
    "syllabus)|recommended|decision|action|noted|that\\b|carried|"
    "reason(?!abl)|vote(?! of thanks)|proposed|seconded)",
    PATTERN_CASELESS },
  /* "Mr Hale introduced the report that set out …" */
  [CANDIDATE_SENTENCE] = { "a sentence",
    "\\b(?:was|were|had|has|have|been|is|are|(?<!to )be|that|(?<!be )signed|said|asked|reported|noted|"
    "introduced|"
    "presented|agreed|resolved|would|will|could|should|thanked|welcomed|explained|"
    "advised|confirmed|referred|highlighted|proposed|declared|stated|they|he|she|it)\\b",
    PATTERN_PLAIN },
  /* "PART A – ITEMS CONSIDERED IN PUBLIC", "Part II" */
  [CANDIDATE_PART] = { "a part of an agenda",
    "^(?:part|section|rhan)\\s+(?:[ivx]{1,4}|[a-d]|[1-9]|one|two|three)\\b(?!\\s+of\\b)",
    PATTERN_CASELESS },
  /* "PRESENT:", "In attendance" */
  [CANDIDATE_LABEL] = { "a label of the heading",
    "^(?:(?:members |also |others? )?present\\b|in attendance|attendance\\b(?! at)|"
    "officers?\\b|guests?\\b|observers\\b|apolog(?:ies|y):|agenda$|minutes:$|"
    "councillors?\\b|members?:?$|in the chair|lead(?: (?:officer|member|director))?:|date$|venue(?:$|\\s*:)|time$|contact\\b|no\\. item$|"
    "items$|(?:title of (?:the )?(?:report|decision)|report by|classification|decision type|purpose|options considered|signed|leader(?: of the council)?)\\s*:?$|report of the (?:chief|director|corporate|strategic|executive|head|deputy|"
    "assistant|service|monitoring)\\b|"
    "action\\b|actions$|additional documents|resolved|recommended|agreed|decision|"
    "reasons?\\b|recommendations?$|voting|for$|against$|abstain)",
    PATTERN_CASELESS },
  /* "2448. Police Report: Attached.", "2551. Updates:- A466" */
  [CANDIDATE_RUN_IN] = { "a title that its text follows", "^([^:]{2,110}?)\\s?:-?(?:\\s+(?=\\S)|$)",
    PATTERN_PLAIN },
  /* "3. APOLOGIES. Cllr Bell", "3. Apologies – Cllr Bell sent hers." */
  [CANDIDATE_RUN_IN_STOP] = { "a title that a stop or dash ends",
    "^((?:\\p{Lu}[\\p{L}\\p{N}’'&/"
    ",-]*+|(?:of|for|the|and|to|in|on|from|with|by|at|last|next|"
    "previous)\\b)(?:\\s(?:[\\p{L}\\p{N}’'&/"
    ",-]++|\\([\\p{L} ]{2,30}\\))){0,12}?)(?:\\.\\s+(?=\\p{Lu})|\\s[–—-]\\s+)",
    PATTERN_PLAIN },
  /* "187 DECLARATIONS OF INTERESTS AND OF WHIPPING (IF ANY) – There were none." */
  [CANDIDATE_RUN_IN_CAPITALS] = { "a title in capitals that a dash ends",
    "^(\\p{Lu}[\\p{Lu}\\p{N}’'&/,()\\s–—-]{8,220}?)\\s+[–—-]\\s+(?=\\p{Lu}?\\p{Ll}|A\\s)",
    PATTERN_PLAIN },
  /* "1. Apologies for absence were received from Cllr Bell." */
  [CANDIDATE_RUN_IN_TOLD] = { "a title that its sentence goes on from",
    "^(apologies(?: for absence)?|declarations? of interests?|minutes of the (?:last|"
    "previous) meeting|date of (?:the )?next "
    "meeting)\\s+(?=(?:were|was|had|have|will|is)\\s)",
    PATTERN_CASELESS },
  /* "The Panel RESOLVED to:", "It was agreed that" over a list of what was decided */
  [CANDIDATE_LEAD] = { "what leads to decisions",
    "\\b(?:resolved|agreed|recommended|decided|determined|requested|approved|endorsed|"
    "noted)(?:\\s+(?:unanimously|to|that|as follows|the following|by [\\w ,]{1,40}|to "
    "recommend [\\w ,]{0,60}))*(?:\\s*[:–—-]+|\\s(?:to|that))$",
    PATTERN_CASELESS },
  /* "Cllr Bo Ryle – Cllr M Hale for him", in a list of names with white between them; not
   * "Councillor Call for Action" */
  [CANDIDATE_NAMED] = { "a name, and no title",
    "^(?:" COUNCILLOR "|" MISTER "|dr)\\s+(?!call\\b|questions?\\b)(?-i:\\p{Lu})[\\p{L}.’'-]*(?: (?-i:\\p{Lu})[\\p{L}.’'-]*){0,3}"
    "(?:\\s*[–(-].*)?$",
    PATTERN_CASELESS },
  /* "Question 1: …", "Cllr Bell: …", "Note: …": within an item */
  [CANDIDATE_NOTE] = { "a label within an item",
    "^(?:(?:supplementary )?(?:questions?(?: [0-9]| from| to|$)|answers?|q$|a$|response|reply)|notes?$|n\\.?b|"
    "key (?:points|messages|issues)|ward|applicant|proposal|motion|amendment|in (?:favour|attendance)|officers?$|"
    "also present|substitut|chair(?:man|person|woman)?$|clerk$|" COUNCILLOR "\\s|" MISTER "\\s|dr\\s|the chair(?:man)?$)",
    PATTERN_CASELESS },
};

/* clang-format on */
