/* pdf.c: what is printed on a page comes out as its lines. */

#include "extract/colour.h"
#include "extract/ocr.h"
#include "extract/operators.h"
#include "extract/pdf.h"
#include "tests/extract/sheet.h"

static Document *
read_bytes (GBytes *bytes, const ExtractLimits *limits, GError **error)
{
  ExtractLimits ours = {
    .max_bytes = 1 << 20, .max_pages = 100, .max_text = 1 << 20, .ocr = OCR_NEVER
  };
  g_autoptr (Document) document =
      document_new ("sha256:0", "test.pdf", "application/pdf");

  if (!pdf_read (bytes, limits != NULL ? limits : &ours, document, error))
    return NULL;
  return g_steal_pointer (&document);
}

static Document *
read_sheet (Sheet *sheet)
{
  g_autoptr (GBytes) bytes = sheet_finish (sheet);
  g_autoptr (GError) error = NULL;
  Document *document = read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static const Line *
line_at (const Document *document, guint page, guint line)
{
  const Page *p;

  g_assert_cmpuint (page, <, document->pages->len);
  p = document->pages->pdata[page];
  g_assert_cmpuint (line, <, p->lines->len);
  return &g_array_index (p->lines, Line, line);
}

static void
test_line (void)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;
  const Line *line;

  sheet_bold (sheet, 72, 100, 14, "Harbour Committee");
  sheet_text (sheet, 72, 130, 11, "The clerk read the notice.");
  sheet_italic (sheet, 72, 150, 11, "\\(Item 4\\)");
  document = read_sheet (sheet);
  g_assert_cmpuint (document->n_pages, ==, 1);
  line = line_at (document, 0, 0);
  g_assert_cmpstr (line->text, ==, "Harbour Committee");
  g_assert_true (line->bold && !line->italic);
  g_assert_cmpfloat_with_epsilon (line->size, 14, 0.01);
  g_assert_cmpfloat_with_epsilon (line->box.x0, 72, 1.5);
  g_assert_cmpfloat (line->box.y0, <, 91);
  g_assert_cmpfloat (line->box.y1, >, 100);
  line = line_at (document, 0, 1);
  g_assert_cmpstr (line->text, ==, "The clerk read the notice.");
  g_assert_false (line->bold || line->italic);
  line = line_at (document, 0, 2);
  g_assert_cmpstr (line->text, ==, "(Item 4)");
  g_assert_true (line->italic && !line->bold);
}

static void
test_properties (void)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;
  const Bookmark *bookmark;

  sheet_text (sheet, 72, 100, 11, "one");
  sheet_next_page (sheet);
  sheet_text (sheet, 72, 100, 11, "two");
  sheet_next_page (sheet);
  sheet_catalogue (sheet, "/PageLabels<</Nums[0<</S/r>>1<</S/D/St 5>>]>>");
  /* The page tree's second page is object 9: content and page of each, from 6 on. */
  sheet_object (sheet, "<</Title(Reports)/Parent 11 0 R/Dest[9 0 R/Fit]>>");
  sheet_object (sheet, "<</Type/Outlines/First 10 0 R/Last 10 0 R/Count 1>>");
  sheet_catalogue (sheet, "/Outlines 11 0 R");
  document = read_sheet (sheet);
  g_assert_cmpuint (document->n_pages, ==, 2);
  g_assert_null (document->title);
  g_assert_cmpstr (((Page *)document->pages->pdata[0])->label, ==, "i");
  g_assert_cmpstr (((Page *)document->pages->pdata[1])->label, ==, "5");
  g_assert_cmpuint (document->outline->len, ==, 1);
  bookmark = &g_array_index (document->outline, Bookmark, 0);
  g_assert_cmpstr (bookmark->title, ==, "Reports");
  g_assert_cmpuint (bookmark->page, ==, 2);
  g_assert_cmpuint (bookmark->level, ==, 1);
}

/* What was typed into a form is read beside the words printed there; a remark in a box,
 * below them; a password and a hidden remark not at all. */
static void
test_typed (void)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;

  sheet_text (sheet, 72, 100, 11, "Name of the keeper:");
  sheet_text (sheet, 72, 160, 11, "Signed at the quay.");
  /* The first page is written last: its number is not known to its fields. */
  sheet_object (sheet, "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Ada Lockyer)/F 4"
                       "/Rect[200 737 400 755]/DA(/Helv 11 Tf)>>");
  sheet_object (sheet, "<</Type/Annot/Subtype/Widget/FT/Tx/T(word)/V(secret)/F 4"
                       "/Ff 8192/Rect[420 737 500 755]/DA(/Helv 11 Tf)>>");
  sheet_object (sheet, "<</Type/Annot/Subtype/FreeText/F 4/Contents(Seen by the clerk, "
                       "who has nothing to add to it)/Rect[72 500 200 560]"
                       "/DA(/Helv 11 Tf)>>");
  sheet_object (sheet, "<</Type/Annot/Subtype/FreeText/F 2/Contents(Not shown)"
                       "/Rect[72 400 200 460]/DA(/Helv 11 Tf)>>");
  sheet_page (sheet, "/Annots[6 0 R 7 0 R 8 0 R 9 0 R]");
  sheet_catalogue (sheet, "/AcroForm<</Fields[6 0 R 7 0 R]/DA(/Helv 0 Tf)>>");
  document = read_sheet (sheet);
  g_assert_cmpstr (line_at (document, 0, 0)->text, ==, "Name of the keeper: Ada Lockyer");
  g_assert_cmpstr (line_at (document, 0, 1)->text, ==, "Signed at the quay.");
  g_assert_cmpstr (line_at (document, 0, 2)->text, ==, "Seen by the clerk,");
  g_assert_cmpstr (line_at (document, 0, 4)->text, ==, "add to it");
  g_assert_cmpuint (((Page *)document->pages->pdata[0])->lines->len, ==, 5);
}

/* A page that is written from right to left: letters, words, and all of its lines. */
static void
test_leftward (void)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;

  sheet_object (sheet, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding"
                       "<</Differences[97/afii57664/afii57665/afii57666]>>/FirstChar 97"
                       "/LastChar 99/Widths[500 500 500]>>");
  sheet_page (sheet, "/Resources<</Font<</F9 6 0 R>>>>");
  sheet_draw (sheet, "BT /F9 12 Tf 1 0 0 1 300 700 Tm (cb ba) Tj ET");
  sheet_draw (sheet, "BT /F9 12 Tf 1 0 0 1 300 680 Tm (ca) Tj ET");
  document = read_sheet (sheet);
  g_assert_cmpstr (line_at (document, 0, 0)->text, ==,
                   "\xd7\x90\xd7\x91 \xd7\x91\xd7\x92");
  g_assert_cmpstr (line_at (document, 0, 1)->text, ==, "\xd7\x90\xd7\x92");
}

/* An output intent makes poppler ask for its profile on every page; a program that did
 * not export the definition of colour.c would never see the question. */
static void
test_colour (void)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;
  guint before = colour_n_spared ();

  sheet_text (sheet, 72, 100, 11, "plain words");
  sheet_next_page (sheet);
  sheet_object (sheet, "<</N 3/Length 4>>stream\nnone\nendstream");
  sheet_catalogue (sheet, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                          "/OutputConditionIdentifier(x)/DestOutputProfile 8 0 R>>]");
  document = read_sheet (sheet);
  g_assert_cmpstr (line_at (document, 0, 0)->text, ==, "plain words");
  g_assert_cmpuint (colour_n_spared (), >, before);
}

static void
test_operators (void)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;
  guint before = operators_n_spared ();

  sheet_text (sheet, 72, 100, 11, "plain words");
  sheet_draw (sheet, "quack quack q Q q Q xyz xyz\n");
  sheet_text (sheet, 72, 200, 11, "more of them");
  document = read_sheet (sheet);
  g_assert_cmpstr (line_at (document, 0, 0)->text, ==, "plain words");
  g_assert_cmpstr (line_at (document, 0, 1)->text, ==, "more of them");
  g_assert_cmpuint (operators_n_spared (), >=, before + 8);
}

static guint
count_refused (const gchar *operators)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;
  guint profile = sheet_object (sheet, "<</N 3/Length 4>>stream\nnone\nendstream");
  g_autofree gchar *resources =
      g_strdup_printf ("/ColorSpace<</C0[/ICCBased %u 0 R]>>", profile);
  guint before = colour_n_refused ();

  sheet_resources (sheet, resources);
  sheet_draw (sheet, operators);
  sheet_text (sheet, 72, 100, 11, "plain words");
  document = read_sheet (sheet);
  g_assert_cmpstr (line_at (document, 0, 0)->text, ==, "plain words");
  return colour_n_refused () - before;
}

/* A colour space that a page selects again and again is read once. */
static void
test_intent (void)
{
  guint once = count_refused ("/C0 cs 1 0 0 sc");

  g_assert_cmpuint (once, >, 0);
  g_assert_cmpuint (count_refused ("/C0 cs 1 0 0 sc /C0 cs 0 1 0 sc /C0 cs"), ==, once);
}

static void
test_limits (void)
{
  ExtractLimits limits = {
    .max_bytes = 1 << 20, .max_pages = 2, .max_text = 1 << 20, .ocr = OCR_NEVER
  };
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;
  g_autoptr (Document) short_one = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint i;

  for (i = 0; i < 4; i++)
    {
      sheet_text (sheet, 72, 100, 11, "twelve bytes");
      sheet_next_page (sheet);
    }
  bytes = sheet_finish (sheet);
  document = read_bytes (bytes, &limits, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (document->n_pages, ==, 4);
  g_assert_cmpuint (document->pages->len, ==, 2);
  g_assert_cmpuint (document->warnings->len, ==, 1);
  limits.max_pages = 100;
  limits.max_text = 30;
  short_one = read_bytes (bytes, &limits, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (short_one->pages->len, ==, 3);
  g_assert_cmpuint (short_one->warnings->len, ==, 1);
}

static void
test_damage (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.4\nnothing at all", 23);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (bytes, NULL, &error));
  g_assert_error (error, EXTRACT_ERROR, EXTRACT_ERROR_CORRUPT);
}

/* Nothing drawn, a drawing without a letter, and words: by what can be seen of each. */
static void
test_status (void)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;
  guint i;
  static const PageStatus expected[] = { PAGE_STATUS_BLANK, PAGE_STATUS_NONE,
                                         PAGE_STATUS_NATIVE };

  sheet_next_page (sheet);
  sheet_draw (sheet, "0 0 0 rg 100 100 300 300 re f");
  sheet_next_page (sheet);
  sheet_text (sheet, 72, 100, 11, "Apologies were received from Mrs Tarn.");
  document = read_sheet (sheet);
  g_assert_cmpuint (document->pages->len, ==, 3);
  for (i = 0; i < 3; i++)
    g_assert_cmpint (((Page *)document->pages->pdata[i])->status, ==, expected[i]);
  g_assert_cmpint (document->text_layer, ==, TEXT_LAYER_NATIVE);
  g_assert_cmpuint (document->warnings->len, ==, 1);
  g_assert_true (g_str_has_prefix (document->warnings->pdata[0], "page 2: "));
}

/* OCR looked, and there is no word: said, so that nobody takes the page for read. */
static void
test_wordless (void)
{
  ExtractLimits limits = {
    .max_bytes = 1 << 20, .max_pages = 9, .max_text = 1 << 20, .ocr = OCR_AUTO
  };
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const Page *page;

  if (!ocr_load ())
    {
      g_test_skip ("tesseract is not to be had");
      return;
    }
  sheet_draw (sheet, "0 0 0 rg 100 100 300 300 re f");
  bytes = sheet_finish (sheet);
  document = read_bytes (bytes, &limits, NULL);
  g_assert_nonnull (document);
  page = document->pages->pdata[0];
  g_assert_cmpint (page->status, ==, PAGE_STATUS_NONE);
  g_assert_cmpint (page->problem, ==, PAGE_PROBLEM_WORDLESS);
  g_assert_cmpstr (document->warnings->pdata[0], ==,
                   "page 1: pictures in which no word was found");
}

static void
test_ocr (void)
{
  ExtractLimits limits = {
    .max_bytes = 1 << 20, .max_pages = 9, .max_text = 1 << 20, .ocr = OCR_ALWAYS
  };
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (Document) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const Line *line;

  if (!ocr_load ())
    {
      g_test_skip ("tesseract is not to be had");
      return;
    }
  sheet_text (sheet, 72, 100, 12, "The harbour was dredged in March.");
  sheet_text (sheet, 72, 130, 12, "Nobody objected to the new bridge.");
  bytes = sheet_finish (sheet);
  document = read_bytes (bytes, &limits, &error);
  g_assert_no_error (error);
  g_assert_cmpint (document->text_layer, ==, TEXT_LAYER_OCR);
  line = line_at (document, 0, 0);
  g_assert_cmpstr (line->text, ==, "The harbour was dredged in March.");
  g_assert_cmpfloat_with_epsilon (line->size, 12, 1.5);
  g_assert_cmpfloat_with_epsilon (line->box.x0, 72, 3);
  g_assert_cmpfloat (line->box.y0, <, 96);
  g_assert_cmpfloat (line->box.y1, >, 99);
  g_assert_cmpstr (line_at (document, 0, 1)->text, ==,
                   "Nobody objected to the new bridge.");
}

static Document *
read_part (GBytes *bytes, const ExtractLimits *limits, guint first, guint last)
{
  Document *part = document_new ("sha256:", "test.pdf", "application/pdf");

  g_assert_true (pdf_read_part (bytes, limits, first, last, part, NULL));
  return part;
}

/* Read in parts and put together, a file is what it is when read by one: with its
 * warnings and its limits. */
static void
test_parts (void)
{
  g_autoptr (Sheet) sheet = sheet_new ();
  g_autoptr (GBytes) bytes = NULL;
  const gsize limits_of_text[] = { 1 << 20, 40 };

  for (guint i = 1; i <= 9; i++)
    {
      g_autofree gchar *text = g_strdup_printf ("Page %u of the minutes", i);

      sheet_text (sheet, 72, 100, 11, text);
      if (i < 9)
        sheet_next_page (sheet);
    }
  bytes = sheet_finish (sheet);
  g_assert_cmpuint (pdf_count_pages (bytes), ==, 9);
  for (guint i = 0; i < G_N_ELEMENTS (limits_of_text); i++)
    {
      ExtractLimits limits = { .max_bytes = 1 << 20,
                               .max_pages = 7,
                               .max_text = limits_of_text[i],
                               .ocr = OCR_NEVER };
      g_autoptr (Document) whole = read_bytes (bytes, &limits, NULL);
      g_autoptr (Document) joined =
          document_new ("sha256:0", "test.pdf", "application/pdf");
      g_autoptr (GPtrArray) parts =
          g_ptr_array_new_with_free_func ((GDestroyNotify)document_free);

      g_ptr_array_add (parts, read_part (bytes, &limits, 1, 3));
      g_ptr_array_add (parts, read_part (bytes, &limits, 4, 4));
      g_ptr_array_add (parts, read_part (bytes, &limits, 5, 7));
      g_assert_true (pdf_join (bytes, &limits, parts, joined, NULL));
      g_assert_cmpuint (joined->n_pages, ==, 9);
      g_assert_cmpuint (joined->pages->len, ==, i == 0 ? 7 : 2);
      g_assert_cmpuint (joined->pages->len, ==, whole->pages->len);
      g_assert_cmpint (joined->text_layer, ==, whole->text_layer);
      g_assert_cmpuint (joined->warnings->len, ==, 1);
      g_assert_cmpstr (joined->warnings->pdata[0], ==, whole->warnings->pdata[0]);
      for (guint j = 0; j < whole->pages->len; j++)
        g_assert_cmpstr (line_at (joined, j, 0)->text, ==, line_at (whole, j, 0)->text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/line", test_line);
  g_test_add_func ("/pdf/properties", test_properties);
  g_test_add_func ("/pdf/typed", test_typed);
  g_test_add_func ("/pdf/leftward", test_leftward);
  g_test_add_func ("/pdf/colour", test_colour);
  g_test_add_func ("/pdf/intent", test_intent);
  g_test_add_func ("/pdf/operators", test_operators);
  g_test_add_func ("/pdf/limits", test_limits);
  g_test_add_func ("/pdf/damage", test_damage);
  g_test_add_func ("/pdf/status", test_status);
  g_test_add_func ("/pdf/wordless", test_wordless);
  g_test_add_func ("/pdf/ocr", test_ocr);
  g_test_add_func ("/pdf/parts", test_parts);
  return g_test_run ();
}
