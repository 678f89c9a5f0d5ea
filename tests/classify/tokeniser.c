/* Words and sentences of a text. */

#include "classify/tokeniser.h"

#include <string.h>

static void
check (const gchar *text, guint tokens, guint sentences)
{
  g_autoptr (Lexicon) lexicon = lexicon_new (NULL);
  g_autoptr (Prose) prose = prose_new ();

  tokeniser_read (lexicon, text, strlen (text), prose);
  if (prose->tokens->len != tokens || prose->sentences->len != sentences)
    g_error ("“%s”: %u words in %u sentences", text, prose->tokens->len,
             prose->sentences->len);
}

static void
test_words (void)
{
  check ("", 0, 0);
  check (" – ", 0, 0);
  check ("children’s plans", 2, 1);
  check ("‘quoted’ words", 2, 1);
  check ("the boys' plans", 3, 1);
  check ("16-year-olds", 3, 1);
  check ("£1,412.50 and 3.4", 3, 1);
  check ("naïve façade", 2, 1);
  check ("Plant a phobl ifanc ŵyn", 5, 1);
}

static void
test_sentences (void)
{
  check ("One. Two! Three? Four", 4, 4);
  check ("Cllr. J. Smith spoke.", 4, 1);
  check ("e.g. this one", 4, 1);
  check ("She said. “Why not?” He left", 6, 3);
  check ("a list\nof entries\n\nhere", 5, 3);
  check ("at 3.4 km. 17 left", 5, 2);
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "word ");
  check (text->str, 1000, 1000 / LEXICON_MAX_SENTENCE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokeniser/words", test_words);
  g_test_add_func ("/tokeniser/sentences", test_sentences);
  g_test_add_func ("/tokeniser/long", test_long);
  return g_test_run ();
}
