/* html.c: pages as councils publish them, and what is to be read of them.
 *
 * Beside each page tests/extract/data/NAME.html stands NAME.lines: the document's title,
 * its warnings, and a line for each Line:
 *
 *     BLOCK ROLE [TABLE:ROW,COLUMN] | TEXT
 *
 * UPDATE_LINES=1 in the environment writes those files anew instead. */

#include "extract/extractor.h"

#include <string.h>

static const gchar *const role_names[] = {
  "text",       "heading", "meeting", "item-number", "item-title", "label",
  "attachment", "cell",    "side",    "stamp",       "artifact",
};

static Document *
read_text (const gchar *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (Extractor) extractor = extractor_new (NULL);

  return extractor_read (extractor, bytes, "page.html", error);
}

static gchar *
print_document (const Document *document)
{
  GString *out = g_string_new (NULL);
  const Page *page = document->pages->pdata[0];
  guint i;

  g_string_append_printf (out, "title: %s\n",
                          document->title != NULL ? document->title : "(none)");
  for (i = 0; i < document->warnings->len; i++)
    g_string_append_printf (out, "warning: %s\n", (gchar *)document->warnings->pdata[i]);
  for (i = 0; i < page->lines->len; i++)
    {
      const Line *line = &g_array_index (page->lines, Line, i);

      g_string_append_printf (out, "%u %s", line->block, role_names[line->role]);
      if (line->bold)
        g_string_append (out, " bold");
      if (line->italic)
        g_string_append (out, " italic");
      if (line->table != 0)
        g_string_append_printf (out, " [%u:%u,%u]", line->table, line->row, line->column);
      g_string_append_printf (out, " | %s\n", line->text);
    }
  return g_string_free (out, FALSE);
}

static void
test_page (gconstpointer data)
{
  const gchar *path = data;
  g_autofree gchar *stem = g_strndup (path, strlen (path) - strlen (".html"));
  g_autofree gchar *lines_path = g_strconcat (stem, ".lines", NULL);
  g_autofree gchar *text = NULL;
  g_autofree gchar *expected = NULL;
  g_autofree gchar *found = NULL;
  g_autoptr (Document) document = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  document = read_text (text, length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (document->media_type, ==, "text/html");
  g_assert_cmpuint (document->pages->len, ==, 1);
  found = print_document (document);
  if (g_getenv ("UPDATE_LINES") != NULL)
    g_file_set_contents (lines_path, found, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (lines_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_no_text (void)
{
  static const gchar page[] = "<html><body><script>x</script> &nbsp;</body></html>";
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (page, strlen (page), &error));
  g_assert_error (error, EXTRACT_ERROR, EXTRACT_ERROR_EMPTY);
}

int
main (int argc, char **argv)
{
  g_autofree gchar *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const gchar *name;
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/no-text", test_no_text);
  folder = g_test_build_filename (G_TEST_DIST, "data", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".html"))
      {
        g_autofree gchar *test = g_strconcat ("/html/page/", name, NULL);

        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
        g_test_add_data_func (test, paths->pdata[paths->len - 1], test_page);
      }
  /* A folder that is not found would be a test that cannot fail. */
  g_assert_cmpuint (paths->len, >, 0);
  i = g_test_run ();
  return i;
}
