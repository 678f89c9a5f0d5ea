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

/* The lines of a page, each ended by '|'. */
static gchar *
lines_of (const Document *document)
{
  const Page *page = document->pages->pdata[0];
  GString *out = g_string_new (NULL);
  guint i;

  for (i = 0; i < page->lines->len; i++)
    g_string_append_printf (out, "%s|", g_array_index (page->lines, Line, i).text);
  return g_string_free (out, FALSE);
}

static void
check (const gchar *text, gsize length, guint n_warnings, const gchar *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Document) document = read_text (text, length, &error);
  g_autofree gchar *lines = NULL;

  g_assert_no_error (error);
  lines = lines_of (document);
  g_assert_cmpstr (lines, ==, expected);
  g_assert_cmpuint (document->warnings->len, ==, n_warnings);
}

#define CHECK(text, expected) check (text, sizeof text - 1, 0, expected)

static void
test_encodings (void)
{
  CHECK ("<html><p>caf\xC3\xA9", "café|");
  CHECK ("<html><p>caf\xE9 \x93x\x94", "café “x”|");
  CHECK ("<html><meta charset=utf-8><p>caf\xE9", "café|");
  CHECK ("<html><meta charset=iso-8859-1><p>caf\xC3\xA9 \xE2\x80\x99", "café ’|");
  CHECK ("<html><meta charset=iso-8859-14><p>t\xF0n", "tŵn|");
  CHECK ("<script charset='utf-8' src=x></script><meta charset=iso-8859-14><p>t\xF0n",
         "tŵn|");
  CHECK ("<html><meta charset=\"x-none\"><p>caf\xE9", "café|");
  CHECK ("<?xml version='1.0' encoding='iso-8859-15'?><html><p>\xA4 5", "€ 5|");
  CHECK ("<html><p>it&#146;s &#8211; &euro;5 &amp;amp; &bogus; &#0;&#x110000;",
         "it’s – €5 &amp; &bogus;|");
  CHECK ("\xFF\xFE<\0p\0>\0\x19\x20", "’|");
  CHECK ("<\0p\0>\0H\0a\0r\0b\0o\0u\0r\0", "Harbour|");
  CHECK ("<p>a\0b</p><p>c", "ab|c|");
}

static void
test_title (void)
{
  static const gchar titled[] = "<title> A\n b</title><title>c</title><h1>d</h1>";
  static const gchar headed[] =
      "<body><svg><title>a</title></svg><p>b<h2>C <i>d</i></h2>";
  g_autoptr (Document) first = read_text (titled, strlen (titled), NULL);
  g_autoptr (Document) second = read_text (headed, strlen (headed), NULL);

  g_assert_cmpstr (first->title, ==, "A b");
  g_assert_cmpstr (second->title, ==, "C d");
}

static void
test_comments (void)
{
  CHECK ("<p>a<!-- <p>b --> c<!-->d<![if x]>e<![endif]>", "a cde|");
  CHECK ("<p>a<![ unclosed", "a<![ unclosed|");
  CHECK ("<p>a<script><!-- <p>b</p> --></script>c<style>p {}</style>", "ac|");
}

static void
test_furniture (void)
{
  CHECK ("<body><div id=social-care><p>a</p></div><h2 id=search>b</h2>", "a|b|");
  CHECK ("<body><div class=siteNav>a</div><div class='with-sidebar'>b</div>", "b|");
  CHECK ("<body><div class=sidebar><main>a</main></div><p>b", "a|");
  CHECK ("<body><div class=CookieBar>a</div><h2><button>b</button></h2>c", "b|c|");
  CHECK ("<body><p hidden>a</p><main><p hidden>b</p></main>", "b|");
  CHECK ("<body><p>The harbour</p><div class=content>a</div>", "The harbour|a|");
  CHECK ("<body><main></main><div id=content>a</div><p>b", "a|");
}

/* text repeated, '#' in it numbered, between a head and a tail */
static gchar *
repeat (const gchar *head, const gchar *text, guint n, const gchar *tail)
{
  GString *out = g_string_new (head);
  guint i;

  for (i = 0; i < n; i++)
    {
      const gchar *number = strchr (text, '#');

      if (number == NULL)
        g_string_append (out, text);
      else
        g_string_append_printf (out, "%.*s%u%s", (int)(number - text), text, i,
                                number + 1);
    }
  g_string_append (out, tail);
  return g_string_free (out, FALSE);
}

static void
test_hostile (void)
{
  static const struct
  {
    const gchar *head, *text, *tail;
    guint n;
    guint n_warnings;
    const gchar *expected;
  } cases[] = {
    { "<body>", "<div>", "a<p>b", 200000, 0, "a|b|" },
    { "<body>a", "<b><i>", "b<p>c", 100000, 0, "ab|c|" },
    { "<body>a", "<table><tr><td>", "b", 50000, 0, "a|b|" },
    { "<body><p>a</p><p ", "a#=b ", ">b", 200000, 0, "a|b|" },
    { "<body><p>a</p><img src='data:", "QUJD", "' alt=x>b", 200000, 0, "a|b|" },
    { "<body><p>a</p><!--", "<p>x</p>", "-->b", 100000, 0, "a|b|" },
    { "<body><p>a</p>", "<!-- ", "", 100000, 0, "a|" },
    { "<body><ol>", "<li><ol>", "<li>b", 1000, 0, "1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. b|" },
    { "<body>a", "<br>", "b", 100000, 0, "a|b|" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *text =
          repeat (cases[i].head, cases[i].text, cases[i].n, cases[i].tail);

      check (text, strlen (text), cases[i].n_warnings, cases[i].expected);
    }
}

static void
test_entangled (void)
{
  g_autofree gchar *open = repeat ("<body>a", "<div>", 100000, "b");
  g_autofree gchar *text = repeat (open, "</b>", 10000, "<p>c");

  check (text, strlen (text), 1, "a|b|");
}

static void
test_long_line (void)
{
  g_autofree gchar *text = repeat ("<body><p>", "buoy ", 200000, "</p><p>end");
  g_autoptr (Document) document = read_text (text, strlen (text), NULL);
  const Page *page = document->pages->pdata[0];
  gsize total = 0;
  guint i;

  g_assert_cmpuint (document->warnings->len, ==, 1);
  for (i = 0; i + 1 < page->lines->len; i++)
    {
      const Line *line = &g_array_index (page->lines, Line, i);

      g_assert_true (g_str_has_prefix (line->text, "buoy "));
      g_assert_true (g_str_has_suffix (line->text, " buoy"));
      g_assert_cmpuint (line->block, ==, 1);
      total += strlen (line->text) + 1;
    }
  g_assert_cmpuint (total, ==, 200000 * strlen ("buoy "));
}

static void
test_limit (void)
{
  ExtractLimits limits = extract_limits_default;
  g_autofree gchar *text = repeat ("<body>", "<p>buoy</p>", 100, "");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (Extractor) extractor = NULL;
  g_autoptr (Document) document = NULL;

  limits.max_text = 10;
  extractor = extractor_new (&limits);
  document = extractor_read (extractor, bytes, "x", NULL);
  g_assert_cmpuint (((Page *)document->pages->pdata[0])->lines->len, ==, 3);
  g_assert_cmpuint (document->warnings->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_autofree gchar *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const gchar *name;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/no-text", test_no_text);
  g_test_add_func ("/html/encodings", test_encodings);
  g_test_add_func ("/html/title", test_title);
  g_test_add_func ("/html/comments", test_comments);
  g_test_add_func ("/html/furniture", test_furniture);
  g_test_add_func ("/html/hostile", test_hostile);
  g_test_add_func ("/html/entangled", test_entangled);
  g_test_add_func ("/html/long-line", test_long_line);
  g_test_add_func ("/html/limit", test_limit);
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
  return g_test_run ();
}
