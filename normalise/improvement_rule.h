/* improvement_rule.h: the expressions by which a report's lists of what needs to improve
 * begin and end: a table to read, and to add to. improvement_list.c says what becomes of
 * their matches. */

#pragma once

#include "normalise/pattern.h"

typedef enum
{
  IMPROVEMENT_OPENER,
  IMPROVEMENT_OPENER_BEGINS,
  IMPROVEMENT_PART_OPENER,
  IMPROVEMENT_ENDER,
  IMPROVEMENT_BOARD,
  IMPROVEMENT_AUTHORITY,
  IMPROVEMENT_LEAD_IN,
  IMPROVEMENT_NOTHING,
  IMPROVEMENT_CROSS_REFERENCE,
  IMPROVEMENT_N_RULES
} ImprovementRule;

extern const PatternRule improvement_rules[IMPROVEMENT_N_RULES];
