/* due.c: words become a date by which something is due. */

#include "normalise/due.h"

#include "normalise/date.h"
#include "normalise/pattern.h"

#define MAX_LOOK 1000
#define MAX_DATES 8

enum
{
  RULE_DUE
};

/* clang-format off */
static const PatternRule rules[] = {
  /* "by Christmas", "to the next meeting", "within ten days" */
  [RULE_DUE] = { "due",
    "\\b(?:by|before|for|to|at|in)\\s+(?:the\\s+)?((?:end of\\s+)?(?:next (?:meeting|"
    "week|month|session)|Christmas|Easter|January|February|March|April|May|June|July|"
    "August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|"
    "Friday|the (?:week|month|year|term)|term|(?:spring|summer|autumn|winter)(?: "
    "term)?)(?:\\s+(?:20)[0-9]{2})?(?:\\s+meeting)?)\\b|"
    "\\b(within\\s+[\\w-]+\\s+(?:working\\s+)?(?:days?|weeks?|months?))\\b" },
};
/* clang-format on */

struct DueReader
{
  Patterns *patterns;
  DateReader *dates;
};

DueReader *
due_reader_new (void)
{
  DueReader *self = g_new0 (DueReader, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  self->dates = date_reader_new ();
  return self;
}

void
due_reader_free (DueReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  date_reader_free (self->dates);
  g_free (self);
}

/* "by 3 May", whenever that is */
static gboolean
follows_by (const gchar *text, gsize at)
{
  return at >= 3 && g_ascii_strncasecmp (text + at - 3, "by ", 3) == 0;
}

/* The first date of a day, from a byte on, that is not over when the meeting is held:
 * "the plan of 3 March to be sent by 9 June" is due in June. */
static gboolean
find_day (DueReader *self, const Meeting *meeting, const gchar *text, gsize length,
          Date *ret_date)
{
  Date held = { 0 };
  gsize from = 0;

  if (meeting->date == NULL || !date_parse (meeting->date, &held))
    held.year = 0;
  for (guint i = 0; i < MAX_DATES && from < length
                    && date_reader_find (self->dates, text, length, from, ret_date);
       i++)
    {
      from = ret_date->span.end;
      if (ret_date->day == 0)
        continue;
      if (ret_date->year == 0 && held.year != 0)
        {
          ret_date->year = held.year;
          if (held.day != 0 && date_days (ret_date) < date_days (&held))
            ret_date->year++;
        }
      if (held.day == 0 || ret_date->year == 0
          || date_days (ret_date) >= date_days (&held)
          || follows_by (text, ret_date->span.start))
        return TRUE;
    }
  return FALSE;
}

/* The due date as ISO 8601 where it can be told, else in the source's words. */
gchar *
due_reader_read (DueReader *self, const Meeting *meeting, const gchar *text, Span span)
{
  gsize length =
      character_start (text + span.start, MIN (span.end - span.start, MAX_LOOK));
  PatternMatch match;
  Date date;

  if (find_day (self, meeting, text + span.start, length, &date))
    {
      if (date.year > 0)
        return date_format (&date);
      return g_strndup (text + span.start + date.span.start,
                        date.span.end - date.span.start);
    }
  if (!patterns_find_within (self->patterns, RULE_DUE, text, span, MAX_LOOK, &match))
    return NULL;
  return pattern_match_dup (&match, pattern_match_has (&match, 1) ? 1 : 2, text);
}

/* The same of a cell that holds nothing else: its words, if it is no date. */
gchar *
due_reader_read_cell (DueReader *self, const Meeting *meeting, const gchar *text,
                      Span cell)
{
  gchar *due = due_reader_read (self, meeting, text, cell);
  Date date;

  /* "September 2025", and nothing else */
  if (due == NULL
      && date_reader_find (self->dates, text + cell.start, cell.end - cell.start, 0,
                           &date)
      && date.year > 0 && date.span.end - date.span.start + 1 >= cell.end - cell.start)
    return date_format (&date);
  return due != NULL ? due : g_strndup (text + cell.start, cell.end - cell.start);
}
