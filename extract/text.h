/* text.h: a plain text becomes a page of lines.
 *
 * One Line for each line of the file, trimmed; "" for a blank one, so that paragraphs can
 * be told. Carriage returns, form feeds and Unicode's own line and paragraph separators
 * end a line too. A line longer than BOUND_LINE_BYTES becomes several of one block. */

#pragma once

#include "extract/extractor.h"

/* Adds one page to the document. FALSE if and only if error is set: no text in it. */
gboolean text_read (GBytes *bytes, const ExtractLimits *limits, Document *document,
                    GError **error);
