/* grid.h: tables that only lay minutes out: a column of numbers, a wide one with the
 * text, perhaps one for actions. Their text is running text and no table's. */

#pragma once

#include "normalise/stream.h"

/* Gives rows of such tables the roles that their text has: none, or that of a column
 * apart. rows: GArray of Row, all of the document. */
void grid_flatten (GArray *rows);
