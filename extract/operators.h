/* operators.h: the operators of a page are looked up once by name.
 *
 * A page is some thousands of operators ("Tj", "BDC"), and for each poppler compares
 * names through a sorted table, six strings at a time: 3 % of what reports take. The
 * table never changes. So the program stands in for Gfx::findOp, as extract/colour.h
 * tells, and keeps the answers; what poppler answered for a name it will answer again. */

#pragma once

#include <glib.h>

/* How many answers of this thread were ones that had been kept. */
guint operators_n_spared (void);
