/* word.c: a word as it stands in a text → what is stemmed. */

#include "classify/word.h"

void
word_normalise (GString *word)
{
  g_string_replace (word, "\xe2\x80\x99", "'", 0);
  while (word->len > 0 && word->str[0] == '\'')
    g_string_erase (word, 0, 1);
  while (word->len > 0 && word->str[word->len - 1] == '\'')
    g_string_truncate (word, word->len - 1);
  if (word->len > 2 && g_str_has_suffix (word->str, "'s"))
    g_string_truncate (word, word->len - 2);
}
