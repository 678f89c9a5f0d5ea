/* presence.h: the words and phrases of a sentence as bits, one for each symbol below the
 * wide phrases (rulebook.h), so that a set is there where one of its chunks is. */

#pragma once

#include "classify/rulebook.h"

typedef struct
{
  guint32 *bits; /* SYMBOL_NONE is always there */
} Presence;

static inline void
presence_init (Presence *self, const Rulebook *rulebook)
{
  self->bits = g_new0 (guint32, rulebook->first[SYMBOL_WIDE] / 32 + 1);
  self->bits[0] = 1u << SYMBOL_NONE;
}

static inline void
presence_destroy (Presence *self)
{
  g_free (self->bits);
}

static inline void
presence_add (Presence *self, guint32 symbol)
{
  self->bits[symbol / 32] |= 1u << symbol % 32;
}

/* symbols: all that were added. */
static inline void
presence_clear (Presence *self, const guint32 *symbols, guint n)
{
  for (guint i = 0; i < n; i++)
    self->bits[symbols[i] / 32] = 0;
  self->bits[0] = 1u << SYMBOL_NONE;
}

/* For words, pairs and phrases. */
static inline gboolean
presence_has (const Presence *self, guint32 symbol)
{
  return self->bits[symbol / 32] >> symbol % 32 & 1;
}

/* Whether a member of a set is there, wide ones left out, and those of its first chunks.
 */
static inline gboolean
presence_has_any (const Presence *self, const Rulebook *rulebook, guint32 set,
                  guint32 n_left_out)
{
  Range range = rulebook->sets[set - rulebook->first[SYMBOL_SET]];
  const Chunk *chunk = rulebook->chunks + range.first;

  for (const Chunk *end = chunk + range.n, *c = chunk + n_left_out; c < end; c++)
    if (self->bits[c->at] & c->bits)
      return TRUE;
  return FALSE;
}
