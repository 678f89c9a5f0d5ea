/* band.c: numbers in the middle of their rows are put before them. */

#include "normalise/band.h"

#include "normalise/anchor.h"
#include "normalise/field.h"

/* Points by which a number may miss the middle of its band. */
#define OFF 5.0
/* Free space above a band, in heights of its line. */
#define CLEAR 0.5
#define MAX_LINES 2000
/* Points above the first anchor's middle in which its band may begin. */
#define MAX_RISE 400
/* Rows above the first number that are tried as its band's beginning. */
#define MAX_STARTS 14
#define MAX_COLUMNS 8
/* Letters in a line of a column of owners or dates. */
#define OWNER_LETTERS 24

/* A line right of the anchors. */
typedef struct
{
  guint row; /* index */
  gdouble x0, x1, y0, y1;
  gint band; /* -1: none */
} CellLine;

typedef struct
{
  GArray *rows;     /* Row */
  guint start, end; /* of the page */
  GArray *anchors;  /* Anchor, from top to bottom */
  GArray *lines;    /* CellLine, by height */
  gboolean form;    /* anchors are labels */
} Table;

static Row *
row_at (const Table *self, guint i)
{
  return &g_array_index (self->rows, Row, i);
}

static gint
by_top (gconstpointer a, gconstpointer b)
{
  const CellLine *x = a, *y = b;

  return x->y0 < y->y0 ? -1 : x->y0 > y->y0 ? 1 : (gint)x->row - (gint)y->row;
}

/* What stands right of the anchors, in the rows that could be the table's. */
static void
find_lines (Table *self)
{
  const Anchor *first = &g_array_index (self->anchors, Anchor, 0);
  gdouble x1 = 0;

  for (guint i = 0; i < self->anchors->len; i++)
    x1 = MAX (x1, g_array_index (self->anchors, Anchor, i).x1);
  for (guint i = self->start; i < self->end && self->lines->len < MAX_LINES; i++)
    {
      const Row *row = row_at (self, i);
      CellLine line = { i, row->box.x0, row->box.x1, row->box.y0, row->box.y1, -1 };

      if (box_is_none (row->box) || row->box.x0 <= x1)
        continue;
      if (row->box.y0 < first->middle - MAX_RISE)
        continue;
      g_array_append_val (self->lines, line);
    }
  g_array_sort (self->lines, by_top);
}

static gboolean
same_table_row (const Row *a, const Row *b)
{
  return a->role == LINE_ROLE_CELL && b->role == LINE_ROLE_CELL && a->table == b->table
         && a->table_row == b->table_row && a->column != b->column;
}

/* Whether the source's own rows say what stands beside each number: all of it level with
 * the number or below it, over several lines somewhere. */
static gboolean
is_ruled (const Table *self)
{
  gboolean lines = FALSE;

  for (guint k = 0; k < self->anchors->len; k++)
    {
      const Row *anchor = row_at (self, g_array_index (self->anchors, Anchor, k).row);
      gboolean level = FALSE;

      for (guint i = 0; i < self->lines->len; i++)
        {
          const Row *row = row_at (self, g_array_index (self->lines, CellLine, i).row);
          gdouble below = row->box.y0 - anchor->box.y0;

          if (!same_table_row (anchor, row))
            continue;
          if (below < -OFF)
            return FALSE;
          level |= below < OFF;
          lines |= below > OFF;
        }
      if (!level)
        return FALSE;
    }
  return lines;
}

/* Whether there is free space above a line and all that stands level with it. */
static gboolean
is_clear (const Table *self, guint at)
{
  const CellLine *line = &g_array_index (self->lines, CellLine, at);
  gdouble above = -G_MAXDOUBLE;

  for (guint i = at; i > 0 && i + MAX_COLUMNS > at; i--)
    {
      const CellLine *other = &g_array_index (self->lines, CellLine, i - 1);

      if (other->y0 < line->y0 - OFF / 2)
        above = MAX (above, other->y1);
    }
  return line->y0 - above > CLEAR * (line->y1 - line->y0);
}

/* Gives each line its band, if the first one begins with line `from`. Returns how
 * many anchors stand in the middle of their bands; ret_moved: whether any of them but
 * the first, which the table's head may seem to be part of, is not level with its band's
 * first line; ret_off: by how much all miss the middle; ret_clear: how many have free
 * space above them. */
static guint
try_bands (Table *self, guint from, gboolean *ret_moved, gdouble *ret_off,
           guint *ret_clear)
{
  guint next = from;
  guint fits = 0;

  *ret_moved = FALSE;
  *ret_off = 0;
  *ret_clear = 0;
  for (guint i = 0; i < self->lines->len; i++)
    g_array_index (self->lines, CellLine, i).band = -1;
  for (guint i = 0; i < self->anchors->len && next < self->lines->len; i++)
    {
      const Anchor *anchor = &g_array_index (self->anchors, Anchor, i);
      gdouble top = g_array_index (self->lines, CellLine, next).y0;
      gdouble foot = 2 * anchor->middle - top;
      gdouble end = top;

      if (top > anchor->middle)
        return fits;
      *ret_clear += is_clear (self, next);
      for (; next < self->lines->len; next++)
        {
          CellLine *line = &g_array_index (self->lines, CellLine, next);

          if ((line->y0 + line->y1) / 2 > foot + 1)
            break;
          line->band = (gint)i;
          end = MAX (end, line->y1);
        }
      if (end == top)
        return fits;
      fits += ABS ((top + end) / 2 - anchor->middle) <= OFF;
      *ret_off += ABS ((top + end) / 2 - anchor->middle);
      *ret_moved |= i > 0 && ABS (anchor->y0 - top) > OFF;
    }
  return fits;
}

/* FALSE if no beginning makes the anchors the middles of bands. */
static gboolean
find_bands (Table *self)
{
  const Anchor *first = &g_array_index (self->anchors, Anchor, 0);
  guint best = 0, best_from = 0;
  guint clear = 0, best_clear = 0;
  guint tried = 0;
  guint last = 0;
  gboolean moved = FALSE, best_moved = FALSE;
  gdouble off = 0, best_off = 0;

  while (last < self->lines->len
         && g_array_index (self->lines, CellLine, last).y0 <= first->middle)
    last++;
  /* Of beginnings that fit alike, the highest leaves nothing over. */
  for (guint from = last; from > 0 && tried < MAX_STARTS; from--, tried++)
    {
      guint fits = try_bands (self, from - 1, &moved, &off, &clear);

      if (fits > best
          || (fits == best && fits > 0
              && (clear > best_clear || (clear == best_clear && off < best_off + 1))))
        {
          best_clear = clear;
          best_off = off;
          best = fits;
          best_from = from - 1;
          best_moved = moved;
        }
    }
  if (best < MIN (MIN_ANCHORS, self->anchors->len) || 10 * best < 8 * self->anchors->len
      || !(best_moved || self->form))
    return FALSE;
  /* All cells of a band's first line belong to it. */
  while (best_from > 0
         && g_array_index (self->lines, CellLine, best_from).y0
                    - g_array_index (self->lines, CellLine, best_from - 1).y0
                < OFF / 2)
    best_from--;
  try_bands (self, best_from, &moved, &off, &clear);
  return TRUE;
}

/* Where each column of text begins, from left to right, with its letters and lines. */
typedef struct
{
  gdouble x0, x1;
  gsize letters;
  guint lines;
} Column;

static guint
find_columns (const Table *self, Column *columns)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const CellLine *line = &g_array_index (self->lines, CellLine, i);
      Column merged = { line->x0, line->x1, strlen (row_at (self, line->row)->text), 1 };
      guint kept = 0;
      guint at;

      if (line->band < 0)
        continue;
      for (guint k = 0; k < n; k++)
        if (columns[k].x0 < merged.x1 && merged.x0 < columns[k].x1)
          {
            merged.x0 = MIN (merged.x0, columns[k].x0);
            merged.x1 = MAX (merged.x1, columns[k].x1);
            merged.letters += columns[k].letters;
            merged.lines += columns[k].lines;
          }
        else
          columns[kept++] = columns[k];
      n = kept;
      if (n == MAX_COLUMNS)
        continue;
      for (at = n++; at > 0 && columns[at - 1].x0 > merged.x0; at--)
        columns[at] = columns[at - 1];
      columns[at] = merged;
    }
  return n;
}

static guint
column_of (const Column *columns, guint n, gdouble x0)
{
  guint column = 0;

  while (column + 1 < n && columns[column + 1].x0 <= x0 + 0.5)
    column++;
  return column;
}

static void
take_cell (const Table *self, const Column *columns, guint wide, guint column, guint row,
           GArray *order, guint first)
{
  Row *cell = row_at (self, row);

  /* A title over several lines of a narrow column is one. */
  if (column < wide && column == 0 && order->len > first + 1)
    {
      stream_join_rows (&g_array_index (order, Row, order->len - 1), cell);
      return;
    }
  cell->table = cell->table_row = cell->column = 0;
  cell->role = LINE_ROLE_NONE;
  if (column < wide)
    cell->bold = TRUE; /* a title has a column of its own */
  else if (column > wide
           && columns[column].letters <= OWNER_LETTERS * columns[column].lines)
    cell->role = LINE_ROLE_SIDE;
  g_array_append_val (order, *cell);
  cell->text = NULL;
}

static void
take_band (const Table *self, guint band, const Column *columns, guint n, guint wide,
           GArray *order)
{
  Row *anchor = row_at (self, g_array_index (self->anchors, Anchor, band).row);
  guint first = order->len;

  anchor->table = anchor->table_row = anchor->column = 0;
  anchor->role = LINE_ROLE_NONE;
  anchor->bold |= self->form;
  g_array_append_val (order, *anchor);
  anchor->text = NULL;
  for (guint column = 0; column < n; column++)
    for (guint i = 0; i < self->lines->len; i++)
      {
        const CellLine *line = &g_array_index (self->lines, CellLine, i);

        if (line->band == (gint)band && column_of (columns, n, line->x0) == column)
          take_cell (self, columns, wide, column, line->row, order, first);
      }
  /* "3" and its title's first line are one row, and level. */
  if (!self->form && order->len > first + 1)
    {
      Row *number = &g_array_index (order, Row, first);
      Row *title = number + 1;

      field_set (&title->text, g_strconcat (number->text, " ", title->text, NULL));
      g_free (number->text);
      title->box.x0 = number->box.x0;
      title->blank_above = TRUE;
      g_array_remove_index (order, first);
    }
  else
    g_array_index (order, Row, first).blank_above = TRUE;
}

/* Where a band begins: its number, or the first of what stands beside it. */
static gdouble
band_top (const Table *self, guint band)
{
  gdouble top = g_array_index (self->anchors, Anchor, band).y0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const CellLine *line = &g_array_index (self->lines, CellLine, i);

      if (line->band == (gint)band)
        top = MIN (top, line->y0);
    }
  return top;
}

/* Rows that stay keep their order: those that stand above `foot` go to the end of order.
 */
static void
take_above (const Table *self, const gboolean *banded, gdouble foot, GArray *order)
{
  for (guint i = self->start; i < self->end; i++)
    {
      Row *row = row_at (self, i);

      if (row->text == NULL || banded[i - self->start]
          || (row->box.y0 + row->box.y1) / 2 >= foot)
        continue;
      g_array_append_val (order, *row);
      row->text = NULL;
    }
}

/* The bands, each behind what stands above it: the heads of other tables may be among
 * them. */
static void
reorder (Table *self)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autofree gboolean *banded = g_new0 (gboolean, self->end - self->start);
  Column columns[MAX_COLUMNS];
  guint n = find_columns (self, columns);
  guint wide = 0;
  guint at = self->start;
  gboolean top = row_at (self, self->start)->page_top;

  for (guint i = 1; i < n; i++)
    if (columns[i].letters > columns[wide].letters)
      wide = i;
  for (guint i = 0; i < self->anchors->len; i++)
    banded[g_array_index (self->anchors, Anchor, i).row - self->start] = TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    if (g_array_index (self->lines, CellLine, i).band >= 0)
      banded[g_array_index (self->lines, CellLine, i).row - self->start] = TRUE;
  for (guint i = 0; i < self->anchors->len; i++)
    {
      take_above (self, banded, band_top (self, i), order);
      take_band (self, i, columns, n, wide, order);
    }
  take_above (self, banded, G_MAXDOUBLE, order);
  for (guint i = 0; i < order->len; i++, at++)
    {
      Row *row = row_at (self, at);

      g_free (row->text);
      *row = g_array_index (order, Row, i);
      row->page_top = top && i == 0;
    }
  if (at < self->end)
    g_array_remove_range (self->rows, at, self->end - at);
}

void
bands_order (GArray *rows)
{
  Anchor last = { .value = 0 };

  for (guint start = 0; start < rows->len;)
    {
      g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (CellLine));
      Table table = { .rows = rows, .start = start, .anchors = anchors, .lines = lines };
      guint page = g_array_index (rows, Row, start).page;

      for (table.end = start + 1;
           table.end < rows->len && g_array_index (rows, Row, table.end).page == page;)
        table.end++;
      start = table.end;
      if (!anchors_find_numbers (rows, table.start, table.end,
                                 last.value > 0 ? &last : NULL, anchors))
        table.form = anchors_find_labels (rows, table.start, table.end, anchors);
      if (anchors->len == 0)
        continue;
      last = g_array_index (anchors, Anchor, anchors->len - 1);
      find_lines (&table);
      if (!is_ruled (&table) && find_bands (&table))
        {
          guint before = rows->len;

          reorder (&table);
          start -= before - rows->len;
        }
    }
  /* "Alternative options" took "considered" from the row below. */
  stream_drop_rows (rows);
}
