/* main_text.c: the lines of a page of HTML, and which of them are its content. */

#include "extract/main_text.h"

#include <string.h>

#include "extract/element.h"

#define N_ZONES 4

/* A part that is marked as the main one may be small, a cancelled meeting's, but not next
 * to nothing beside what surrounds it. */
#define ZONE_SHARE 20

/* Of articles there may be many, of which each is a teaser. */
#define ARTICLE_SHARE 2

/* Menus are short lines. Where more is said in lines of this length in what was taken for
 * furniture than in what is left, the page's classes were misread. */
#define PROSE_BYTES 160

typedef struct
{
  gboolean layout;
  guint row;
  guint column;
  guint next; /* column of the next cell */
  guint columns;
  guint number; /* of those that hold data and have lines, from 1; 0: not met yet */
} Table;

struct MainText
{
  GArray *lines;  /* MainTextLine */
  GArray *tables; /* Table */
  gsize zone_bytes[N_ZONES];
  gsize bytes;       /* of lines that are not aside */
  gsize aside_prose; /* of lines that are, and are long */
};

MainText *
main_text_new (void)
{
  MainText *self = g_new0 (MainText, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (MainTextLine));
  self->tables = g_array_new (FALSE, TRUE, sizeof (Table));
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
  g_array_unref (self->tables);
  g_free (self);
}

static Table *
table_at (const MainText *self, guint table)
{
  return &g_array_index (self->tables, Table, table - 1);
}

guint
main_text_open_table (MainText *self, guint outer, gboolean layout)
{
  Table table = { .layout = layout };

  if (outer != 0)
    table_at (self, outer)->layout = TRUE;
  g_array_append_val (self->tables, table);
  return self->tables->len;
}

void
main_text_open_row (MainText *self, guint table)
{
  if (table == 0)
    return;
  table_at (self, table)->row++;
  table_at (self, table)->column = 0;
  table_at (self, table)->next = 1;
}

void
main_text_open_cell (MainText *self, guint table, guint span, gboolean numbered)
{
  Table *at;

  if (table == 0)
    return;
  at = table_at (self, table);
  if (at->row == 0)
    main_text_open_row (self, table);
  at->column = at->next;
  at->next += span;
  at->columns = MAX (at->columns, at->column);
  at->layout = at->layout || numbered;
}

void
main_text_locate (const MainText *self, guint table, MainTextLine *line)
{
  if (table == 0 || table_at (self, table)->column == 0)
    return;
  line->line.table = table;
  line->line.row = table_at (self, table)->row;
  line->line.column = table_at (self, table)->column;
}

void
main_text_add (MainText *self, const MainTextLine *line)
{
  gsize length = strlen (line->line.text);
  guint i;

  g_array_append_vals (self->lines, line, 1);
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
      guint share = 1u << i == ZONE_ARTICLE ? ARTICLE_SHARE : ZONE_SHARE;

      if (self->zone_bytes[i] > 0 && self->zone_bytes[i] * share >= self->bytes)
        return 1u << i;
    }
  return 0;
}

/* Fits the line's table to the page's numbering; a table for the looks is none. */
static void
settle_table (MainText *self, Line *line, guint *n_tables)
{
  Table *table;

  if (line->table == 0)
    return;
  table = table_at (self, line->table);
  if (table->layout || table->columns < 2 || table->row < 2)
    {
      line->table = line->row = line->column = 0;
      if (line->role == LINE_ROLE_CELL)
        line->role = LINE_ROLE_NONE;
      return;
    }
  if (table->number == 0)
    table->number = ++*n_tables;
  line->table = table->number;
}

Page *
main_text_page (MainText *self)
{
  Page *page = page_new (0, 0, 0);
  guint zone = choose_zone (self);
  gboolean all = self->aside_prose > self->bytes;
  guint n_tables = 0;
  guint blocks = 0;
  guint block = 0;
  guint i;

  for (i = 0; i < self->lines->len; i++)
    {
      MainTextLine *at = &g_array_index (self->lines, MainTextLine, i);

      if ((at->aside && !all) || (zone != 0 && (at->zones & zone) == 0))
        continue;
      settle_table (self, &at->line, &n_tables);
      if (at->line.block != block)
        blocks++;
      block = at->line.block;
      at->line.block = blocks;
      *page_add_line (page, NULL) = at->line;
      at->line.text = NULL;
    }
  return page;
}
