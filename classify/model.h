/* model.h: learned weights: how much each stem, pair of stems and kind of hit speaks for
 * each concept.
 *
 * One linear model a concept, sparse, over a passage's features (feature.h), each its IDF
 * times MODEL_SCALE over the root of how many words and pairs the passage has, and over
 * the hits of the rules by concept and kind. Features that weigh nothing need not be
 * known so; scaled to one length by IDF, which is TF-IDF proper, they must be, nine in
 * ten of them for that alone, and it is no better. Weights are learned by classify/train
 * from labelled passages; weights.h has the file. */

#pragma once

#include "classify/reading.h"
#include "classify/weights.h"

/* A row has about the length 4.5 then, which is a common IDF. */
#define MODEL_SCALE 1.0

typedef struct Model Model;

/* From the text of a file of weights. (transfer full), NULL if and only if error is set.
 */
Model *model_new_from_bytes (GBytes *bytes, const Taxonomy *taxonomy, GError **error);
/* The one built into the program. (transfer full) */
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
/* Of some sentences, those that are usable (gboolean, by sentence), the one that weighs
 * most for a concept; *ret_weight is 0 where none weighs anything. */
guint model_find_heaviest (Model *self, const Reading *reading, Passage among,
                           const GArray *usable, guint concept, gdouble *ret_weight);
