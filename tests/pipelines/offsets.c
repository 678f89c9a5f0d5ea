/* offsets.c: bytes to code points and back. */

#include "pipelines/offsets.h"

#include <string.h>

static void
test_ascii (void)
{
  g_autoptr (Offsets) offsets = offsets_new ("minutes");

  g_assert_cmpuint (offsets_get_length (offsets), ==, 7);
  for (guint i = 0; i <= 7; i++)
    {
      g_assert_cmpuint (offsets_to_points (offsets, i), ==, i);
      g_assert_cmpuint (offsets_to_bytes (offsets, i), ==, i);
    }
}

static void
test_empty (void)
{
  g_autoptr (Offsets) offsets = offsets_new ("");

  g_assert_cmpuint (offsets_get_length (offsets), ==, 0);
  g_assert_cmpuint (offsets_to_points (offsets, 0), ==, 0);
  g_assert_cmpuint (offsets_to_bytes (offsets, 0), ==, 0);
}

/* One, two, three and four bytes a character, over many marks. */
static void
test_wide (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Offsets) offsets = NULL;
  const gchar *p;
  gsize points = 0;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, i % 3 == 0 ? "a£’" : "ŵ😀");
  offsets = offsets_new (text->str);
  for (p = text->str; *p != '\0'; p = g_utf8_next_char (p), points++)
    {
      g_assert_cmpuint (offsets_to_points (offsets, p - text->str), ==, points);
      g_assert_cmpuint (offsets_to_bytes (offsets, points), ==, p - text->str);
    }
  g_assert_cmpuint (offsets_get_length (offsets), ==, points);
  g_assert_cmpuint (offsets_to_bytes (offsets, points), ==, text->len);
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offsets/ascii", test_ascii);
  g_test_add_func ("/offsets/empty", test_empty);
  g_test_add_func ("/offsets/wide", test_wide);
  return g_test_run ();
}
