/* document.c: the memory of extract's records. */

#include "extract/document.h"

Box
box_join (Box a, Box b)
{
  if (box_is_none (a))
    return b;
  if (box_is_none (b))
    return a;
  return (Box){ MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_free (line->text);
}

static void
bookmark_clear (gpointer data)
{
  Bookmark *bookmark = data;

  g_free (bookmark->title);
}

Page *
page_new (guint number, gdouble width, gdouble height)
{
  Page *page = g_new0 (Page, 1);

  page->number = number;
  page->width = width;
  page->height = height;
  page->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (page->lines, line_clear);
  return page;
}

void
page_free (Page *page)
{
  if (page == NULL)
    return;
  g_free (page->label);
  g_array_unref (page->lines);
  g_free (page);
}

Line *
page_add_line (Page *page, gchar *text)
{
  Line line = { .text = text };

  g_array_append_val (page->lines, line);
  return &g_array_index (page->lines, Line, page->lines->len - 1);
}

Document *
document_new (const gchar *id, const gchar *source, const gchar *media_type)
{
  Document *document = g_new0 (Document, 1);

  document->id = g_strdup (id);
  document->source = g_strdup (source);
  document->media_type = g_strdup (media_type);
  document->warnings = g_ptr_array_new_with_free_func (g_free);
  document->outline = g_array_new (FALSE, TRUE, sizeof (Bookmark));
  g_array_set_clear_func (document->outline, bookmark_clear);
  document->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)page_free);
  return document;
}

void
document_free (Document *document)
{
  if (document == NULL)
    return;
  g_free (document->id);
  g_free (document->source);
  g_free (document->media_type);
  g_free (document->title);
  g_free (document->producer);
  g_ptr_array_unref (document->warnings);
  g_array_unref (document->outline);
  g_ptr_array_unref (document->pages);
  g_free (document);
}

void
document_warn (Document *document, const gchar *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (document->warnings, g_strdup_vprintf (format, args));
  va_end (args);
}
