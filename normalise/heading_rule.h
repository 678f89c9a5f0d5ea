/* heading_rule.h: the expressions by which a meeting's heading is read: a table to read,
 * and to add to. heading.c says what becomes of their matches. */

#pragma once

#include "normalise/pattern.h"

typedef enum
{
  HEADING_LINE,
  HEADING_ITEM_LINE,
  HEADING_OF,
  HEADING_MEETING_OF,
  HEADING_BODY,
  HEADING_GENERIC,
  HEADING_COUNCIL,
  HEADING_COUNCIL_ANYWHERE,
  HEADING_WELSH,
  HEADING_TRIM,
  HEADING_FRONT,
  HEADING_HELD,
  HEADING_OLD,
  HEADING_WEEKDAY,
  HEADING_TIME,
  HEADING_HOUR,
  HEADING_VENUE_LABEL,
  HEADING_VENUE_HELD,
  HEADING_VENUE_AFTER,
  HEADING_VENUE_PLACE,
  HEADING_DRAFT,
  HEADING_CANCELLED,
  HEADING_FINAL,
  HEADING_MINUTES,
  HEADING_AGENDA,
  HEADING_DECISIONS,
  HEADING_REPORT,
  HEADING_ISSUE,
  HEADING_OPEN_END,
  HEADING_NOT_BODY,
  HEADING_N_RULES
} HeadingRule;

extern const PatternRule heading_rules[HEADING_N_RULES];
