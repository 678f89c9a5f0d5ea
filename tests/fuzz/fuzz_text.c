/* fuzz_text.c: any bytes, read as plain text, become sound lines or a clear failure. */

#include "extract/kind.h"
#include "extract/text.h"
#include "tests/fuzz/sound.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  static const ExtractLimits limits = { .max_bytes = 1 << 20, .max_text = 1 << 18 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (Document) document = document_new ("sha256:0", "text", "text/plain");
  g_autoptr (GError) error = NULL;
  const Kind *kind = kind_of (data, length);

  g_assert_nonnull (kind->name);
  if (text_read (bytes, &limits, document, &error))
    g_assert_cmpuint (document->pages->len, ==, 1);
  else
    g_assert_error (error, EXTRACT_ERROR, EXTRACT_ERROR_EMPTY);
  assert_sound (document);
  return 0;
}
