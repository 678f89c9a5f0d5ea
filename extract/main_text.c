/* main_text.c: the lines of a page of HTML, and which of them are its content. */

#include "extract/main_text.h"

#include <string.h>

#include "extract/bounds.h"
#include "extract/element.h"
#include "extract/grid.h"

#define N_ZONES 4

/* A part that is marked as the main one may be small, a cancelled meeting's, but not next
 * to nothing beside what surrounds it. Of articles there may be many, of which each is a
 * teaser, and "content" is a name for any box: those are to hold half of the page. */
static const guint zone_shares[N_ZONES] = { 20, 20, 2, 2 };

/* Menus are short lines. Where more is said in lines of this length in what was taken for
 * furniture than in what is left, the page's classes were misread. */
#define PROSE_BYTES 160

struct MainText
{
  GArray *lines; /* MainTextLine */
  GArray *grids; /* Grid */
  gsize zone_bytes[N_ZONES];
  gsize bytes;       /* of lines that are not aside */
  gsize aside_prose; /* of lines that are, and are long */
};

MainText *
main_text_new (void)
{
  MainText *self = g_new0 (MainText, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (MainTextLine));
  self->grids = g_array_new (FALSE, TRUE, sizeof (Grid));
  return self;
}

void
main_text_free (MainText *self)
{
  guint i;

  if (self == NULL)
    return;
  for (i = 0; i < self->lines->len; i++)
    g_free (g_array_index (self->lines, MainTextLine, i).line.text);
  g_array_unref (self->lines);
  g_array_unref (self->grids);
  g_free (self);
}

static Grid *
grid_at (const MainText *self, guint table)
{
  return &g_array_index (self->grids, Grid, table - 1);
}

guint
main_text_open_table (MainText *self, guint outer, gboolean layout)
{
  Grid grid = { .layout = layout };

  if (outer != 0)
    grid_at (self, outer)->layout = TRUE;
  if (self->grids->len >= BOUND_TABLES)
    return 0;
  g_array_append_val (self->grids, grid);
  return self->grids->len;
}

void
main_text_open_row (MainText *self, guint table)
{
  if (table != 0)
    grid_open_row (grid_at (self, table));
}

void
main_text_open_cell (MainText *self, guint table, guint span, gboolean numbered)
{
  if (table == 0)
    return;
  grid_open_cell (grid_at (self, table), span);
  if (numbered)
    grid_at (self, table)->layout = TRUE;
}

void
main_text_locate (const MainText *self, guint table, MainTextLine *line)
{
  if (table == 0 || grid_at (self, table)->column == 0)
    return;
  line->line.table = table;
  line->line.row = grid_at (self, table)->row;
  line->line.column = grid_at (self, table)->column;
}

void
main_text_add (MainText *self, const MainTextLine *line)
{
  gsize length = strlen (line->line.text);
  guint i;

  g_array_append_vals (self->lines, line, 1);
  if (line->line.table != 0)
    grid_add (grid_at (self, line->line.table), &line->line);
  if (line->aside)
    {
      self->aside_prose += length >= PROSE_BYTES ? length : 0;
      return;
    }
  self->bytes += length;
  for (i = 0; i < N_ZONES; i++)
    if (line->zones & 1u << i)
      self->zone_bytes[i] += length;
}

/* 0: the whole page. */
static guint
choose_zone (const MainText *self)
{
  guint i;

  for (i = 0; i < N_ZONES; i++)
    {
      if (self->zone_bytes[i] > 0 && self->zone_bytes[i] * zone_shares[i] >= self->bytes)
        return 1u << i;
    }
  return 0;
}

/* What is printed so far, and the number cell that waits for the text beside it. */
typedef struct
{
  Page *page;
  guint n_tables;
  guint last_block; /* as it came */
  guint block;      /* as it is printed */
  Line number;      /* text is NULL if none waits */
} Printer;

static void
print_line (Printer *self, Line line)
{
  if (line.block != self->last_block)
    self->block++;
  self->last_block = line.block;
  line.block = self->block;
  *page_add_line (self->page, NULL) = line;
}

/* A number is printed before the text of the next cell, "31. MOORING FEES", or for itself
 * if there is none. */
static void
print_number (Printer *self, Line *line)
{
  Line number = self->number;
  gchar *text;

  if (number.text == NULL)
    return;
  self->number.text = NULL;
  if (line == NULL || line->table != number.table || line->row != number.row)
    {
      number.table = number.row = number.column = 0;
      print_line (self, number);
      return;
    }
  text = g_strconcat (number.text, " ", line->text, NULL);
  g_free (number.text);
  g_free (line->text);
  line->text = text;
}

/* Fits the line's table to the page's numbering; a table that does not hold data is none.
 */
static void
print (Printer *self, Grid *grid, Line line)
{
  GridUse use = grid != NULL ? grid_use (grid) : GRID_LAYOUT;

  print_number (self, &line);
  if (use == GRID_DATA)
    {
      if (grid->number == 0)
        grid->number = ++self->n_tables;
      line.table = grid->number;
      print_line (self, line);
      return;
    }
  if (line.role == LINE_ROLE_CELL)
    line.role = use == GRID_ITEMS && line.column > 2 ? LINE_ROLE_SIDE : LINE_ROLE_NONE;
  if (use == GRID_ITEMS && line.column == 1 && grid_is_number (line.text))
    {
      self->number = line;
      return;
    }
  line.table = line.row = line.column = 0;
  print_line (self, line);
}

Page *
main_text_page (MainText *self)
{
  Printer printer = { .page = page_new (0, 0, 0) };
  guint zone = choose_zone (self);
  gboolean all = self->aside_prose > self->bytes;
  guint i;

  for (i = 0; i < self->lines->len; i++)
    {
      MainTextLine *at = &g_array_index (self->lines, MainTextLine, i);
      guint table = at->line.table;

      if ((at->aside && !all) || (zone != 0 && (at->zones & zone) == 0))
        continue;
      print (&printer, table != 0 ? grid_at (self, table) : NULL, at->line);
      at->line.text = NULL;
    }
  print_number (&printer, NULL);
  return printer.page;
}
