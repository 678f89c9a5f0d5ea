/* band.h: tables whose cells stand in the middle of their row.
 *
 * "3" in the first column, level with the fourth of seven lines beside it: read line by
 * line, it belongs to the text above. A band is such a row of the table, from the top of
 * its highest cell to the foot of it; numbers, or labels ("Reasons for the decision"),
 * stand at its middle, and each band begins where the last one ended. */

#pragma once

#include "normalise/stream.h"

/* Puts the rows of such tables in order, band by band: number and title first, then the
 * text; what stands in narrow columns right of it becomes a column apart. rows: GArray of
 * Row, all of the document, in pages' order. */
void bands_order (GArray *rows);
