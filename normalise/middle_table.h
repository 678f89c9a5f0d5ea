/* middle_table.h: minutes in a table with a head whose cells stand in the middle of their
 * height:
 *
 *     Agenda item     Discussion                          Decision       Action
 *                     It was told that results had        AGREED: that   LH to send
 *     2. Attainment   risen; reasons would be gathered    the report     the reasons
 *                     for the next meeting.               be noted
 *
 * White over the whole breadth ends a row of the table; what is found beside one another
 * in between is one row, whatever column it begins in. */

#pragma once

#include "normalise/table_head.h"

/* Gives the rows (Row) of such tables their columns, and their table rows, in order.
 * patterns: table_head_patterns () */
void middle_tables_order (Patterns *patterns, GArray *rows);
