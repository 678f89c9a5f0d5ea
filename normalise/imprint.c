/* imprint.c: the rows of an imprint leave the last item. */

#include "normalise/imprint.h"

#include <string.h>

/* An imprint has no more rows. */
#define MAX_ROWS 60

/* How one begins, and what is said in it. */
static const gchar beginning[] = "The Office for Standards in Education";
static const gchar *const marks[] = { "Crown copyright", "ofsted.gov.uk",
                                      "gov.uk/ofsted" };

static gboolean
bears_mark (const gchar *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (text, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

void
imprint_cut (const Stream *rows, Segment *segment)
{
  SegmentItem *last;
  guint floor = segment->end - MIN (segment->end, MAX_ROWS);
  gboolean marked = FALSE;

  if (segment->items->len == 0)
    return;
  last = &g_array_index (segment->items, SegmentItem, segment->items->len - 1);
  for (guint i = last->end; i > MAX (floor, last->body_row + 1);)
    {
      const Row *row = stream_at (rows, --i);

      marked = marked || bears_mark (row->text);
      if (!marked || !g_str_has_prefix (row->text, beginning))
        continue;
      last->end = i;
      segment->tail = MIN (segment->tail, i);
      segment->ofsted = TRUE;
      return;
    }
}
