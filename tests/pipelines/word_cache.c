/* word_cache.c: the tokens of invented texts are what the tokeniser behind it says, and
 * it is asked once. */

#include "pipelines/word_cache.h"

#include <string.h>

static guint n_asked;

/* Small letters, and nothing else, make tokens: "don’t9" is "don" and "t". */
static gint
tokenise (gpointer base, const gchar *text, gint length, gpointer data,
          WordTokenFunc func)
{
  gint code = 0;

  n_asked++;
  for (gint i = 0; i < length && code == 0; i++)
    {
      gint start = i;

      while (i < length && g_ascii_islower (text[i]))
        i++;
      if (i > start)
        code = func (data, 0, text + start, i - start, start, i);
    }
  return code;
}

static gint
note (gpointer data, gint flags, const gchar *token, gint length, gint start, gint end)
{
  GString *seen = data;

  g_string_append_printf (seen, "%.*s %d-%d|", length, token, start, end);
  return seen->len > 200 ? 7 : 0;
}

static gchar *
tokens_of (WordCache *words, const gchar *text)
{
  GString *seen = g_string_new (NULL);

  g_assert_cmpint (word_cache_tokenise (words, text, (gint)strlen (text), seen, note), ==,
                   0);
  return g_string_free (seen, FALSE);
}

static void
assert_tokens (WordCache *words, const gchar *text, const gchar *wanted)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree gchar *tokens = tokens_of (words, text);

      g_assert_cmpstr (tokens, ==, wanted);
    }
}

static void
test_tokens (void)
{
  g_autoptr (WordCache) words = word_cache_new (tokenise, NULL);

  assert_tokens (words, "", "");
  assert_tokens (words, " – ., ", "");
  assert_tokens (words, "the fee, the fee", "the 0-3|fee 4-7|the 9-12|fee 13-16|");
  assert_tokens (words, "don’t9 do", "don 0-3|t 6-7|do 9-11|");
  assert_tokens (words, "a’b’c’d", "a 0-1|b 4-5|c 8-9|d 12-13|");
  assert_tokens (words, "incomprehensibilitiesandmore x",
                 "incomprehensibilitiesandmore 0-28|x 29-30|");
  assert_tokens (words, "123 \xff ab", "ab 6-8|");
}

static void
test_asked_once (void)
{
  g_autoptr (WordCache) words = word_cache_new (tokenise, NULL);
  g_autofree gchar *first = tokens_of (words, "panel of the panel");
  g_autofree gchar *second = NULL;

  n_asked = 0;
  second = tokens_of (words, "the panel of");
  g_assert_cmpuint (n_asked, ==, 0);
  g_assert_cmpstr (second, ==, "the 0-3|panel 4-9|of 10-12|");
}

/* More words than there are places for. */
static void
test_many (void)
{
  g_autoptr (WordCache) words = word_cache_new (tokenise, NULL);

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 40000; i++)
      {
        gchar text[] = { 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676 % 26,
                         'a' + i / 17576, '\0' };
        g_autofree gchar *wanted = g_strdup_printf ("%s 0-4|", text);
        g_autofree gchar *tokens = tokens_of (words, text);

        g_assert_cmpstr (tokens, ==, wanted);
      }
}

static void
test_ended (void)
{
  g_autoptr (WordCache) words = word_cache_new (tokenise, NULL);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "again ");
  g_assert_cmpint (word_cache_tokenise (words, text->str, (gint)text->len, seen, note),
                   ==, 7);
  g_assert_cmpuint (seen->len, <, 220);
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word_cache/tokens", test_tokens);
  g_test_add_func ("/word_cache/asked-once", test_asked_once);
  g_test_add_func ("/word_cache/many", test_many);
  g_test_add_func ("/word_cache/ended", test_ended);
  return g_test_run ();
}
