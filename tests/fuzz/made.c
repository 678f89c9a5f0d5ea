/* made.c: any bytes as a Document. */

#include "tests/fuzz/made.h"

#include <stdio.h>
#include <string.h>

#define MAX_PAGES 300
#define MAX_LINES 4000

typedef struct
{
  Document *document;
  Page *page;
  gdouble y;
  gboolean plain;
} Maker;

static void
turn_page (Maker *maker)
{
  if (maker->document->pages->len >= MAX_PAGES
      || (maker->plain && maker->document->pages->len > 0))
    return;
  maker->page = maker->plain ? page_new (0, 0, 0)
                             : page_new (maker->document->pages->len + 1, 595, 842);
  g_ptr_array_add (maker->document->pages, maker->page);
  maker->document->n_pages = maker->plain ? 0 : maker->document->pages->len;
  maker->y = 72;
}

static void
add_line (Maker *maker, const gchar *text)
{
  gint x = 72, y = (gint)maker->y, size = 11, skip = 0;
  guint flags = 0;
  Line *line;

  if (sscanf (text, "%5d %5d %3d %8x|%n", &x, &y, &size, &flags, &skip) < 4 || skip == 0)
    {
      x = 72;
      y = (gint)maker->y;
      size = 11;
      flags = 0;
      skip = 0;
    }
  line = page_add_line (maker->page, g_strdup (text + skip));
  line->bold = flags & 1;
  line->italic = (flags & 2) != 0;
  line->role = (LineRole)(((flags >> 4) & 15) % (LINE_ROLE_LAST + 1));
  line->block = (flags >> 8) & 15;
  line->table = (flags >> 12) & 15;
  line->row = line->table != 0 ? 1 + ((flags >> 16) & 15) : 0;
  line->column = line->table != 0 ? 1 + ((flags >> 20) & 15) : 0;
  if (maker->plain)
    return;
  line->size = size;
  if ((flags & 4) == 0)
    line->box =
        (Box){ x, y, x + (gdouble)size * (gdouble)strlen (line->text) / 2, y + size };
  maker->y = y + 1.2 * size;
}

Document *
made_document (const guint8 *data, gsize length)
{
  Maker maker = { .document = document_new ("sha256:0", "made", "application/pdf") };
  g_autofree gchar *text = g_utf8_make_valid ((const gchar *)data, (gssize)length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_LINES);
  gchar **line = lines;

  maker.plain = *line != NULL && strcmp (*line, "plain") == 0;
  if (maker.plain)
    line++;
  turn_page (&maker);
  for (; *line != NULL; line++)
    if (strcmp (*line, "=") == 0)
      turn_page (&maker);
    else
      add_line (&maker, g_strdelimit (*line, "\n", ' '));
  maker.document->text_layer = maker.plain ? TEXT_LAYER_NULL : TEXT_LAYER_NATIVE;
  return maker.document;
}
