/* presence.h: the words and phrases of a sentence as bits, one for each symbol below the
 * wide phrases (rulebook.h), so that a set is there where one of its chunks is; and as a
 * list, which goes on to the end of an item. */

#pragma once

#include "classify/tokeniser.h"

/* The first and the last word of the sentence that bring an atom. */
typedef struct
{
  guint8 first;
  guint8 last;
} Reach;

typedef struct
{
  const Rulebook *rulebook;
  guint32 *bits; /* SYMBOL_NONE is always there */
  GArray *list;  /* guint32: each once a sentence; room beyond n */
  guint n;
  guint sentence_at; /* the first of the sentence in list */
  Reach *reach;      /* by atom: of those that are there */
  guint32 *stood;    /* bits: what stood in the item, filled in when asked for … */
  guint remembered;  /* … from as much of the list */
} Presence;

/* The rulebook must outlive it. (transfer full) */
Presence *presence_new (const Rulebook *rulebook);
void presence_free (Presence *self);

void presence_begin_item (Presence *self);
void presence_begin_sentence (Presence *self);
/* Notes the atoms of a sentence of at most LEXICON_MAX_SENTENCE words. lefts gets the
 * words that may make a pair with the next, or with the one behind his, their, the: most
 * do not. Returns how many. */
guint presence_note_words (Presence *self, const Token *tokens, guint n, guint8 *lefts);
/* Whether a word, pair or phrase, or a member of a set, wide ones left out, stood in the
 * item. */
gboolean presence_had (Presence *self, guint32 symbol);
gboolean presence_had_any (Presence *self, guint32 set);

/* A pair or phrase that is not yet there. */
static inline void
presence_add (Presence *self, guint32 symbol)
{
  g_array_index (self->list, guint32, self->n++) = symbol;
  self->bits[symbol / 32] |= 1u << symbol % 32;
}

/* For words, pairs and phrases. */
static inline gboolean
presence_has (const Presence *self, guint32 symbol)
{
  return self->bits[symbol / 32] >> symbol % 32 & 1;
}

/* Whether one of the bits is there that a set has from a chunk on. */
static inline gboolean
set_is_among (const Rulebook *rulebook, guint32 set, guint from, const guint32 *bits)
{
  Range range = rulebook->sets[set - rulebook->first[SYMBOL_SET]];
  const Chunk *chunk = rulebook->chunks + range.first;

  for (const Chunk *end = chunk + range.n, *one = chunk + from; one < end; one++)
    if (bits[one->at] & one->bits)
      return TRUE;
  return FALSE;
}

/* Whether a member of a set is there, wide ones left out. */
static inline gboolean
presence_has_any (const Presence *self, guint32 set)
{
  return set_is_among (self->rulebook, set, 0, self->bits);
}
