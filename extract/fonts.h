/* fonts.h: a document's fonts are made once, not anew for each of its pages.
 *
 * poppler makes the fonts of a page when it begins the page and throws them away after
 * it: for each it looks up the font's dictionaries, inflates the head of the embedded
 * font file to see of what kind it is, and reads the map from codes to letters. That is a
 * tenth of the time of reading minutes. A font does not change between pages, so the
 * program stands between poppler and two of its functions:
 *
 *   GfxFont::makeFont       gives the font that was made before, if the same object of
 * the same file was asked for under the same name the deleting destructors of Gfx8BitFont
 * and GfxCIDFont keep a font for the next page
 *
 * under the names that compilers of C++ give these, exported from the executable as
 * extract/colour.h tells. No more is known of poppler's objects than their addresses.
 *
 * Handing on a pointer that poppler would free after all would be the end of the process,
 * so nothing is kept unless it is seen that the stand-ins are in force: poppler is 22.12,
 * which returns a font as a unique_ptr, and the tables of virtual functions of both kinds
 * of font name the destructors here. Otherwise, and on processors whose calling
 * convention was not tried, all calls go to poppler's own, and the program works as it
 * does, slower. */

#pragma once

#include <glib.h>

/* From here on this thread's fonts are kept, up to a bound. poppler: its version. */
void fonts_keep (const gchar *poppler);

/* Frees what was kept: before its document is closed, for then another may take its place
 * in memory. */
void fonts_drop (void);

/* How many fonts of this thread were not made, since one was kept. That it grows with a
 * document of two pages in one font shows that all this is in force. */
guint fonts_n_spared (void);
