/* bundle.c: streams of records cut into documents; streams that are no such thing. */

#include "pipelines/bundle.h"
#include "pipelines/json.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static Bundle *
make_bundle (void)
{
  Bundle *bundle = bundle_new ();
  Meeting *meeting = meeting_new ();
  Item *item = item_new ();

  bundle->document = document_new ("sha256:00", "a.txt", "text/plain");
  bundle->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  meeting->id = g_strdup ("sha256:00#1");
  item->id = g_strdup ("sha256:00#1.1");
  item->number = g_strdup ("");
  item->title = g_strdup ("");
  item->text = g_strdup ("Nothing was said.\n");
  g_ptr_array_add (meeting->items, item);
  g_ptr_array_add (bundle->meetings, meeting);
  return bundle;
}

static GString *
make_stream (void)
{
  GString *stream = g_string_new (NULL);
  g_autoptr (Bundle) bundle = make_bundle ();
  g_autoptr (Bundle) failed = bundle_new ();

  failed->failure =
      failure_new ("b.pdf", NULL, "extract", FAILURE_UNREADABLE, "gone\naway");
  bundle_write (bundle, stream);
  bundle_write (failed, stream);
  bundle_write (bundle, stream);
  return stream;
}

/* Reads the stream through a pipe; how many bundles it gave, or -1 and error. */
static gint
count_bundles (const GString *stream, gsize length, GError **error)
{
  g_autoptr (BundleReader) reader = NULL;
  gint ends[2];
  gint n = 0;

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], stream->str, length), ==, length);
  close (ends[1]);
  reader = bundle_reader_new (ends[0], "stream");
  for (;; n++)
    {
      g_autoptr (Bundle) bundle = NULL;

      if (!bundle_reader_next (reader, &bundle, error))
        n = G_MININT;
      if (bundle == NULL)
        break;
    }
  close (ends[0]);
  return MAX (n, -1);
}

static void
test_three (void)
{
  g_autoptr (GString) stream = make_stream ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (count_bundles (stream, stream->len, &error), ==, 3);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (stream->str, "\"records\":2"));
  g_assert_nonnull (strstr (stream->str, "\"detail\":\"gone away\""));
}

/* Wherever the stream is cut, what is left is either whole or refused, never less in
 * silence. */
static void
test_cut (void)
{
  g_autoptr (GString) stream = make_stream ();

  for (gsize length = 0; length < stream->len; length++)
    {
      g_autoptr (GError) error = NULL;
      gint n = count_bundles (stream, length, &error);
      gboolean whole_lines =
          length == 0 || stream->str[length - 1] == '\n' || stream->str[length] == '\n';

      g_assert_true ((n >= 0) == (error == NULL));
      if (!whole_lines)
        g_assert_cmpint (n, ==, -1);
    }
}

static void
test_no_document (void)
{
  g_autoptr (GString) stream = make_stream ();
  g_autoptr (GError) error = NULL;

  g_string_erase (stream, 0, strchr (stream->str, '\n') + 1 - stream->str);
  g_assert_cmpint (count_bundles (stream, stream->len, &error), ==, -1);
  g_assert_error (error, JSON_ERROR, JSON_ERROR_SCHEMA);
  g_assert_true (g_str_has_prefix (error->message, "stream:1: "));
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundle/three", test_three);
  g_test_add_func ("/bundle/cut", test_cut);
  g_test_add_func ("/bundle/no-document", test_no_document);
  return g_test_run ();
}
