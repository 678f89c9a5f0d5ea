/* model.h: learned weights: how much each stem, pair of stems and kind of hit speaks for
 * each concept.
 *
 * One linear model a concept, sparse, over the TF-IDF of a passage's features
 * (feature.h), scaled to the length MODEL_SCALE, and the hits of the rules by concept
 * and kind. Weights are learned by classify/train from labelled passages; the file is
 * text, one feature a line, and holds no sentence:
 *
 *     heed-model 1
 *     verdict text -2.31 0.77 …     the weights of verdict.h for texts by themselves
 *     verdict item -1.98 0.64 …     … and for items
 *     bias early-help -3.2
 *     hit strong:early-help early-help 2.9 thresholds -0.4
 *     word panel 4.31 early-help 0.7
 *     pair famili|hub 6.02 early-help 3.1
 *
 * Words and pairs have their IDF before their weights; a feature without weights counts
 * for a passage's length. Concepts that the taxonomy does not have are passed over, so
 * that a taxonomy may change without training. */

#pragma once

#include "classify/reading.h"

typedef enum
{
  HIT_KIND_STRONG, /* a label or strong rule */
  HIT_KIND_STRONG_TWICE,
  HIT_KIND_WEAK,
  HIT_KIND_WEAK_TWICE, /* two different weak rules */
  HIT_KIND_LAST = HIT_KIND_WEAK_TWICE
} HitKind;

typedef enum
{
  VERDICT_TEXT, /* a text on its own, such as a recommendation */
  VERDICT_ITEM  /* an item of business */
} Verdict;

#define N_VERDICTS 2

#define N_HIT_KINDS (HIT_KIND_LAST + 1)
#define MODEL_SCALE 4.0
#define MODEL_MAX_BYTES (16 * 1024 * 1024)

typedef enum
{
  MODEL_ERROR_SYNTAX
} ModelError;

#define MODEL_ERROR (model_error_quark ())
GQuark model_error_quark (void);

typedef struct Model Model;

/* (transfer full), NULL if and only if error is set. */
Model *model_new_from_bytes (GBytes *bytes, const Taxonomy *taxonomy, GError **error);
/* The one built into the program. (transfer full) (nullable): there is none */
Model *model_new_default (const Taxonomy *taxonomy);
void model_free (Model *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Model, model_free)

/* The weights of verdict.h, n of them. (transfer none) */
const gdouble *model_get_verdict (const Model *self, Verdict verdict, guint *ret_n);
/* Whether there are weights for the concept, by its index. */
gboolean model_knows (const Model *self, guint concept);

/* The concepts that it may weigh, by index, in order. (transfer none) */
const guint32 *model_get_concepts (const Model *self, guint *ret_n);

/* Begins a reading, whose passages are then weighed one after the other. */
void model_begin (Model *self);
/* Adds to margins (by concept of the taxonomy) what speaks for each in a passage: kinds
 * of hits are by concept, too. */
void model_weigh (Model *self, const Reading *reading, const Passage *passage,
                  const guint8 *kinds, gdouble *margins);

/* What the words of one sentence, of a passage that was weighed, weigh for a concept;
 * names (nullable) gets the heaviest of them (up to 3), as "oversight, grip". */
gdouble model_weigh_sentence (Model *self, const Reading *reading, guint32 sentence,
                              guint concept, GString *names);
