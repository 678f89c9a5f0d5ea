/* gather.h: a file's pages, one after the other until a limit, and what is to be said of
 * those that could not be read. */

#pragma once

#include "extract/extractor.h"

/* (transfer full) (nullable): NULL if the page cannot be opened. */
typedef Page *(*GatherFunc) (guint number, gpointer data);

/* Adds pages first … last to the document, or fewer: until they hold more text than
 * limits allow, or so many in a row cannot be opened that the page count must be a lie.
 * Returns the number of the page that it stopped after. */
guint gather_part (Document *document, const ExtractLimits *limits, guint first,
                   guint last, GatherFunc get, gpointer data);

/* Adds all of the document's n_pages pages, as far as limits let, with the warnings that
 * are called for, and sets text_layer. FALSE if and only if error is set:
 * EXTRACT_ERROR_CORRUPT where no page can be opened. */
gboolean gather_whole (Document *document, const ExtractLimits *limits, GatherFunc get,
                       gpointer data, GError **error);
