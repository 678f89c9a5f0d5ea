/* spaced_table.h: tables in plain text whose columns only spaces keep apart.
 *
 *     Action                     Owner      Due
 *     Order the swings           Clerk      31 May
 *     Write to the county about
 *     the verge                  AB         11 June
 *
 * A head tells them: all its columns but one have names that such heads have ("Action",
 * "By whom", "Member", "Attended", a date). Names in columns have no head and are left
 * to those who read names. */

#pragma once

#include "normalise/stream.h"

/* Of a text without boxes: puts cells in the place of the rows (Row) of such tables. */
void spaced_tables_part (GArray *rows);
