/* layout.h: the characters of a page become its lines, in the order a person reads. */

#pragma once

#include "extract/document.h"
#include "extract/glyph.h"

/* Appends the lines that the characters make to the page. */
void layout_page (const Glyph *glyphs, gsize n_glyphs, Page *page);
