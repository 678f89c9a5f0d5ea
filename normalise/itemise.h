/* itemise.h: the headings that were chosen become a meeting's items: what is number, what
 * title and where the body begins and ends.
 *
 * Most titles have lines of their own. Some run into their text ("2448. Police Report:
 * Attached."), some items are numbered paragraphs without a title ("12. Apologies were
 * received from …"), and in some houses the number stands below the heading, before the
 * first paragraph. */

#pragma once

#include "normalise/candidate.h"
#include "normalise/segment.h"

/* Adds the items of chain (indices into candidates, at least one) to the segment, and
 * sets its head_end and tail. closing: the row where the meeting is over. */
void itemise (const Stream *rows, const GArray *candidates, const GArray *chain,
              guint closing, Segment *segment);
