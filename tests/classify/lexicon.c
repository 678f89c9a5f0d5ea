/* The words of texts, each known once. */

#include "classify/lexicon.h"

static Word *
know (Lexicon *lexicon, const gchar *bytes)
{
  return lexicon_word (lexicon, bytes, strlen (bytes), strlen (bytes));
}

static void
test_once (void)
{
  static const gchar *const words[] = { "a",
                                        "home",
                                        "homely",
                                        "children",
                                        "childrens",
                                        "accommodating",
                                        "accommodation",
                                        "ŵy",
                                        "homes",
                                        "homeli’",
                                        "placement",
                                        "misunderstanding",
                                        "misunderstandings",
                                        "misunderstandingx",
                                        "underunderstanding",
                                        "understanderstanding" };
  g_autoptr (Lexicon) lexicon = lexicon_new (NULL);
  const Word *known[G_N_ELEMENTS (words)];

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      known[i] = know (lexicon, words[i]);
      g_assert_cmpuint (known[i]->length, ==, strlen (words[i]));
      for (guint j = 0; j < i; j++)
        g_assert_true (known[i] != known[j]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (know (lexicon, words[i]) == known[i]);
  g_assert_true (know (lexicon, "homes")->stem == know (lexicon, "home")->stem);
  g_assert_true (know (lexicon, "children")->stem != know (lexicon, "home")->stem);
}

/* What is too long is no word, and the same one. */
static void
test_too_long (void)
{
  g_autoptr (Lexicon) lexicon = lexicon_new (NULL);
  g_autofree gchar *fits = g_strnfill (64, 'x');
  g_autofree gchar *one = g_strnfill (65, 'x');
  g_autofree gchar *other = g_strnfill (1000, 'y');

  g_assert_true (know (lexicon, one) == know (lexicon, other));
  g_assert_true (know (lexicon, one) != know (lexicon, fits));
}

/* The most slots in a row that are taken. */
static guint
longest_run (const Lexicon *lexicon)
{
  guint longest = 0, run = 0;

  for (guint32 i = 0; i < lexicon->n_slots; i++)
    {
      run = lexicon->slots[i] != NULL ? run + 1 : 0;
      longest = MAX (longest, run);
    }
  return longest;
}

/* Words that begin and end alike do not stand in one another's way. */
static void
test_alike (void)
{
  static const guint n = 3000;
  g_autoptr (Lexicon) lexicon = lexicon_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree gchar *word = g_strdup_printf ("aaaaaaaa%04ubbbbbbbb", i);
      g_autofree gchar *longer = g_strdup_printf ("aaaaaaaacccccccc%04ubbbbbbbb", i);
      const Word *known = know (lexicon, word);

      know (lexicon, longer);
      g_assert_true (know (lexicon, word) == known);
    }
  g_assert_cmpuint (longest_run (lexicon), <, n / 3);
}

/* Words are forgotten when there are more than are kept, and not before. */
static void
test_forget (void)
{
  g_autoptr (Lexicon) lexicon = lexicon_new (NULL);
  const Word *first = know (lexicon, "first");

  for (guint i = 1; i < LEXICON_KEEP; i++)
    {
      g_autofree gchar *word = g_strdup_printf ("w%u", i);

      know (lexicon, word);
    }
  lexicon_forget (lexicon);
  g_assert_true (know (lexicon, "first") == first);
  know (lexicon, "another");
  lexicon_forget (lexicon);
  g_assert_cmpuint (longest_run (lexicon), ==, 0);
  g_assert_cmpuint (know (lexicon, "first")->length, ==, strlen ("first"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/once", test_once);
  g_test_add_func ("/lexicon/too-long", test_too_long);
  g_test_add_func ("/lexicon/alike", test_alike);
  g_test_add_func ("/lexicon/forget", test_forget);
  return g_test_run ();
}
