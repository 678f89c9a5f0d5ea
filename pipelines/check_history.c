/* check_history.c: what a history says of its steps and gaps, held against these. */

#include "normalise/date.h"
#include "pipelines/check.h"
#include "pipelines/command.h"
#include "pipelines/json.h"

#include <stdio.h>
#include <string.h>

#define MAX_FAULTS 100 /* told of one stream */

void
check_fault (Check *check, const gchar *where, const gchar *format, ...)
{
  va_list args;
  g_autofree gchar *what = NULL;

  if (check->n_faults++ >= MAX_FAULTS)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  command_complain ("%s: %s: %s", check->name, where, what);
}

/* "2023", "2023-07" or "2023-07-10", of a day that there is. */
static gboolean
is_date (const gchar *text)
{
  guint year = 0, month = 1, day = 1;
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 4)
    return strspn (text, "0123456789") == 4;
  if ((length != 7 && length != 10) || strspn (text, "0123456789") != 4 || text[4] != '-'
      || (length == 10 && text[7] != '-'))
    return FALSE;
  return sscanf (text, "%4u-%2u-%2u", &year, &month, &day) >= 2 && month >= 1
         && month <= 12 && g_date_valid_dmy (day, (GDateMonth)month, (GDateYear)year);
}

void
check_date (Check *check, const gchar *where, const gchar *date)
{
  if (date != NULL && !is_date (date))
    check_fault (check, where, "'%s' is no date", date);
}

void
check_score (Check *check, const gchar *where, const gchar *what, gdouble score)
{
  if (!(score >= 0 && score <= 1))
    check_fault (check, where, "score %g of %s", score, what);
}

static void
check_steps (Check *check, const History *history)
{
  guint n[TAG_MODE_LAST + 1] = { 0 };
  const gchar *before = NULL, *last = NULL;

  for (guint i = 0; i < history->steps->len; i++)
    {
      const Step *step = history->steps->pdata[i];

      n[step->mode]++;
      check_date (check, step->item, step->date);
      check_score (check, step->item, history->recommendation, step->score);
      if (i > 0 && step->date != NULL
          && (before == NULL || strcmp (before, step->date) > 0))
        check_fault (check, history->recommendation, "%s stands after later items",
                     step->item);
      before = step->date;
      if (step->mode != TAG_MODE_LISTED && step->date != NULL)
        last = step->date;
    }
  if (n[TAG_MODE_LISTED] != history->listed || n[TAG_MODE_DISCUSSED] != history->discussed
      || n[TAG_MODE_DECIDED] != history->decided)
    check_fault (check, history->recommendation, "counts other than those of its steps");
  if (history->never_discussed != (history->discussed + history->decided == 0))
    check_fault (check, history->recommendation,
                 "never_discussed is not what its steps say");
  if (g_strcmp0 (last, history->last_discussed) != 0)
    check_fault (check, history->recommendation,
                 "last discussed on another day than its steps");
}

static void
check_gaps (Check *check, const History *history)
{
  const gchar *before = "";

  for (guint i = 0; i < history->gaps->len; i++)
    {
      const Gap *gap = &g_array_index (history->gaps, Gap, i);
      Date start, end;

      if (!is_date (gap->start) || !is_date (gap->end) || !date_parse (gap->start, &start)
          || !date_parse (gap->end, &end)
          || date_days (&end) - date_days (&start) != (gint)gap->days)
        check_fault (check, history->recommendation, "%s to %s are not %u days",
                     gap->start, gap->end, gap->days);
      if (strcmp (gap->start, before) < 0)
        check_fault (check, history->recommendation,
                     "a gap that begins within the one above it");
      before = gap->end;
    }
}

gboolean
check_take_history (const gchar *line, gsize length, gpointer data, GError **error)
{
  Check *check = data;
  History *history = json_check_shape (line, length, &history_shape, history_free, error);
  g_autofree gchar *id = NULL;

  if (history == NULL)
    return FALSE;
  check->n_histories++;
  id = g_strdup_printf ("%s/%u", history->inspection, history->number);
  if (history->inspection != NULL && strcmp (id, history->recommendation) != 0)
    check_fault (check, history->recommendation, "should be %s", id);
  check_date (check, history->recommendation, history->since);
  check_date (check, history->recommendation, history->until);
  check_date (check, history->recommendation, history->as_of);
  check_steps (check, history);
  check_gaps (check, history);
  if (check->before != NULL && history_compare (check->before, history) > 0)
    check_fault (check, history->recommendation, "should stand before %s",
                 check->before->recommendation);
  history_free (check->before);
  check->before = history;
  return TRUE;
}
