/* segment_rule.h: the expressions by which meetings are told from what stands around
 * them: a table to read, and to add to. boundary.c, site_page.c and segment.c say what
 * becomes of their matches, and share one compiled table. */

#pragma once

#include "normalise/pattern.h"

typedef enum
{
  SEGMENT_MEETING_LINE,
  SEGMENT_ITEM_PAGE,
  SEGMENT_MINUTES,
  SEGMENT_BODY,
  SEGMENT_PRESENT,
  SEGMENT_CLOSING,
  SEGMENT_REPORT,
  SEGMENT_AGENDA,
  SEGMENT_SKIP,
  SEGMENT_SUPPORTING,
  SEGMENT_ITEM_LABEL,
  SEGMENT_DECISION_PAGE,
  SEGMENT_DECISION_LINE,
  SEGMENT_DECISION_LABEL,
  SEGMENT_VENUE,
  SEGMENT_AGENDA_TEXT,
  SEGMENT_BYLINE,
  SEGMENT_STAMP,
  SEGMENT_N_RULES
} SegmentRule;

extern const PatternRule segment_rules[SEGMENT_N_RULES];
