/* text.c: the lines of a plain text. */

#include "extract/extractor.h"

#include <string.h>

static Document *
read_bytes (const gchar *text, gsize length, const ExtractLimits *limits)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (Extractor) extractor = extractor_new (limits);
  g_autoptr (GError) error = NULL;
  Document *document = extractor_read (extractor, bytes, "minutes.txt", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->media_type, ==, "text/plain");
  return document;
}

/* The lines, each ended by '|'. */
static void
check (const gchar *text, gsize length, const gchar *expected)
{
  g_autoptr (Document) document = read_bytes (text, length, NULL);
  const Page *page = document->pages->pdata[0];
  g_autoptr (GString) found = g_string_new (NULL);
  guint i;

  g_assert_cmpuint (page->number, ==, 0);
  for (i = 0; i < page->lines->len; i++)
    g_string_append_printf (found, "%s|", g_array_index (page->lines, Line, i).text);
  g_assert_cmpstr (found->str, ==, expected);
}

#define CHECK(text, expected) check (text, sizeof text - 1, expected)

static void
test_lines (void)
{
  CHECK ("One\nTwo\n", "One|Two|");
  CHECK ("One\r\n\r\nTwo", "One||Two|");
  CHECK ("One\rTwo\fThree", "One|Two|Three|");
  CHECK ("  One \t\n\xC2\xA0\n\tTwo  too", "One||Two  too|");
  CHECK ("(a)\tOne", "(a) One|");
  CHECK ("One\xE2\x80\xA8Two", "One|Two|");
}

static void
test_encodings (void)
{
  CHECK ("\xEF\xBB\xBFHarbour", "Harbour|");
  CHECK ("caf\xC3\xA9", "café|");
  CHECK ("caf\xE9 \x93quoted\x94 \x96 \x95", "café “quoted” – •|");
  CHECK ("caf\xC3\xA9 and caf\xE9", "café and café|");
  CHECK ("\xFF\xFEH\0i\0\n\0\x19\x20t\0", "Hi|’t|");
  CHECK ("\xFE\xFF\0H\0i\x20\x19", "Hi’|");
  CHECK ("M\0i\0n\0u\0t\0e\0s\0", "Minutes|");
  CHECK ("\xFF\xFE=\xD8\0\xDEx\0\0\xD8y\0", "\xF0\x9F\x98\x80x\xEF\xBF\xBDy|");
}

static void
test_clean (void)
{
  CHECK ("a\0b\1c\x7F", "abc|");
  CHECK ("co\xC2\xADop \xEF\xAC\x81nal \xE2\x80\x8Bx\xE2\x80\xAEy", "coop final xy|");
  CHECK ("it\xC2\x92s", "it’s|");
}

static void
test_long_line (void)
{
  GString *text = g_string_new ("A short line.\n");
  g_autoptr (Document) document = NULL;
  const Page *page;
  gsize total = 0;
  guint i;

  for (i = 0; i < 200000; i++)
    g_string_append (text, "wörd ");
  document = read_bytes (text->str, text->len, NULL);
  page = document->pages->pdata[0];
  g_assert_cmpuint (page->lines->len, >, 2);
  g_assert_cmpuint (document->warnings->len, ==, 1);
  for (i = 1; i < page->lines->len; i++)
    {
      const Line *line = &g_array_index (page->lines, Line, i);

      g_assert_true (g_utf8_validate (line->text, -1, NULL));
      g_assert_true (g_str_has_prefix (line->text, "wörd"));
      g_assert_true (g_str_has_suffix (line->text, "wörd"));
      g_assert_cmpuint (line->block, ==, 1);
      total += strlen (line->text) + 1;
    }
  g_assert_cmpuint (total, ==, 200000 * strlen ("wörd "));
  g_string_free (text, TRUE);
}

static void
test_limit (void)
{
  ExtractLimits limits = extract_limits_default;
  g_autoptr (Document) document = NULL;

  limits.max_text = 10;
  document = read_bytes ("123456\n123456\n123456\n", 21, &limits);
  g_assert_cmpuint (((Page *)document->pages->pdata[0])->lines->len, ==, 2);
  g_assert_cmpuint (document->warnings->len, ==, 1);
}

static void
test_failures (void)
{
  static const struct
  {
    const gchar *bytes;
    gsize length;
    gint code;
  } cases[] = {
    { "", 0, EXTRACT_ERROR_EMPTY },
    { " \n\n", 3, EXTRACT_ERROR_EMPTY },
    { "%!PS-Adobe", 10, EXTRACT_ERROR_UNSUPPORTED },
    { "a text of more than thirty-two bytes", 36, EXTRACT_ERROR_TOO_LARGE },
  };
  ExtractLimits limits = extract_limits_default;
  g_autoptr (Extractor) extractor = NULL;
  gsize i;

  limits.max_bytes = 32;
  extractor = extractor_new (&limits);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (extractor_read (extractor, bytes, "x", &error));
      g_assert_error (error, EXTRACT_ERROR, cases[i].code);
    }
}

static void
test_record (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (Extractor) extractor = extractor_new (NULL);
  g_autoptr (Document) document = extractor_read (extractor, bytes, "caf\xE9.txt", NULL);

  g_assert_cmpstr (
      document->id, ==,
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (document->source, ==, "caf\xEF\xBF\xBD.txt");
  g_assert_cmpuint (document->bytes, ==, 3);
  g_assert_cmpuint (document->n_pages, ==, 0);
  g_assert_cmpint (document->text_layer, ==, TEXT_LAYER_NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/lines", test_lines);
  g_test_add_func ("/text/encodings", test_encodings);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/long-line", test_long_line);
  g_test_add_func ("/text/limit", test_limit);
  g_test_add_func ("/text/failures", test_failures);
  g_test_add_func ("/text/record", test_record);
  return g_test_run ();
}
