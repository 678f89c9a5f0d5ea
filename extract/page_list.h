/* page_list.h: what is to be said of several pages, in one warning. */

#pragma once

#include "extract/document.h"

/* Adds "pages 2-4, 7: what" to the document's warnings; nothing for an empty list.
 * pages: GArray of guint, ascending. */
void page_list_warn (Document *document, const GArray *pages, const gchar *what);
