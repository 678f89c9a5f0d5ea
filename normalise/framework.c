/* framework.c: the kinds of inspection. */

#include "normalise/framework.h"

const FrameworkRule frameworks[N_FRAMEWORKS] = {
  { MENTION_MONITORING, "ILACS", "monitoring-visit", FALSE },
  { MENTION_FOCUSED, "ILACS", "focused-visit", FALSE },
  { MENTION_JTAI, "JTAI", "inspection", FALSE },
  { MENTION_SEND, "SEND", "inspection", FALSE },
  { MENTION_SIF, "SIF", "inspection", TRUE },
  { MENTION_YJS, "YJS", "inspection", TRUE },
  { MENTION_CQC, "CQC", "assessment", TRUE },
  { MENTION_SCHOOL, "school", "inspection", FALSE },
  { MENTION_HOME, "children's-home", "inspection", FALSE },
  { MENTION_ILACS, "ILACS", "inspection", TRUE },
  { MENTION_PLAIN, "ILACS", "inspection", TRUE },
};
