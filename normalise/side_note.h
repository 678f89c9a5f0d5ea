/* side_note.h: initials at the end of a line that stand in a column apart. */

#pragma once

#include "normalise/stream.h"

/* Rows whose end stands in the column of the page's or its neighbours' side notes, and is
 * such a note, are cut before it, and the note becomes a row of its own behind them. */
void side_notes_part (GArray *rows);
