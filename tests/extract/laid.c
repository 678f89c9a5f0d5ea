/* laid.c: rows of text at places become a page. */

#include "tests/extract/laid.h"

void
laid_put (GArray *glyphs, gfloat x, gfloat y, gfloat size, const gchar *text)
{
  const gchar *p;
  Glyph glyph = { .size = size, .y0 = y - size * 0.9f, .y1 = y + size * 0.25f };

  for (p = text; *p != '\0'; p = g_utf8_next_char (p), x += size / 2)
    {
      glyph.c = g_utf8_get_char (p);
      glyph.x0 = x;
      glyph.x1 = x + size / 2;
      g_array_append_val (glyphs, glyph);
    }
  glyph.c = '\n';
  g_array_append_val (glyphs, glyph);
}

void
laid_put_bold (GArray *glyphs, gfloat x, gfloat y, gfloat size, const gchar *text)
{
  guint from = glyphs->len;

  laid_put (glyphs, x, y, size, text);
  for (; from < glyphs->len; from++)
    g_array_index (glyphs, Glyph, from).style = GLYPH_BOLD;
}

GArray *
laid_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Glyph));
}

Page *
laid_out (GArray *glyphs)
{
  Page *page = page_new (1, 595, 842);

  layout_page ((const Glyph *)(gpointer)glyphs->data, glyphs->len, page);
  g_array_unref (glyphs);
  return page;
}

static gchar *
laid_text (const Page *page)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < page->lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            g_array_index (page->lines, Line, i).text);
  return g_string_free (text, FALSE);
}

void
laid_assert_text (const Page *page, const gchar *expected)
{
  g_autofree gchar *text = laid_text (page);

  g_assert_cmpstr (text, ==, expected);
}

const Line *
laid_line (const Page *page, guint i)
{
  g_assert_cmpuint (i, <, page->lines->len);
  return &g_array_index (page->lines, Line, i);
}
