/* glyph.h: one character of a page and where it stands.
 *
 * What every reader of pages (a PDF's text layer, OCR) hands to the layout: characters
 * in the reader's own order, with ' ' and '\n' where the reader sees the end of a word
 * or of a line. Lengths are PDF points from the top left corner of the page. */

#pragma once

#include <glib.h>
#include <math.h>

enum
{
  GLYPH_BOLD = 1 << 0,
  GLYPH_ITALIC = 1 << 1,
};

typedef struct
{
  gunichar c;
  gfloat x0, y0, x1, y1; /* all 0 where the reader lost the place of its characters */
  gfloat size;           /* of the font, in points; 0 if unknown */
  guint8 style;          /* GLYPH_… */
} Glyph;

/* Puts characters right, each keeping its place:
 *
 *   ligatures (ﬁ)                      their letters, each with its part of the box
 *   soft hyphen                        a hyphen where one is printed, else nothing
 *   bullets of Symbol and Wingdings    "•" (private use, U+F0B7)
 *   other letters of such fonts        the letter: U+F041 is "A"
 *   controls, marks of direction, zero-width characters, noncharacters    nothing
 *   spaces of every width              ' '
 *   hyphens U+2010, U+2011             '-'
 *
 * glyphs: GArray of Glyph, changed in place; it grows by no more than twice its length.
 */
void glyphs_clean (GArray *glyphs);

/* GLYPH_BOLD, GLYPH_ITALIC, as the font's name tells. (nullable) */
guint8 glyph_style_of (const gchar *font);

/* U+2070 to U+2079 or such for a digit: how the figures of a footnote's mark are kept
 * apart from the word that they stand at. Other characters as they are. */
gunichar glyph_raised (gunichar digit);

/* A mark of direction; the marks that poppler puts around right-to-left words have no
 * rectangle. */
gboolean glyph_is_direction (gunichar c);

/* A letter that is read from right to left: Hebrew, Arabic. */
static inline gboolean
glyph_is_leftward (gunichar c)
{
  return (c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00)
         || (c >= 0xfe70 && c < 0xfeff);
}

/* Places beyond this many points are those of a broken matrix. */
#define GLYPH_FARTHEST 100000

/* A length as the layout can work with it: no infinity, no NaN. */
static inline gfloat
glyph_place (gdouble length)
{
  if (fabs (length) <= GLYPH_FARTHEST)
    return (gfloat)length;
  return !isfinite (length) ? 0 : length > 0 ? GLYPH_FARTHEST : -GLYPH_FARTHEST;
}
