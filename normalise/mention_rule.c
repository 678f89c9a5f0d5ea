/* mention_rule.c: the expressions that name inspections and tell of them.
 *
 * Those that end in $ are held against the text before a date, those that begin with ^
 * against the text behind a name. */

#include "normalise/mention_rule.h"

/* clang-format off */
const PatternRule mention_rules[MENTION_N_RULES] = {
  [MENTION_MONITORING] = { "monitoring visit",
    "\\b[Mm]onitoring\\s+[Vv]isits?\\b|\\bMONITORING VISITS?\\b" },

  /* "the OFSTED Focused Visit"; focussed is common */
  [MENTION_FOCUSED] = { "focused visit",
    "\\b[Ff]ocuss?ed\\s+[Vv]isits?\\b|\\bFOCUSS?ED VISIT\\b" },

  [MENTION_JTAI] = { "JTAI",
    "\\bJTAI\\b(?:\\s+[Ii]nspection)?|\\b[Jj]oint [Tt]argeted [Aa]rea "
    "[Ii]nspections?\\b" },

  /* "the joint area inspection of November", "Local Area SEND Inspection" */
  [MENTION_SEND] = { "SEND",
    "(?<!play )(?<!Play )\\b(?:[Ll]ocal\\s+|[Jj]oint\\s+)?[Aa]rea\\s+(?:[Pp]artnership\\s+)?"
    "(?:SEND\\s+)?[Ii]nspections?\\b|\\bSEND\\s+(?:[Ll]ocal\\s+[Aa]rea\\s+|[Aa]rea\\s+)?"
    "(?:[Rr]e-?)?(?:[Ii]nspections?|[Rr]evisit)\\b|\\(SEND\\)\\s+(?:[Ll]ocal\\s+[Aa]rea\\s+)?"
    "[Ii]nspections?\\b|\\bSEND\\s+(?:(?:CQC|Ofsted|OFSTED|and|&|/)\\s+){1,3}[Ii]nspections?\\b|"
    "\\b[Ll]ocal area[’']?s?\\s+(?:[\\w()’']+\\s+){0,14}?inspected\\b|\\binspections? of (?:the\\s+)?(?:SEND|"
    "[Ss]pecial [Ee]ducational)|\\b(?:Ofsted|OFSTED)(?:\\s+and|\\s*&|\\s*/)\\s*(?:the\\s+)?(?:CQC|Care "
    "Quality Commission)\\b|\\b(?:CQC|Care Quality Commission)(?:\\s+and|\\s*&|\\s*/)\\s*"
    "(?:Ofsted|OFSTED)\\b" },

  [MENTION_SIF] = { "SIF",
    "\\b[Ss]ingle [Ii]nspection [Ff]ramework\\b|\\bSIF\\b(?:\\s+[Ii]nspection)?" },

  [MENTION_YJS] = { "youth justice",
    "\\bHM\\s?I(?:nspectorate of)?\\s?P(?:robation)?\\b|\\bHMIP\\b|\\b[Yy]outh "
    "(?:[Jj]ustice|[Oo]ffending)(?: (?:[Ss]ervice|[Tt]eam|[Pp]artnership|[Pp]lan))?"
    "\\b[\\w ’']{0,30}?\\b[Ii]nspect(?:ion|ed)\\b" },

  [MENTION_CQC] = { "CQC",
    "\\b(?:Care Quality Commission|CQC)\\b(?:\\s+(?:[Ii]nspection|[Aa]ssessment|"
    "[Vv]isit))?" },

  /* "Six schools were inspected by Ofsted" */
  [MENTION_SCHOOL] = { "school",
    "\\b(?:[Ss]chools?|[Aa]cadem(?:y|ies)|nurser(?:y|ies)|colleges?)"
    "\\s+(?:[\\w’']+\\s+){0,3}?inspected\\b|\\binspections? of (?:[\\w’']+ ){0,3}?"
    "(?:schools?|academies|nurseries)\\b|\\b[Ss]chool inspections?\\b|\\binspected "
    "(?:[\\w’']+ ){0,4}?(?:schools?|academ|nurser)" },

  [MENTION_HOME] = { "children's home",
    "\\bhomes?\\s+(?:[\\w’']+\\s+){0,3}?inspected\\b|\\binspections? (?:reports? )?"
    "(?:of|at|for) (?:[\\w’']+ ){0,6}?(?:homes?|fostering (?:service|agency)|adoption "
    "agency)\\b" },

  /* "the inspection under the ILACS framework which took place from …" */
  [MENTION_ILACS] = { "ILACS",
    "\\b[Ii]nspection (?:carried out |conducted )?under (?:the )?(?:new )?ILACS(?: "
    "[Ff]ramework| arrangements)?\\b|\\bILACS\\b|\\b[Ii]nspection of [Ll]ocal [Aa]uthority [Cc]hildren[’']?s?(?: "
    "[Ss]ocial [Cc]are)? [Ss]ervices?[’']?(?:\\s*\\(ILACS\\))?(?: inspection)?" },

  /* "the November 2018 Ofsted inspection", "inspectors had spent two days" */
  [MENTION_PLAIN] = { "inspection",
    "\\b(?:[Ii]nspections?|INSPECTIONS?|inspected|[Ii]nspectors)\\b|\\b(?:Ofsted|"
    "OFSTED)(?:[’']s)?\\s+(?:letter|visit|ratings?|judgements?|report|branded|rated|"
    "judged|found)\\b|\\brated\\b[^.]{0,40}\\bby (?:Ofsted|OFSTED)\\b" },

  /* a sentence without one of these tells nothing here: looked for first, as most have
   * none */
  [MENTION_WORTH] = { "worth reading",
    "[Ii]nspect|INSPECT|O(?:fsted|FSTED)|\\b[Vv]isit|JTAI|ILACS|SIF\\b|CQC|Care "
    "Quality|HMI|publish|[Rr]eport (?:came|was (?:issued|released|made))|[Jj]udge|\\b[Rr]at(?:ed|ing)|[Gg]rade" },

  /* whether a bare "inspection" is one of children's services */
  [MENTION_CONTEXT] = { "children's services",
    "O(?:fsted|FSTED)|[Cc]hild|CHILD|[Pp]arenting|PARENTING|[Yy]oung|YOUNG|"
    "[Ss]afeguard|[Ff]amil|FAMIL|[Ss]ocial [Ww]ork" },

  /* inspections of other things */
  [MENTION_OTHER] = { "other inspection",
    "[Pp]layground|[Pp]lay (?:area|equipment)|R[Oo]SPA|\\b[Ff]ire\\b|\\b[Tt]rees?\\b|"
    "[Ff]ood|[Hh]ygiene|[Hh]ighway|[Dd]rain|[Ee]lectrical|[Ii]nsurance|[Aa]ccounts|"
    "[Pp]remises|[Vv]ehicle|[Bb]uildings?\\b|[Pp]ublic inspection|available for "
    "inspection|[Cc]emeter|[Bb]ridge|[Ff]ootpath|[Pp]lanning [Ii]nspector" },

  /* "the ILACS framework", "inspection readiness" */
  [MENTION_NO_EVENT_AFTER] = { "no event after",
    "^(?:[’']s?)?\\s*(?:\\([A-Z]+\\)\\s*)?(?:[Ff]ramework|[Rr]egime|[Rr]egulations?|"
    "[Rr]eadiness|[Pp]reparation|[Aa]rrangements|[Cc]ycle|[Ww]indow|[Hh]andbook|"
    "[Cc]riteria|is due|was due|would be|will be|could be|may be|is expected|was "
    "expected)\\b" },

  /* "the next inspection", "its previous full inspection in" */
  [MENTION_NO_EVENT_BEFORE] = { "no event before",
    "\\b(?:[Nn]ext|[Pp]revious|[Pp]rior|[Ee]arlier|[Ee]xpected|[Ff]orthcoming|"
    "[Uu]pcoming|[Ff]uture|[Aa]nticipated|[Pp]ending|[Aa]waited|[Pp]ossible)"
    "\\s+(?:[\\w’'-]+\\s+){0,4}?$" },

  /* "the report of which was published on", "Ofsted's letter of" */
  [MENTION_PUBLISHED] = { "published before date",
    "\\b(?:publish(?:ed|ing)|publication|[Ll]etter|issued|released|c[ao]me\\s+out|"
    "made\\s+public|[Rr]eport\\s+(?:of|"
    "dated))\\b[^.;]{0,32}$" },

  /* "The report was published on …", "Ofsted had published its findings on …", in a sentence
   * of its own */
  [MENTION_PUBLISHED_LATER] = { "published, later sentence",
    "^(?:(?:Its|The|Their|This|Ofsted[’']s)\\s+)?(?:[\\w’']+\\s+){0,6}?(?:reports?|"
    "letter|findings|outcome)\\b.{0,60}\\b(?:published|issued|released|c[ao]me\\s+out|"
    "made\\s+public)\\b|^(?:Ofsted|OFSTED|Inspectors)\\s+(?:ha[ds]\\s+)?(?:since\\s+|then\\s+|"
    "now\\s+)?(?:published|issued|released)\\b" },

  /* "It took place over two weeks in July 2023.", "The visit was on 5 and 6 March" */
  [MENTION_DATED_LATER] = { "dated, later sentence",
    "^(?:It|This|That|These|They|Fieldwork|The (?:[\\w-]+ ){0,2}(?:visits?|review|assessment|"
    "fieldwork|team|week|fortnight))\\b.{0,60}\\b(?:took place|taken place|(?:was|were) "
    "(?:held|on|in|here|carried out|undertaken|conducted|over)|on[- ]site|visited|ran|"
    "lasted|happened|occurred|came)\\b" },

  /* "Overall effectiveness | Requires improvement", "• Care leavers: Good" below the
   * sentence that names the inspection */
  [MENTION_JUDGED_LATER] = { "judged, later paragraph",
    "^(?:The\\s+)?(?:[Oo]verall|OVERALL|[Jj]udge?ments?|JUDGE?MENTS?|[Gg]rad(?:es?|ings?)|"
    "[Ee]xperiences|[Ii]mpact|[Ee]ffectiveness|[Ll]eaders|[Cc]hildren|[Cc]are leavers|"
    "[Hh]elp and)\\b" },

  /* "an engagement meeting was held on", "by", "since": another date */
  [MENTION_NO_DATE] = { "no inspection's date",
    "\\b(?:[Ss]ince|[Uu]ntil|[Nn]ext|[Dd]ue)\\s+(?:\\w+\\s+){0,3}$|\\b(?:[Bb]y|"
    "[Bb]efore)\\s+(?:the\\s+)?(?:end of\\s+|early\\s+|late\\s+)?$|\\b(?:[Mm]eeting|"
    "[Ee]ngagement|[Mm]inutes?|[Cc]ommittee|[Pp]anel|[Cc]abinet|[Rr]esponse|"
    "[Ss]tatement|[Uu]pdate|[Ss]elf-?[Ee]valuation|[Aa]ssessment|[Ii]mprovements?|"
    "[Pp]lan|[Pp]revious [\\w ]{0,20}inspection|agreed|resolved|strategy)"
    "\\b[^.;,]{0,30}$" },

  /* how a date is joined to its inspection; "the November 2018 Ofsted inspection" has it
   * before */
  [MENTION_JOINED] = { "joined",
    "(?:\\b(?:[Ii]n|[Oo]n|of|from|[Dd]uring|[Oo]ver|dated|between|[Ee]arly|[Ll]ate|"
    "[Mm]id|[Ii]ts|[Tt]he|[Tt]heir|[Oo]ur|and|to|full|this|a|took place)"
    "[\\s-]+(?:the\\s+)?(?:(?:end|start|beginning|middle|week) of\\s+)?|[(]|^)$" },

  /* inspectors write a letter after a focused visit, a report after an inspection */
  [MENTION_LETTER] = { "letter",
    "\\b(?:[Tt]heir|[Ii]ts|Ofsted[’']s|OFSTED[’']s|[Ii]nspectors[’'])\\s+letter\\b" },

  /* a newspaper's date of the report, not of the visit */
  [MENTION_BRANDED] = { "branded",
    "\\b(?:branded|labelled|slammed|downgraded|upgraded)\\b" },
};
/* clang-format on */
