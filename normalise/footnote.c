/* footnote.c: small rows at a page's foot become text apart. */

#include "normalise/footnote.h"

#include <string.h>

/* A note is printed at this share of the text's size, or smaller. */
#define SMALL 0.92
/* Rows of notes on one page. */
#define MAX_ROWS 30

/* "1 The line", "12. See", "* absent", "¹ The line": a mark, and words behind it. */
static gboolean
begins_note (const gchar *text)
{
  const gchar *at = text;
  guint figures = 0;

  for (; *at != '\0'; at = g_utf8_next_char (at), figures++)
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_ascii_isdigit (*at) && *at != '*' && c != 0x2020 && c != 0x2021
          && !(c == 0xb9 || c == 0xb2 || c == 0xb3 || (c >= 0x2070 && c <= 0x2079)))
        break;
    }
  if (figures == 0 || figures > 3)
    return FALSE;
  at += strspn (at, ".) ");
  return g_unichar_isalpha (g_utf8_get_char (at))
         || g_unichar_ispunct (g_utf8_get_char (at));
}

static gboolean
is_small (const Row *row, gdouble size)
{
  return row->role == LINE_ROLE_NONE && row->size > 0 && row->size <= SMALL * size
         && !row->bold;
}

/* The notes of a page's rows [start, end), which must leave most of it to the text. */
static void
mark_page (GArray *rows, guint start, guint end, gdouble size)
{
  guint first = end;
  guint note = end;

  while (first > start && end - first < MAX_ROWS
         && is_small (&g_array_index (rows, Row, first - 1), size))
    {
      first--;
      if (begins_note (g_array_index (rows, Row, first).text))
        note = first;
    }
  if (2 * (end - note) > end - start)
    return;
  for (guint i = note; i < end; i++)
    g_array_index (rows, Row, i).role = LINE_ROLE_SIDE;
}

void
footnotes_mark (GArray *rows, gdouble size)
{
  guint start = 0;

  for (guint i = 1; i <= rows->len && size > 0; i++)
    if (i == rows->len
        || g_array_index (rows, Row, i).page != g_array_index (rows, Row, start).page)
      {
        mark_page (rows, start, i, size);
        start = i;
      }
}
