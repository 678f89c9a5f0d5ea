/* finder.h: where a symbol stands in a sentence.
 *
 * finder_begin goes over the words of a sentence once and notes their atoms, and the
 * phrases that two words next to one another announce: together, what is present. Sets,
 * and the places of words and sets, are looked up when asked for, and kept while the
 * sentence lasts. */

#pragma once

#include "classify/presence.h"

typedef struct
{
  guint16 first; /* words of the sentence, half-open */
  guint16 last;
} Place;

#define FINDER_MAX_PLACES 64    /* of one symbol in a sentence; others are not seen */
#define FINDER_MAX_FOUND 200000 /* of all symbols in a sentence; others are not seen */

typedef struct Finder Finder;

/* The rulebook must outlive it. (transfer full) */
Finder *finder_new (const Rulebook *rulebook);
void finder_free (Finder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Finder, finder_free)

/* Begins an item, whose sentences follow. */
void finder_begin_item (Finder *self);
/* Begins a sentence of at most LEXICON_MAX_SENTENCE words. */
void finder_begin (Finder *self, const Token *tokens, guint n);
/* The words and phrases of the sentence, but for wide ones. (transfer none) */
const Presence *finder_get_presence (const Finder *self);
/* Whether the symbol stands in the sentence. */
gboolean finder_has (Finder *self, guint32 symbol);
/* Whether the symbol, which some rule asks for in the whole item, stood in a sentence of
 * the item. */
gboolean finder_had (Finder *self, guint32 symbol);
/* Where the symbol stands, from left to right. (transfer none): until the next sentence
 */
const Place *finder_find (Finder *self, guint32 symbol, guint *ret_n);
/* Words that count between two places of the sentence: not his, their, the. */
guint finder_count (const Finder *self, guint from, guint to);
