/* repetition.c: two spans are compared by their words. */

#include "normalise/repetition.h"

/* Letters by which two words are compared. */
#define SAME_LETTERS 4

/* A set of the words of a resolution, for comparison. */
static GHashTable *
words_of (const gchar *text, Span span)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize at = span.start;

  while (at < span.end)
    {
      gsize from;

      while (at < span.end && !g_ascii_isalnum (text[at]))
        at++;
      for (from = at; at < span.end && g_ascii_isalnum (text[at]);)
        at++;
      /* "Noted the report" and "Notes the report" are one. */
      if (at > from)
        g_hash_table_add (words,
                          g_ascii_strdown (text + from, MIN (at - from, SAME_LETTERS)));
    }
  return words;
}

gboolean
repetition_same (const gchar *text, Span a, Span b)
{
  g_autoptr (GHashTable) words = words_of (text, a);
  g_autoptr (GHashTable) others = words_of (text, b);
  GHashTableIter iter;
  gpointer word;
  guint common = 0;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    common += g_hash_table_contains (others, word);
  return 10 * 2 * common >= 8 * (g_hash_table_size (words) + g_hash_table_size (others));
}
