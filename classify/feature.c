/* feature.c: words and pairs of some sentences. */

#include "classify/feature.h"

guint64
feature_of_pair (guint64 first, guint64 second)
{
  guint64 hash = first * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + second;

  hash ^= hash >> 32;
  return hash * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
}

void
feature_for_each (const Reading *reading, guint32 first_sentence, guint32 last_sentence,
                  FeatureFunc func, gpointer data)
{
  for (guint32 s = first_sentence; s < last_sentence; s++)
    {
      const Sentence *sentence = &g_array_index (reading->prose->sentences, Sentence, s);
      const Word *before = NULL;
      guint32 place = 0;

      for (guint32 i = sentence->first; i < sentence->last; i++)
        {
          const Word *word = g_array_index (reading->prose->tokens, Token, i).word;

          if (word->flags & WORD_TRANSPARENT)
            continue;
          func (word->stem, i, i, data);
          if (before != NULL)
            func (feature_of_pair (before->stem, word->stem), place, i, data);
          before = word;
          place = i;
        }
    }
}
