/* action_table.c: the rows of a closing table go to the items that they name. */

#include "normalise/action_table.h"

#include "normalise/title.h"
#include "normalise/word_list.h"

#include <string.h>

/* Rows of cells that are looked at. */
#define MAX_ROWS 600
/* Letters by which a cell names an item's title. */
#define MIN_LETTERS 6
/* Columns of a table that are looked at. */
#define MAX_COLUMN 12

/* Heads of a column that says to which item an action belongs, and of one that only
 * counts the actions; in lower case, their beginning. */
static const gchar *const item_heads[] = { "item",    "minute", "agenda",  "subject",
                                           "topic",   "title",  "heading", "discussion",
                                           "section", "min " };
static const gchar *const own_heads[] = { "no",        "number",     "ref",   "#",
                                          "action no", "action ref", "act no" };

typedef struct
{
  const Stream *rows;
  const Segment *segment;
  guint start, end;  /* rows of the table */
  guint head_end;    /* of its first row of cells */
  guint column;      /* that names the items */
  gboolean headed;   /* as its head says: "Minute" */
  GPtrArray *titles; /* gchar *: of each item, folded */
} Log;

/* "Item 4", "Minute 30/24": behind the word and its "No." */
static const gchar *
skip_word (const gchar *cell)
{
  static const gchar *const words[] = { "agenda item ", "item ", "minute ",
                                        "min ",         "no. ",  "no " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (cell, words[i], strlen (words[i])) == 0)
      cell += strlen (words[i]);
  return cell;
}

/* "2.3" where the column is of minutes: the item of whose paragraphs it is one; -1. */
static gint
item_of_paragraph (const Log *log, const gchar *text)
{
  const Segment *segment = log->segment;

  for (guint i = 0; i < segment->items->len && log->headed; i++)
    {
      const gchar *number = g_array_index (segment->items, SegmentItem, i).number;
      gsize length = strlen (number);

      if (length > 0 && strncmp (text, number, length) == 0 && text[length] == '.'
          && g_ascii_isdigit (text[length + 1]))
        return (gint)i;
    }
  return -1;
}

/* The item whose number a cell bears, or of whose title it has the first words; -1. */
static gint
item_of (const Log *log, const gchar *cell)
{
  const Segment *segment = log->segment;
  const gchar *text = skip_word (cell);
  g_autofree gchar *fold = title_fold (cell);
  gsize letters = strlen (fold);

  for (guint i = 0; i < segment->items->len; i++)
    {
      const gchar *number = g_array_index (segment->items, SegmentItem, i).number;
      gsize length = strlen (number);

      /* "4", "4.", "4 Foster homes" */
      if (length > 0 && strncmp (text, number, length) == 0
          && (text[length] == '\0' || text[length] == ' ' || text[length] == ':'
              || (text[length] == '.' && !g_ascii_isdigit (text[length + 1]))))
        return (gint)i;
    }
  for (guint i = 0; i < log->titles->len && letters >= MIN_LETTERS; i++)
    {
      const gchar *title = g_ptr_array_index (log->titles, i);

      if (g_str_has_prefix (title, fold)
          || (strlen (title) >= MIN_LETTERS && g_str_has_prefix (fold, title)))
        return (gint)i;
    }
  return item_of_paragraph (log, text);
}

static gboolean
same_row (const Row *a, const Row *b)
{
  return a->page == b->page && a->table == b->table && a->table_row == b->table_row;
}

/* The end of the table's row that begins at i. */
static guint
row_end (const Stream *rows, guint i, guint end)
{
  guint k = i + 1;

  while (k < end && stream_at (rows, k)->role == LINE_ROLE_CELL
         && same_row (stream_at (rows, i), stream_at (rows, k)))
    k++;
  return k;
}

/* The text of a column's cell in the row [i, end); NULL: it is empty. (transfer none) */
static const gchar *
cell_at (const Log *log, guint i, guint end, guint column)
{
  for (; i < end; i++)
    if (stream_at (log->rows, i)->column == column)
      return stream_at (log->rows, i)->text;
  return NULL;
}

/* Whether a column counts 1, 2, 3 … from the first row below the head. */
static gboolean
counts (const Log *log, guint column)
{
  guint n = 0;

  for (guint i = log->head_end; i < log->end; i = row_end (log->rows, i, log->end))
    {
      const gchar *cell = cell_at (log, i, row_end (log->rows, i, log->end), column);

      if (cell == NULL)
        continue;
      while (g_ascii_isalpha (*cell))
        cell++;
      if (g_ascii_strtoull (cell, NULL, 10) != ++n)
        return FALSE;
    }
  return n > 1;
}

/* The column that says to which items the actions belong; FALSE: none does. */
static gboolean
find_column (Log *log)
{
  const gchar *first = cell_at (log, log->start, log->head_end, 1);

  for (guint column = 1; column <= MAX_COLUMN; column++)
    {
      const gchar *head = cell_at (log, log->start, log->head_end, column);

      if (head != NULL && word_list_begins (item_heads, G_N_ELEMENTS (item_heads), head))
        {
          log->column = column;
          log->headed = TRUE;
          return TRUE;
        }
    }
  log->column = 1;
  return first == NULL || !word_list_begins (own_heads, G_N_ELEMENTS (own_heads), first)
         || !counts (log, 1);
}

/* How many rows of the log name an item; ret_n: of how many. A cell that is empty is that
 * of the row above. */
static guint
count_named (const Log *log, guint *ret_n)
{
  guint named = 0;

  *ret_n = 0;
  for (guint i = log->head_end; i < log->end; i = row_end (log->rows, i, log->end))
    {
      const gchar *cell = cell_at (log, i, row_end (log->rows, i, log->end), log->column);

      if (cell == NULL && *ret_n > 0)
        continue;
      ++*ret_n;
      named += cell != NULL && item_of (log, cell) >= 0;
    }
  return named;
}

static void
share (const Log *log, Segment *segment)
{
  gint index = -1;

  for (guint i = log->head_end; i < log->end;)
    {
      guint next = row_end (log->rows, i, log->end);
      const gchar *cell = cell_at (log, i, next, log->column);

      if (cell != NULL)
        index = item_of (log, cell);
      if (index >= 0)
        {
          SegmentNote head = { (guint)index, log->start, log->head_end };
          SegmentNote note = { (guint)index, i, next };

          g_array_append_val (segment->notes, head);
          g_array_append_val (segment->notes, note);
        }
      i = next;
    }
}

/* The last run of cells behind the last item's beginning, up to the meeting's end. */
static gboolean
find_table (Log *log)
{
  const SegmentItem *last =
      &g_array_index (log->segment->items, SegmentItem, log->segment->items->len - 1);
  guint end = log->segment->end;
  guint floor = MAX (last->body_row, end - MIN (end, MAX_ROWS));

  while (end > floor && stream_at (log->rows, end - 1)->role != LINE_ROLE_CELL)
    end--;
  log->end = log->start = end;
  while (log->start > floor
         && stream_at (log->rows, log->start - 1)->role == LINE_ROLE_CELL)
    log->start--;
  if (log->start == log->end)
    return FALSE;
  log->head_end = row_end (log->rows, log->start, log->end);
  return log->head_end < log->end;
}

/* (transfer full): gchar * */
static GPtrArray *
fold_titles (const Segment *segment)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < segment->items->len; i++)
    g_ptr_array_add (titles,
                     title_fold (g_array_index (segment->items, SegmentItem, i).title));
  return titles;
}

void
action_table_share (const Stream *rows, Segment *segment)
{
  g_autoptr (GPtrArray) titles = NULL;
  Log log = { .rows = rows, .segment = segment };
  SegmentItem *last;
  guint n;

  if (segment->items->len < 2 || !find_table (&log) || !find_column (&log))
    return;
  log.titles = titles = fold_titles (segment);
  if (4 * count_named (&log, &n) < 3 * n || n == 0)
    return;
  last = &g_array_index (segment->items, SegmentItem, segment->items->len - 1);
  if (log.end < last->end)
    return;
  share (&log, segment);
  /* "Actions arising from this meeting" above it goes with it. */
  if (log.start > last->body_row + 1 && stream_at (rows, log.start - 1)->bold)
    log.start--;
  last->end = MIN (last->end, log.start);
  segment->tail = MIN (segment->tail, log.start);
}
