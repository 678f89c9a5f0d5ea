/* learned.h: one linear model a concept, learned from some of the samples. */

#pragma once

#include "classify/train/corpus.h"
#include "classify/train/linear.h"

typedef struct
{
  guint n;          /* concepts */
  gdouble *idf;     /* by word of the vocabulary; 0: too rare */
  Linear **linears; /* by concept; NULL: too few samples. Features are the words, then
                     * the kinds of hits concept by concept */
} Learned;

/* Learns from all samples but those of two folds (CORPUS_NO_FOLD: none). */
Learned *learned_new (const Corpus *corpus, guint fold, guint other);
void learned_free (Learned *self);

/* Sets the margins of a sample's signs. */
void learned_weigh (const Learned *learned, const Corpus *self, Sample *sample);

/* Models that saw neither of two folds, by these: each is learned when first asked for.
 */
typedef struct Pairwise Pairwise;

Pairwise *pairwise_new (const Corpus *corpus);
void pairwise_free (Pairwise *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pairwise, pairwise_free)

/* (transfer none) */
const Learned *pairwise_get (Pairwise *self, guint fold, guint other);
/* Weighs every sample but those of a fold by models that did not see its fold, nor that
 * one. */
void pairwise_weigh (Pairwise *self, guint held);
