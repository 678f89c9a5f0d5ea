/* when.c: words such as "July last year" become dates. */

#include "normalise/when.h"

#include "normalise/pattern.h"

#define MONTH                                                                            \
  "(January|February|March|April|May|June|July|August|September|October|November|"       \
  "December)"

enum
{
  DAYS,
  MONTHS,
  MONTH_OF,
  MONTH_YEAR,
  LAST_MONTH,
  BARE_MONTH,
  LAST,
  N_RULES
};

/* clang-format off */
static const PatternRule rules[N_RULES] = {
  /* "5 and 6 March 2024", "from 17th to 28th July, 2023": the first day */
  [DAYS] = { "two days",
    "\\b([0-9]{1,2})(?:st|nd|rd|th)?\\s*(?:and|to|&|[-–])\\s*[0-9]{1,2}(?:st|nd|rd|th)?"
    "\\s+" MONTH ",?\\s+((?:19|20)[0-9]{2})\\b" },

  /* "February and March of 2019", "between September and February" */
  [MONTHS] = { "two months",
    "\\b(between\\s+)?" MONTH "\\s+(?:and|to|[-–/])\\s+" MONTH "\\b(?:\\s+(?:of\\s+)?"
    "((?:19|20)[0-9]{2})\\b|\\s+(last|this)\\s+year\\b)?" },

  /* "March of 2019" */
  [MONTH_OF] = { "month of year",
    "\\b" MONTH "\\s+of\\s+((?:19|20)[0-9]{2})\\b" },

  /* "July last year" */
  [MONTH_YEAR] = { "month last year",
    "\\b" MONTH "\\s+(last|this)\\s+year\\b" },

  /* "last July" */
  [LAST_MONTH] = { "last month",
    "\\b(?:last|this)\\s+" MONTH "\\b" },

  /* "in August", "its June visit", "at the end of April"; "May" must be told from "may" */
  [BARE_MONTH] = { "month",
    "\\b(?:in|of|during|its|the|early|late|mid|from)[\\s-]+" MONTH
    "\\b(?!\\s+(?:of\\s+)?[0-9]|,?\\s+(?:last|this)\\s+year)" },

  /* "last year" */
  [LAST] = { "last year",
    "\\blast\\s+year\\b" },
};
/* clang-format on */

struct WhenReader
{
  Patterns *patterns;
  DateReader *dates;
};

WhenReader *
when_reader_new (void)
{
  WhenReader *self = g_new0 (WhenReader, 1);

  self->patterns = patterns_new (rules, N_RULES);
  self->dates = date_reader_new ();
  return self;
}

void
when_reader_free (WhenReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  date_reader_free (self->dates);
  g_free (self);
}

static guint
month_in (const PatternMatch *match, guint group, const gchar *text)
{
  if (!pattern_match_has (match, group))
    return 0;
  return date_month (text + match->group[group].start,
                     match->group[group].end - match->group[group].start);
}

static guint
number_in (const PatternMatch *match, guint group, const gchar *text)
{
  if (!pattern_match_has (match, group))
    return 0;
  return (guint)g_ascii_strtoull (text + match->group[group].start, NULL, 10);
}

/* The year of a month that is told without one; 0 if the meeting's day is not known. */
static guint
year_of (guint month, const Date *held)
{
  if (held == NULL || held->year == 0)
    return 0;
  return held->month != 0 && month > held->month ? held->year - 1 : held->year;
}

/* "last year" (l), "this year" (t) */
static guint
year_from (const PatternMatch *match, guint group, const gchar *text, const Date *held)
{
  if (!pattern_match_has (match, group) || held == NULL || held->year == 0)
    return 0;
  return text[match->group[group].start] == 'l' ? held->year - 1 : held->year;
}

/* Reads the match of a rule into a date; its year is 0 if it cannot be worked out. */
static void
read_match (guint rule, const PatternMatch *match, const gchar *text, const Date *held,
            Date *date)
{
  *date = (Date){ .span = match->group[0] };
  switch (rule)
    {
    case DAYS:
      date->day = number_in (match, 1, text);
      date->month = month_in (match, 2, text);
      date->year = number_in (match, 3, text);
      if (date->day < 1 || date->day > 31)
        date->day = 0;
      break;
    case MONTHS:
      date->month = month_in (match, pattern_match_has (match, 1) ? 3 : 2, text);
      date->span.start = match->group[2].start;
      date->year = number_in (match, 4, text);
      if (date->year == 0)
        date->year = year_from (match, 5, text, held);
      if (date->year == 0)
        date->year = year_of (date->month, held);
      break;
    case MONTH_OF:
      date->month = month_in (match, 1, text);
      date->year = number_in (match, 2, text);
      break;
    case MONTH_YEAR:
      date->month = month_in (match, 1, text);
      date->year = year_from (match, 2, text, held);
      break;
    case LAST_MONTH:
    case BARE_MONTH:
      date->month = month_in (match, 1, text);
      date->year = year_of (date->month, held);
      date->span = match->group[1];
      break;
    default:
      date->year = held != NULL && held->year > 0 ? held->year - 1 : 0;
      break;
    }
}

/* "20 December": the last one before the meeting */
static void
complete (Date *date, const Date *held)
{
  if (date->year == 0 && date->month > 0)
    date->year = year_of (date->month, held);
}

gboolean
when_reader_find (WhenReader *self, const gchar *text, gsize length, gsize from,
                  const Date *held, Date *ret_date)
{
  Date best = { .span = { G_MAXSIZE, 0 } };
  Date date;
  gsize at = from;

  while (date_reader_find (self->dates, text, length, at, &date))
    {
      complete (&date, held);
      if (date.year > 0)
        {
          best = date;
          break;
        }
      at = date.span.end;
    }
  if (date_reader_year (self->dates, text, length, from, &date)
      && date.span.start < best.span.start)
    best = date;
  for (guint rule = 0; rule < N_RULES; rule++)
    {
      PatternMatch match;

      if (!patterns_find (self->patterns, rule, text, length, from, &match))
        continue;
      read_match (rule, &match, text, held, &date);
      if (date.year > 0
          && (date.span.start < best.span.start
              || (date.span.start == best.span.start && date.span.end > best.span.end)))
        best = date;
    }
  if (best.year == 0)
    return FALSE;
  *ret_date = best;
  return TRUE;
}
