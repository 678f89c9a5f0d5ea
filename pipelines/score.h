/* score.h: records held against gold: how many are right, invented, missed.
 *
 * Items match by number and title (0.8 of their words), resolutions one to one by words
 * (0.75). Resolutions that the gold does not call explicit, or doubts, are neither
 * required nor wrong; so are concepts of tags_ok. */

#pragma once

#include "pipelines/bundle.h"
#include "pipelines/gold.h"

typedef struct
{
  guint right;
  guint invented;
  guint missed;
} Count;

gdouble count_precision (Count count);
gdouble count_recall (Count count);
gdouble count_f1 (Count count);

typedef struct
{
  Count items;
  Count resolutions;
  Count tags;
  GPtrArray *misses; /* gchar *: one line each, for people */
} Score;

Score *score_new (void);
void score_free (Score *score);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Score, score_free)

/* Adds one document. bundle: (nullable): nothing was found. */
void score_add (Score *score, const Gold *gold, const Bundle *bundle);
