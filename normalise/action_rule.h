/* action_rule.h: the expressions by which minutes mark actions and their owners: a table
 * to read, and to add to. action.c says what becomes of their matches. */

#pragma once

#include "normalise/pattern.h"

typedef enum
{
  ACTION_BRACKET,
  ACTION_LABEL,
  ACTION_OWNER_TO,
  ACTION_FIRST_NAME,
  ACTION_OWNER_BEFORE,
  ACTION_TASK,
  ACTION_OWNER_LABEL,
  ACTION_LIST_LABEL,
  ACTION_OWNER_CELL,
  ACTION_OWNERS,
  ACTION_OWNER_END,
  ACTION_OWNER_BEHIND,
  ACTION_CLOSING,
  ACTION_NOTED_CELL,
  ACTION_TABLE_ACTION,
  ACTION_TABLE_OWNER,
  ACTION_TABLE_DUE,
  ACTION_DECIDED,
  ACTION_DUTY,
  ACTION_LISTED,
  ACTION_N_RULES
} ActionRule;

extern const PatternRule action_rules[ACTION_N_RULES];
