/* lead_table.h: what was decided on a table: "The following grants were approved:" over
 * its rows. The sentence says what was resolved; the table tells of what. */

#pragma once

#include "normalise/paragraph.h"

/* The sentence at the end of `lead`, if it speaks of what follows and the paragraph that
 * does is a row of a table; otherwise an empty span. next: (nullable) */
Span lead_over_table (const gchar *text, const Block *lead, const Block *next);
