/* grid.c: a table of a page of HTML, and what it is there for. */

#include "extract/grid.h"

#include <string.h>

/* "4.12(a)." */
#define NUMBER_BYTES 8

/* The right-hand column of minutes holds who is to act, "Head of Leisure", no sentences.
 */
#define SIDE_BYTES 60

void
grid_open_row (Grid *grid)
{
  grid->row++;
  grid->column = 0;
  grid->next = 1;
}

void
grid_open_cell (Grid *grid, guint span)
{
  if (grid->row == 0)
    grid_open_row (grid);
  grid->column = grid->next;
  grid->next += span;
  grid->columns = MAX (grid->columns, grid->column);
}

gboolean
grid_is_number (const gchar *text)
{
  gsize digits = strspn (text, "0123456789");
  gsize length = strlen (text);

  return digits > 0 && digits <= 3 && length <= NUMBER_BYTES
         && strspn (text, "0123456789.()abcdefghivx/") == length;
}

void
grid_add (Grid *grid, const Line *line)
{
  gboolean head = line->row == 1;

  if (line->column == 1 && grid_is_number (line->text))
    grid->numbers++;
  else if (line->column == 1)
    grid->others += !head;
  else if (line->column == 2)
    {
      if (line->row == grid->text_row && line->block != grid->text_block)
        grid->prose = TRUE;
      grid->text_row = line->row;
      grid->text_block = line->block;
    }
  else
    grid->side = MAX (grid->side, strlen (line->text));
}

GridUse
grid_use (const Grid *grid)
{
  if (grid->layout || grid->columns < 2)
    return GRID_LAYOUT;
  if (grid->numbers > 0 && grid->others == 0
      && (grid->columns == 2 || (grid->columns == 3 && grid->prose))
      && grid->side <= SIDE_BYTES)
    return GRID_ITEMS;
  return grid->row < 2 ? GRID_LAYOUT : GRID_DATA;
}
