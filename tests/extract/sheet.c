/* sheet.c: words and places become the smallest PDF that shows them. */

#include "tests/extract/sheet.h"

#include <math.h>
#include <string.h>

/* Objects 1 to 5: catalogue, page tree, three fonts. */
#define N_FIXED 5

struct Sheet
{
  GPtrArray *objects; /* gchar *, from object N_FIXED + 1 on */
  GArray *pages;      /* guint: their object numbers */
  GString *catalogue;
  GString *page;
  GString *resources;
  GString *content;
};

Sheet *
sheet_new (void)
{
  Sheet *self = g_new0 (Sheet, 1);

  self->objects = g_ptr_array_new_with_free_func (g_free);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->catalogue = g_string_new (NULL);
  self->page = g_string_new (NULL);
  self->resources = g_string_new (NULL);
  self->content = g_string_new (NULL);
  return self;
}

void
sheet_free (Sheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->objects);
  g_array_unref (self->pages);
  g_string_free (self->catalogue, TRUE);
  g_string_free (self->page, TRUE);
  g_string_free (self->resources, TRUE);
  g_string_free (self->content, TRUE);
  g_free (self);
}

guint
sheet_object (Sheet *self, const gchar *body)
{
  g_ptr_array_add (self->objects, g_strdup (body));
  return N_FIXED + self->objects->len;
}

void
sheet_next_page (Sheet *self)
{
  g_autofree gchar *stream =
      g_strdup_printf ("<</Length %" G_GSIZE_FORMAT ">>stream\n%s\nendstream",
                       self->content->len, self->content->str);
  guint content = sheet_object (self, stream);
  g_autofree gchar *page =
      g_strdup_printf ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %u 0 R"
                       "/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>%s>>%s>>",
                       content, self->resources->str, self->page->str);
  guint number = sheet_object (self, page);

  g_array_append_val (self->pages, number);
  g_string_truncate (self->page, 0);
  g_string_truncate (self->resources, 0);
  g_string_truncate (self->content, 0);
}

void
sheet_catalogue (Sheet *self, const gchar *entries)
{
  g_string_append (self->catalogue, entries);
}

void
sheet_page (Sheet *self, const gchar *entries)
{
  g_string_append (self->page, entries);
}

void
sheet_resources (Sheet *self, const gchar *entries)
{
  g_string_append (self->resources, entries);
}

void
sheet_draw (Sheet *self, const gchar *operators)
{
  g_string_append_printf (self->content, "%s\n", operators);
}

static void
show (Sheet *self, guint font, gdouble x, gdouble y, gdouble size, gdouble degrees,
      const gchar *words)
{
  gdouble angle = degrees * G_PI / 180;

  g_string_append_printf (
      self->content, "BT /F%u %.2f Tf %.5f %.5f %.5f %.5f %.2f %.2f Tm ", font, size,
      cos (angle), sin (angle), -sin (angle), cos (angle), x, 842 - y);
  g_string_append_printf (self->content, "(%s) Tj ET\n", words);
}

void
sheet_text (Sheet *self, gdouble x, gdouble y, gdouble size, const gchar *words)
{
  show (self, 1, x, y, size, 0, words);
}

void
sheet_bold (Sheet *self, gdouble x, gdouble y, gdouble size, const gchar *words)
{
  show (self, 2, x, y, size, 0, words);
}

void
sheet_italic (Sheet *self, gdouble x, gdouble y, gdouble size, const gchar *words)
{
  show (self, 3, x, y, size, 0, words);
}

void
sheet_turned (Sheet *self, gdouble x, gdouble y, gdouble size, gdouble degrees,
              const gchar *words)
{
  show (self, 1, x, y, size, degrees, words);
}

static void
append_object (GString *file, GArray *offsets, const gchar *body)
{
  gsize offset = file->len;

  g_array_append_val (offsets, offset);
  g_string_append_printf (file, "%u 0 obj\n%s\nendobj\n", offsets->len, body);
}

static void
append_fixed (Sheet *self, GString *file, GArray *offsets)
{
  static const gchar *const fonts[] = { "Helvetica", "Helvetica-Bold",
                                        "Helvetica-Oblique" };
  g_autofree gchar *catalogue =
      g_strdup_printf ("<</Type/Catalog/Pages 2 0 R%s>>", self->catalogue->str);
  g_autoptr (GString) tree = g_string_new ("<</Type/Pages/Kids[");
  guint i;

  append_object (file, offsets, catalogue);
  for (i = 0; i < self->pages->len; i++)
    g_string_append_printf (tree, "%u 0 R ", g_array_index (self->pages, guint, i));
  g_string_append_printf (tree, "]/Count %u>>", self->pages->len);
  append_object (file, offsets, tree->str);
  for (i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      g_autofree gchar *font = g_strdup_printf (
          "<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>", fonts[i]);

      append_object (file, offsets, font);
    }
}

GBytes *
sheet_finish (Sheet *self)
{
  GString *file = g_string_new ("%PDF-1.4\n");
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize xref;
  guint i;

  if (self->content->len > 0 || self->page->len > 0 || self->pages->len == 0)
    sheet_next_page (self);
  append_fixed (self, file, offsets);
  for (i = 0; i < self->objects->len; i++)
    append_object (file, offsets, self->objects->pdata[i]);
  xref = file->len;
  g_string_append_printf (file, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
  for (i = 0; i < offsets->len; i++)
    g_string_append_printf (file, "%010" G_GSIZE_FORMAT " 00000 n \n",
                            g_array_index (offsets, gsize, i));
  g_string_append_printf (
      file, "trailer <</Size %u/Root 1 0 R>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      offsets->len + 1, xref);
  return g_string_free_to_bytes (file);
}
