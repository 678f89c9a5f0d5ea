/* fuzz_repair.c: what is taken for page furniture are lines of the document, and the
 * stream of rows holds those that are not, and no others. */

#include "normalise/repair.h"
#include "normalise/stream.h"
#include "tests/fuzz/made.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

static void
assert_furniture (const Document *document, GHashTable *furniture)
{
  guint n = 0;

  for (guint i = 0; i < document->pages->len; i++)
    {
      const Page *page = document->pages->pdata[i];

      for (guint j = 0; j < page->lines->len; j++)
        n += g_hash_table_contains (furniture, &g_array_index (page->lines, Line, j));
    }
  g_assert_cmpuint (n, ==, g_hash_table_size (furniture));
}

static void
assert_rows (const Stream *rows, GHashTable *furniture)
{
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const Row *row = stream_at (rows, i);

      g_assert_cmpstr (row->text, !=, "");
      g_assert_true (g_utf8_validate (row->text, -1, NULL));
      g_assert_null (strstr (row->text, "  "));
      g_assert_false (g_hash_table_contains (furniture, row->line));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (Document) document = made_document (data, length);
  g_autoptr (GHashTable) furniture = repair_furniture (document);
  g_autoptr (Stream) rows = stream_new (document);

  assert_furniture (document, furniture);
  assert_rows (rows, furniture);
  return 0;
}
