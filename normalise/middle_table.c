/* middle_table.c: lines beside each other become the cells of a table's row. */

#include "normalise/middle_table.h"

#include "normalise/number.h"

#include <string.h>

/* Points by which lines at one height differ, and a title is below its row's first. */
#define LEVEL 5.0
/* White that ends a row, in heights of a line. */
#define WHITE 0.3
/* Rows of the stream that a head has, columns, and lines of a table on one page. */
#define MAX_HEAD 10
#define MAX_COLUMNS TABLE_MAX_COLUMNS
#define MAX_LINES 300
#define MIN_COLUMNS 3
#define MIN_BANDS 2

typedef struct
{
  gdouble x0, x1;
  gsize letters;
  gdouble width; /* of all its lines */
} Column;

typedef struct
{
  Row row;
  guint band, column;
} Place;

typedef struct
{
  GArray *rows;
  guint start, body, end; /* of the head, of what is below it, of the table */
  Column columns[MAX_COLUMNS];
  guint n;        /* columns */
  GArray *places; /* Place, of the head and all below it */
  guint bands;
} Table;

static Row *
row_at (const Table *self, guint i)
{
  return &g_array_index (self->rows, Row, i);
}

static gdouble
middle (const Row *row)
{
  return (row->box.y0 + row->box.y1) / 2;
}

static gboolean
is_piece (const Row *row)
{
  return (row->role == LINE_ROLE_CELL || row->role == LINE_ROLE_SIDE)
         && !box_is_none (row->box);
}

/* Whether a head begins at self->start: names of columns at one height. */
static gboolean
find_head (Table *self, Patterns *patterns)
{
  const Row *first = row_at (self, self->start);
  guint items = 0, texts = 0, n = 0;

  for (self->body = self->start;
       self->body < self->rows->len && self->body < self->start + MAX_HEAD; self->body++)
    {
      const Row *row = row_at (self, self->body);
      ColumnKind kind;

      if (!is_piece (row) || row->page != first->page
          || ABS (middle (row) - middle (first)) > LEVEL)
        break;
      kind = table_column_kind (patterns, row->text);
      items += kind == COLUMN_TITLE || kind == COLUMN_NUMBER;
      texts += kind == COLUMN_TEXT;
      n++;
    }
  return n >= MIN_COLUMNS && items > 0 && texts > 0;
}

/* Adds the breadth of a line to the column that it overlaps, or to a new one. */
static gboolean
add_breadth (Table *self, const Row *row)
{
  Column merged = { row->box.x0, row->box.x1, strlen (row->text),
                    row->box.x1 - row->box.x0 };
  guint kept = 0, at;

  for (guint k = 0; k < self->n; k++)
    if (self->columns[k].x0 < merged.x1 && merged.x0 < self->columns[k].x1)
      {
        merged.x0 = MIN (merged.x0, self->columns[k].x0);
        merged.x1 = MAX (merged.x1, self->columns[k].x1);
        merged.letters += self->columns[k].letters;
        merged.width += self->columns[k].width;
      }
    else
      self->columns[kept++] = self->columns[k];
  self->n = kept;
  if (self->n == MAX_COLUMNS)
    return FALSE;
  for (at = self->n++; at > 0 && self->columns[at - 1].x0 > merged.x0; at--)
    self->columns[at] = self->columns[at - 1];
  self->columns[at] = merged;
  return TRUE;
}

/* The columns of what stands below the head, up to the page's end; FALSE: they are not
 * those of the head. */
static gboolean
find_columns (Table *self)
{
  guint page = row_at (self, self->start)->page;

  for (self->end = self->body;
       self->end < self->rows->len && row_at (self, self->end)->page == page; self->end++)
    if (self->end - self->body > MAX_LINES
        || (is_piece (row_at (self, self->end))
            && !add_breadth (self, row_at (self, self->end))))
      return FALSE;
  if (self->n != self->body - self->start)
    return FALSE;
  for (guint i = self->start; i < self->body; i++)
    {
      const Row *row = row_at (self, i);
      guint k = i - self->start;

      if ((k > 0 && row->box.x0 < self->columns[k - 1].x1)
          || (k + 1 < self->n && row->box.x1 > self->columns[k + 1].x0))
        return FALSE;
    }
  return TRUE;
}

static guint
column_of (const Table *self, gdouble x)
{
  guint column = 0;

  while (column + 1 < self->n && self->columns[column + 1].x0 <= x + 1)
    column++;
  return column;
}

static void
add_place (Table *self, const Row *row, const gchar *text, gsize length, guint band,
           guint column)
{
  Place place = { *row, band, column };

  place.row.text = g_strstrip (g_strndup (text, length));
  if (place.row.text[0] == '\0')
    g_free (place.row.text);
  else
    g_array_append_val (self->places, place);
}

/* "4. Next meeting 16 September", one line of the page, belongs to two columns: what
 * stands in the second is about as long as its letters there are wide. FALSE: it is no
 * line of the table. */
static gboolean
part_line (Table *self, const Row *row, guint band)
{
  const Column *second = &self->columns[1];
  gdouble letter = second->width / (gdouble)MAX (second->letters, 1);
  gdouble rest = (row->box.x1 - second->x0) / letter;
  gsize length = strlen (row->text), cut = 0;
  gdouble best = G_MAXDOUBLE;
  Row right = *row;
  Number number;

  if (!number_read (row->text, &number) || column_of (self, row->box.x0) != 0
      || row->box.x1 > second->x1 + LEVEL)
    return FALSE;
  for (gsize i = number.rest; i < length; i++)
    if (row->text[i] == ' ' && ABS ((gdouble)(length - i - 1) - rest) < best)
      {
        best = ABS ((gdouble)(length - i - 1) - rest);
        cut = i;
      }
  if (cut == 0)
    return FALSE;
  right.box.x0 = second->x0;
  add_place (self, row, row->text, cut, band, 0);
  add_place (self, &right, row->text + cut, length - cut, band, 1);
  return TRUE;
}

static gint
by_top (gconstpointer a, gconstpointer b)
{
  const Row *x = *(Row *const *)a, *y = *(Row *const *)b;

  return x->box.y0 < y->box.y0 ? -1 : x->box.y0 > y->box.y0 ? 1 : (x > y) - (x < y);
}

/* Gives each line its row and column. What is no line of the table ends it. */
static void
place_lines (Table *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  gdouble foot = 0;
  guint used = 0, last = 0, next = self->end;

  for (guint i = self->body; i < self->end; i++)
    g_ptr_array_add (lines, row_at (self, i));
  g_ptr_array_sort (lines, by_top);
  for (guint i = 0; i < lines->len; i++, used++)
    {
      const Row *row = g_ptr_array_index (lines, i);
      gboolean white = i == 0 || row->box.y0 - foot > WHITE * (row->box.y1 - row->box.y0);

      if (box_is_none (row->box)
          || (!is_piece (row) && !part_line (self, row, self->bands + white)))
        break;
      self->bands += white;
      foot = MAX (foot, row->box.y1);
      if (is_piece (row))
        add_place (self, row, row->text, strlen (row->text), self->bands,
                   column_of (self, row->box.x0));
    }
  /* What is below the table must be behind it, too. */
  for (guint i = 0; i < lines->len; i++)
    {
      guint at = (guint)((const Row *)g_ptr_array_index (lines, i) - row_at (self, 0));

      if (i < used)
        last = MAX (last, at);
      else
        next = MIN (next, at);
    }
  self->bands = last < next ? self->bands : 0;
  self->end = next;
}

/* Whether each row has a title, and one of them stands lower than its row begins. */
static gboolean
is_middle (const Table *self)
{
  gboolean lower = FALSE;

  for (guint band = 1; band <= self->bands; band++)
    {
      gdouble top = G_MAXDOUBLE, title = G_MAXDOUBLE;

      for (guint i = 0; i < self->places->len; i++)
        {
          const Place *place = &g_array_index (self->places, Place, i);

          if (place->band != band)
            continue;
          top = MIN (top, place->row.box.y0);
          if (place->column == 0)
            title = MIN (title, place->row.box.y0);
        }
      if (title == G_MAXDOUBLE)
        return FALSE;
      lower |= title - top > LEVEL;
    }
  return lower && self->bands >= MIN_BANDS;
}

static gint
by_place (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->band != y->band)
    return x->band < y->band ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return x->row.box.y0 < y->row.box.y0 ? -1 : x->row.box.y0 > y->row.box.y0;
}

/* Puts the cells in the place of the lines. */
static void
order (Table *self, guint table)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Row));
  gboolean top = row_at (self, self->start)->page_top;

  for (guint i = self->start; i < self->body; i++)
    add_place (self, row_at (self, i), row_at (self, i)->text,
               strlen (row_at (self, i)->text), 0, i - self->start);
  g_array_sort (self->places, by_place);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);

      place->row.role = LINE_ROLE_CELL;
      place->row.table = table;
      place->row.table_row = place->band + 1;
      place->row.column = place->column + 1;
      place->row.page_top = top && i == 0;
      g_array_append_val (cells, place->row);
      place->row.text = NULL;
    }
  g_array_remove_range (self->rows, self->start, self->end - self->start);
  g_array_insert_vals (self->rows, self->start, cells->data, cells->len);
}

static void
place_clear (gpointer data)
{
  g_free (((Place *)data)->row.text);
}

/* Returns the row behind the table. */
static guint
read_table (Patterns *patterns, GArray *rows, guint i, guint table)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  Table self = { .rows = rows, .start = i, .places = places };

  g_array_set_clear_func (places, place_clear);
  if (!find_head (&self, patterns) || !find_columns (&self))
    return i + 1;
  place_lines (&self);
  if (!is_middle (&self))
    return i + 1;
  order (&self, table);
  return self.start + places->len;
}

void
middle_tables_order (Patterns *patterns, GArray *rows)
{
  guint table = 0;

  for (guint i = 0; i < rows->len; i++)
    table = MAX (table, g_array_index (rows, Row, i).table);
  for (guint i = 0; i < rows->len;)
    {
      const Row *row = &g_array_index (rows, Row, i);
      ColumnKind kind = is_piece (row) && row->column <= 1
                            ? table_column_kind (patterns, row->text)
                            : COLUMN_OTHER;

      i = kind == COLUMN_TITLE || kind == COLUMN_NUMBER
              ? read_table (patterns, rows, i, ++table)
              : i + 1;
    }
}
