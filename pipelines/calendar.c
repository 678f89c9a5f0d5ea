/* calendar.c: ISO 8601 to English. */

#include "pipelines/calendar.h"

#include "normalise/date.h"

static const gchar *const months[] = { "January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December" };

static gchar *
say (const gchar *text, guint letters)
{
  Date date;

  if (text == NULL || !date_parse (text, &date))
    return g_strdup (text);
  if (date.month == 0)
    return g_strdup_printf ("%u", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%.*s %u", (gint)letters, months[date.month - 1], date.year);
  return g_strdup_printf ("%u %.*s %u", date.day, (gint)letters, months[date.month - 1],
                          date.year);
}

gchar *
calendar_say (const gchar *date)
{
  return say (date, 9);
}

gchar *
calendar_say_short (const gchar *date)
{
  return say (date, 3);
}

gint
calendar_months (const gchar *from, const gchar *to)
{
  Date a;
  Date b;
  gint n;

  if (from == NULL || to == NULL || !date_parse (from, &a) || !date_parse (to, &b)
      || a.month == 0 || b.month == 0)
    return -1;
  n = ((gint)b.year - (gint)a.year) * 12 + (gint)b.month - (gint)a.month
      - (MAX (b.day, 1) < MAX (a.day, 1));
  return MAX (n, -1);
}

gchar *
calendar_say_months (gint n)
{
  if (n <= 0)
    return g_strdup ("less than a month");
  return g_strdup_printf ("%d month%s", n, n == 1 ? "" : "s");
}

gint
calendar_days (const gchar *text)
{
  Date date;

  if (text == NULL || !date_parse (text, &date))
    return -1;
  date.month = MAX (date.month, 1);
  date.day = MAX (date.day, 1);
  return date_days (&date);
}
