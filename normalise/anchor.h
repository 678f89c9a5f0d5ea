/* anchor.h: what stands in the middle of what it is of, in a table whose cells are set at
 * mid-height: numbers one under the other that go up by one, or a form's labels. */

#pragma once

#include "normalise/stream.h"

typedef struct
{
  guint row; /* index */
  gdouble middle;
  gdouble x1;
  gdouble y0;
  guint value; /* of a number */
} Anchor;

/* Fewer say nothing. */
#define MIN_ANCHORS 3

/* The longest run of numbers among rows (Row) [start, end), those of one page, added to
 * anchors (Anchor) from top to bottom. FALSE: none. */
gboolean anchors_find_numbers (GArray *rows, guint start, guint end, GArray *anchors);

/* The same of labels ("Decision maker"); one of two lines becomes one row, and the row of
 * its second line is left without text. */
gboolean anchors_find_labels (GArray *rows, guint start, guint end, GArray *anchors);
