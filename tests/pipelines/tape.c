/* tape.c: JSON as it should be, JSON as it should not, and numbers to the last digit. */

#include "pipelines/tape.h"

#include <string.h>

static const gchar *const refused[] = {
  "",
  " ",
  "{",
  "[1,]",
  "[1 2]",
  "{\"a\":1,}",
  "{\"a\"}",
  "{a:1}",
  "{\"a\":1,\"a\":2}",
  "{\"a\":1,\"\\u0061\":2}",
  "[1]]",
  "nul",
  "+1",
  "01",
  "-",
  "1.",
  ".5",
  "1e",
  "1e999",
  "9223372036854775808",
  "\"a",
  "\"\\",
  "\"\\x\"",
  "\"\\u12\"",
  "\"\\u0000\"",
  "\"\\ud800\"",
  "\"\\udc00\"",
  "\"\\ud800\\u0061\"",
  "\"\n\"",
  "\"\xff\"",
};

static void
test_refused (void)
{
  g_autoptr (Tape) tape = tape_new ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      /* Without a NUL after it: reading on would be seen by the sanitizer. */
      gsize length = strlen (refused[i]);
      g_autofree gchar *text = g_memdup2 (refused[i], length);

      g_test_message ("%s", refused[i]);
      g_assert_null (tape_parse (tape, text, length, &error));
      g_assert_error (error, TAPE_ERROR, TAPE_ERROR_SYNTAX);
    }
}

static void
test_depth (void)
{
  g_autoptr (Tape) tape = tape_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < TAPE_MAX_DEPTH; i++)
    {
      g_string_prepend_c (text, '[');
      g_string_append_c (text, ']');
    }
  g_assert_nonnull (tape_parse (tape, text->str, text->len, NULL));
  g_string_prepend_c (text, '[');
  g_string_append_c (text, ']');
  g_assert_null (tape_parse (tape, text->str, text->len, NULL));
}

static void
test_values (void)
{
  const gchar *text = " {\"a\" : [ 1, -2.50, \"x\\u00e9\\ud83d\\ude00\\n\", true, null ],"
                      "\"\\u0062\":{ },\"c\":[]} ";
  g_autoptr (Tape) tape = tape_new ();
  const TapeValue *value = tape_parse (tape, text, strlen (text), NULL);
  const TapeValue *one;
  g_autofree gchar *said = NULL;

  g_assert_nonnull (value);
  g_assert_cmpint (tape_get (value, "b")->kind, ==, TAPE_OBJECT);
  g_assert_cmpuint (tape_count (tape_get (value, "c")), ==, 0);
  g_assert_null (tape_get (value, "d"));
  g_assert_null (tape_get (tape_get (value, "c"), "a"));
  value = tape_get (value, "a");
  g_assert_cmpuint (tape_count (value), ==, 5);
  one = tape_first (value);
  g_assert_cmpint (tape_get_integer (one), ==, 1);
  one = tape_next (one);
  g_assert_cmpfloat (tape_get_real (one), ==, -2.5);
  one = tape_next (one);
  said = tape_dup (one);
  g_assert_cmpstr (said, ==, "xé😀\n");
  g_assert_true (tape_equal (one, said, strlen (said)));
  g_assert_false (tape_equal (one, "x", 1));
  one = tape_next (one);
  g_assert_cmpint (one->kind, ==, TAPE_TRUE);
  one = tape_next (one);
  g_assert_cmpint (one->kind, ==, TAPE_NULL);
}

/* Whatever way a number is read, it is what strtod makes of it. */
static void
test_numbers (void)
{
  static const gchar *const numbers[] = { "0",
                                          "-0.0",
                                          "0.1",
                                          "72.24",
                                          "595.32",
                                          "0.945",
                                          "123456.789012",
                                          "1e3",
                                          "-1.5E-3",
                                          "0.30000000000000004",
                                          "99999999999.999",
                                          "0.00000000000001",
                                          "1e-400",
                                          "1.7976931348623157e308" };
  g_autoptr (Tape) tape = tape_new ();
  const TapeValue *value;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      value = tape_parse (tape, numbers[i], strlen (numbers[i]), NULL);
      g_assert_nonnull (value);
      g_assert_cmpfloat (tape_get_real (value), ==, g_ascii_strtod (numbers[i], NULL));
    }
  value = tape_parse (tape, "-9223372036854775808", 20, NULL);
  g_assert_cmpint (tape_get_integer (value), ==, G_MININT64);
}

/* An object of many keys: a key twice among them is found too. */
static void
test_keys (void)
{
  g_autoptr (Tape) tape = tape_new ();
  g_autoptr (GString) text = g_string_new ("{");

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "\"%u\":[%u],", i, i);
  g_string_append (text, "\"200\":0}");
  g_assert_cmpint (tape_get (tape_parse (tape, text->str, text->len, NULL), "200")->kind,
                   ==, TAPE_INTEGER);
  g_string_truncate (text, text->len - 1);
  g_string_append (text, ",\"7\":0}");
  g_assert_null (tape_parse (tape, text->str, text->len, NULL));
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tape/refused", test_refused);
  g_test_add_func ("/tape/depth", test_depth);
  g_test_add_func ("/tape/values", test_values);
  g_test_add_func ("/tape/numbers", test_numbers);
  g_test_add_func ("/tape/keys", test_keys);
  return g_test_run ();
}
