/* action_table.c: the rows of a closing table go to the items whose numbers they bear. */

#include "normalise/action_table.h"

/* Rows of cells that are looked at. */
#define MAX_ROWS 600

static gint
item_of (const Segment *segment, const gchar *cell)
{
  for (guint i = 0; i < segment->items->len; i++)
    {
      const gchar *number = g_array_index (segment->items, SegmentItem, i).number;
      gsize length = strlen (number);

      if (length > 0 && strncmp (cell, number, length) == 0
          && (cell[length] == '\0' || strcmp (cell + length, ".") == 0))
        return (gint)i;
    }
  return -1;
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

static void
share (const Stream *rows, Segment *segment, guint start, guint end)
{
  guint head_end = row_end (rows, start, end);

  for (guint i = head_end; i < end;)
    {
      guint next = row_end (rows, i, end);
      gint index = item_of (segment, stream_at (rows, i)->text);

      if (index >= 0)
        {
          SegmentNote head = { .item = (guint)index, .start = start, .end = head_end };
          SegmentNote note = { .item = (guint)index, .start = i, .end = next };

          g_array_append_val (segment->notes, head);
          g_array_append_val (segment->notes, note);
        }
      i = next;
    }
}

void
action_table_share (const Stream *rows, Segment *segment)
{
  SegmentItem *last;
  guint start;
  guint named = 0;
  guint n = 0;

  if (segment->items->len < 2)
    return;
  last = &g_array_index (segment->items, SegmentItem, segment->items->len - 1);
  start = last->end;
  while (start > last->body_row && last->end - start < MAX_ROWS
         && stream_at (rows, start - 1)->role == LINE_ROLE_CELL)
    start--;
  for (guint i = start < last->end ? row_end (rows, start, last->end) : last->end;
       i < last->end; i = row_end (rows, i, last->end))
    {
      n++;
      named += item_of (segment, stream_at (rows, i)->text) >= 0;
    }
  if (n == 0 || 4 * named < 3 * n)
    return;
  share (rows, segment, start, last->end);
  /* "Actions arising from this meeting" above it goes with it. */
  if (start > last->body_row + 1 && stream_at (rows, start - 1)->bold)
    start--;
  last->end = start;
  segment->tail = MIN (segment->tail, start);
}
