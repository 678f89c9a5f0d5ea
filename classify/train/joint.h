/* joint.h: what joins the margins and the rules' hits into one score: the weights of
 * verdict.h, learned. */

#pragma once

#include "classify/train/corpus.h"

typedef gdouble Joint[SIGN_N_FEATURES];

/* Learns from samples whose signs have margins, but for those of a fold. */
void joint_fit (Joint weights, const Corpus *self, guint held, Verdict verdict);
/* 0..1 */
gdouble joint_score (const Joint self, const Sample *sample, guint concept);
/* The one that judges texts of a kind. */
Verdict joint_verdict_of (SampleKind kind);
