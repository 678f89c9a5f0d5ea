/* classifier.h: which concepts of a taxonomy does each item of business take up, how far,
 * and which words show it?
 *
 * A Classifier holds the compiled taxonomy; it may be used for many documents one after
 * the other, by one thread. */

#pragma once

#include "classify/explanation.h"
#include "classify/tag.h"
#include "classify/taxonomy.h"

typedef struct Classifier Classifier;

/* (transfer full); takes a reference to the taxonomy. */
Classifier *classifier_new (Taxonomy *taxonomy);
void classifier_free (Classifier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Classifier, classifier_free)

/* Puts learned weights (model.h) in the place of the built-in ones; bytes: (nullable):
 * none, the taxonomy alone decides. */
gboolean classifier_set_model (Classifier *self, GBytes *bytes, GError **error);

/* meetings: GPtrArray of Meeting *, each read by itself: its committee and the titles of
 * all its items say what to expect of each. (transfer full): GPtrArray of MeetingTags *,
 * one for each meeting. */
GPtrArray *classifier_read (Classifier *self, const GPtrArray *meetings);

/* Why the n-th item of a meeting has its tags, and what it lacks for others.
 * (transfer full): GPtrArray of Explanation * of each concept, by score */
GPtrArray *classifier_explain (Classifier *self, const Meeting *meeting, guint n);

/* The concepts of one text on its own, such as an inspector's recommendation: text is
 * taken to be about children's services. (transfer full): GPtrArray of Tag *, without
 * evidence boxes */
GPtrArray *classifier_read_text (Classifier *self, const gchar *text);
