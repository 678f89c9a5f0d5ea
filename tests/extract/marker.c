/* marker.c: the markers that browsers draw. */

#include "extract/marker.h"

static void
check (gchar style, guint number, const gchar *expected)
{
  g_autofree gchar *text = marker_text (style, number);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  check ('1', 12, "12.");
  check ('a', 2, "b.");
  check ('A', 26, "Z.");
  check ('a', 27, "aa.");
  check ('a', 703, "aaa.");
  check ('i', 4, "iv.");
  check ('I', 1999, "MCMXCIX.");
  check ('i', 4000, "4000.");
  check ('*', 3, "•");
}

static void
test_begins (void)
{
  static const gchar *const with[] = { "(a) the", "(iv) the", "(1) the", "1. the",
                                       "1.2 the", "12) the",  "a) the",  "b. the",
                                       "• the",   "- the" };
  static const gchar *const without[] = { "the",         "",   "1", "A report",
                                          "(continued)", "-5", "(", "12:30 the" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (with); i++)
    g_assert_true (marker_begins (with[i]));
  for (i = 0; i < G_N_ELEMENTS (without); i++)
    g_assert_false (marker_begins (without[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marker/text", test_text);
  g_test_add_func ("/marker/begins", test_begins);
  return g_test_run ();
}
