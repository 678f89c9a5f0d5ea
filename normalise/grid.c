/* grid.c: tables of rows are judged, and those that only lay text out are none. */

#include "normalise/grid.h"

#define MAX_COLUMNS 12
/* The wide column's share of the letters, and its letters to each number beside it: the
 * text of an item is longer than the entry of a list of actions. */
#define WIDE_SHARE 0.7
#define WIDE_TEXT 110
/* The same beside "3.4", the number of a paragraph, with nobody but its owner at the
 * right of it. */
#define PARAGRAPH_TEXT 50
#define OWNER_TEXT 24

typedef struct
{
  gsize letters[MAX_COLUMNS + 1];
  guint lines[MAX_COLUMNS + 1];
  guint numbers; /* cells that hold nothing but a number */
  guint dotted;  /* of those, "3.4" */
  gsize total;
  guint wide; /* the column with the most letters */
} Grid;

static gboolean
is_number (const gchar *text)
{
  guint digits = 0;

  if (strlen (text) > 8)
    return FALSE;
  for (; *text != '\0'; text++)
    {
      digits += g_ascii_isdigit (*text);
      if (!g_ascii_isdigit (*text) && strchr ("./()", *text) == NULL)
        return FALSE;
    }
  return digits > 0;
}

static Grid
measure (const GArray *rows, guint start, guint end)
{
  Grid grid = { 0 };

  for (guint i = start; i < end; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      guint column = MIN (row->column, MAX_COLUMNS);
      gsize length = strlen (row->text);

      if (row->role != LINE_ROLE_CELL)
        continue;
      grid.letters[column] += length;
      grid.lines[column]++;
      grid.total += length;
      if (grid.letters[column] > grid.letters[grid.wide])
        grid.wide = column;
    }
  for (guint i = start; i < end; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (row->role != LINE_ROLE_CELL || row->column >= grid.wide
          || !is_number (row->text))
        continue;
      grid.numbers++;
      grid.dotted += g_ascii_isdigit (row->text[strlen (row->text) - 1])
                     && strchr (row->text, '.') != NULL;
    }
  return grid;
}

/* "3.4 | The Panel asked … | AF / NS": paragraphs of minutes, each with its owner. */
static gboolean
holds_paragraphs (const Grid *grid)
{
  for (guint column = grid->wide + 1; column <= MAX_COLUMNS; column++)
    if (grid->lines[column] > grid->numbers
        || grid->letters[column] > OWNER_TEXT * grid->lines[column])
      return FALSE;
  return grid->dotted == grid->numbers;
}

static gboolean
is_layout (const Grid *grid)
{
  gsize text = holds_paragraphs (grid) ? PARAGRAPH_TEXT : WIDE_TEXT;
  guint left = 0;

  for (guint column = 0; column < grid->wide; column++)
    left += grid->lines[column];
  return (gdouble)grid->letters[grid->wide] >= WIDE_SHARE * (gdouble)grid->total
         && grid->numbers > 0 && 2 * grid->numbers >= left
         && grid->letters[grid->wide] >= text * grid->numbers;
}

void
grid_flatten (GArray *rows)
{
  guint start = 0;

  while (start < rows->len)
    {
      const Row *first = &g_array_index (rows, Row, start);
      guint end = start + 1;
      Grid grid;

      if (first->role != LINE_ROLE_CELL)
        {
          start++;
          continue;
        }
      /* Side notes stand between a table's rows. */
      while (end < rows->len
             && (g_array_index (rows, Row, end).role == LINE_ROLE_SIDE
                 || (g_array_index (rows, Row, end).role == LINE_ROLE_CELL
                     && g_array_index (rows, Row, end).table == first->table
                     && g_array_index (rows, Row, end).page == first->page)))
        end++;
      grid = measure (rows, start, end);
      for (guint i = start; i < end && is_layout (&grid); i++)
        {
          Row *row = &g_array_index (rows, Row, i);

          if (row->role != LINE_ROLE_CELL)
            continue;
          row->role = row->column > grid.wide ? LINE_ROLE_SIDE : LINE_ROLE_NONE;
          row->table = row->table_row = row->column = 0;
        }
      start = end;
    }
}
