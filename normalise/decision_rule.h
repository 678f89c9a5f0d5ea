/* decision_rule.h: the expressions by which minutes mark a decision: a table to read, and
 * to add to. decision.c says what becomes of their matches. */

#pragma once

#include "normalise/pattern.h"

typedef enum
{
  DECISION_WORTH, /* no decision is without one of these words */
  /* labels at the front of a paragraph; group 1: the word */
  DECISION_LABEL,
  DECISION_LABEL_TITLE,
  DECISION_LABEL_COLON,
  DECISION_TO_WHOM, /* behind a label */
  /* sentences; group 1: the verb, unless said otherwise */
  DECISION_ACTIVE, /* 1: who, 2: the verb */
  DECISION_PASSIVE,
  DECISION_MARKED,
  DECISION_PROPOSED,
  DECISION_PROPOSED_THEN, /* 1: what, 2: the verb */
  DECISION_MOTION,
  DECISION_MOTION_NAMED, /* 1: what */
  DECISION_ASSENT,
  DECISION_MINUTES,
  DECISION_PROPOSED_WHOLE,
  DECISION_MINUTES_SHORT,
  DECISION_RECOMMENDATIONS,
  DECISION_FOLLOWING,
  DECISION_BODY_LISTS,
  DECISION_PAYMENTS,
  DECISION_NOTED,
  DECISION_NOTED_ALONE,
  DECISION_NOTED_END,
  /* what makes a sentence none */
  DECISION_PERSON,
  DECISION_RETOLD,
  DECISION_RETOLD_END,
  DECISION_NOT_DECIDED,
  DECISION_AGREED,
  DECISION_OPINION,
  DECISION_DEONTIC,
  DECISION_CONDITIONAL,
  /* what surrounds a resolution */
  DECISION_ASIDE,
  DECISION_BARE,
  DECISION_TOLD,
  DECISION_HEADING,
  DECISION_RECOMMENDS,
  DECISION_ELECTED,
  DECISION_N_RULES
} DecisionRule;

extern const PatternRule decision_rules[DECISION_N_RULES];
