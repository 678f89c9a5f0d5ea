/* extractor.c: the bytes of one input, of any kind, become a Document. */

#include "extract/extractor.h"

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

Document *
extractor_read (Extractor *self, GBytes *bytes, const gchar *source, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree gchar *sum = NULL;
  g_autofree gchar *id = NULL;
  g_autofree gchar *name = g_utf8_make_valid (source, -1);
  g_autoptr (Document) document = NULL;
  const Kind *kind;

  if (length == 0)
    {
      g_set_error (error, EXTRACT_ERROR, EXTRACT_ERROR_EMPTY, "it has no bytes");
      return NULL;
    }
  if (length > self->limits.max_bytes)
    {
      g_set_error (error, EXTRACT_ERROR, EXTRACT_ERROR_TOO_LARGE,
                   "it has %" G_GSIZE_FORMAT " bytes, the limit is %" G_GSIZE_FORMAT,
                   length, self->limits.max_bytes);
      return NULL;
    }
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  id = g_strconcat ("sha256:", sum, NULL);
  kind = kind_of (data, length);
  document = document_new (id, name, kind->media_type);
  document->bytes = length;
  if (!read_kind (self, bytes, kind, document, error))
    return NULL;
  return g_steal_pointer (&document);
}
