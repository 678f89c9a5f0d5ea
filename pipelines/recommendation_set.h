/* recommendation_set.h: the records of heed recommendations, read back to hold meetings
 * against: inspections of one council or of many. */

#pragma once

#include "classify/tracker.h"

typedef struct RecommendationSet RecommendationSet;

/* paths: NULL-terminated, "-" for standard input. An inspection that is there twice
 * counts once; failure records are passed over. (transfer full), NULL if and only if
 * error is set: a file cannot be read, or holds other records, or no inspection. */
RecommendationSet *recommendation_set_new (gchar **paths, GError **error);
void recommendation_set_free (RecommendationSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecommendationSet, recommendation_set_free)

/* (transfer none): a hash of what was read. */
const gchar *recommendation_set_get_digest (const RecommendationSet *self);

/* The set must outlive it. (transfer full) */
Tracker *recommendation_set_new_tracker (const RecommendationSet *self);
