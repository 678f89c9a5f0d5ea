/* quotation.h: what of an item's text is somebody's words: a motion, a question, a
 * petition.
 *
 * Marks are “…”, "…" and, within a paragraph, ‘…’ and '…' where they are no apostrophes.
 */

#pragma once

#include "normalise/paragraph.h"

/* Sets `quoted` of the blocks that a quotation over several paragraphs covers: all but
 * the words before its opening mark. A mark that is never closed opens nothing. */
void quotations_mark (const gchar *text, GArray *blocks);

/* The quotations that begin and end within a paragraph, outermost ones, with
 * their marks; NULL where there are none. (transfer full) (nullable): GArray of Span */
GArray *quotations_in (const gchar *text, Span paragraph);

/* Does a byte stand within one of them? quotations: (nullable) */
gboolean quotations_hold (const GArray *quotations, gsize at);
