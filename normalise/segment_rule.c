/* segment_rule.c: the expressions by which meetings are told from what stands around
 * them. */

#include "normalise/segment_rule.h"

/* clang-format off */

const PatternRule segment_rules[SEGMENT_N_RULES] = {
  /* "Meeting: 15/05/2024 - Assembly (Item 8)" */
  [SEGMENT_MEETING_LINE] = { "a meeting of an issue's history",
    "^meeting:\\s*[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\\s*[-–]\\s*.+?"
    "(?:\\(item\\s*([0-9A-Za-z./]+?)[.:]?\\))?$",
    PATTERN_CASELESS },
  /* "Meeting of Executive, Tuesday, 12th March, 2024 6.00 pm (Item 65.)" */
  [SEGMENT_ITEM_PAGE] = { "the page of one item",
    "^(?:[•-]\\s*)?meeting "
    "of\\s.{3,120}?[0-9]{4}\\b.{0,20}\\(item\\s*([0-9A-Za-z./]+?)\\.?\\)$",
    PATTERN_CASELESS },
  /* "MINUTES of a meeting of …", "Notes and actions", "DRAFT MINUTES" */
  [SEGMENT_MINUTES] = { "minutes begin",
    "^(?:\\w+ ){0,8}?(?:minutes|notes|record|cofnodion)(?: and "
    "\\w+)?(?:\\s+(?:of|from)\\b|"
    "\\s*[:–-]|$)",
    PATTERN_CASELESS },
  [SEGMENT_BODY] = { "a body's name",
    "\\b(?:committee|panel|board|cabinet(?: member)?|council|assembly|forum|executive|commission|"
    "group|"
    "authority|partnership|trust|pwyllgor|cyngor)\\b",
    PATTERN_CASELESS },
  /* "PRESENT: Cllr …", "Members in attendance" */
  [SEGMENT_PRESENT] = { "a list of those present",
    "^(?:(?:councillors|members|cllrs|those|also|committee members|others?|board members|"
    "panel members)\\s+)*(?:present\\b|in attendance\\b|attendance\\b|attendees\\b|"
    "(?:hefyd )?yn bresennol|presennol)|^attended\\s*:|^(?:persons|members|those) absent (?:are |were )?(?:marked|"
    "indicated|shown|denoted)\\b|^(?:councillors|members|apologies|panel "
    "members|y cynghorwyr / councillors)\\s*:",
    PATTERN_CASELESS },
  /* "The meeting closed at 8.17 pm", "Signed …… (Chair)" */
  [SEGMENT_CLOSING] = { "the end of a meeting",
    "^(?:there being no (?:further|other|more) business|as there was no "
    "(?:further|other)|"
    "with no further business|the (?:chair|chairman|chairperson|chairwoman|mayor|leader)"
    "(?: \\w+){0,12} (?:closed|concluded|ended|declared) the (?:meeting|proceedings)|"
    "\\(?(?:the |this )?(?:\\w+ ){0,3}meeting,? (?:which |was |having |then |formally |duly )*(?:"
    "closed|ended|finished|concluded|terminated|rose|commenced|began|started )|\\(?"
    "(?:the )?(?:committee|panel|cabinet|board|council|assembly|meeting) rose|(?:signed|"
    "chair(?:man|person|woman)?|mayor|date|dated)\\b[^a-z]{0,6}(?:\\.{3}|…|_{3})|"
    "\\*+ ?denotes|end of (?:the )?(?:meeting|minutes)$|(?:time )?finish(?:ed)?(?: "
    "time)?:? [0-9]|"
    "(?:duration of (?:the )?meeting|meeting duration)\\b|date of publication\\b.{0,20} [0-9]|share this page$|"
    "chair(?:man|person|woman)?$|[0-9]{1,2}[.:][0-9]{2} ?[ap]\\.?m\\.? ?[-–] "
    "?[0-9]{1,2}[.:]"
    "[0-9]{2} ?[ap]\\.?m\\.?$|[.…_]{6})",
    PATTERN_CASELESS },
  /* the first line of a report in a pack: "Report to: Cabinet", "Agenda Item 5" */
  [SEGMENT_REPORT] = { "a report begins",
    "^(?:report to\\b|report of\\b|report for\\b|report by\\b|agenda item(?: no\\.?)?:? "
    "?[0-9]+[a-z]?$|appendix\\b|annex\\b|enclosure\\b|item no\\.? ?[0-9]+$|information "
    "for "
    "(?:visitors|the public)|this page is intentionally)",
    PATTERN_CASELESS },
  [SEGMENT_AGENDA] = { "an agenda begins",
    "^(?:agenda|summons|notice of (?:a )?meeting|supplementary agenda|agenda and\\b|"
    "agenda for\\b.*)$|(?<!return to )(?<!back to )(?<!to the )\\bagenda$",
    PATTERN_CASELESS },
  [SEGMENT_SKIP] = { "no part of an item",
    "^(?:[•-]\\s*)?(?:additional documents:|view the (?:full )?(?:list|"
    "background|minutes)|share this (?:item|page)|skip to )",
    PATTERN_CASELESS },
  [SEGMENT_SUPPORTING] = { "files that go with an item", "^supporting documents:?$", PATTERN_CASELESS },
  /* over the page of one item, whose meeting the page's text does not name */
  [SEGMENT_ITEM_LABEL] = { "an item's page", "^(?:[\\w, ]{3,60} - )?agenda item$", PATTERN_CASELESS },
  [SEGMENT_DECISION_PAGE] = { "a decision's page", "^(?:decision details|issue - decisions|issue details|decisions published)$",
    PATTERN_CASELESS },
  /* "Decision Maker: Cabinet", "Is Key decision?: Yes" where its title is missing */
  [SEGMENT_DECISION_LABEL] = { "a label of a decision's page",
    "^(?:decision |is |reference|purpose|date )[^:]{0,30}:", PATTERN_CASELESS },
  /* "27/09/2005 - Adoption Plan" */
  [SEGMENT_DECISION_LINE] = { "a decision of an issue's history",
    "^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\\s+[-–]\\s", PATTERN_PLAIN },
  /* what only the page of a whole meeting says */
  [SEGMENT_VENUE] = { "a meeting's page",
    "^(?:(?:venue|contact)\\s*:|no\\. item$|items$|meeting documents$|decision details$|"
    "decision status|issue details|issue - )",
    PATTERN_CASELESS },
  /* "To approve the minutes", "Minutes:": no title */
  [SEGMENT_AGENDA_TEXT] = { "what an agenda says below a title",
    "^(?:to [a-z]{3,}\\b|minutes:|decision:|additional documents:|report of )", PATTERN_CASELESS },
  [SEGMENT_BYLINE] = { "who wrote an article", "^by (?-i:\\p{Lu})", PATTERN_CASELESS },
  /* "Agenda Item 3", "Minute Item 12", "Appendix 1" above the minutes that a pack holds
   */
  [SEGMENT_STAMP] = { "the stamp of a pack",
    "^(?:(?:agenda|minute) item(?: no\\.?)?:? ?[0-9]+[a-z]?|item no\\.? ?[0-9]+[a-z]?|"
    "(?:appendix|annex|enclosure) ?[0-9a-z]{0,2})$",
    PATTERN_CASELESS },
};

/* clang-format on */
