/* quotation.h: which paragraphs are somebody's words, such as a motion's text. */

#pragma once

#include "normalise/paragraph.h"

/* Sets `quoted` of the blocks that a quotation over several paragraphs covers: all but
 * the words before its opening mark. A mark that is never closed opens nothing. */
void quotations_mark (const gchar *text, GArray *blocks);
