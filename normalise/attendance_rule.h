/* attendance_rule.h: the expressions by which a heading's lists of people are known, and
 * what ends them: a table to read, and to add to. attendance.c says what becomes of their
 * matches. */

#pragma once

#include "normalise/pattern.h"

typedef enum
{
  ATTENDANCE_PRESENT,
  ATTENDANCE_CHAIR,
  ATTENDANCE_APOLOGIES,
  ATTENDANCE_BESIDE,
  ATTENDANCE_OTHER,
  ATTENDANCE_TOOK_CHAIR,
  ATTENDANCE_INSIDE,
  ATTENDANCE_TITLED,
  ATTENDANCE_OFFICE,
  ATTENDANCE_NAMES,
  ATTENDANCE_WELSH,
  ATTENDANCE_TOLD,
  ATTENDANCE_STAR,
  ATTENDANCE_MEMBERS_HERE,
  ATTENDANCE_ABSENT_MARK,
  ATTENDANCE_ABSENT_NAME,
  ATTENDANCE_ITEM,
  ATTENDANCE_CLERK,
  ATTENDANCE_WERE,
  ATTENDANCE_SAID,
  ATTENDANCE_N_RULES
} AttendanceRule;

extern const PatternRule attendance_rules[ATTENDANCE_N_RULES];
