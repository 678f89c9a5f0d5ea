/* sides.h: what stands on the two sides of a gutter.
 *
 * Internal to the layout. Prose on both sides is in columns, something short beside some
 * of the lines of prose is a note; all else is a table. */

#pragma once

#include "extract/gutter.h"

typedef struct
{
  guint n_left, n_right;       /* rows with words there */
  guint full_left, full_right; /* rows that nearly fill their side */
  gfloat x0, x1;               /* of all */
  guint short_right;           /* rows with but a few letters right of it */
  guint word_right;            /* rows with a word there, and no number */
  guint entry_left;      /* rows with a note whose left is long or begins with a label */
  guint n_gapped;        /* rows with a wide gap inside one of their sides */
  guint n_cells;         /* rows with a note right of three cells or more */
  guint n_side, n_level; /* rows with words on both sides; of those, at one height */
  guint gaps_left, gaps_right, gaps_both;
} Sides;

Sides sides_measure (const Row *rows, const Gutter *gutter, const Glyph *glyphs,
                     gfloat width);

/* width: of the page; x1: how far the text reaches. */
gboolean sides_are_notes (const Sides *sides, const Gutter *gutter, gfloat width,
                          gfloat x1);
gboolean sides_are_columns (const Sides *sides, const Gutter *gutter, gfloat width);
