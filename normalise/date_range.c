/* date_range.c: words for a range of dates become its first and its last day. */

#include "normalise/date_range.h"

#include <string.h>

/* More dates than this no range has; what follows is other text. */
#define MAX_DATES 16

/* The day in "7 to |18 November", "11 – |22 July", "6 and |7 February", whose month
 * stands only with the last; 0 if there is none before offset. */
static guint
day_before (const gchar *text, gsize from, gsize offset)
{
  static const gchar *const joints[] = { "to", "and", "-", "–", "—", "&" };
  g_autofree gchar *before = g_strchomp (g_strndup (text + from, offset - from));
  guint day = 0;
  guint factor = 1;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_str_has_suffix (before, joints[i]))
      {
        before[strlen (before) - strlen (joints[i])] = '\0';
        g_strchomp (before);
        length = strlen (before);
        /* "7th to 18th" */
        if (length > 2 && g_ascii_isalpha (before[length - 1])
            && g_ascii_isdigit (before[length - 3]))
          length -= 2;
        for (; length > 0 && g_ascii_isdigit (before[length - 1]) && factor <= 100;
             length--, factor *= 10)
          day += (guint)g_ascii_digit_value (before[length - 1]) * factor;
        return day >= 1 && day <= 31 ? day : 0;
      }
  return 0;
}

/* "28 November to 9 December 2022": the year of a date that has none is the next one's,
 * or the year before where its month comes after the next one's. */
static void
lend_years (Date *dates, guint n)
{
  for (guint i = n; i > 0; i--)
    if (dates[i - 1].year == 0 && i < n && dates[i].year != 0)
      dates[i - 1].year =
          dates[i].year - (dates[i - 1].month > dates[i].month && dates[i].month > 0);
}

gboolean
date_range_read (DateReader *reader, const gchar *text, gsize length, gchar **ret_start,
                 gchar **ret_end)
{
  Date dates[MAX_DATES * 2];
  Date date;
  gsize from = 0;
  guint n = 0;
  const Date *first = NULL;
  const Date *last = NULL;

  while (n + 1 < G_N_ELEMENTS (dates)
         && date_reader_find (reader, text, length, from, &date))
    {
      guint day = day_before (text, from, date.span.start);

      if (day > 0 && day < date.day)
        {
          dates[n] = date;
          dates[n++].day = day;
        }
      dates[n++] = date;
      from = date.span.end;
    }
  lend_years (dates, n);
  for (guint i = 0; i < n; i++)
    {
      /* 29 February with a year that is lent may be no day at all. */
      if (dates[i].year == 0
          || !g_date_valid_dmy ((GDateDay)MAX (dates[i].day, 1),
                                (GDateMonth)MAX (dates[i].month, 1),
                                (GDateYear)dates[i].year))
        continue;
      if (first == NULL || date_days (&dates[i]) < date_days (first))
        first = &dates[i];
      if (last == NULL || date_days (&dates[i]) > date_days (last))
        last = &dates[i];
    }
  if (first == NULL)
    return FALSE;
  *ret_start = date_format (first);
  *ret_end = date_format (last);
  return TRUE;
}
