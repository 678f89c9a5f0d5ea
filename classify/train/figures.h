/* figures.h: scores and labels → precision, recall, F1, calibration, misses. */

#pragma once

#include "classify/train/corpus.h"

/* Scores by sample and concept. A line a kind of sample: F1 with the interval in which it
 * lies when councils are drawn anew. */
void figures_add (const Corpus *corpus, gdouble *const *scores, gdouble threshold,
                  GString *out);
/* A line a concept, over all kinds but what was said. */
void figures_add_concepts (const Corpus *corpus, gdouble *const *scores,
                           gdouble threshold, GString *out);
/* A line a concept that was missed or wrong. */
void figures_add_misses (const Corpus *corpus, gdouble *const *scores, gdouble threshold,
                         GString *out);
