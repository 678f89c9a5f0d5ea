#include "normalise/date_range.h"

#include <string.h>

static const struct
{
  const gchar *text;
  const gchar *start; /* NULL: none */
  const gchar *end;
} cases[] = {
  { "7 to 18 November 2022", "2022-11-07", "2022-11-18" },
  { "28 November to 9 December 2022", "2022-11-28", "2022-12-09" },
  { "12 December to 13 January 2023", "2022-12-12", "2023-01-13" },
  { "8 October 2018 to 19 October 2018", "2018-10-08", "2018-10-19" },
  { "11 – 22 July 2022", "2022-07-11", "2022-07-22" },
  { "6 and 7 February 2024. It was", "2024-02-06", "2024-02-07" },
  { "05 July 2016–27 July 2016", "2016-07-05", "2016-07-27" },
  { "5 to 9 December 2022 and 14 to 15 February 2023", "2022-12-05", "2023-02-15" },
  { "7th to 18th May 2019", "2019-05-07", "2019-05-18" },
  { "12 June 2024", "2024-06-12", "2024-06-12" },
  { "29 February to 2 March 2023", "2023-03-02", "2023-03-02" },
  { "7 to 18 November", NULL, NULL },
  { "page 7 to 18", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_cases (void)
{
  g_autoptr (DateReader) reader = date_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *start = NULL;
      g_autofree gchar *end = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (
          date_range_read (reader, cases[i].text, strlen (cases[i].text), &start, &end),
          ==, cases[i].start != NULL);
      g_assert_cmpstr (start, ==, cases[i].start);
      g_assert_cmpstr (end, ==, cases[i].end);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-range/cases", test_cases);
  return g_test_run ();
}
