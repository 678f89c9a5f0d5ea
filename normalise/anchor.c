/* anchor.c: rows become the numbers or labels of a table's bands. */

#include "normalise/anchor.h"

#include "normalise/form.h"
#include "normalise/word_list.h"

#include <string.h>

/* Anchors of one column begin at the same place, within these points. */
#define SLACK 6.0
#define MAX_ANCHORS 200

static Row *
row_at (GArray *rows, guint i)
{
  return &g_array_index (rows, Row, i);
}

static gboolean
read_number (const gchar *text, guint *ret_value)
{
  gsize i = 0;

  *ret_value = 0;
  while (i < 4 && g_ascii_isdigit (text[i]))
    *ret_value = *ret_value * 10 + (guint)(text[i++] - '0');
  return i > 0
         && (text[i] == '\0' || (strchr (".)", text[i]) != NULL && text[i + 1] == '\0'));
}

static gint
by_middle (gconstpointer a, gconstpointer b)
{
  const Anchor *x = a, *y = b;

  return x->middle < y->middle ? -1 : x->middle > y->middle;
}

/* Whether a number is the next after the last one of the page before, below it. */
static gboolean
goes_on (const Anchor *before, const Anchor *first)
{
  return before != NULL && first->value == before->value + 1
         && ABS (first->x0 - before->x0) < SLACK;
}

/* Whether "No." or "Item" stands above a number. */
static gboolean
is_headed (GArray *rows, guint start, guint end, const Anchor *first)
{
  static const gchar *const heads[] = {
    "no", "no.", "item", "item no", "item no.", "agenda item", "minute", "minute no."
  };

  for (guint i = start; i < end; i++)
    {
      const Row *row = row_at (rows, i);

      if (box_is_none (row->box) || row->box.y1 > first->middle
          || ABS (row->box.x0 - first->x0) > 2 * SLACK)
        continue;
      if (word_list_has (heads, G_N_ELEMENTS (heads), row->text, strlen (row->text)))
        return TRUE;
    }
  return FALSE;
}

/* Numbers one under the other that go up by one, the longest run of the page. */
gboolean
anchors_find_numbers (GArray *rows, guint start, guint end, const Anchor *before,
                      GArray *anchors)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (Anchor));
  guint best = 0, best_length = 0;

  for (guint i = start; i < end && numbers->len < MAX_ANCHORS; i++)
    {
      const Row *row = row_at (rows, i);
      Anchor anchor = {
        .row = i, .x1 = row->box.x1, .x0 = row->box.x0, .y0 = row->box.y0
      };

      if (box_is_none (row->box) || row->role == LINE_ROLE_SIDE
          || !read_number (row->text, &anchor.value))
        continue;
      anchor.middle = (row->box.y0 + row->box.y1) / 2;
      g_array_append_val (numbers, anchor);
    }
  g_array_sort (numbers, by_middle);
  for (guint i = 0; i < numbers->len;)
    {
      guint k = i + 1;

      while (k < numbers->len
             && g_array_index (numbers, Anchor, k).value
                    == g_array_index (numbers, Anchor, k - 1).value + 1
             && ABS (row_at (rows, g_array_index (numbers, Anchor, k).row)->box.x0
                     - row_at (rows, g_array_index (numbers, Anchor, i).row)->box.x0)
                    < SLACK)
        k++;
      if (k - i > best_length)
        {
          best = i;
          best_length = k - i;
        }
      i = k;
    }
  if (best_length >= MIN_ANCHORS
      || (best_length >= MIN_HEADED
          && (goes_on (before, &g_array_index (numbers, Anchor, best))
              || is_headed (rows, start, end, &g_array_index (numbers, Anchor, best)))))
    g_array_append_vals (anchors, &g_array_index (numbers, Anchor, best), best_length);
  return anchors->len > 0;
}

/* The labels of a form, one under the other at its left; a label may have two lines. */
gboolean
anchors_find_labels (GArray *rows, guint start, guint end, GArray *anchors)
{
  guint labels = 0;
  gdouble left = 0;

  for (guint i = start; i < end && anchors->len < MAX_ANCHORS; i++)
    {
      Row *row = row_at (rows, i);
      Anchor anchor = {
        .row = i, .x1 = row->box.x1, .x0 = row->box.x0, .y0 = row->box.y0
      };
      gboolean label = row->role == LINE_ROLE_CELL && form_is_label (row->text);

      if (row->role != LINE_ROLE_CELL || row->column != 1 || box_is_none (row->box))
        continue;
      if (label && labels++ == 0)
        left = row->box.x0;
      if (labels == 0 || ABS (row->box.x0 - left) > SLACK)
        continue;
      anchor.middle = (row->box.y0 + row->box.y1) / 2;
      g_array_append_val (anchors, anchor);
    }
  g_array_sort (anchors, by_middle);
  for (guint i = 0; i + 1 < anchors->len;)
    {
      Anchor *anchor = &g_array_index (anchors, Anchor, i);
      const Anchor *next = anchor + 1;
      Row *row = row_at (rows, anchor->row);
      Row *below = row_at (rows, next->row);

      /* "Alternative options" / "considered" */
      if (below->box.y0 - row->box.y1 < 0.15 * (row->box.y1 - row->box.y0)
          && !form_is_label (below->text)
          && g_unichar_islower (g_utf8_get_char (below->text)))
        {
          stream_join_rows (row, below);
          anchor->middle = (row->box.y0 + row->box.y1) / 2;
          g_array_remove_index (anchors, i + 1);
        }
      else
        i++;
    }
  if (labels >= MIN_ANCHORS)
    return TRUE;
  g_array_set_size (anchors, 0);
  return FALSE;
}
