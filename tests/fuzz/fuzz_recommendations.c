/* fuzz_recommendations.c: any lines anywhere on any pages are an inspection report that
 * is read soundly, or none. */

#include "normalise/report_reader.h"
#include "tests/fuzz/made.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

static void
assert_recommendation (const Document *document, const Inspection *inspection, guint i)
{
  const Recommendation *one = inspection->recommendations->pdata[i];

  g_assert_cmpuint (one->number, ==, i + 1);
  g_assert_true (g_str_has_prefix (one->id, inspection->id));
  g_assert_cmpstr (one->text, !=, "");
  g_assert_true (g_utf8_validate (one->text, -1, NULL));
  g_assert_null (strchr (one->text, '\n'));
  g_assert_cmpuint (one->page, <=, document->n_pages);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  static ReportReader *reader;
  g_autoptr (Document) document = made_document (data, length);
  g_autoptr (Inspection) inspection = NULL;
  g_autoptr (GError) error = NULL;

  if (reader == NULL)
    reader = report_reader_new ();
  inspection = report_reader_read (reader, document, NULL, &error);
  if (inspection == NULL)
    g_assert_error (error, REPORT_ERROR, REPORT_ERROR_UNSUPPORTED);
  for (guint i = 0; inspection != NULL && i < inspection->recommendations->len; i++)
    assert_recommendation (document, inspection, i);
  return 0;
}
