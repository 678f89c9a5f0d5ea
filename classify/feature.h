/* feature.h: the words of a passage as numbers, for learned weights: each stem, and each
 * pair of stems that stand next to one another in a sentence (articles, his, their … left
 * out), once however often it stands there. */

#pragma once

#include "classify/reading.h"

/* The hash of a pair of stems, from theirs. */
static inline guint64
feature_of_pair (guint64 first, guint64 second)
{
  guint64 hash = first * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + second;

  hash ^= hash >> 32;
  return hash * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
}

/* What is called for each word: its stem is a feature, and so is its pair with the word
 * before (nullable: it is the first of its sentence); place and token are where these two
 * stand. */
typedef void (*FeatureFunc) (const Word *before, Word *word, guint32 place, guint32 token,
                             gpointer data);

/* Inline, for it is called with every passage, and func with every word. */
static inline void
feature_for_each (const Reading *reading, guint32 first_sentence, guint32 last_sentence,
                  FeatureFunc func, gpointer data)
{
  const Token *tokens = (const Token *)(gconstpointer)reading->prose->tokens->data;

  for (guint32 s = first_sentence; s < last_sentence; s++)
    {
      const Sentence *sentence = &g_array_index (reading->prose->sentences, Sentence, s);
      const Word *before = NULL;
      guint32 place = 0;

      for (guint32 i = sentence->first; i < sentence->last; i++)
        {
          Word *word = tokens[i].word;

          if (word->flags & WORD_TRANSPARENT)
            continue;
          func (before, word, place, i, data);
          before = word;
          place = i;
        }
    }
}
