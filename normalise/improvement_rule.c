/* improvement_rule.c: the expressions by which lists of what needs to improve are known.
 */

#include "normalise/improvement_rule.h"

#define IMPROVE "(?:improve(?:ment)?|be\\s+improved|improving)"
/* A footnote's raised number may still be there, or what it was recognised as. */
#define END "\\s*(?:[?:]\\s*[0-9!'’‘*?]{0,2})?\\s*$"

/* clang-format off */
const PatternRule improvement_rules[IMPROVEMENT_N_RULES] = {
  [IMPROVEMENT_OPENER] = { "heading of a list",
    "^(?:what\\s+needs?\\s+(?:to\\s+)?" IMPROVE
    "(?:\\s+in\\s+this\\s+area\\s+of\\s+(?:social\\s+work\\s+)?practice)?|"
    "what\\s+do(?:es)?\\s+.{2,90}?\\s+need\\s+to\\s+improve|"
    "(?:areas?\\s+for\\s+)?priority\\s+(?:and\\s+immediate\\s+)?actions?|"
    "(?:key\\s+|main\\s+)?areas?\\s+(?:for|of)\\s+(?:improvement|development)s?|"
    "(?:key\\s+|main\\s+)?recommendations?(?:\\s+for\\s+.{2,60}?)?)" END,
    PATTERN_CASELESS },
  [IMPROVEMENT_OPENER_BEGINS] = { "first line of a heading that runs on",
    "^what\\s+(?:needs?|do(?:es)?)\\s", PATTERN_CASELESS },
  [IMPROVEMENT_PART_OPENER] = { "a heading that tells parts of a list apart",
    "priority|^(?:key\\s+|main\\s+)?areas?\\s", PATTERN_CASELESS },
  /* Case counts: a sentence that goes on with "the experiences and progress of" does not
   * end its list. */
  [IMPROVEMENT_ENDER] = { "heading of what follows the lists",
    "^(?:The\\s+experiences|Experiences)\\s+and\\s+progress\\s+of\\b|"
    "^(?:The\\s+i|I)mpact\\s+of\\s+leaders\\b|^(?:The\\s+e|E)ffectiveness\\s+of\\s|"
    "^Executive\\s+summary|^Summary\\s+(?:of|for)\\s|^Progress\\s+since\\b|"
    "^Information\\s+about\\b|^Inspection\\s+(?:findings|judge?ment)|"
    "^What\\s+the\\s+inspection\\s+judge?ments\\s+mean|"
    "^(?:Main|Headline|Key)\\s+findings|^Findings\\s+and\\s+evaluation|"
    "^Outcomes\\s+for\\s|^Overall\\s+effectiveness\\b|^Key\\s+strengths|"
    "^(?:The\\s+)?.{0,40}\\bstrengths\\s*:?$|^Yours\\s+(?:sincerely|faithfully)|"
    "^The\\s+Office\\s+for\\s+Standards|^About\\s+(?:this|the)\\s+inspection|"
    "^Leadership,?\\s+management\\s+and\\b|^(?:Practice|Case)\\s+study\\b|"
    "^(?:Her|His)\\s+Majesty|^Evaluation\\s+of\\s", PATTERN_PLAIN },
  [IMPROVEMENT_BOARD] = { "a heading that turns to the safeguarding board",
    "safeguarding\\s+children\\s+board|\\bL?SCB\\b|safeguarding\\s+board",
    PATTERN_CASELESS },
  [IMPROVEMENT_AUTHORITY] = { "a heading that turns to the council",
    "\\blocal\\s+authority\\b|\\bcouncil\\b", PATTERN_CASELESS },
  [IMPROVEMENT_LEAD_IN] = { "a sentence that leads to a list",
    "\\bfollowing\\s+(?:\\w+\\s+){0,2}(?:action|area|improvement|point|step|matter|"
    "weakness|issue)(?:s|es)?(?:\\s+\\w+){0,3}\\s*[.:]?$|\\bshould\\s*:$",
    PATTERN_CASELESS },
  [IMPROVEMENT_NOTHING] = { "a sentence that says there is nothing",
    "\\b(?:did\\s+not|have\\s+not|has\\s+not)\\s+"
    "(?:find|found|identif(?:y|ied)|ma[kd]e)\\s+any\\b|"
    "\\bthere\\s+(?:are|were)\\s+no\\s+(?:areas|recommendations|priority)|"
    "^no\\s+(?:areas|recommendations|priority)", PATTERN_CASELESS },
  /* "(outcome 3, national framework)", "[National Framework enabler two]", "(see
   * paragraph 34)", at the end or before the full stop */
  [IMPROVEMENT_CROSS_REFERENCE] = { "a cross-reference",
    "\\s*[(\\[]\\s*((?:[^()\\[\\]]*\\b)?(?:national\\s+framework|"
    "(?:outcome|enabler|principle)s?\\b|see\\s+para|"
    "para(?:graph)?s?\\s+[0-9])[^()\\[\\]]*?)\\s*[)\\]]\\s*([.;]?)\\s*$",
    PATTERN_CASELESS },
};
/* clang-format on */
