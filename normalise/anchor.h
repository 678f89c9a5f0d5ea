/* anchor.h: what stands in the middle of what it is of, in a table whose cells are set at
 * mid-height: numbers one under the other that go up by one, or a form's labels. */

#pragma once

#include "normalise/stream.h"

typedef struct
{
  guint row; /* index */
  gdouble middle;
  gdouble x1;
  gdouble x0, y0;
  guint value; /* of a number */
} Anchor;

/* Fewer say nothing, but for two numbers below "No." or "Item", or two that go on with
 * the page before. */
#define MIN_ANCHORS 3
#define MIN_HEADED 2

/* The longest run of numbers among rows (Row) [start, end), those of one page, added to
 * anchors (Anchor) from top to bottom. before: (nullable): the last of the page before.
 * FALSE: none. */
gboolean anchors_find_numbers (GArray *rows, guint start, guint end, const Anchor *before,
                               GArray *anchors);

/* The same of labels ("Decision maker"); one of two lines becomes one row, and the row of
 * its second line is left without text. */
gboolean anchors_find_labels (GArray *rows, guint start, guint end, GArray *anchors);
