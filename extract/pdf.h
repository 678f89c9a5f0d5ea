/* pdf.h: the bytes of a PDF become pages of lines. */

#pragma once

#include "extract/extractor.h"

/* Fills title, producer, outline, n_pages, text_layer, warnings and pages of document.
 * limits bounds pages and text, and says when pages are given to OCR; max_bytes is the
 * caller's to hold. FALSE if and only if error is set: EXTRACT_ERROR_ENCRYPTED,
 * EXTRACT_ERROR_CORRUPT, EXTRACT_ERROR_EMPTY. */
gboolean pdf_read (GBytes *bytes, const ExtractLimits *limits, Document *document,
                   GError **error);

/* 0 if it cannot be opened. */
guint pdf_count_pages (GBytes *bytes);

/* Fills title, producer, outline, n_pages, and the pages first … last as far as limits
 * let; where limits bound the time for OCR, pages that need it have PAGE_PROBLEM_LATE.
 * Errors like pdf_read (). */
gboolean pdf_read_part (GBytes *bytes, const ExtractLimits *limits, guint first,
                        guint last, Document *document, GError **error);

/* Fills document as pdf_read () would, from parts that hold all pages in order (GPtrArray
 * of Document *, emptied by this); pages left for want of OCR are read now. */
gboolean pdf_join (GBytes *bytes, const ExtractLimits *limits, GPtrArray *parts,
                   Document *document, GError **error);
