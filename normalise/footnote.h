/* footnote.h: notes at the feet of pages, which break into sentences that run over. */

#pragma once

#include "normalise/stream.h"

/* Small rows at a page's foot of which the first begins with a note's mark ("1 The line
 * would cost …", "* absent") become text of a column apart: they stand behind the
 * paragraph that they interrupt, and head no item. size: of most of the text. */
void footnotes_mark (GArray *rows, gdouble size);
