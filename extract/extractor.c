/* extractor.c: the bytes of one input, of any kind, become a Document. */

#include "extract/extractor.h"

#include "extract/digest.h"
#include "extract/html.h"
#include "extract/kind.h"
#include "extract/pdf.h"
#include "extract/text.h"

G_DEFINE_QUARK (extract_error_quark, extract_error)

const ExtractLimits extract_limits_default = {
  .max_bytes = (gsize)512 << 20,
  .max_pages = 20000,
  .max_text = (gsize)256 << 20,
  .ocr = OCR_AUTO,
};

struct Extractor
{
  ExtractLimits limits;
};

Extractor *
extractor_new (const ExtractLimits *limits)
{
  Extractor *self = g_new0 (Extractor, 1);

  self->limits = limits != NULL ? *limits : extract_limits_default;
  return self;
}

void
extractor_free (Extractor *self)
{
  g_free (self);
}

static gboolean
read_kind (Extractor *self, GBytes *bytes, const Kind *kind, Document *document,
           GError **error)
{
  switch (kind->reader)
    {
    case KIND_HTML:
      return html_read (bytes, &self->limits, document, error);
    case KIND_TEXT:
      return text_read (bytes, &self->limits, document, error);
    case KIND_PDF:
      return pdf_read (bytes, &self->limits, document, error);
    case KIND_OTHER:
      break;
    }
  g_set_error (error, EXTRACT_ERROR, EXTRACT_ERROR_UNSUPPORTED, "this is %s", kind->name);
  return FALSE;
}

static gboolean
fits (const Extractor *self, gsize length, GError **error)
{
  if (length == 0)
    {
      g_set_error (error, EXTRACT_ERROR, EXTRACT_ERROR_EMPTY, "it has no bytes");
      return FALSE;
    }
  if (length <= self->limits.max_bytes)
    return TRUE;
  g_set_error (error, EXTRACT_ERROR, EXTRACT_ERROR_TOO_LARGE,
               "it has %" G_GSIZE_FORMAT " bytes, the limit is %" G_GSIZE_FORMAT, length,
               self->limits.max_bytes);
  return FALSE;
}

static Document *
begin_document (GBytes *bytes, const gchar *source, const gchar *media_type)
{
  g_autofree gchar *id = digest_name (bytes);
  g_autofree gchar *name = g_utf8_make_valid (source, -1);
  Document *document = document_new (id, name, media_type);

  document->bytes = g_bytes_get_size (bytes);
  return document;
}

Document *
extractor_read (Extractor *self, GBytes *bytes, const gchar *source, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autoptr (Document) document = NULL;
  const Kind *kind;

  if (!fits (self, length, error))
    return NULL;
  kind = kind_of (data, length);
  document = begin_document (bytes, source, kind->media_type);
  if (!read_kind (self, bytes, kind, document, error))
    return NULL;
  return g_steal_pointer (&document);
}

guint
extractor_count_pages (Extractor *self, GBytes *bytes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (!fits (self, length, NULL) || kind_of (data, length)->reader != KIND_PDF)
    return 0;
  return MIN (pdf_count_pages (bytes), self->limits.max_pages);
}

Document *
extractor_read_part (Extractor *self, GBytes *bytes, const gchar *source, guint first,
                     guint last, GError **error)
{
  g_autoptr (Document) document = document_new ("sha256:", source, "application/pdf");

  if (!pdf_read_part (bytes, &self->limits, first, last, document, error))
    return NULL;
  return g_steal_pointer (&document);
}

Document *
extractor_join (Extractor *self, GBytes *bytes, const gchar *source, GPtrArray *parts,
                GError **error)
{
  g_autoptr (Document) document = begin_document (bytes, source, "application/pdf");

  if (!pdf_join (bytes, &self->limits, parts, document, error))
    return NULL;
  return g_steal_pointer (&document);
}
