/* ocr.h: the picture of a page becomes glyphs, through tesseract.
 *
 * Tesseract is optional twice. Without its header at build time nothing is recognised;
 * with it, the library is looked for when the program runs, and only when a page needs it
 * or ocr_load () asks: linking it would cost every run the loading of fifty libraries. */

#pragma once

#include "extract/picture.h"

/* Loads the library and its language data (English, and Welsh where it is installed), and
 * opens every file that recognition will ever need: call it before files are closed off.
 * Later calls do nothing. Returns whether pages can be recognised. Not for two threads at
 * once; recognition itself is kept to one thread. */
gboolean ocr_load (void);

/* What stands on the picture: GArray of Glyph (see glyph.h) with ' ' and '\n', places in
 * PDF points; the letters of a word share its width evenly. (transfer full) (nullable):
 * NULL where pages cannot be recognised, or this one took longer than two minutes. */
GArray *ocr_read (const Picture *picture);
