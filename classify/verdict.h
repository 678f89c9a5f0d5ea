/* verdict.h: what speaks for each concept in an item, weighed: tags.
 *
 * A concept's score is the logistic of a weighted sum of its signs (signs.h). With a
 * model the weights are learned so that scores are calibrated: of tags with score s,
 * about a share s is right. Without one, or for a concept that the model does not know,
 * fixed weights take their place: a label or strong rule is enough, two different weak
 * rules in one passage are. No words that can be shown, no tag. */

#pragma once

#include "classify/signs.h"
#include "classify/tag.h"

/* The tags of an item, best first. model: (nullable); signs are for its use; item gives
 * boxes, resolutions and actions and is NULL for a text on its own. (transfer full):
 * GPtrArray of Tag * */
GPtrArray *verdict_of_item (const Taxonomy *taxonomy, Model *model, Signs *signs,
                            const Reading *reading, Subject subject, const Item *item);

/* The score of a concept by its signs. parts: (nullable): what each of the signs'
 * features adds to the sum whose logistic is the score. */
gdouble verdict_score (const Signs *signs, const Model *model, Verdict verdict,
                       guint concept, gdouble parts[SIGN_N_FEATURES]);

#define VERDICT_THRESHOLD 0.45
#define VERDICT_MAX_EVIDENCE 6
#define VERDICT_MAX_SOUGHT 400 /* sentences that are asked for what the title names */
#define VERDICT_MIN_WORDS 5    /* of a sentence that goes on with what the title names */
