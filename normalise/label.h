/* label.h: labels of a form without lines that stand over two lines in the left column:
 * "Apologies" / "for absence:" beside "Cllr Cy Tarn" / "Cllr Di Umber". */

#pragma once

#include "normalise/stream.h"

/* Makes each such label one row (Row), in the place of its first line. */
void labels_join (GArray *rows);
