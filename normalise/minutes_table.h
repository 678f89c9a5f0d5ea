/* minutes_table.h: minutes that are a table: "No. | Item | Discussion | Action | Lead".
 *
 * The table's head says what its columns hold. Numbers and titles get the roles of such,
 * as if a page's source had marked them; the text beside them becomes running text; what
 * is to be done, who does it and by when stay cells, marked as a row's task. */

#pragma once

#include "normalise/stream.h"

typedef struct MinutesTableReader MinutesTableReader;

/* (transfer full) */
MinutesTableReader *minutes_table_reader_new (void);
void minutes_table_reader_free (MinutesTableReader *self);

/* Unfolds such tables, over page ends too; their heads, which later pages print again, go
 * and are counted as removed. Leaves the rows as they are where some of the text stands
 * outside: a table within minutes is none. */
void minutes_table_reader_unfold (MinutesTableReader *self, Stream *rows);
