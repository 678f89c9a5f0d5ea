/* laid.h: pages written as rows of text at a place; a letter is half an em wide. */

#pragma once

#include "extract/layout.h"

/* Glyphs of an empty page. (transfer full) */
GArray *laid_new (void);
/* Adds a row whose baseline is at y, in points. */
void laid_put (GArray *glyphs, gfloat x, gfloat y, gfloat size, const gchar *text);
void laid_put_bold (GArray *glyphs, gfloat x, gfloat y, gfloat size, const gchar *text);

/* The page of the glyphs (transfer full), put in order. (transfer full) */
Page *laid_out (GArray *glyphs);
/* expected: its lines, with bars between them. */
void laid_assert_text (const Page *page, const gchar *expected);
const Line *laid_line (const Page *page, guint i);
