/* fuzz_records.c: any bytes are a stream of records or are refused; what was read, once
 * written, is read and written the same again. */

#include "pipelines/bundle.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

/* All bundles up to the first fault, as they are written. */
static gchar *
read_and_write (const gchar *data, gsize length, gboolean *ret_whole)
{
  gint fd = memfd_create ("fuzz", MFD_CLOEXEC);
  GString *out = g_string_new (NULL);
  BundleReader *reader;
  gboolean going = TRUE;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, length), ==, length);
  lseek (fd, 0, SEEK_SET);
  reader = bundle_reader_new (fd, "fuzz");
  *ret_whole = FALSE;
  while (going)
    {
      g_autoptr (Bundle) bundle = NULL;
      g_autoptr (GError) error = NULL;

      going = bundle_reader_next (reader, &bundle, &error);
      g_assert_true (going == (error == NULL));
      *ret_whole = going;
      going = going && bundle != NULL;
      if (going)
        bundle_write (bundle, out);
    }
  bundle_reader_free (reader);
  close (fd);
  return g_string_free (out, FALSE);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  gboolean whole;
  g_autofree gchar *once = read_and_write ((const gchar *)data, length, &whole);
  g_autofree gchar *twice = read_and_write (once, strlen (once), &whole);

  g_assert_true (whole);
  g_assert_cmpstr (once, ==, twice);
  return 0;
}
