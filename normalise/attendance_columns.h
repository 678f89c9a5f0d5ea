/* attendance_columns.h: lists of people beside one another, each below its label. */

#pragma once

#include "normalise/attendance.h"
#include "normalise/seating.h"

/* Lists beside one another. */
#define ATTENDANCE_MAX_COLUMNS 5

/* How many columns the table of rows [start, end) has, if its first row is of labels
 * only: "Members present | Officers"; else 0. A column may say what the people of the one
 * before it are: "Members | Representing | Officers"; its bit is set in ret_places. */
guint attendance_columns_heads (AttendanceReader *reader, SeatingReader *seating,
                                const Stream *rows, guint start, guint end,
                                guint *ret_places);

/* (nullable): the cell to the right of that in row i. */
const Row *attendance_columns_place (const Stream *rows, guint i, guint end);
