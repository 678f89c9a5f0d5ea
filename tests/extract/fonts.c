/* fonts.c: fonts are made once for all pages, more of them than are kept included. */

#include "extract/fonts.h"
#include "extract/pdf.h"
#include "tests/extract/sheet.h"

#include <string.h>

/* More than are kept. */
#define MANY 50

static Document *
read_sheet (Sheet *sheet)
{
  ExtractLimits limits = {
    .max_bytes = 1 << 20, .max_pages = 100, .max_text = 1 << 20, .ocr = OCR_NEVER
  };
  g_autoptr (GBytes) bytes = sheet_finish (sheet);
  Document *document = document_new ("sha256:0", "test.pdf", "application/pdf");

  g_assert_true (pdf_read (bytes, &limits, document, NULL));
  return document;
}

static const Line *
line_of (const Document *document, guint page)
{
  const Page *one = document->pages->pdata[page];

  g_assert_cmpuint (one->lines->len, ==, 1);
  return &g_array_index (one->lines, Line, 0);
}

static gboolean
is_tried (void)
{
#ifdef __x86_64__
  return strncmp (POPPLER, "22.12.", 6) == 0;
#else
  return FALSE;
#endif
}

static void
test_pages (void)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;
  guint before = fonts_n_spared ();

  for (guint i = 0; i < 3; i++)
    {
      sheet_text (sheet, 72, 100, 11, "plain words");
      sheet_next_page (sheet);
    }
  document = read_sheet (sheet);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (line_of (document, i)->text, ==, "plain words");
  if (!is_tried ())
    g_test_skip ("fonts are made anew with this poppler, or on this processor");
  else /* three fonts on two pages more, and again where pictures are looked for */
    g_assert_cmpuint (fonts_n_spared (), >=, before + 6);
}

/* A drawing with n fonts of its own, that writes with the last; put on the page. */
static void
draw (Sheet *sheet, guint n, const gchar *font, const gchar *operators)
{
  g_autofree gchar *content =
      g_strdup_printf ("BT /G%u 11 Tf 72 700 Td (last of many) Tj ET", n - 1);
  g_autoptr (GString) form = g_string_new ("<</Type/XObject/Subtype/Form"
                                           "/BBox[0 0 595 842]/Resources<</Font<<");
  g_autofree gchar *body =
      g_strdup_printf ("<</Type/Font/Subtype/Type1/BaseFont/%s>>", font);
  g_autofree gchar *resources = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (form, "/G%u %u 0 R", i, sheet_object (sheet, body));
  g_string_append_printf (form, ">>>>/Length %u>>stream\n%s\nendstream",
                          (guint)strlen (content), content);
  resources = g_strdup_printf ("/XObject<</X0 %u 0 R>>", sheet_object (sheet, form->str));
  sheet_resources (sheet, resources);
  sheet_draw (sheet, operators);
}

static void
test_many (void)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;

  for (guint i = 0; i < 4; i++)
    {
      draw (sheet, MANY, "Courier", i % 2 == 0 ? "/X0 Do" : "/X0 Do /X0 Do");
      sheet_next_page (sheet);
    }
  document = read_sheet (sheet);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (line_of (document, i)->text, ==, "last of many");
}

/* What is kept of one file is not given to the next that comes to lie in its place. */
static void
test_files (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (Sheet) sheet = sheet_new ();
      g_autoptr (Document) document = NULL;

      draw (sheet, 1, i % 2 == 0 ? "Courier" : "Courier-Bold", "/X0 Do");
      document = read_sheet (sheet);
      g_assert_cmpint (line_of (document, 0)->bold, ==, i % 2 == 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fonts/pages", test_pages);
  g_test_add_func ("/fonts/many", test_many);
  g_test_add_func ("/fonts/files", test_files);
  return g_test_run ();
}
