/* paper.c: a drawing in plain text becomes a Document with places and styles. */

#include "tests/normalise/paper.h"

#define LEFT 72.0
#define TOP 40.0
#define STEP 6.0
#define PITCH 14.0

static void
fill (Line *line, const gchar *drawn, gsize indent, gdouble y)
{
  gdouble wide = STEP * (gdouble)g_utf8_strlen (line->text, -1) * 0.85;

  line->size = 11;
  if (g_str_has_prefix (drawn, "**"))
    line->bold = TRUE;
  if (g_str_has_prefix (drawn, "##"))
    {
      line->bold = TRUE;
      line->size = 16;
    }
  if (g_str_has_prefix (drawn, "~~"))
    line->size = 8;
  if (g_str_has_prefix (drawn, "%%"))
    line->role = LINE_ROLE_STAMP;
  line->box = (Box){ LEFT + STEP * (gdouble)indent, y,
                     LEFT + STEP * (gdouble)indent + wide, y + 0.85 * PITCH };
  if (g_str_has_prefix (drawn, ">>"))
    {
      line->role = LINE_ROLE_SIDE;
      line->box.x0 = 480;
      line->box.x1 = 480 + wide;
    }
}

static void
add_cells (Page *page, const gchar *drawn, gdouble y, guint table, guint row)
{
  g_auto (GStrv) cells = g_strsplit (drawn, "||", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      const gchar *text = g_strstrip (cells[i]);
      Line *line;

      if (text[0] == '+' || text[0] == '^')
        text += 1 + strspn (text + 1, " ");
      if (text[0] == '\0')
        continue;
      line = page_add_line (page, g_strdup (text + (text[0] == '*' ? 2 : 0)));
      fill (line, text, 20 * i, y);
      line->role = LINE_ROLE_CELL;
      line->table = table;
      line->row = row;
      line->column = i + 1;
    }
}

Document *
paper_draw (const gchar *drawing)
{
  Document *document = document_new ("sha256:0", "paper", "application/pdf");
  g_auto (GStrv) drawn = g_strsplit (drawing, "\n", -1);
  Page *page = NULL;
  guint table = 0, row = 0;
  gdouble y = TOP;

  document->text_layer = TEXT_LAYER_NATIVE;
  for (guint i = 0; drawn[i] != NULL; i++)
    {
      gsize indent = strspn (drawn[i], " ");
      const gchar *text = drawn[i] + indent;

      if (page == NULL || text[0] == '\f' || g_str_has_prefix (text, "====="))
        {
          page = page_new (++document->n_pages, 595, 842);
          g_ptr_array_add (document->pages, page);
          y = TOP;
          if (text[0] == '\f' || text[0] == '=')
            continue;
        }
      y += text[0] == '\0' ? 0.6 * PITCH : PITCH;
      /* The foot of the page is drawn at its foot. */
      if (g_str_has_prefix (text, "__"))
        y = 800;
      if (strstr (text, "||") != NULL)
        {
          if (row == 0)
            table++;
          row += text[0] != '+' && text[0] != '^';
          if (text[0] == '^')
            y -= 2 * PITCH;
          add_cells (page, text, y, table, row);
          continue;
        }
      row = 0;
      if (text[0] != '\0')
        {
          gsize mark = strchr ("*#>%_~", text[0]) != NULL && text[0] == text[1] ? 2 : 0;
          Line *line = page_add_line (page, g_strdup (text + mark));

          fill (line, text, indent, y);
          /* Side notes stand beside the line above them. */
          if (line->role == LINE_ROLE_SIDE)
            {
              y -= PITCH;
              line->box.y0 -= PITCH;
              line->box.y1 -= PITCH;
            }
        }
    }
  return document;
}

Document *
paper_plain (const gchar *text)
{
  Document *document = document_new ("sha256:0", "plain", "text/plain");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Page *page = page_new (0, 0, 0);

  g_ptr_array_add (document->pages, page);
  for (guint i = 0; lines[i] != NULL; i++)
    page_add_line (page, g_strdup (lines[i]));
  return document;
}
