/* The words of a document. */

#include "normalise/vocabulary.h"

static void
test_words (void)
{
  g_autoptr (Vocabulary) words = vocabulary_new ();

  vocabulary_add_line (words, "The Multi-agency hub's CAFÉ; infor-", FALSE);
  vocabulary_add_line (words, "mation desk -- shut", TRUE);
  g_assert_true (vocabulary_has (words, "multi-agency"));
  g_assert_true (vocabulary_has (words, "HUB"));
  g_assert_true (vocabulary_has (words, "café"));
  g_assert_true (vocabulary_has (words, "desk"));
  g_assert_true (vocabulary_has (words, "shut"));
  g_assert_false (vocabulary_has (words, "infor"));
  g_assert_false (vocabulary_has (words, "mation"));
  g_assert_false (vocabulary_has (words, "multi"));
  g_assert_false (vocabulary_has (words, ""));
}

static void
test_many (void)
{
  g_autoptr (Vocabulary) words = vocabulary_new ();

  for (gchar a = 'a'; a <= 'z'; a++)
    for (gchar b = 'a'; b <= 'z'; b++)
      for (gchar c = 'a'; c <= 'e'; c++)
        vocabulary_add_line (words, (gchar[]){ a, b, c, '\0' }, FALSE);
  g_assert_true (vocabulary_has (words, "zze"));
  g_assert_true (vocabulary_has (words, "aaa"));
  g_assert_false (vocabulary_has (words, "aaf"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/words", test_words);
  g_test_add_func ("/vocabulary/many", test_many);
  return g_test_run ();
}
