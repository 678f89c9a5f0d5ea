/* harvest.h: the hits of an item while it is read: put in order sentence by sentence, and
 * sifted at its end. */

#pragma once

#include "classify/matcher.h"

typedef struct
{
  Hit hit;
  const CompiledRule *compiled;
  gboolean title; /* it stands in the item's title */
  gboolean fails; /* what its rule asks of the whole item is not so */
} Pending;

typedef struct
{
  Pending *pending;
  guint n;
  guint room;     /* of pending */
  GArray *vetoed; /* Vetoed */
} Harvest;

/* (transfer full) */
Harvest *harvest_new (void);
void harvest_free (Harvest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Harvest, harvest_free)

/* Begins an item. */
void harvest_clear (Harvest *self);
/* A hit whose words count from the beginning of its sentence. */
void harvest_add (Harvest *self, const Hit *hit, const CompiledRule *compiled);
/* What was added from the hit `from` on stands in this sentence, which begins at the
 * token first: now its words count from the text's, and it is in order. */
void harvest_end_sentence (Harvest *self, guint from, guint32 sentence, guint32 first,
                           gboolean title);
/* Puts the hits from `from` on, which are of other sentences of the text than those
 * before and in order, between these. */
void harvest_merge (Harvest *self, guint from);
/* Fills both with what neither fails nor is forbidden by an m:not, and vetoed with what
 * is forbidden. */
void harvest_settle (Harvest *self, GArray *title_hits, GArray *hits);
