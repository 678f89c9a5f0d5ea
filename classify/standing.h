/* standing.h: which inspection's recommendations stand, for a council on a day.
 *
 * From its publication on (failing that, from the day after it ended) an inspection
 * replaces the one before it. Focused and monitoring visits replace nothing: what they
 * ask for stands beside it until the next inspection. */

#pragma once

#include "normalise/inspection.h"

typedef struct Standing Standing;

Standing *standing_new (void);
void standing_free (Standing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Standing, standing_free)

/* The inspection must stay. */
void standing_add (Standing *self, const Inspection *inspection);

/* Those that stand for the council on the date (ISO 8601, as precise as known: in
 * "2024-05" only what stood before that month began). (transfer full): GPtrArray of const
 * Inspection *, oldest first */
GPtrArray *standing_on (const Standing *self, const gchar *council, const gchar *date);

/* Those of the council that a text itself names, by the date it gives of the inspection
 * or its publication; council NULL: of any council, but only by the day of publication.
 * (transfer full): the same */
GPtrArray *standing_named (const Standing *self, const gchar *council,
                           const Meeting *meeting);

/* (nullable) (transfer none): the one council of all that were added which the meeting's
 * text names as such ("Eastmarch Council", "the London Borough of Eastmarch"). */
const gchar *standing_council_in (const Standing *self, const Meeting *meeting);
