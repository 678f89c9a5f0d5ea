/* Dates and times as people say them. */

#include "pipelines/calendar.h"

static void
says (const gchar *date, const gchar *wanted, const gchar *wanted_short)
{
  g_autofree gchar *got = calendar_say (date);
  g_autofree gchar *got_short = calendar_say_short (date);

  g_assert_cmpstr (got, ==, wanted);
  g_assert_cmpstr (got_short, ==, wanted_short);
}

static void
test_say (void)
{
  says ("2025-06-17", "17 June 2025", "17 Jun 2025");
  says ("2025-06", "June 2025", "Jun 2025");
  says ("2025", "2025", "2025");
  says ("some day", "some day", "some day");
  says (NULL, NULL, NULL);
}

static void
test_months (void)
{
  g_assert_cmpint (calendar_months ("2024-11-20", "2025-06-17"), ==, 6);
  g_assert_cmpint (calendar_months ("2024-11-17", "2025-06-17"), ==, 7);
  g_assert_cmpint (calendar_months ("2025-06-17", "2025-06-17"), ==, 0);
  g_assert_cmpint (calendar_months ("2024-06", "2025-06-17"), ==, 12);
  g_assert_cmpint (calendar_months ("2024", "2025-06-17"), ==, -1);
  g_assert_cmpint (calendar_months ("2025-07-01", "2025-06-17"), ==, -1);
  g_assert_cmpint (calendar_months (NULL, "2025-06-17"), ==, -1);
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/say", test_say);
  g_test_add_func ("/calendar/months", test_months);
  return g_test_run ();
}
