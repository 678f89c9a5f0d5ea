#include "normalise/date.h"

typedef struct
{
  const gchar *text;
  const gchar *date;  /* NULL: none; "" a date without a year */
  const gchar *exact; /* what it was found in */
} Case;

static const Case cases[] = {
  { "held on Monday 20th August 2018 at 7", "2018-08-20", "Monday 20th August 2018" },
  { "on Thursday, 3rd July, 2025, 10.00 am", "2025-07-03", "Thursday, 3rd July, 2025" },
  { "21ST JANUARY, 2025", "2025-01-21", "21ST JANUARY, 2025" },
  { "the 8th of July 2025", "2025-07-08", "8th of July 2025" },
  { "next is September 24th 2018.", "2018-09-24", "September 24th 2018" },
  { "on 20 th August 2018", "2018-08-20", "20 th August 2018" },
  { "on Thursday, l4 March 2019", "2019-03-14", "Thursday, l4 March 2019" },
  { "on 2O May 2019", "2019-05-20", "2O May 2019" },
  { "in July 2023 the", "2023-07", "July 2023" },
  { "Meeting: 15/05/2024 - Board", "2024-05-15", "15/05/2024" },
  { "Committee, 10.10.23", "2023-10-10", "10.10.23" },
  { "content 2025-07-16.", "2025-07-16", "2025-07-16" },
  { "ar 11 Rhagfyr 2019 yn", "2019-12-11", "11 Rhagfyr 2019" },
  { "in 29-Feb-2024 form", "2024-02-29", "29-Feb-2024" },
  { "(18 November).", "", "18 November" },
  { "1 Sept 2021", "2021-09-01", "1 Sept 2021" },
  { "on 31 June 2024", "2024-06", "June 2024" },
  { "on 29/02/2023", NULL, NULL },
  { "paragraph 1.2.3.4 of 19.03.5", NULL, NULL },
  { "they may 2 of them", NULL, NULL },
  { "on May 2", "", "May 2" },
  { "decided in March", NULL, NULL },
  { "the 2018/19 Budget, 2,019 and £2019", NULL, NULL },
  { "reference 12/24", NULL, NULL },
};

static void
test_find (void)
{
  g_autoptr (DateReader) reader = date_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autofree gchar *found = NULL;
      g_autofree gchar *exact = NULL;
      Date date;

      g_test_message ("%s", c->text);
      if (!date_reader_find (reader, c->text, strlen (c->text), 0, &date))
        {
          g_assert_null (c->date);
          continue;
        }
      found = date_format (&date);
      exact = g_strndup (c->text + date.span.start, date.span.end - date.span.start);
      g_assert_cmpstr (found != NULL ? found : "", ==, c->date);
      g_assert_cmpstr (exact, ==, c->exact);
    }
}

static void
test_year (void)
{
  static const gchar *text = "costs of £2019 for 2018/19 were known in 2017, not 2,016";
  g_autoptr (DateReader) reader = date_reader_new ();
  g_autofree gchar *found = NULL;
  Date date;

  g_assert_true (date_reader_year (reader, text, strlen (text), 0, &date));
  found = date_format (&date);
  g_assert_cmpstr (found, ==, "2017");
  g_assert_false (date_reader_year (reader, text, strlen (text), date.span.end, &date));
}

static void
test_parse (void)
{
  Date a, b;

  g_assert_true (date_parse ("2024-03-01", &a));
  g_assert_true (date_parse ("2024-02-28", &b));
  g_assert_cmpint (date_days (&a) - date_days (&b), ==, 2);
  g_assert_true (date_parse ("2023-07", &a));
  g_assert_cmpuint (a.day, ==, 0);
  g_assert_false (date_parse ("soon", &a));
  g_assert_false (date_parse ("2023-13", &a));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/find", test_find);
  g_test_add_func ("/date/year", test_year);
  g_test_add_func ("/date/parse", test_parse);
  return g_test_run ();
}
