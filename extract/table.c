/* table.c: gutters become columns, printed rows table rows. */

#include "extract/table.h"

#include <string.h>

#define MAX_COLUMNS 64

/* White between two printed rows, in row heights, that is a table row's end. */
#define ROW_GAP 0.45f
/* Printed rows that overlap by so much, in row heights, stand beside each other. */
#define OVERLAP 0.3f

typedef struct
{
  const Row *rows;
  guint first, last;
  const Glyph *glyphs;
  const GArray *gutters;
  gfloat starts[MAX_COLUMNS]; /* where a column's strip ends and its words begin */
  gfloat ends[MAX_COLUMNS];   /* where the strip begins */
  guint n_starts;
  gfloat x1;
} Table;

static gboolean
is_active (const Gutter *gutter, guint row)
{
  return gutter->first <= row && row <= gutter->last;
}

/* Numbers before the first column are a column of their own: "01 | Name | Title". Bullets
 * within a cell are none. */
static gboolean
parts_columns (const Table *self, const Gutter *gutter)
{
  guint i;

  if (gutter->last < self->first || gutter->first > self->last)
    return FALSE;
  if (gutter->kind != GUTTER_LABEL)
    return TRUE;
  for (i = 0; i < self->gutters->len; i++)
    {
      const Gutter *other = &g_array_index (self->gutters, Gutter, i);

      if (other->kind != GUTTER_LABEL && other->last >= self->first
          && other->first <= self->last && other->x0 <= gutter->x0)
        return FALSE;
    }
  return gutter->n_both >= 2;
}

/* Strips of several gutters that overlap are one: a heading may interrupt a gutter. */
static void
add_strip (Table *self, gfloat x0, gfloat x1)
{
  guint i, at = 0;

  for (i = 0; i < self->n_starts; i++)
    {
      if (self->ends[i] < x1 && x0 < self->starts[i])
        {
          self->ends[i] = MAX (self->ends[i], x0);
          self->starts[i] = MIN (self->starts[i], x1);
          return;
        }
      if (self->starts[i] <= x0)
        at = i + 1;
    }
  if (self->n_starts == MAX_COLUMNS)
    return;
  memmove (self->starts + at + 1, self->starts + at,
           (self->n_starts - at) * sizeof (gfloat));
  memmove (self->ends + at + 1, self->ends + at, (self->n_starts - at) * sizeof (gfloat));
  self->starts[at] = x1;
  self->ends[at] = x0;
  self->n_starts++;
}

static guint
column_of (const Table *self, const Word *word)
{
  guint column = 0;

  while (column < self->n_starts
         && (self->starts[column] + self->ends[column]) / 2 < word->x0)
    column++;
  return column;
}

static gboolean
is_cut (const Table *self, guint row, const Word *left, const Word *right)
{
  guint i;

  for (i = 0; i < self->gutters->len; i++)
    {
      const Gutter *gutter = &g_array_index (self->gutters, Gutter, i);

      if (is_active (gutter, row) && parts_columns (self, gutter) && left->x0 < gutter->x0
          && gutter->x0 <= right->x0)
        return TRUE;
    }
  return FALSE;
}

static void
cut_row (const Table *self, guint i, GArray *cells)
{
  const Row *row = &self->rows[i];
  guint start, end;

  for (start = 0; start < row->n; start = end)
    {
      Cell cell = { .words = row->words + start };

      for (end = start + 1; end < row->n; end++)
        if (column_of (self, &row->words[end]) != column_of (self, &row->words[start])
            && is_cut (self, i, &row->words[end - 1], &row->words[end]))
          break;
      cell.n = end - start;
      cell.row = i;
      cell.column = column_of (self, cell.words) + 1;
      g_array_append_val (cells, cell);
    }
}

/* Whether the first word of the cell's line had fitted at the end of the line before. */
static gboolean
had_fitted (const Table *self, const Cell *before, const Cell *cell)
{
  const Word *last = &before->words[before->n - 1];
  const Word *word = &cell->words[0];
  gfloat edge =
      before->column <= self->n_starts ? self->starts[before->column - 1] : self->x1;

  return last->x1 + (word->x1 - word->x0) + 1.2f * word->size < edge;
}

static const Cell *
cell_in_column (const Cell *cells, guint n, guint column)
{
  guint i;

  for (i = 0; i < n; i++)
    if (cells[i].column == column)
      return &cells[i];
  return NULL;
}

static gboolean
is_figure (const Cell *cell)
{
  return cell->n == 1 && cell->words[0].figure;
}

/* Whether the cell is a heading over several columns: "User Fees", across the strip
 * between two of them. */
static gboolean
is_across (const Table *self, const Cell *cell)
{
  gfloat x0 = cell->words[0].x0, x1 = cell->words[cell->n - 1].x1;
  guint i;

  for (i = 0; i < self->n_starts; i++)
    if (x0 + 1 < self->starts[i] && x1 - 1 > self->ends[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_bold (const Table *self, const Cell *cell)
{
  return (self->glyphs[cell->words[0].first].style & GLYPH_BOLD) != 0;
}

/* Whether a row of names of columns, all bold, stands over cells that are not. */
static gboolean
is_below_head (const Table *self, const Cell *before, guint n_before, const Cell *here,
               guint n_here)
{
  guint i;

  if (n_before < 2 || n_here < 2)
    return FALSE;
  for (i = 0; i < n_before; i++)
    if (!is_bold (self, &before[i]))
      return FALSE;
  for (i = 0; i < n_here; i++)
    if (is_bold (self, &here[i]))
      return FALSE;
  return TRUE;
}

/* Whether the printed row whose cells are here begins a table row; before: the printed
 * row above; y1: how far down the table row reaches. No line of print goes through the
 * border between two table rows: a cell set in the middle of its height has lines of its
 * neighbours above, beside and below it. */
static gboolean
begins_row (const Table *self, const Cell *before, guint n_before, const Cell *here,
            guint n_here, gfloat y1)
{
  const Row *above = &self->rows[before->row], *row = &self->rows[here->row];
  guint figures = 0;
  guint i;

  if (y1 - row->y0 > OVERLAP * (row->y1 - row->y0))
    return FALSE;
  if (row->y0 - above->y1 > ROW_GAP * (row->y1 - row->y0))
    return TRUE;
  if (is_below_head (self, before, n_before, here, n_here))
    return TRUE;
  if ((n_here == 1 && is_across (self, here))
      || (n_before == 1 && is_across (self, before)))
    return TRUE;
  if (n_here == 1 && here[0].column > 1)
    return FALSE; /* nothing but more of one cell */
  if (n_here >= 2 && here[0].column == 1 && before[0].column != 1)
    return TRUE;
  for (i = 0; i < n_here; i++)
    {
      const Cell *over = cell_in_column (before, n_before, here[i].column);

      if (over != NULL && had_fitted (self, over, &here[i]))
        return TRUE;
      figures += over != NULL && is_figure (over) && is_figure (&here[i]);
    }
  return figures > 1; /* sums do not go over two lines */
}

static gint
by_place (gconstpointer a, gconstpointer b)
{
  const Cell *left = a, *right = b;

  if (left->row != right->row)
    return (gint)left->row - (gint)right->row;
  if (left->column != right->column)
    return (gint)left->column - (gint)right->column;
  return left->words[0].y0 < right->words[0].y0   ? -1
         : left->words[0].y0 > right->words[0].y0 ? 1
         : left->words < right->words             ? -1
                                                  : left->words > right->words;
}

/* From the number of the printed row to that of the table row. */
static void
number_rows (const Table *self, GArray *cells)
{
  Cell *c = (Cell *)(gpointer)cells->data;
  g_autofree guint *numbers = g_new (guint, cells->len);
  guint start, end, before = 0, n_before = 0, number = 0;
  gfloat y1 = -G_MAXFLOAT;
  guint i;

  for (start = 0; start < cells->len; start = end)
    {
      for (end = start + 1; end < cells->len && c[end].row == c[start].row; end++)
        ;
      if (n_before == 0
          || begins_row (self, c + before, n_before, c + start, end - start, y1))
        {
          number++;
          y1 = -G_MAXFLOAT;
        }
      y1 = MAX (y1, self->rows[c[start].row].y1);
      for (i = start; i < end; i++)
        numbers[i] = number;
      before = start;
      n_before = end - start;
    }
  for (i = 0; i < cells->len; i++)
    c[i].row = numbers[i];
}

GArray *
table_cells (const Row *rows, guint first, guint last, const GArray *gutters,
             const Glyph *glyphs)
{
  Table self = { .rows = rows,
                 .first = first,
                 .last = last,
                 .glyphs = glyphs,
                 .gutters = gutters,
                 .x1 = -G_MAXFLOAT };
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  guint i;

  for (i = 0; i < gutters->len; i++)
    {
      const Gutter *gutter = &g_array_index (gutters, Gutter, i);

      if (parts_columns (&self, gutter))
        add_strip (&self, gutter->x0, gutter->x1);
    }
  for (i = first; i <= last; i++)
    self.x1 = MAX (self.x1, rows[i].x1);
  for (i = first; i <= last; i++)
    cut_row (&self, i, cells);
  number_rows (&self, cells);
  g_array_sort (cells, by_place);
  return cells;
}
