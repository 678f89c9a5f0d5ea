/* made.h: any bytes as a Document, such as a hostile PDF or a stream of records could
 * make one, so that fuzzing reaches behind the readers of formats.
 *
 * Each line is one line of the document. "120 90 12 21|Minutes" puts "Minutes" at x 120,
 * y 90, 12 points high, with the flags 0x21; without those numbers it stands below the
 * one before. Flags, from the lowest bit: 1 bold, 2 italic, 4 no box, then 4 bits each:
 * role, block, table, row, column. "=" alone begins a new page. A first line "plain"
 * makes a source without pages. */

#pragma once

#include "extract/document.h"

/* (transfer full) */
Document *made_document (const guint8 *data, gsize length);
