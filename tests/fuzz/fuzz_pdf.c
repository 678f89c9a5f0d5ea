/* fuzz_pdf.c: any bytes, whatever kind they are taken for, become a sound document or a
 * clear failure. */

#include "extract/extractor.h"
#include "tests/fuzz/sound.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  static const ExtractLimits limits = {
    .max_bytes = 1 << 20, .max_pages = 20, .max_text = 1 << 18, .ocr = OCR_NEVER
  };
  g_autoptr (Extractor) extractor = extractor_new (&limits);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = extractor_read (extractor, bytes, "any", &error);

  g_assert_true ((document == NULL) == (error != NULL));
  if (document == NULL)
    {
      g_assert_true (error->domain == EXTRACT_ERROR);
      return 0;
    }
  g_assert_cmpuint (document->pages->len, <=, limits.max_pages);
  assert_sound (document);
  return 0;
}
