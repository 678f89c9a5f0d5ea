/* minutes_table.c: rows of a table that has a head become headed items and tasks. */

#include "normalise/minutes_table.h"

#include <string.h>

#include "normalise/middle_table.h"
#include "normalise/number.h"
#include "normalise/table_head.h"
#include "normalise/title_number.h"
#include "normalise/task_cell.h"

/* Cells of a column for actions that hold a name on average are shorter. */
#define OWNER_TEXT 24
/* Lines above a line that are looked at for the rest of its cell. */
#define MAX_ABOVE 100

/* A table on one page: rows [start, end). */
typedef struct
{
  guint start, end;
  guint body; /* below the row that has the head; start: there is none */
  TableHead head;
  TableHead whole; /* where it began: not all columns go on on each page */
} Table;

struct MinutesTableReader
{
  Patterns *patterns;
};

MinutesTableReader *
minutes_table_reader_new (void)
{
  MinutesTableReader *self = g_new0 (MinutesTableReader, 1);

  self->patterns = table_head_patterns ();
  return self;
}

void
minutes_table_reader_free (MinutesTableReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

static Row *
row_at (const Stream *rows, guint i)
{
  return &g_array_index (rows->rows, Row, i);
}

/* The end of the table that begins at row i. Notes stand between its cells. */
static guint
table_end (const Stream *rows, guint i)
{
  const Row *first = stream_at (rows, i);
  guint end = i + 1;

  for (guint k = end; k < rows->rows->len; k++)
    if (table_is_same (first, stream_at (rows, k)))
      end = k + 1;
    else if (stream_at (rows, k)->role != LINE_ROLE_SIDE)
      break;
  return end;
}

/* The end of the table's row that begins at row i, with what stands beside it. */
static guint
row_end (const Stream *rows, guint i)
{
  const Row *first = stream_at (rows, i);
  guint k = i + 1;

  while (k < rows->rows->len
         && (stream_at (rows, k)->role == LINE_ROLE_SIDE
             || (table_is_same (first, stream_at (rows, k))
                 && stream_at (rows, k)->table_row == first->table_row)))
    k++;
  return k;
}

/* Marks the lines of the head, and the name of a column beside them. */
static void
mark_head (MinutesTableReader *self, Stream *rows, const Table *table)
{
  for (guint i = table->start; i < table->body; i = table_cell_end (rows, i))
    {
      const Row *row = stream_at (rows, i);
      guint end = table_head_end (rows, i);

      if (row->role == LINE_ROLE_SIDE
          && table_column_kind (self->patterns, row->text) == COLUMN_OTHER)
        continue;
      for (guint k = i; k < end; k++)
        row_at (rows, k)->task = ROW_TASK_HEAD;
    }
}

/* Takes the marked lines out: what they say is known. */
static void
drop_heads (Stream *rows)
{
  guint kept = 0;

  for (guint i = 0; i < rows->rows->len; i++)
    {
      Row row = *stream_at (rows, i);

      row_at (rows, i)->text = NULL;
      if (row.task == ROW_TASK_HEAD)
        g_free (row.text);
      else
        *row_at (rows, kept++) = row;
    }
  rows->n_removed += rows->rows->len - kept;
  g_array_set_size (rows->rows, kept);
}

static gboolean
has_names (const Stream *rows, const Table *table)
{
  gsize letters = 0;
  guint cells = 0;

  for (guint i = table->body; i < table->end; i++)
    {
      const Row *row = stream_at (rows, i);

      if (row->column > TABLE_MAX_COLUMNS)
        continue;
      if (table->head.kinds[row->column] == COLUMN_OWNER)
        return FALSE;
      if (table->head.kinds[row->column] == COLUMN_ACTION)
        {
          letters += strlen (row->text);
          cells += i == table->body || stream_at (rows, i - 1)->column != row->column;
        }
    }
  return letters < (gsize)OWNER_TEXT * cells;
}

/* Looks for a head among the table's rows; what stands above it is not the table's. */
static gboolean
find_head (MinutesTableReader *self, const Stream *rows, Table *table)
{
  guint next;

  for (guint i = table->start; i < table->end; i = next)
    {
      next = row_end (rows, i);
      if (!table_head_read (self->patterns, rows, i, next, &table->head))
        continue;
      table->start = i;
      table->body = next;
      table_head_measure (rows, table->start, table->end, &table->head);
      table->whole = table->head;
      return TRUE;
    }
  return FALSE;
}

/* Whether the table is the last one's rest, on the next page or below white. */
static gboolean
goes_on (const Stream *rows, const Table *last, Table *table)
{
  table->body = table->start;
  table->whole = last->whole;
  return stream_at (rows, table->start)->page <= stream_at (rows, last->start)->page + 1
         && table_head_goes_on (&last->whole, rows, table->start, table->end,
                                &table->head);
}

/* Whether the table needs no head: its first column has numbered titles. */
static gboolean
guess (const Stream *rows, Table *table)
{
  guint first = table->start, last = 0;

  /* Who was there may stand in rows above. */
  while (first + 1 < table->end
         && (stream_at (rows, first)->column != 1
             || !table_is_next_title (stream_at (rows, first), &last)))
    first++;
  table->start = table->body = first;
  if (!table_head_guess (rows, table->start, table->end, &table->head))
    return FALSE;
  table_head_measure (rows, table->start, table->end, &table->head);
  table->whole = table->head;
  return TRUE;
}

static GArray *
find_tables (MinutesTableReader *self, const Stream *rows)
{
  GArray *tables = g_array_new (FALSE, FALSE, sizeof (Table));
  guint end;

  for (guint i = 0; i < rows->rows->len; i = end)
    {
      Table table = { .start = i };
      const Table *last =
          tables->len > 0 ? &g_array_index (tables, Table, tables->len - 1) : NULL;

      end = i + 1;
      if (stream_at (rows, i)->role != LINE_ROLE_CELL)
        continue;
      table.end = end = table_end (rows, i);
      if (!find_head (self, rows, &table)
          && (last == NULL || !goes_on (rows, last, &table)) && !guess (rows, &table))
        continue;
      table.head.names = has_names (rows, &table);
      g_array_append_val (tables, table);
    }
  return tables;
}

static ColumnKind
kind_of (const Table *table, const Row *row)
{
  return row->role == LINE_ROLE_CELL && row->task == ROW_TASK_NONE
                 && row->column <= TABLE_MAX_COLUMNS
             ? table->head.kinds[row->column]
             : COLUMN_OTHER;
}

/* "4.", "12/24", "Item 3a"; not "1. Welcome". */
static gboolean
is_number (const gchar *text)
{
  const gchar *digit = strpbrk (text, "0123456789");

  if (digit == NULL || strlen (text) >= 12)
    return FALSE;
  while (*digit != '\0' && !(g_ascii_isalpha (digit[0]) && g_ascii_isalpha (digit[1])))
    digit++;
  return *digit == '\0';
}

/* Whether the column of items holds titles, and not only numbers, whose titles stand
 * above the text. Where no head says so the titles are numbered without a gap: one that
 * stood outside the tables would be lost. */
static gboolean
has_titles (const Stream *rows, const GArray *tables)
{
  gboolean headed = FALSE;
  guint titles = 0, numbers = 0, last = 0;

  for (guint k = 0; k < tables->len; k++)
    {
      const Table *table = &g_array_index (tables, Table, k);

      headed |= table->body > table->start;
      for (guint i = table->body; i < table->end; i = table_cell_end (rows, i))
        {
          const Row *row = stream_at (rows, i);

          if (kind_of (table, row) != COLUMN_TITLE)
            continue;
          if (!headed && table_title_goes_on (rows, table->start, i))
            continue;
          titles++;
          numbers += is_number (row->text);
          if (!headed && !table_is_next_title (row, &last))
            return FALSE;
        }
    }
  return 2 * numbers < titles;
}

/* Whether the tables hold nearly all that stands from the first of them on: items outside
 * would be lost. */
static gboolean
are_minutes (const Stream *rows, const GArray *tables)
{
  gsize inside = 0, all = 0;

  if (tables->len == 0)
    return FALSE;
  for (guint i = g_array_index (tables, Table, 0).start; i < rows->rows->len; i++)
    all += strlen (stream_at (rows, i)->text);
  for (guint k = 0; k < tables->len; k++)
    {
      const Table *table = &g_array_index (tables, Table, k);

      for (guint i = table->start; i < table->end; i++)
        inside += strlen (stream_at (rows, i)->text);
    }
  return 4 * inside > 3 * all;
}

static void
set_running (Row *row, gdouble right, gboolean first)
{
  row->role = LINE_ROLE_NONE;
  row->table = row->table_row = row->column = 0;
  row->right = right;
  row->blank_above |= first;
}

/* Where the lines of each column of the table end. */
static void
measure_right (const Stream *rows, const Table *table,
               gdouble rights[TABLE_MAX_COLUMNS + 1])
{
  for (guint i = table->start; i < table->end; i++)
    {
      const Row *row = stream_at (rows, i);

      if (row->role == LINE_ROLE_CELL && row->column <= TABLE_MAX_COLUMNS)
        rights[row->column] = MAX (rights[row->column], row->box.x1);
    }
}

/* Whether the row's cells, from row i on, say who acts, or begin an item. */
static gboolean
begins_new (const Stream *rows, const Table *table, guint i)
{
  const Row *first = stream_at (rows, i);

  while (i > table->start && table_is_same (first, stream_at (rows, i - 1))
         && stream_at (rows, i - 1)->table_row == first->table_row)
    i--;
  for (; i < table->end && stream_at (rows, i)->table_row == first->table_row; i++)
    {
      ColumnKind kind = kind_of (table, stream_at (rows, i));

      if (kind == COLUMN_OWNER || kind == COLUMN_DUE || kind == COLUMN_NUMBER
          || (kind == COLUMN_TITLE && kind_of (table, first) != COLUMN_TITLE))
        return TRUE;
    }
  return FALSE;
}

/* The line of the same column under which row i stands without white between: white
 * beside them, between paragraphs of the text, has cut their cell in two. i if there is
 * none. */
static guint
find_above (const Stream *rows, const Table *table, guint i)
{
  const Row *row = stream_at (rows, i);

  for (guint k = i; k > table->start && i - k < MAX_ABOVE; k--)
    {
      const Row *above = stream_at (rows, k - 1);

      if (above->role != LINE_ROLE_CELL || above->column != row->column)
        continue;
      return row->box.y0 - above->box.y1 < 0.5 * (row->box.y1 - row->box.y0) ? k - 1 : i;
    }
  return i;
}

/* Puts what was cut off to its cell. */
static void
mend_cells (Stream *rows, const Table *table)
{
  for (guint i = table->start + 1; i < table->end; i++)
    {
      ColumnKind kind = kind_of (table, stream_at (rows, i));
      Row row = *stream_at (rows, i);
      guint above;
      Number number;

      if ((kind == COLUMN_TITLE && number_read (row.text, &number))
          || (kind != COLUMN_TITLE && (kind != COLUMN_ACTION || table->head.names))
          || box_is_none (row.box) || begins_new (rows, table, i))
        continue;
      above = find_above (rows, table, i);
      if (above == i || stream_at (rows, above)->table_row == row.table_row)
        continue;
      row.table_row = stream_at (rows, above)->table_row;
      memmove (row_at (rows, above + 2), row_at (rows, above + 1),
               (i - above - 1) * sizeof (Row));
      *row_at (rows, above + 1) = row;
    }
}

/* apart: whether the cell begins here; else a note parts it. */
static void
unfold_cell (Stream *rows, const Table *table, guint start, guint end, gdouble right,
             gboolean apart)
{
  static const RowTask tasks[N_COLUMNS] = { [COLUMN_ACTION] = ROW_TASK_ACTION,
                                            [COLUMN_OWNER] = ROW_TASK_OWNER,
                                            [COLUMN_DUE] = ROW_TASK_DUE };
  ColumnKind kind = kind_of (table, stream_at (rows, start));
  guint block = stream_at (rows, start)->block;

  for (guint i = start; i < end; i++)
    {
      Row *row = row_at (rows, i);

      if (kind == COLUMN_NUMBER && is_number (row->text))
        row->role = LINE_ROLE_ITEM_NUMBER;
      else if (kind == COLUMN_TITLE)
        {
          row->role = LINE_ROLE_ITEM_TITLE;
          row->block = block; /* one title */
        }
      else if (kind == COLUMN_TEXT || kind == COLUMN_NUMBER)
        set_running (row, right, apart && i == start);
      else if (kind == COLUMN_ACTION && table->head.names)
        row->role = LINE_ROLE_SIDE;
      else
        row->task = tasks[kind];
    }
}

/* Whether the row goes on with the text above it: white in the column of titles alone has
 * cut the cell, in a table without a head. */
static gboolean
is_cut (const Stream *rows, const Table *table, const Row *row, const Row *above)
{
  return table->body == table->start && rows->boxed && above->text != NULL
         && kind_of (table, row) == COLUMN_TEXT && above->page == row->page
         && row->box.y0 - above->box.y1 < 0.5 * (row->box.y1 - row->box.y0);
}

static void
unfold (Stream *rows, const Table *table)
{
  gdouble rights[TABLE_MAX_COLUMNS + 1] = { 0 };
  Row last = { 0 }, text = { 0 };
  guint next;

  measure_right (rows, table, rights);
  for (guint i = table->start; i < table->end; i = next)
    {
      const Row row = *stream_at (rows, i);

      next = i + 1; /* text may follow close below a line of the head */
      if (row.role != LINE_ROLE_CELL || row.task == ROW_TASK_HEAD)
        continue;
      next = MIN (table_cell_end (rows, i), table->end);
      unfold_cell (rows, table, i, next, rights[MIN (row.column, TABLE_MAX_COLUMNS)],
                   (row.table_row != last.table_row || row.column != last.column)
                       && !is_cut (rows, table, &row, &text));
      if (kind_of (table, &row) == COLUMN_TEXT)
        text = *stream_at (rows, next - 1);
      last = row;
    }
}

void
minutes_table_reader_unfold (MinutesTableReader *self, Stream *rows)
{
  g_autoptr (GArray) tables = NULL;

  if (rows->boxed)
    middle_tables_order (self->patterns, rows->rows);
  tables = find_tables (self, rows);
  if (!are_minutes (rows, tables) || !has_titles (rows, tables))
    return;
  for (guint k = 0; k < tables->len; k++)
    {
      const Table *table = &g_array_index (tables, Table, k);

      mark_head (self, rows, table);
      mend_cells (rows, table);
      if (!table->head.names)
        task_cells_order (rows, table->body, table->end, &table->head);
      unfold (rows, table);
    }
  drop_heads (rows);
  title_numbers_part (rows);
}
