/* telling.h: the words without which no sentence speaks of children or of the services
 * for them, so that most of what councils talk about is known by its words alone.
 *
 * A word tells some things (bits), its half of which another word has to complete:
 * "corporate" and "parent". A sentence is telling if the words in it tell both halves of
 * something; "ofsted" tells both by itself. */

#pragma once

#include <glib.h>

#define TELLING_HALF 32 /* bits */

/* told: what some words tell, joined by |. */
static inline gboolean
telling_is_whole (guint64 told)
{
  return (told & told >> TELLING_HALF & G_MAXUINT32) != 0;
}

typedef struct Symbols Symbols;

/* What each word tells of rules (CompiledRule) with their steps (Step) and contexts
 * (Context), as the symbols name them: wherever an m:subject or m:hint hits, the sentence
 * is telling. (transfer full): GArray of guint64, by symbol */
GArray *telling_find (const Symbols *symbols, const GArray *rules, const GArray *steps,
                      const GArray *contexts);
