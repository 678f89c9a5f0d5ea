/* chain_end.h: what belongs to a chain of numbered headings at either end of it.
 *
 * Internal to chain.c: points decide on a chain; where one begins at 3, or ends at 3
 * though "4." stands below, numbers do. */

#pragma once

#include "normalise/candidate.h"

/* Points by which the looks of two headings differ. */
gdouble chain_style_cost (const Candidate *a, const Candidate *b);

/* chain: indices of candidates, at least one; all add to it. */
void chain_begin_at_one (const GArray *candidates, GArray *chain);
void chain_go_on (const GArray *candidates, guint closing_row, GArray *chain);
void chain_cross (const GArray *candidates, guint closing_row, GArray *chain);
void chain_fill (const GArray *candidates, GArray *chain);
void chain_divide (const GArray *candidates, GArray *chain);
