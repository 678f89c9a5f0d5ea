/* history.c: the steps of one recommendation become counts and gaps. */

#include "pipelines/history.h"

#include <string.h>

#include "normalise/date.h"

Step *
step_new (void)
{
  Step *step = g_new0 (Step, 1);

  step->exact = g_ptr_array_new_with_free_func (g_free);
  step->resolutions = g_ptr_array_new_with_free_func (g_free);
  step->follows = g_ptr_array_new_with_free_func (g_free);
  step->followed_by = g_ptr_array_new_with_free_func (g_free);
  return step;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->item);
  g_free (step->source);
  g_free (step->council);
  g_free (step->text);
  g_free (step->date);
  g_free (step->body);
  g_free (step->number);
  g_free (step->title);
  g_ptr_array_unref (step->exact);
  g_ptr_array_unref (step->resolutions);
  g_ptr_array_unref (step->follows);
  g_ptr_array_unref (step->followed_by);
  g_free (step);
}

static void
gap_clear (gpointer data)
{
  g_free (((Gap *)data)->start);
  g_free (((Gap *)data)->end);
}

History *
history_new (void)
{
  History *history = g_new0 (History, 1);

  history->steps = g_ptr_array_new_with_free_func (step_free);
  history->gaps = g_array_new (FALSE, TRUE, sizeof (Gap));
  g_array_set_clear_func (history->gaps, gap_clear);
  return history;
}

void
history_free (gpointer data)
{
  History *history = data;

  if (history == NULL)
    return;

  g_free (history->recommendation);
  g_free (history->inspection);
  g_free (history->council);
  g_free (history->text);
  g_free (history->since);
  g_free (history->until);
  g_free (history->as_of);
  g_free (history->last_discussed);
  g_ptr_array_unref (history->steps);
  g_array_unref (history->gaps);
  g_free (history);
}

static gint
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *first = *(const Step *const *)a;
  const Step *second = *(const Step *const *)b;

  if ((first->date == NULL) != (second->date == NULL))
    return first->date == NULL ? 1 : -1;
  return first->date != NULL && strcmp (first->date, second->date) != 0
             ? strcmp (first->date, second->date)
             : strcmp (first->item, second->item);
}

void
history_sort (History *history)
{
  g_ptr_array_sort (history->steps, compare_steps);
}

gint
history_compare (const History *first, const History *second)
{
  gint order = g_strcmp0 (first->council, second->council);

  if (order == 0)
    order = g_strcmp0 (first->since, second->since);
  if (order == 0)
    order = g_strcmp0 (first->inspection, second->inspection);
  if (order == 0)
    order = (gint)first->number - (gint)second->number;
  return order != 0 ? order : strcmp (first->recommendation, second->recommendation);
}

/* From one date to another; -1 if either does not say its day. */
static gint
count_days (const gchar *from, const gchar *to)
{
  Date start;
  Date end;

  if (from == NULL || to == NULL || !date_parse (from, &start) || !date_parse (to, &end)
      || start.day == 0 || end.day == 0)
    return -1;
  return MAX (date_days (&end) - date_days (&start), -1);
}

static void
add_gap (History *history, const gchar *start, const gchar *end)
{
  gint days = count_days (start, end);
  Gap gap = { NULL, NULL, (guint)days };

  if (days <= 0)
    return;
  gap.start = g_strdup (start);
  gap.end = g_strdup (end);
  g_array_append_val (history->gaps, gap);
}

void
history_close (History *history, const gchar *as_of)
{
  const gchar *last = history->since;
  gboolean discussed = FALSE;

  if (history->until != NULL && g_strcmp0 (history->until, as_of) < 0)
    as_of = history->until;
  history->as_of = g_strdup (as_of);
  for (guint i = 0; i < history->steps->len; i++)
    {
      const Step *step = history->steps->pdata[i];

      history->listed += step->mode == TAG_MODE_LISTED;
      history->discussed += step->mode == TAG_MODE_DISCUSSED;
      history->decided += step->mode == TAG_MODE_DECIDED;
      if (step->mode == TAG_MODE_LISTED)
        continue;
      discussed = TRUE;
      if (step->date == NULL)
        continue;
      add_gap (history, last, step->date);
      last = step->date;
      g_free (history->last_discussed);
      history->last_discussed = g_strdup (step->date);
    }
  add_gap (history, last, history->as_of);
  history->never_discussed = !discussed;
  history->days_since = discussed && history->last_discussed == NULL
                            ? -1
                            : count_days (last, history->as_of);
}
