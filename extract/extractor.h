/* extractor.h: the bytes of one input, of any kind, become a Document.
 *
 * The kind is told by the first bytes, never by the name. An Extractor may be used for
 * many inputs one after the other, by one thread. */

#pragma once

#include "extract/document.h"

typedef enum
{
  OCR_AUTO, /* pages without usable text only */
  OCR_NEVER,
  OCR_ALWAYS, /* every page of a PDF */
} OcrMode;

typedef struct
{
  gsize max_bytes; /* of one input; beyond: EXTRACT_ERROR_TOO_LARGE */
  guint max_pages; /* beyond: those pages, and a warning */
  gsize
      max_text; /* bytes of text of one document; beyond: what was read, and a warning */
  OcrMode ocr;
  guint ocr_seconds; /* of processor time spent on a document, after which no further page
                        is recognised, and a warning says which; 0: no bound */
  void (*before_ocr) (void); /* (nullable) told of each page that is to be recognised: a
                                caged process cannot load what that takes */
} ExtractLimits;

/* 512 MiB, 20,000 pages, 256 MiB of text, OCR_AUTO without bound. */
extern const ExtractLimits extract_limits_default;

typedef enum
{
  EXTRACT_ERROR_UNREADABLE,  /* it could not be opened or read */
  EXTRACT_ERROR_UNSUPPORTED, /* it is of a kind that heed does not read */
  EXTRACT_ERROR_EMPTY,       /* no bytes, or no page */
  EXTRACT_ERROR_ENCRYPTED,   /* it asks for a password */
  EXTRACT_ERROR_CORRUPT,     /* damaged beyond reading */
  EXTRACT_ERROR_TOO_LARGE,
} ExtractError;

#define EXTRACT_ERROR (extract_error_quark ())
GQuark extract_error_quark (void);

typedef struct Extractor Extractor;

/* limits: (nullable): extract_limits_default; copied. (transfer full) */
Extractor *extractor_new (const ExtractLimits *limits);
void extractor_free (Extractor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Extractor, extractor_free)

/* source is only kept for the record. (transfer full), NULL if and only if error is set,
 * in the domain EXTRACT_ERROR. */
Document *extractor_read (Extractor *self, GBytes *bytes, const gchar *source,
                          GError **error);

/* A large PDF can be read in parts, by several, and put together: the Document is the
 * same as extractor_read ()'s. */

/* How many pages of the input would be read; 0 if it is no PDF, or cannot be opened. */
guint extractor_count_pages (Extractor *self, GBytes *bytes);

/* Pages first … last of a PDF; its id is that of no document. Where the time for OCR is
 * bounded, pages that need it are left to extractor_join (). Otherwise like
 * extractor_read (). */
Document *extractor_read_part (Extractor *self, GBytes *bytes, const gchar *source,
                               guint first, guint last, GError **error);

/* parts: GPtrArray of Document *, of all pages in order; they are emptied. Otherwise like
 * extractor_read (). */
Document *extractor_join (Extractor *self, GBytes *bytes, const gchar *source,
                          GPtrArray *parts, GError **error);
