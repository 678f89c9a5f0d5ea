/* sentence.h: where the sentences of a paragraph end. */

#pragma once

#include "normalise/meeting.h"

/* The sentence of text that begins at from, before end, with its closing mark and quotes;
 * blanks before it are skipped. Empty at the end. "Cllr. O. Williams", "No. 4" and
 * "C.C.C." end none. Takes time in proportion to what it passes. */
Span sentence_next (const gchar *text, gsize from, gsize end);
