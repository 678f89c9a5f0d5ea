/* flat_text.h: minutes that have lost their line ends, as some programs take them from a
 * page: "… in the Hall. Present: Cllr Bell … 1. Apologies None. 2. Minutes RESOLVED that
 * …" in one line.
 *
 * Numbers of one form that go up by one through nearly all of the document's text are its
 * items; of numbers within a paragraph, other lines would be left over. A title ends
 * where a sentence begins. */

#pragma once

#include "normalise/stream.h"

/* Of a text without boxes: parts such a row (Row) before each number, behind each title,
 * and before the labels of its heading. */
void flat_text_part (GArray *rows);
