/* figures.h: scores and labels → precision, recall, F1, calibration, misses. */

#pragma once

#include "classify/train/corpus.h"

/* Scores by sample and concept. Prints to standard output: a line a kind of sample. */
void figures_print (const Corpus *corpus, gdouble *const *scores, gdouble threshold);
/* A line a concept that was missed or wrong. */
void figures_print_misses (const Corpus *corpus, gdouble *const *scores,
                           gdouble threshold);
