/* legible.h: whether the text that a page gives is the text that it shows.
 *
 * Fonts whose map to Unicode is wrong give letters that nobody sees: "PRESE/T" for
 * PRESENT, "Wkh frxqflo" for "The council". */

#pragma once

#include "extract/glyph.h"

/* How many characters are no spaces. */
guint legible_n_letters (const GArray *glyphs);

/* TRUE where the text, of English or Welsh, cannot be right: signs within one word in
 * ten, nearly no vowels, or a tenth of it characters that no font should map to. FALSE
 * for too little text to tell. */
gboolean legible_is_broken (const GArray *glyphs);
