/* people_rule.c: the expressions by which people are known. */

#include "normalise/people_rule.h"

#include "normalise/address.h"

/* clang-format off */
const PatternRule people_rules[PEOPLE_N_RULES] = {
  [PEOPLE_TITLE] = { "a form of address before a name",
    "^(?:(?:the )?(?:vice[- ]|deputy |lord "
    ")?(?:chair(?:man|person|woman)?|mayor|leader)\\s*[:,]?"
    "\\s+(?=" COUNCILLOR "|" MISTER
    ")|(?:yr? )?cynghor(?:wyr|ydd)\\s+(?:/\\s*)?(?=\\p{L})|the right worshipful,? |(?:the )?(?:rt\\.?|right) hon(?:ourable)?\\.? |the worshipful,? |" COUNCILLOR "\\s*:?\\s+|" MISTER
    "\\s+|(?-i:(?:(?:Det(?:ective)?|Chief|Acting|T/)\\s+)*(?:Supt|Superintendent|Inspector|Insp|Sgt|"
    "Sergeant|Constable|PC|PCSO|DCI|DI|Ch Supt)\\.?\\s+)(?=(?-i:\\p{Lu}))|and\\s+|members\\s*:?\\s+(?=(?-i:\\p{Lu}))|co-?opted members?\\s+(?=(?-i:\\p{Lu}))|co-?optees?\\s*:?\\s+(?=(?-i:\\p{Lu}))|also\\s+|guests?\\s+(?=(?-i:\\p{Lu}))|mayors\\s+(?=(?-i:\\p{Lu})))",
    PATTERN_CASELESS },
  /* names in columns: "Cllr Ann Bell Cllr Bob Cole" */
  [PEOPLE_TITLE_AHEAD] = { "the next name of a column",
    "(?=" PATTERN_BLANK ")(?<![-–(])(?<!\\band)(?<!councillor)(?<!cllr)(?<!cllr\\.)(?<!councillors)(?<!cllrs)"
    "(?<!chairman)(?<!chair)(?<!chairperson)(?<!chairwoman)(?<!county)(?<!borough)(?<!district)(?<!parish)(?<!"
    "town)(?<!,)(?<!;)(?<!for)(?<!of)(?<!mayor)\\s+(?=(?:(?:"
    "county "
    "|town |borough |district |parish )?(?:councillor|cllr)|mr|mrs|ms|miss)\\b\\.?\\s)",
    PATTERN_CASELESS },
  [PEOPLE_CHAIR_ROLE] = { "the chair's role",
    "^(?:in the |the |y )?(?:acting |independent |joint |co-?"
    ")?(?:cadeirydd|chair(?:man|person|woman|ing)?|presiding|mayor|lord "
    "mayor|convenor|convener)"
    "\\b(?! of)|in the chair|\\band (?:independent )?chair(?:man|person|woman)?$|[,(]\\s*(?:the )?chair(?:man|person|woman)?\\)?$",
    PATTERN_CASELESS },
  [PEOPLE_LETTERS] = { "letters behind a name",
    "^(?:" COUNCILLOR "|obe|mbe|cbe|jp|mp|dl|kc|qc|bem|phd|frsa|esq|ma|ba|bsc|cpfa|td|rd|fca|cc|bt|"
    "councillors|members|chief whip)\\.?$",
    PATTERN_CASELESS },
  [PEOPLE_OFFICER] = { "an officer's place",
    "^(?:(?:the |parish |town |deputy |assistant |acting |council )*(?:clerk|proper "
    "officer|"
    "rfo)\\b|minute|minutes|(?:\\w+ )?members? of the (?:public|press)|[0-9]+ )",
    PATTERN_CASELESS },
  [PEOPLE_NOBODY] = { "nobody",
    "^(?:none|nil|no (?:members?|press|residents|public)\\b|action by$|agenda items?$|officers? attending|there|noted\\b|actions?$|no apologies|n/a|not applicable|no one|nobody|there were no|dim|apology from)\\b",
    PATTERN_CASELESS },
  /* "services" by itself is in too many texts for the sieve to look for: "\\wervices" */
  [PEOPLE_ORGANISATION] = { "an organisation",
    "\\b(?:council|authority|trust|nhs|network|healthwatch|constabulary|police service|university|college|"
    "association|federation|partnership|committee|borough|diocese|directorate|department|division|\\wervices|ltd|limited|cic)$|^(?-i:NHS) |\\bdiocese of\\b",
    PATTERN_CASELESS },
  /* "Executive Director of Adult Care", "Cabinet Member for Parks", "Service Manager" */
  [PEOPLE_ROLE] = { "a person's place",
    "^(?:the |a )?(?:\\p{Lu}[\\p{L}’'-]*\\s+){0,5}?(?:(?:Deputy|Assistant|Executive|Corporate|Strategic|"
    "Associate|Divisional|Interim) Director\\b|(?:Cabinet Member|Portfolio Holder|"
    "Head|Leader|Lead|Chair|Director|Manager|Officer|Executive|Member|Adviser|Advisor|"
    "Secretary|Solicitor|Accountant|Representative|representative)\\s+(?:for|of|to|in|"
    "and|at|with|on)\\b|(?:Director|Manager|Officer|Adviser|Advisor|Solicitor|Accountant|"
    "School Head|Parent Governor|Support Worker|Chief Executive|Cabinet Member|Portfolio Holder|Social Worker|Co-?ordinator|"
    "Consultant|Headteacher|Representative|Lead)s?(?:[,.]|$|\\s[–—-]\\s|\\s\\())",
    PATTERN_PLAIN },
  /* "Service Manager – Fostering & Adoption", with nobody before it to hold the place */
  [PEOPLE_DASHED] = { "a place with a dash in it",
    "^(?:\\p{Lu}[\\p{L}’'-]*\\s+){0,4}?(?:Director|Manager|Officer|Head|Lead|Adviser|Advisor)"
    "\\s[–—-]\\s", PATTERN_PLAIN },
  /* " and Young People", " & Skills": the service goes on, no other person begins */
  [PEOPLE_SERVICE] = { "the rest of a service's name",
    "^(?:\\s*(?:and|&)\\s+)?(?:\\p{L}[\\p{L}’'-]*\\s+){0,3}?(?:People|Families|Services?|"
    "Skills|Education|Learning|Safeguarding|Communities|Housing|Care|Transformation|"
    "Resources|Finance|Performance|Well-?being|Health|Schools|Environment|Transport|"
    "Inclusion|Partnerships|Planning|Growth|Culture|Leisure|Improvement|Protection|"
    "Children|Governance|Commissioning|Quality|Assurance|Support|Strategy|Policy|Development|"
    "Regeneration|Scrutiny|Youth|Adults?|Prevention|Intervention|Help|Permanence)\\b"
    "(?!\\s+\\()",
    PATTERN_PLAIN },
  /* "for Cllr Ryle", "substituting for Bo Ryle", "in place of Mr Ryle" */
  [PEOPLE_STANDS] = { "in whose place",
    "(?<=\\p{L})\\s+(?:(?:as )?(?:a )?substitut(?:e|ing) for|in place of|in lieu of|for\\s+(?:" COUNCILLOR "|" MISTER
    "))\\s",
    PATTERN_CASELESS },
  [PEOPLE_BEHIND] = { "letters behind a name, with it",
    "(?<=\\p{Ll})(?:,?\\s+(?:CC|JP|J\\.P\\.?|OBE|MBE|CBE|BEM|DL|KC|QC|MP|OStJ|FRSA|PhD|FCCA|FCA|ACA|CPFA|F?RICS|FRCP|TD|QPM)\\.?)+$",
    PATTERN_PLAIN },
  /* "R Tolley", "Ann Bell", "Mr J. Sayle" */
  [PEOPLE_HOLDER] = { "a name in brackets",
    "^(?:(?:Mrs?|Ms|Miss|Dr)\\.? )?(?:\\p{Lu}\\.? ?){0,2}(?:\\p{Lu}[\\p{Ll}’'-]+"
    "(?:-\\p{Lu}\\p{Ll}+)? ?){1,2}$",
    PATTERN_PLAIN },
  /* "(PH)": by which the minutes call a person */
  [PEOPLE_INITIALS] = { "initials", "^\\p{Lu}{2,4}$", PATTERN_PLAIN },
  /* "The Deputy Mayor (Councillor Harold Beale)" */
  [PEOPLE_OFFICE] = { "an office before its holder",
    "^(?:and )?((?:the )?(?:(?:right worshipful|worshipful|lord|lady|deputy|vice|acting|"
    "the)[ -])*(?:mayor|mayoress|provost|chair(?:man|person|woman)?|leader|sheriff)"
    "(?: of the council)?)\\s*[(–-]\\s*((?:" COUNCILLOR "|" MISTER "|dr|sir|dame)\\b[^()]"
    "{2,50}?|(?<=[–-]\\s)(?-i:\\p{Lu}[\\p{L}’'.-]*(?: (?!Member|Council|Trust)\\p{Lu}[\\p{L}’'-]+){1,2}))"
    "(?:\\)|$)(?:,? in the chair)?[ .]*$",
    PATTERN_CASELESS },
  /* "Metro Mayor S Rook", "Deputy Mayor Una O'Hare" */
  [PEOPLE_MAYOR] = { "a mayor, by name",
    "^((?:(?:metro|city|deputy|elected|executive|lord) )*mayor)\\s+(?=(?-i:\\p{Lu}[\\p{L}’'-]*\\.? (?:\\p{Lu}\\.? )?\\p{Lu}[\\p{L}’'-]+$))",
    PATTERN_CASELESS },
  /* "Department for Education adviser": no name has such words */
  [PEOPLE_LOWER] = { "a word that no name has",
    "\\s(?:for|to|in|at|with|on|adviser|advisor|member|officer|manager|lead|nurse|worker|"
    "representative|services?|council|board|police|school|trust)\\b", PATTERN_PLAIN },
};
/* clang-format on */
