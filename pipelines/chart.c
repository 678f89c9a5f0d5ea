/* chart.c: rows, columns, cells, lines of time. */

#include "pipelines/chart.h"

#include "pipelines/calendar.h"
#include "pipelines/story.h"

#include <string.h>

/* Columns up to which a cell has room for a word. */
#define MAX_WIDE 9
/* Meetings so many months apart have it said between them. */
#define PAUSE_MONTHS 2

/* The time that a chapter's lines show. */
typedef struct
{
  gint start; /* days */
  gint end;
} Axis;

static Axis
find_axis (const Chapter *chapter)
{
  Axis axis = { calendar_days (chapter->oldest), calendar_days (chapter->newest) };
  gint first = G_MAXINT;

  for (guint i = 0; i < chapter->subjects->len; i++)
    {
      const Subject *subject = chapter->subjects->pdata[i];

      if (subject->history != NULL && subject->history->since != NULL && !subject->early
          && !subject->replaced)
        first = MIN (first, calendar_days (subject->history->since));
    }
  if (first < G_MAXINT)
    axis.start = first;
  return axis;
}

/* The place of a date on the axis, in percent, a little off its ends: "34.5%". */
static gchar *
place (Axis axis, gint days)
{
  gdouble share = (gdouble)(days - axis.start) / (axis.end - axis.start);
  gint tenths = (gint)(CLAMP (share, 0, 1) * 940 + 30.5);

  return g_strdup_printf ("%d.%d%%", tenths / 10, tenths % 10);
}

static void
show_line (Axis axis, const Subject *subject, View *view)
{
  const gchar *since = subject->history != NULL ? subject->history->since : NULL;
  const gchar *last =
      subject->last != NULL ? subject->last->business->sitting->date : NULL;
  View *line;

  if (axis.start < 0 || axis.start >= axis.end || subject->early)
    return;
  line = view_add (view, "line");
  view_take (line, "from",
             place (axis, since != NULL ? calendar_days (since) : axis.start));
  view_take (line, "to", place (axis, axis.end));
  view_take (line, "last",
             place (axis, last != NULL    ? calendar_days (last)
                          : since != NULL ? calendar_days (since)
                                          : axis.start));
  for (guint i = 0; i < subject->mentions->len; i++)
    {
      const Mention *mention = subject->mentions->pdata[i];
      const Sitting *sitting = mention->business->sitting;
      TagMode mode = mention->mode;
      View *mark;

      if (sitting->date == NULL)
        continue;
      /* What a meeting said in several items would be drawn in one place. */
      for (; i + 1 < subject->mentions->len; i++)
        {
          const Mention *next = subject->mentions->pdata[i + 1];

          if (next->business->sitting != sitting)
            break;
          mode = MAX (mode, next->mode);
        }
      mark = view_add (line, "marks");
      view_take (mark, "x", place (axis, calendar_days (sitting->date)));
      view_set_number (mark, "mode", mode);
      view_set_number (mark, "m", sitting->number);
    }
}

/* Longest silence first; what is too early or replaced to be asked for, last. */
static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const Subject *first = *(const Subject *const *)a;
  const Subject *second = *(const Subject *const *)b;
  gint order;

  if (first->early != second->early)
    return first->early ? 1 : -1;
  if (first->silent != second->silent)
    return first->silent ? -1 : 1;
  if (first->last != NULL && second->last != NULL)
    order = g_strcmp0 (first->last->business->sitting->date,
                       second->last->business->sitting->date);
  else
    order = second->months - first->months;
  if (order != 0)
    return order;
  return (gint)first->number - (gint)second->number;
}

static void
show_subject (const Display *display, const Subject *subject, View *view)
{
  g_autoptr (GString) concepts = g_string_new (NULL);

  for (guint i = 0; i < subject->concepts->len; i++)
    g_string_append_printf (concepts, "%s%s", i > 0 ? " " : "",
                            (const gchar *)subject->concepts->pdata[i]);
  view_set_number (view, "s", subject->number);
  view_take (view, "name", story_name (subject));
  if (subject->history != NULL && subject->history->number > 0)
    view_set_number (view, "no", subject->history->number);
  view_set (view, "text", subject->text);
  view_set (view, "concepts", concepts->str);
  view_set (view, "since", subject->history != NULL ? subject->history->since : NULL);
  view_set_flag (view, "early", subject->early);
  story_judge (subject, view);
}

static void
show_entries (const Display *display, const Chapter *chapter, View *view)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  Axis axis = find_axis (chapter);
  guint never = 0, longer = 0, recent = 0, unknown = 0;

  for (guint i = 0; i < chapter->subjects->len; i++)
    if (!((Subject *)chapter->subjects->pdata[i])->replaced)
      g_ptr_array_add (sorted, chapter->subjects->pdata[i]);
  g_ptr_array_sort (sorted, compare_entries);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Subject *subject = sorted->pdata[i];
      View *entry = view_add (view, "entries");

      show_subject (display, subject, entry);
      show_line (axis, subject, entry);
      if (subject->early)
        continue;
      never += subject->silent;
      unknown += !subject->silent && subject->months < 0;
      longer += !subject->silent && subject->months >= LONG_MONTHS;
      recent += !subject->silent && subject->months >= 0 && subject->months < LONG_MONTHS;
    }
  if (unknown > 0)
    view_set_number (view, "unknown", unknown);
  view_set_number (view, "never", never);
  view_set_number (view, "longer", longer);
  view_set_number (view, "recent", recent);
  view_set_flag (view, "n_shown", chapter->subjects->len > 0);
  view_set_flag (view, "replaced", sorted->len < chapter->subjects->len);
  for (guint i = 0; i < chapter->sittings->len && axis.start < axis.end; i++)
    {
      const Sitting *sitting = chapter->sittings->pdata[i];

      if (sitting->date != NULL && calendar_days (sitting->date) >= axis.start)
        view_take (view_add (view, "ticks"), "x",
                   place (axis, calendar_days (sitting->date)));
    }
}

/* "12 Jun" and "2024" */
static void
show_date (const gchar *date, View *view)
{
  g_autofree gchar *day = calendar_say_short (date);
  gchar *year = day != NULL ? strrchr (day, ' ') : NULL;

  if (year != NULL)
    {
      *year = '\0';
      view_set (view, "year", year + 1);
    }
  view_set (view, "day", day != NULL ? day : "No date");
}

static void
show_sittings (const Display *display, const Chapter *chapter, View *view)
{
  const Sitting *before = NULL;

  for (guint i = 0; i < chapter->sittings->len; i++)
    {
      const Sitting *sitting = chapter->sittings->pdata[i];
      View *column = view_add (view, "sittings");
      gint months = before != NULL ? calendar_months (before->date, sitting->date) : -1;

      view_set_number (column, "m", sitting->number);
      view_set_number (column, "b", display_find_body (display, sitting->body));
      view_set (column, "iso", sitting->date);
      view_set (column, "body", sitting->body);
      view_set (column, "remark", sitting->remark);
      view_take (column, "said", calendar_say (sitting->date));
      show_date (sitting->date, column);
      if (months >= PAUSE_MONTHS)
        view_take (column, "pause", calendar_say_months (months));
      before = sitting;
    }
}

/* What the subject's item of that sitting which goes furthest is, and how many there are;
 * *at is the first mention not looked at yet. */
static const Mention *
find_mention (const Subject *subject, const Sitting *sitting, guint *at, guint *ret_n)
{
  const Mention *best = NULL;

  *ret_n = 0;
  for (; *at < subject->mentions->len; (*at)++)
    {
      const Mention *mention = subject->mentions->pdata[*at];

      if (mention->business->sitting != sitting)
        break;
      if (best == NULL || mention->mode > best->mode)
        best = mention;
      (*ret_n)++;
    }
  return best;
}

/* Nobody discussed the subject since, and somebody could have. */
static gboolean
is_quiet (const Subject *subject, const Sitting *sitting)
{
  const gchar *from = subject->last != NULL      ? subject->last->business->sitting->date
                      : subject->history != NULL ? subject->history->since
                                                 : NULL;

  if (subject->replaced || sitting->date == NULL || from == NULL)
    return FALSE;
  return strcmp (sitting->date, from) > 0;
}

static void
show_cell (const Display *display, const Subject *subject, const Sitting *sitting,
           const Mention *mention, guint n, View *cell)
{
  static const gchar *const classes[] = { "m0", "m1", "m2" };
  const History *history = subject->history;

  if (mention != NULL)
    {
      View *link = view_add (cell, "link");

      view_set (cell, "cls", classes[mention->mode]);
      if (mention->mode >= display->detail->least)
        view_set_number (link, "n", mention->number);
      view_set (link, "mode_word", display_say_mode (mention->mode));
      if (n > 1)
        view_set_number (link, "times", n);
    }
  else if (history != NULL && sitting->date != NULL
           && g_strcmp0 (sitting->date, history->since) < 0)
    {
      view_set (cell, "cls", "b");
      view_set_flag (cell, "before", TRUE);
    }
  else if (history != NULL && history->until != NULL
           && g_strcmp0 (sitting->date, history->until) >= 0)
    {
      view_set (cell, "cls", "b");
      view_set_flag (cell, "after", TRUE);
    }
  else if (is_quiet (subject, sitting))
    view_set (cell, "cls", "q");
}

/* (nullable) What the rows are grouped by: the theme of a concept, the inspection of a
 * recommendation. */
static const gchar *
get_group (const Subject *subject)
{
  return subject->history != NULL ? subject->history->inspection : subject->theme;
}

/* Where there is one report, nothing has to be said of it. (transfer full) (nullable) */
static gchar *
say_group (const Display *display, const Chapter *chapter, const Subject *subject)
{
  const Subject *first = chapter->subjects->pdata[0];
  const Subject *last = chapter->subjects->pdata[chapter->subjects->len - 1];
  g_autofree gchar *day = NULL;

  if (subject->theme != NULL)
    return g_strdup (g_hash_table_lookup (display->labels, subject->theme));
  if (subject->history == NULL || subject->history->since == NULL
      || g_strcmp0 (get_group (first), get_group (last)) == 0)
    return NULL;
  day = calendar_say (subject->history->since);
  return g_strdup_printf ("The report of %s", day);
}

static void
show_rows (const Display *display, const Chapter *chapter, View *view)
{
  const gchar *group = NULL;

  for (guint i = 0; i < chapter->subjects->len; i++)
    {
      const Subject *subject = chapter->subjects->pdata[i];
      View *row = view_add (view, "rows");
      guint at = 0;

      show_subject (display, subject, row);
      view_set_flag (row, "replaced_by", subject->replaced);
      if (g_strcmp0 (group, get_group (subject)) != 0)
        view_take (row, "theme", say_group (display, chapter, subject));
      group = get_group (subject);
      for (guint j = 0; j < chapter->sittings->len; j++)
        {
          guint n;
          const Mention *mention =
              find_mention (subject, chapter->sittings->pdata[j], &at, &n);

          show_cell (display, subject, chapter->sittings->pdata[j], mention, n,
                     view_add (row, "cells"));
        }
    }
}

void
chart_show (const Display *display, const Chapter *chapter, View *view)
{
  Axis axis = find_axis (chapter);
  gboolean recommendations = !chapter->concepts;

  view_set (view, "noun", recommendations ? "recommendation" : "matter");
  view_set (view, "Noun", recommendations ? "Recommendation" : "Matter");
  view_set_flag (view, "of_concepts", chapter->concepts);
  view_set_number (view, "n_subjects", chapter->subjects->len);
  view_set (view, "s_subjects", chapter->subjects->len == 1 ? NULL : "s");
  view_set_number (view, "n_sittings", chapter->sittings->len);
  view_set (view, "s_sittings", chapter->sittings->len == 1 ? NULL : "s");
  view_set_number (view, "columns", chapter->sittings->len + 2);
  view_take (view, "oldest_said", calendar_say (chapter->oldest));
  view_take (view, "newest_said", calendar_say (chapter->newest));
  view_set (view, "newest", chapter->newest);
  view_set_flag (view, "wide", chapter->sittings->len <= MAX_WIDE);
  if (axis.start >= 0 && axis.start < axis.end)
    {
      const gchar *start = chapter->oldest;

      for (guint i = 0; i < chapter->subjects->len; i++)
        {
          const History *history = ((Subject *)chapter->subjects->pdata[i])->history;

          if (history != NULL && calendar_days (history->since) == axis.start)
            start = history->since;
        }
      view_take (view, "axis_start", calendar_say_short (start));
      view_take (view, "axis_end", calendar_say_short (chapter->newest));
    }
  show_entries (display, chapter, view);
  if (chapter->sittings->len > 0 && chapter->subjects->len > 0)
    {
      View *grid = view_add (view, "grid");

      show_sittings (display, chapter, grid);
      show_rows (display, chapter, grid);
    }
  for (guint i = 0; i < chapter->subjects->len; i++)
    story_show (display, chapter->subjects->pdata[i], view_add (view, "stories"));
}
