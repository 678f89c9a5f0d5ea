/* task_cell.c: cells of tasks are put behind the text beside them, one task a row. */

#include "normalise/task_cell.h"

/* Tasks in one row of a table; a cell with more is left as one. */
#define MAX_TASKS 24
/* Points by which what is level may begin apart. */
#define SLACK 3.0
/* From line to line, in heights of a line, where a paragraph ends. */
#define STEP 1.3
/* Rows of the table get numbers of their own; those of extract are smaller. */
#define FIRST_ROW (1u << 20)

static ColumnKind
kind_of (const TableHead *head, const Row *row)
{
  return row->role == LINE_ROLE_CELL && row->task == ROW_TASK_NONE
                 && row->column <= TABLE_MAX_COLUMNS
             ? head->kinds[row->column]
             : COLUMN_OTHER;
}

static gboolean
is_task (ColumnKind kind)
{
  return kind == COLUMN_ACTION || kind == COLUMN_OWNER || kind == COLUMN_DUE;
}

/* The end of the table's row that begins at row i, with rows below that are but text. */
static guint
group_end (const Stream *rows, guint i, guint end, const TableHead *head)
{
  const Row *first = stream_at (rows, i);
  guint k = i + 1;

  while (k < end && table_is_same (first, stream_at (rows, k))
         && (stream_at (rows, k)->table_row == first->table_row
             || kind_of (head, stream_at (rows, k)) == COLUMN_TEXT))
    k++;
  /* Text that a task or a number follows in its row begins a row. */
  if (k < end && stream_at (rows, k)->role == LINE_ROLE_CELL)
    while (k > i + 1 && stream_at (rows, k - 1)->table_row != first->table_row
           && stream_at (rows, k - 1)->table_row == stream_at (rows, k)->table_row)
      k--;
  return k;
}

/* Where the paragraphs of the cells for actions begin: their number, or 0 if there are
 * too many. rows: GArray of Row, a table's row. */
static guint
find_tasks (const GArray *rows, const TableHead *head, gdouble *tops)
{
  const Row *above = NULL;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (kind_of (head, row) != COLUMN_ACTION)
        continue;
      if (above == NULL || row->box.y0 < above->box.y0
          || row->box.y0 - above->box.y0 > STEP * (above->box.y1 - above->box.y0))
        {
          if (n == MAX_TASKS)
            return 0;
          tops[n++] = row->box.y0;
        }
      above = row;
    }
  return n;
}

/* The task beside which a height is: the last that begins above it. */
static guint
task_at (const gdouble *tops, guint n, gdouble y0)
{
  guint task = 0;

  while (task + 1 < n && tops[task + 1] <= y0 + SLACK)
    task++;
  return task;
}

/* Whether an owner begins level with each task: else they are owners of all of them. */
static gboolean
are_level (const GArray *rows, const TableHead *head, const gdouble *tops, guint n)
{
  gboolean level[MAX_TASKS] = { FALSE };
  guint found = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      guint task = task_at (tops, n, row->box.y0);

      if (kind_of (head, row) != COLUMN_OWNER || level[task]
          || ABS (row->box.y0 - tops[task]) > SLACK)
        continue;
      level[task] = TRUE;
      found++;
    }
  return found == n;
}

/* Puts rows (Row) of a table in the place of those from start on. */
static void
order (Stream *rows, guint start, const GArray *group, const TableHead *head,
       guint *table_row)
{
  gdouble tops[MAX_TASKS];
  guint n = find_tasks (group, head, tops);
  guint at = start;

  if (n > 1 && !are_level (group, head, tops, n))
    n = 1;
  for (guint i = 0; i < group->len; i++)
    if (!is_task (kind_of (head, &g_array_index (group, Row, i))))
      g_array_index (rows->rows, Row, at++) = g_array_index (group, Row, i);
  for (guint task = 0; task < MAX (n, 1); task++)
    {
      for (guint i = 0; i < group->len; i++)
        {
          Row row = g_array_index (group, Row, i);

          if (!is_task (kind_of (head, &row))
              || (n > 1 && task_at (tops, n, row.box.y0) != task))
            continue;
          if (n > 1)
            row.table_row = *table_row;
          g_array_index (rows->rows, Row, at++) = row;
        }
      ++*table_row;
    }
}

void
task_cells_order (Stream *rows, guint start, guint end, const TableHead *head)
{
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (Row));
  guint table_row = FIRST_ROW;
  guint next;

  for (guint i = start; i < end; i = next)
    {
      gboolean tasks = FALSE;

      next = i + 1;
      if (stream_at (rows, i)->role != LINE_ROLE_CELL
          || box_is_none (stream_at (rows, i)->box))
        continue;
      next = group_end (rows, i, end, head);
      for (guint k = i; k < next; k++)
        tasks |= kind_of (head, stream_at (rows, k)) == COLUMN_ACTION;
      if (!tasks)
        continue;
      g_array_set_size (group, 0);
      g_array_append_vals (group, stream_at (rows, i), next - i);
      order (rows, i, group, head, &table_row);
    }
}
