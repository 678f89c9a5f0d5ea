/* typed.h: text that was typed into a box upon a page becomes glyphs.
 *
 * A field of a form has its text, a place and a size, but not where each letter goes:
 * that is left to whatever shows it. */

#pragma once

#include "extract/document.h"

/* Appends the text (nullable) as it may stand in the box, line by line, to glyphs, a
 * GArray of Glyph. */
void typed_append (GArray *glyphs, const gchar *text, Box box);
