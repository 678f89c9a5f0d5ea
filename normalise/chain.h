/* chain.h: of all candidates for headings, the sequence that explains the document best.
 *
 * Candidates of one form ("27/24", "4.", "(Item 4)", bold capitals without a number) make
 * a family. In a numbered family the best chain is found whose numbers go up: each step
 * by one is free; numbers skipped or used twice, and a change of style, cost points that
 * the candidates must earn. The family with the most points wins. */

#pragma once

#include "normalise/candidate.h"

/* Indices (guint) into candidates, in order; empty if nothing is good enough.
 * closing_row: candidates from this row on stand behind the end of the meeting and must
 * be worth more. (transfer full) */
GArray *chain_best (const GArray *candidates, guint closing_row);
