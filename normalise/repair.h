/* repair.h: which of the lines of a document are page furniture: running headers and
 * footers, page numbers, stamps.
 *
 * Furniture is told by recurrence and place: a line near the top or bottom edge whose
 * text, but for its figures, stands at the same height on most pages between its first
 * and its last. So "Page 3 of 12" goes, and the name of a council that heads only the
 * agenda and the minutes bound behind it stays. */

#pragma once

#include "extract/document.h"

/* The lines that are furniture, as a set of const Line *. (transfer full) */
GHashTable *repair_furniture (const Document *document);

/* Whether the text is a page number by its form alone: "12", "- 3 -", "Page 1 of 4". */
gboolean repair_is_page_number (const gchar *text);
