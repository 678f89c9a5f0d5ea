/* gutter.h: the white strips that run down a page between things that stand side by side.
 *
 * Internal to the layout. A gutter is found from the rows' wide gaps: followed up and
 * down as long as the strip stays free. What stands on its two sides says what it is. */

#pragma once

#include "extract/row.h"

typedef enum
{
  GUTTER_LABEL,   /* between list numbers, bullets, "Present:" and their text */
  GUTTER_TABLE,   /* between the columns of a table */
  GUTTER_COLUMNS, /* between columns of running text, read one after the other */
  GUTTER_SIDE,    /* between the text and short notes at its right: "ACTION", "SK" */
} GutterKind;

typedef struct
{
  GutterKind kind;
  guint first, last; /* rows */
  gfloat x0, x1;     /* the strip */
  guint n_both;      /* rows with words on both sides */
} Gutter;

/* (transfer full): GArray of Gutter, by first row. width: of the page. */
GArray *gutters_find (const Row *rows, guint n_rows, const Glyph *glyphs, gdouble width);

/* The first word of the row that stands right of x; row->n if none does. */
guint row_split (const Row *row, gfloat x);

/* Whether the row has words on that side. */
gboolean gutter_has_left (const Gutter *self, const Row *row);
gboolean gutter_has_right (const Gutter *self, const Row *row);
