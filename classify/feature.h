/* feature.h: the words of a passage as numbers, for learned weights: each stem, and each
 * pair of stems that stand next to one another in a sentence (articles, his, their … left
 * out), once however often it stands there. */

#pragma once

#include "classify/reading.h"

/* The hash of a pair of stems, from theirs. */
guint64 feature_of_pair (guint64 first, guint64 second);

/* What is called for each word and pair: the tokens are first and last, which are the
 * same for a word. */
typedef void (*FeatureFunc) (guint64 feature, guint32 first, guint32 last, gpointer data);

void feature_for_each (const Reading *reading, guint32 first_sentence,
                       guint32 last_sentence, FeatureFunc func, gpointer data);
