/* mention_rule.h: the expressions that name inspections and tell of them: a table to
 * read, and to add to. mention.c says what becomes of their matches. */

#pragma once

#include "normalise/pattern.h"

typedef enum
{
  /* what names an inspection: in the order of `frameworks` */
  MENTION_MONITORING,
  MENTION_FOCUSED,
  MENTION_JTAI,
  MENTION_SEND,
  MENTION_SIF,
  MENTION_YJS,
  MENTION_CQC,
  MENTION_SCHOOL,
  MENTION_HOME,
  MENTION_ILACS,
  MENTION_PLAIN,
  /* what tells of it */
  MENTION_WORTH,
  MENTION_CONTEXT,
  MENTION_OTHER,
  MENTION_NO_EVENT_AFTER,
  MENTION_NO_EVENT_BEFORE,
  MENTION_PUBLISHED,
  MENTION_PUBLISHED_LATER,
  MENTION_DATED_LATER,
  MENTION_JUDGED_LATER,
  MENTION_NO_DATE,
  MENTION_JOINED,
  MENTION_LETTER,
  MENTION_BRANDED,
  MENTION_N_RULES
} MentionRule;

extern const PatternRule mention_rules[MENTION_N_RULES];
