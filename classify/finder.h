/* finder.h: where a symbol stands in a sentence, found when it is asked for and kept
 * while the sentence lasts. */

#pragma once

#include "classify/lexicon.h"

typedef struct
{
  guint16 first; /* words of the sentence, half-open */
  guint16 last;
} Place;

#define FINDER_MAX_PLACES                                                                \
  64 /* of one symbol in a sentence; further ones are not seen                           \
      */

typedef struct Finder Finder;

Finder *finder_new (const Lexicon *lexicon);
void finder_free (Finder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Finder, finder_free)

/* Begins a sentence of at most LEXICON_MAX_SENTENCE words. */
void finder_begin (Finder *self, const Word *const *words, guint n);
/* The different atoms of the sentence. (transfer none): until the next sentence */
const guint32 *finder_get_atoms (const Finder *self, guint *ret_n);
/* A quick look: FALSE if the symbol surely does not stand in the sentence. */
gboolean finder_may_find (const Finder *self, guint32 symbol);
/* Whether a sentence that has not announced the symbol surely lacks it: FALSE for sets of
 * everyday words, for which no look is taken. */
gboolean finder_is_announced (const Finder *self, guint32 symbol);
/* By symbol that is announced: equal to the sentence's number if it may stand there.
 * (transfer none): as long as the finder */
const guint32 *finder_get_announced (const Finder *self);
/* (from 1) */
guint32 finder_get_number (const Finder *self);
/* Where the symbol stands, from left to right. (transfer none): until the next call */
const Place *finder_find (Finder *self, guint32 symbol, guint *ret_n);
/* Words that count between two places of the sentence: not his, their, the. */
guint finder_count (const Finder *self, guint from, guint to);
