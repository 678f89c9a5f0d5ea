/* verdict.h: what speaks for each concept in an item, weighed: tags.
 *
 * A passage's score for a concept is the logistic of a sum: how many labels and strong
 * rules were hit, how many different weak ones, what the learned weights (model.h) say of
 * its words if there is a model, whether the item's title says it too. An item's score is
 * that of its best passage, raised a little by further ones. No hit and no learned
 * evidence, no tag. */

#pragma once

#include "classify/reading.h"
#include "classify/subject.h"
#include "classify/tag.h"

/* The tags of an item, best first; item gives boxes, resolutions and actions and may be
 * NULL for a text on its own. (transfer full): GPtrArray of Tag * */
GPtrArray *verdict_of_item (const Taxonomy *taxonomy, const Reading *reading,
                            Subject subject, const Item *item);

#define VERDICT_THRESHOLD 0.5
#define VERDICT_MAX_EVIDENCE 6
