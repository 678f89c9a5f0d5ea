/* progress.c: counts, and a bar that fits the terminal. */

#include "pipelines/progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define BAR_WIDTH 20 /* columns */
#define WIDE 70      /* columns, from which on there is room for the bar */

struct Progress
{
  guint n;
  guint n_done;
  guint n_skipped;
  guint n_failed;
  guint by_reason[FAILURE_LAST + 1];
  guint64 pages, items, resolutions, tags, recommendations;
  gint64 begun; /* monotonic, microseconds */
  gboolean bar;
  gboolean drawn;
};

Progress *
progress_new (guint n, gboolean bar)
{
  Progress *self = g_new0 (Progress, 1);

  self->n = n;
  self->bar = bar;
  self->begun = g_get_monotonic_time ();
  return self;
}

void
progress_free (Progress *self)
{
  if (self == NULL)
    return;
  progress_clear (self);
  g_free (self);
}

void
progress_add (Progress *self, const CrewNews *news)
{
  self->n_done++;
  self->pages += news->yield.pages;
  self->items += news->yield.items;
  self->resolutions += news->yield.resolutions;
  self->tags += news->yield.tags;
  self->recommendations += news->yield.recommendations;
  if (news->failure == NULL)
    return;
  self->n_failed++;
  self->by_reason[news->failure->reason]++;
}

void
progress_skip (Progress *self)
{
  self->n_done++;
  self->n_skipped++;
}

guint
progress_get_failed (const Progress *self)
{
  return self->n_failed;
}

static gdouble
get_seconds (const Progress *self)
{
  return MAX (g_get_monotonic_time () - self->begun, 1) / (gdouble)G_USEC_PER_SEC;
}

static guint
get_columns (void)
{
  struct winsize size;

  if (ioctl (STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return 80;
}

static void
append_bar (const Progress *self, GString *line)
{
  guint full = self->n > 0 ? (guint)((guint64)BAR_WIDTH * self->n_done / self->n) : 0;

  g_string_append_c (line, '[');
  for (guint i = 0; i < BAR_WIDTH; i++)
    g_string_append_c (line, i < full ? '#' : '.');
  g_string_append (line, "] ");
}

/* Time left, by the documents that took time so far. */
static void
append_left (const Progress *self, GString *line)
{
  guint worked = self->n_done - self->n_skipped;
  guint left;

  if (worked == 0)
    return;
  left = (guint)(get_seconds (self) / worked * (self->n - self->n_done));
  if (left >= 3600)
    g_string_append_printf (line, ", %u:%02u:%02u left", left / 3600, left / 60 % 60,
                            left % 60);
  else
    g_string_append_printf (line, ", %u:%02u left", left / 60, left % 60);
}

/* A name may hold anything: what would move the cursor is shown as "?", and what does not
 * fit on the line is left away. */
static void
fit (GString *line, guint columns)
{
  g_autofree gchar *text = g_strdup (line->str);
  guint used = 0;

  g_string_truncate (line, 0);
  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isprint (c))
        c = '?';
      used += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
      if (used >= columns)
        return;
      g_string_append_unichar (line, c);
    }
}

/* What matters most stands first, for a narrow terminal shows no more. */
void
progress_draw (Progress *self, const CrewNews *slowest, const gchar *name)
{
  g_autoptr (GString) line = NULL;
  guint columns = get_columns ();

  if (!self->bar)
    return;
  line = g_string_new (NULL);
  if (columns >= WIDE)
    append_bar (self, line);
  g_string_append_printf (line, "%u of %u", self->n_done, self->n);
  if (self->n_failed > 0)
    g_string_append_printf (line, ", %u failed", self->n_failed);
  append_left (self, line);
  g_string_append_printf (line, ", %.0f pages/s", self->pages / get_seconds (self));
  if (slowest != NULL && slowest->seconds >= 1)
    {
      g_autofree gchar *base = g_path_get_basename (name);

      g_string_append_printf (line, ", %.0f s: %s", slowest->seconds, base);
    }
  fit (line, columns);
  fprintf (stderr, "\r%s\033[K", line->str);
  fflush (stderr);
  self->drawn = TRUE;
}

void
progress_clear (Progress *self)
{
  if (!self->drawn)
    return;
  fputs ("\r\033[K", stderr);
  fflush (stderr);
  self->drawn = FALSE;
}

/* What the command does not look for is not counted. */
static void
append_count (GString *text, guint64 count, const gchar *noun)
{
  if (count == 0)
    return;
  g_string_append_printf (text, ", %" G_GUINT64_FORMAT " %s%s", count, noun,
                          count == 1 ? "" : "s");
}

gchar *
progress_summarise (const Progress *self)
{
  GString *text = g_string_new (NULL);
  const gchar *between = ": ";

  g_string_append_printf (text, "%u document%s", self->n_done,
                          self->n_done == 1 ? "" : "s");
  if (self->n_skipped > 0)
    g_string_append_printf (text, " (%u done before)", self->n_skipped);
  append_count (text, self->pages, "page");
  append_count (text, self->items, "item");
  append_count (text, self->resolutions, "resolution");
  append_count (text, self->tags, "tag");
  append_count (text, self->recommendations, "recommendation");
  g_string_append_printf (text, " in %.1f s; %u failed", get_seconds (self),
                          self->n_failed);
  for (guint i = 0; i <= FAILURE_LAST; i++)
    if (self->by_reason[i] > 0)
      {
        g_string_append_printf (text, "%s%u %s", between, self->by_reason[i],
                                failure_reason_get_name (i));
        between = ", ";
      }
  return g_string_free (text, FALSE);
}
