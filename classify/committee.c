/* committee.c: a hit → whether it is only in the name of the committee that met. */

#include "classify/committee.h"

void
committee_name (GArray *words, const Prose *name)
{
  g_array_set_size (words, 0);
  for (guint i = 0; i < name->tokens->len; i++)
    g_array_append_val (words, g_array_index (name->tokens, Token, i).word->stem);
}

/* How many words of the name's end stand before a token. */
static guint
words_before (const GArray *words, const Prose *prose, const Sentence *sentence,
              guint32 end)
{
  guint n = 0;

  while (n < words->len && end - n > sentence->first
         && g_array_index (prose->tokens, Token, end - n - 1).word->stem
                == g_array_index (words, guint64, words->len - 1 - n))
    n++;
  return n;
}

gboolean
committee_holds (const GArray *words, const Prose *prose, const Hit *hit)
{
  const Sentence *sentence = &g_array_index (prose->sentences, Sentence, hit->sentence);

  if (words->len < COMMITTEE_MIN_WORDS)
    return FALSE;
  for (guint32 end = hit->last; end <= sentence->last && end - hit->first <= words->len;
       end++)
    {
      guint n = words_before (words, prose, sentence, end);

      if (n >= COMMITTEE_MIN_WORDS && end - n <= hit->first)
        return TRUE;
    }
  return FALSE;
}
