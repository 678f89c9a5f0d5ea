/* date.c: dates in running text become year, month and day. */

#include "normalise/date.h"

#include <stdio.h>

#include "normalise/pattern.h"

#define WEEKDAY                                                                          \
  "(?:(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?,?\\s+(?:the\\s+)?)?"
#define MONTH                                                                            \
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"       \
  "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|"     \
  "ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\\b\\.?"
/* An ordinal may stand apart where it was printed small and raised: "20 th August". */
/* Recognised pages have "l4 March" for 14. */
#define DAY "([0-3]?[0-9]|[lI][0-9]|[1-3][lIO])(?:\\s?(?:st|nd|rd|th|fed|eg|ain|af))?"
#define YEAR "((?:19|20)[0-9]{2})(?![0-9])"

enum
{
  RULE_WORDS,
  RULE_FIGURES,
  RULE_ISO,
  RULE_YEAR,
};

static const PatternRule rules[] = {
  /* "Thursday, 3rd July, 2025", "18 November", "July 2023", "September 24th 2018" */
  { "a date with its month in words",
    "(?<![\\w£$/])(?:" WEEKDAY DAY
    "(?:(?:\\s+day)?(?:\\s+of)?[\\s,-]+|(?<=st|nd|rd|th))" MONTH "(?:[\\s,-]+" YEAR ")?"
    "|" WEEKDAY MONTH "\\s+" DAY "(?![0-9])(?:,?\\s+" YEAR ")?"
    "|" MONTH "[\\s,]+" YEAR
    ")(?:(?!\\w)|(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day|at\\s))",
    PATTERN_CASELESS },
  /* "15/05/2024", "10.10.23", "8-7-2025" */
  { "a date in figures",
    "(?<![0-9./£-])([0-3]?[0-9])([./-])([01]?[0-9])\\2((?:19|20)?[0-9]{2})(?![0-9/]|[.-]["
    "0-9])",
    PATTERN_PLAIN },
  /* "2025-07-16" */
  { "an ISO date", "(?<![0-9/-])" YEAR "-([01][0-9])-([0-3][0-9])(?![0-9-])",
    PATTERN_PLAIN },
  /* "in 2019" */
  { "a year alone", "(?<![\\w£$/,.-])" YEAR "(?![\\w/%]|[,.-][0-9])", PATTERN_PLAIN },
};

struct DateReader
{
  Patterns *patterns;
};

DateReader *
date_reader_new (void)
{
  DateReader *self = g_new0 (DateReader, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  return self;
}

void
date_reader_free (DateReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

guint
date_month (const gchar *word, gsize length)
{
  static const struct
  {
    const gchar *stem;
    guint month;
  } stems[] = {
    { "jan", 1 },    { "feb", 2 },     { "mawrth", 3 },     { "mar", 3 },
    { "apr", 4 },    { "mai", 5 },     { "may", 5 },        { "jun", 6 },
    { "jul", 7 },    { "aug", 8 },     { "sep", 9 },        { "oct", 10 },
    { "nov", 11 },   { "dec", 12 },    { "ionawr", 1 },     { "chwefror", 2 },
    { "ebrill", 4 }, { "mehefin", 6 }, { "gorffennaf", 7 }, { "awst", 8 },
    { "medi", 9 },   { "hydref", 10 }, { "tachwedd", 11 },  { "rhagfyr", 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    if (length >= strlen (stems[i].stem)
        && g_ascii_strncasecmp (word, stems[i].stem, strlen (stems[i].stem)) == 0)
      return stems[i].month;
  return 0;
}

static guint
digit_of (gchar c)
{
  if (g_ascii_isdigit (c))
    return (guint)(c - '0');
  return g_ascii_tolower (c) == 'o' ? 0 : 1;
}

static guint
number_of (const PatternMatch *match, guint group, const gchar *text)
{
  guint value = 0;

  if (!pattern_match_has (match, group))
    return 0;
  for (gsize i = match->group[group].start; i < match->group[group].end; i++)
    value = value * 10 + digit_of (text[i]);
  return value;
}

static guint
month_of (const PatternMatch *match, guint group, const gchar *text)
{
  Span span = match->group[group];

  return pattern_match_has (match, group)
             ? date_month (text + span.start, span.end - span.start)
             : 0;
}

/* A day without a year may be 29 February. */
static gboolean
date_exists (const Date *date)
{
  if (date->month == 0)
    return date->year != 0;
  if (date->month > 12)
    return FALSE;
  if (date->day == 0)
    return date->year != 0;
  return g_date_valid_dmy ((GDateDay)date->day, (GDateMonth)date->month,
                           (GDateYear)(date->year != 0 ? date->year : 2000));
}

static void
fill (Date *date, guint rule, const PatternMatch *match, const gchar *text)
{
  *date = (Date){ .span = match->group[0] };
  switch (rule)
    {
    case RULE_WORDS:
      date->day = number_of (match, 1, text) + number_of (match, 5, text);
      date->month = month_of (match, 2, text) + month_of (match, 4, text)
                    + month_of (match, 7, text);
      date->year = number_of (match, 3, text) + number_of (match, 6, text)
                   + number_of (match, 8, text);
      break;
    case RULE_FIGURES:
      date->day = number_of (match, 1, text);
      date->month = number_of (match, 3, text);
      date->year = number_of (match, 4, text);
      if (date->year < 100)
        date->year += date->year < 70 ? 2000 : 1900;
      break;
    case RULE_ISO:
      date->year = number_of (match, 1, text);
      date->month = number_of (match, 2, text);
      date->day = number_of (match, 3, text);
      break;
    default:
      date->year = number_of (match, 1, text);
      break;
    }
  /* "they may 2 of them": a month that comes first is a name, with a capital. */
  for (guint group = 4; rule == RULE_WORDS && group <= 7; group += 3)
    if (pattern_match_has (match, group)
        && g_ascii_islower (text[match->group[group].start]))
      date->month = 13;
  /* "no 0.12.2019" and "day 0" are no dates: what was printed as a day must be one. */
  if (rule != RULE_YEAR && rule != RULE_WORDS && date->day == 0)
    date->month = 13;
}

static gboolean
find (DateReader *self, guint rule, const gchar *text, gsize length, gsize from,
      Date *ret_date)
{
  PatternMatch match;

  while (patterns_find (self->patterns, rule, text, length, from, &match))
    {
      Date date;

      fill (&date, rule, &match, text);
      if (date_exists (&date))
        {
          *ret_date = date;
          return TRUE;
        }
      /* Every date begins with ASCII; "31 June 2024" still says June 2024. */
      from = match.group[0].start + 1;
    }
  return FALSE;
}

gboolean
date_reader_find (DateReader *self, const gchar *text, gsize length, gsize from,
                  Date *ret_date)
{
  Date best = { .span = { G_MAXSIZE, G_MAXSIZE } };

  for (guint rule = RULE_WORDS; rule <= RULE_ISO; rule++)
    {
      Date date;

      /* Only what begins before the best so far can be better. */
      if (find (self, rule, text, length, from, &date)
          && date.span.start < best.span.start)
        best = date;
    }
  if (best.span.start == G_MAXSIZE)
    return FALSE;
  *ret_date = best;
  return TRUE;
}

gboolean
date_reader_year (DateReader *self, const gchar *text, gsize length, gsize from,
                  Date *ret_date)
{
  return find (self, RULE_YEAR, text, length, from, ret_date);
}

gchar *
date_format (const Date *date)
{
  if (date->year == 0)
    return NULL;
  if (date->month == 0)
    return g_strdup_printf ("%04u", date->year);
  if (date->day == 0)
    return g_strdup_printf ("%04u-%02u", date->year, date->month);
  return g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
}

gboolean
date_parse (const gchar *text, Date *ret_date)
{
  Date date = { 0 };

  if (sscanf (text, "%4u-%2u-%2u", &date.year, &date.month, &date.day) < 1)
    return FALSE;
  date.span.end = strlen (text);
  if (date.year == 0 || !date_exists (&date))
    return FALSE;
  *ret_date = date;
  return TRUE;
}

gint
date_days (const Date *date)
{
  static const guint unix_epoch = 719163; /* 1 January 1970, in GDate's days */
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay)MAX (date->day, 1), (GDateMonth)MAX (date->month, 1),
                  (GDateYear)date->year);
  return (gint)g_date_get_julian (&day) - (gint)unix_epoch;
}
