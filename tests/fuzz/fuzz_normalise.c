/* fuzz_normalise.c: any lines anywhere on any pages become sound meetings. */

#include "normalise/normaliser.h"
#include "tests/fuzz/business.h"
#include "tests/fuzz/made.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  static Normaliser *normaliser;
  g_autoptr (Document) document = made_document (data, length);
  g_autoptr (GPtrArray) meetings = NULL;

  if (normaliser == NULL)
    normaliser = normaliser_new (NULL);
  meetings = normaliser_read (normaliser, document);
  assert_business (document, meetings);
  return 0;
}
