/* spaced_table.c: lines of plain text with wide gaps, below a head, become cells. */

#include "normalise/spaced_table.h"

#include "normalise/word_list.h"

#include <string.h>

#define MAX_COLUMNS 8
/* Lines of one table, and bytes of a column's name. */
#define MAX_LINES 300
#define MAX_NAME 30
/* Characters by which a cell may begin left of its column's head. */
#define SLACK 2
/* Lines below the head that have more than one cell. */
#define MIN_LINES 2

typedef struct
{
  guint n;
  gboolean slashed;
  gboolean tabs; /* the next sign begins the next column, wherever that is */
  gsize from[MAX_COLUMNS], length[MAX_COLUMNS]; /* bytes of the line */
  glong left[MAX_COLUMNS];                      /* characters before it */
} Cells;

/* A line of the table: the cell that it has in each column. */
typedef struct
{
  const Row *row;
  gchar *cells[MAX_COLUMNS]; /* NULL: it is empty */
  gboolean begins;           /* a row of the table */
} TableLine;

/* How the names of columns begin, in lower case */
static const gchar *const names[] = {
  "action",    "task",       "owner",  "lead",     "who",        "by whom",  "by when",
  "when",      "due",        "date",   "deadline", "responsib",  "no",       "ref",
  "item",      "minute",     "status", "what",     "officer",    "assigned", "progress",
  "target",    "completion", "name",   "member",   "councillor", "attend",   "present",
  "apologies", "absent",     "update", "#",
};
/* One of these is among them. */
static const gchar *const needed[] = { "action", "task", "what", "attend", "present" };

static const gchar slash[] = " / ";

static gboolean
has_gaps (const gchar *line)
{
  return strstr (line, "  ") != NULL || strchr (line, '\t') != NULL;
}

/* "Action / Owner / Due": a program that turned a page into text has parted the cells so.
 * FALSE: there are too many. */
static gboolean
read_slashed (const gchar *line, Cells *cells)
{
  const gchar *cell = line;

  *cells = (Cells){ .tabs = TRUE };
  while (cell != NULL)
    {
      const gchar *end = strstr (cell, slash);

      if (cells->n == MAX_COLUMNS)
        return FALSE;
      cells->from[cells->n] = (gsize)(cell - line);
      cells->length[cells->n++] = end != NULL ? (gsize)(end - cell) : strlen (cell);
      cell = end != NULL ? end + strlen (slash) : NULL;
    }
  return TRUE;
}

/* Parts a line where two spaces or a tab stand; FALSE: there are too many cells. */
static gboolean
read_cells (const gchar *line, Cells *cells)
{
  gsize i = strspn (line, " ");

  *cells = (Cells){ .tabs = strchr (line, '\t') != NULL };
  for (;;)
    {
      gsize from = i;

      while (line[i] != '\0' && line[i] != '\t'
             && !(line[i] == ' ' && (line[i + 1] == ' ' || line[i + 1] == '\t'))
             && line[i] != '\r')
        i++;
      if (i > from)
        {
          if (cells->n == MAX_COLUMNS)
            return FALSE;
          cells->from[cells->n] = from;
          cells->length[cells->n] = i - from;
          cells->left[cells->n++] = g_utf8_strlen (line, (gssize)from);
        }
      else if (line[i] == '\0')
        return TRUE;
      i += strspn (line + i, " \t\r");
    }
}

/* "12 September 2024", "11/07/24", "June": the head of a column of marks */
static gboolean
is_day (const gchar *text, gsize length)
{
  gboolean digit = FALSE;

  for (gsize i = 0; i < length; i++)
    digit |= g_ascii_isdigit (text[i]);
  return digit && length >= 3;
}

static gboolean
is_head (const gchar *line, const Cells *cells)
{
  guint known = 0, wanted = 0;

  if (cells->n < 2)
    return FALSE;
  for (guint i = 0; i < cells->n; i++)
    {
      const gchar *cell = line + cells->from[i];
      gsize length = cells->length[i];

      if (length > MAX_NAME)
        return FALSE;
      known += word_list_begins (names, G_N_ELEMENTS (names), cell)
               || (i > 0 && is_day (cell, length));
      wanted += word_list_begins (needed, G_N_ELEMENTS (needed), cell)
                || (i > 0 && is_day (cell, length));
    }
  return wanted > 0 && known + (cells->n > 2) >= cells->n;
}

static gint
column_of (const Cells *head, const Cells *cells, guint i, glong shift)
{
  gint column = -1;

  if (head->tabs)
    return (gint)MIN (i, head->n - 1);
  for (guint k = 0; k < head->n && head->left[k] <= cells->left[i] + shift + SLACK; k++)
    column = (gint)k;
  return column;
}

/* Whether the cells behind the first begin where columns do, if the line is moved. */
static gboolean
fits (const Cells *head, const Cells *cells, glong shift)
{
  for (guint i = 1; i < cells->n; i++)
    {
      glong left = cells->left[i] + shift;
      gint column = column_of (head, cells, i, shift);

      if (column < 1 || ABS (head->left[column] - left) > SLACK)
        return FALSE;
    }
  return TRUE;
}

/* The characters that a line has lost at its beginning: "Mill Lane   AB   11 June" stood
 * below the second column. */
static glong
lost_indent (const Cells *head, const Cells *cells)
{
  if (cells->n > 1 && !fits (head, cells, 0))
    for (guint k = 1; k < head->n; k++)
      if (fits (head, cells, head->left[k]))
        return head->left[k];
  return 0;
}

static void
line_clear (gpointer data)
{
  TableLine *line = data;

  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_free (line->cells[i]);
}

/* FALSE: the line is none of the table. */
static gboolean
read_line (const Cells *head, gboolean counted, const Row *row, TableLine *line,
           guint *ret_n)
{
  Cells cells;
  glong shift;

  *line = (TableLine){ .row = row };
  *ret_n = 0;
  if (!(head->slashed ? read_slashed (row->line->text, &cells) && cells.n == head->n
                      : read_cells (row->line->text, &cells))
      || cells.n == 0 || cells.n > head->n || (cells.n > 1 && cells.tabs != head->tabs))
    return FALSE;
  shift = lost_indent (head, &cells);
  /* "1   Order the swings", and a line below that is no number */
  if (cells.n == 1 && counted && !g_ascii_isdigit (row->line->text[cells.from[0]]))
    shift = head->left[1];
  for (guint i = 0; i < cells.n; i++)
    {
      gint column = column_of (head, &cells, i, shift);

      if (column < 0 || line->cells[column] != NULL)
        {
          line_clear (line);
          return FALSE;
        }
      line->cells[column] =
          g_strstrip (g_strndup (row->line->text + cells.from[i], cells.length[i]));
      ++*ret_n;
    }
  return TRUE;
}

static gboolean
has_more (const TableLine *line)
{
  for (guint i = 1; i < MAX_COLUMNS; i++)
    if (line->cells[i] != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the next line begins a row of the table: "Write to the county about" goes on
 * with "the verge    AB    11 June"; "Clerk" over "Mrs Reed    P" does not. width: of the
 * first column */
static gboolean
begins_row (const GArray *lines, const TableLine *line, gsize width)
{
  guint first = lines->len - 1;
  gboolean more = FALSE;

  if (line->cells[0] == NULL)
    return FALSE;
  if (line->row->blank_above)
    return TRUE;
  for (;; first--)
    {
      more |= has_more (&g_array_index (lines, TableLine, first));
      if (first == 0 || g_array_index (lines, TableLine, first).begins)
        break;
    }
  if (g_ascii_islower (line->cells[0][0]))
    return more && has_more (line);
  return more || 2 * strlen (g_array_index (lines, TableLine, first).cells[0]) < width;
}

/* The lines of the table whose head is row i. NULL: it is none. (transfer full) */
static GArray *
read_table (const GArray *rows, guint i)
{
  const Row *first = &g_array_index (rows, Row, i);
  GArray *lines;
  TableLine line;
  Cells head;
  guint wide = 0, n;
  gboolean counted = FALSE;

  if (!(has_gaps (first->line->text) ? read_cells (first->line->text, &head)
                                     : read_slashed (first->line->text, &head))
      || !is_head (first->line->text, &head))
    return NULL;
  head.slashed = !has_gaps (first->line->text);
  if (!read_line (&head, FALSE, first, &line, &n))
    return NULL;
  lines = g_array_new (FALSE, TRUE, sizeof (TableLine));
  g_array_set_clear_func (lines, line_clear);
  line.begins = TRUE;
  g_array_append_val (lines, line);
  for (guint k = i + 1; k < rows->len && lines->len < MAX_LINES; k++)
    {
      const Row *row = &g_array_index (rows, Row, k);

      if (row->role != LINE_ROLE_NONE || !read_line (&head, counted, row, &line, &n))
        break;
      line.begins = lines->len == 1 || head.slashed
                    || begins_row (lines, &line, (gsize)head.left[1]);
      /* Free space, and a line that is no row: the text goes on. */
      if (n < 2 && (row->blank_above || lines->len == 1)
          && (k + 1 == rows->len || row->blank_above
              || g_array_index (rows, Row, k + 1).blank_above))
        {
          line_clear (&line);
          break;
        }
      wide += n > 1;
      counted = lines->len == 1
                    ? line.cells[0] != NULL && g_ascii_isdigit (line.cells[0][0])
                    : counted;
      g_array_append_val (lines, line);
    }
  if (wide >= MIN_LINES)
    return lines;
  g_array_unref (lines);
  return NULL;
}

/* Cells of one row of the table, column by column. */
static void
add_cells (const GArray *lines, guint start, guint end, guint table, guint table_row,
           GArray *order)
{
  for (guint column = 0; column < MAX_COLUMNS; column++)
    for (guint i = start; i < end; i++)
      {
        TableLine *line = &g_array_index (lines, TableLine, i);
        Row cell = *line->row;

        if (line->cells[column] == NULL)
          continue;
        cell.text = g_steal_pointer (&line->cells[column]);
        cell.role = LINE_ROLE_CELL;
        cell.table = table;
        cell.table_row = table_row;
        cell.column = column + 1;
        cell.blank_above = cell.blank_above && column == 0 && i == start;
        g_array_append_val (order, cell);
      }
}

static void
add_table (const GArray *lines, guint table, GArray *order)
{
  guint table_row = 0;

  for (guint i = 0; i < lines->len;)
    {
      guint end = i + 1;

      while (end < lines->len && !g_array_index (lines, TableLine, end).begins)
        end++;
      add_cells (lines, i, end, table, ++table_row, order);
      i = end;
    }
}

static gboolean
may_be_head (const Row *row)
{
  return row->role == LINE_ROLE_NONE
         && (has_gaps (row->line->text) || strstr (row->line->text, slash) != NULL);
}

void
spaced_tables_part (GArray *rows)
{
  g_autoptr (GArray) order = NULL;
  guint table = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (!box_is_none (row->box))
        return;
      table = MAX (table, row->table);
    }
  for (guint i = 0; i < rows->len;)
    {
      Row *row = &g_array_index (rows, Row, i);
      g_autoptr (GArray) lines = may_be_head (row) ? read_table (rows, i) : NULL;

      if (lines == NULL)
        {
          if (order != NULL)
            g_array_append_val (order, *row);
          i++;
          continue;
        }
      if (order == NULL)
        {
          order = g_array_sized_new (FALSE, FALSE, sizeof (Row), rows->len);
          g_array_append_vals (order, rows->data, i);
        }
      add_table (lines, ++table, order);
      for (guint end = i + lines->len; i < end; i++)
        g_free (g_array_index (rows, Row, i).text);
    }
  if (order == NULL)
    return;
  for (guint i = 0; i < rows->len; i++)
    g_array_index (rows, Row, i).text = NULL;
  g_array_set_size (rows, 0);
  g_array_append_vals (rows, order->data, order->len);
}
