/* note.h: short notes at the right margin: "Clerk", "Noted", "Signed by the Chair".
 *
 * Internal to the layout. Where notes stand below each other, a gutter parts them from
 * the text; here are those that stand alone. */

#pragma once

#include "extract/row.h"

/* The first word of a note that ends row i of n; the row's n if there is none. right: how
 * far the rows reach; width: of the page. */
guint note_start (const Row *rows, guint i, guint n, const Glyph *glyphs, gfloat right,
                  gfloat width);

/* Marks lines (GArray of Line) that are notes without a sentence beside them. */
void notes_mark_lone (GArray *lines, gdouble width);
