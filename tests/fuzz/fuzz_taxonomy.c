/* fuzz_taxonomy.c: any bytes are a concept scheme that can be used, or are refused with
 * reasons; the two ways to ask agree. */

#include "classify/classifier.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

#define TEXT                                                                             \
  "The board heard that children wait too long for early help and a key worker."

static void
use (Taxonomy *taxonomy)
{
  g_autoptr (Classifier) classifier = classifier_new (taxonomy);
  g_autoptr (GPtrArray) tags = classifier_read_text (classifier, TEXT);

  for (guint i = 0; i < tags->len; i++)
    g_assert_nonnull (taxonomy_lookup (taxonomy, ((const Tag *)tags->pdata[i])->concept));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (Taxonomy) taxonomy = taxonomy_new_from_bytes (bytes, &error);
  g_autoptr (GPtrArray) problems = taxonomy_check (bytes);

  g_assert_true ((taxonomy == NULL) == (error != NULL));
  g_assert_true ((taxonomy == NULL) == (problems->len > 0));
  if (taxonomy != NULL)
    use (taxonomy);
  return 0;
}
