/* presence.h: the words and phrases of a sentence as bits, one for each symbol below the
 * wide phrases (rulebook.h), so that a set is there where one of its chunks is. */

#pragma once

#include "classify/rulebook.h"

typedef struct
{
  guint32 *bits;    /* SYMBOL_NONE is always there */
  guint32 *touched; /* those of bits that are not 0, but for the first */
  guint n_touched;
} Presence;

static inline void
presence_init (Presence *self, const Rulebook *rulebook)
{
  guint32 n = rulebook->first[SYMBOL_WIDE] / 32 + 1;

  self->bits = g_new0 (guint32, n);
  self->touched = g_new (guint32, n);
  self->n_touched = 0;
  self->bits[0] = 1u << SYMBOL_NONE;
}

static inline void
presence_clear (Presence *self)
{
  for (guint i = 0; i < self->n_touched; i++)
    self->bits[self->touched[i]] = 0;
  self->n_touched = 0;
  self->bits[0] = 1u << SYMBOL_NONE;
}

static inline void
presence_destroy (Presence *self)
{
  g_free (self->bits);
  g_free (self->touched);
}

static inline void
presence_add (Presence *self, guint32 symbol)
{
  guint32 *bits = &self->bits[symbol / 32];

  if (*bits == 0)
    self->touched[self->n_touched++] = symbol / 32;
  *bits |= 1u << symbol % 32;
}

/* For words, pairs and phrases. */
static inline gboolean
presence_has (const Presence *self, guint32 symbol)
{
  return self->bits[symbol / 32] >> symbol % 32 & 1;
}

/* Whether a member of a set is there, wide ones left out. */
static inline gboolean
presence_has_any (const Presence *self, const Rulebook *rulebook, guint32 set)
{
  Range range = rulebook->sets[set - rulebook->first[SYMBOL_SET]];
  const Chunk *chunk = rulebook->chunks + range.first;

  for (const Chunk *end = chunk + range.n; chunk < end; chunk++)
    if (self->bits[chunk->at] & chunk->bits)
      return TRUE;
  return FALSE;
}
