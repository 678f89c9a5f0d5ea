/* pdf.h: the bytes of a PDF become pages of lines. */

#pragma once

#include "extract/extractor.h"

/* Fills title, producer, outline, n_pages, text_layer, warnings and pages of document.
 * limits bounds pages and text, and says when pages are given to OCR; max_bytes is the
 * caller's to hold. FALSE if and only if error is set: EXTRACT_ERROR_ENCRYPTED,
 * EXTRACT_ERROR_CORRUPT, EXTRACT_ERROR_EMPTY. */
gboolean pdf_read (GBytes *bytes, const ExtractLimits *limits, Document *document,
                   GError **error);
