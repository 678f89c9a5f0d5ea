/* normaliser.h: a Document's lines become meetings and items.
 *
 * A Normaliser holds compiled patterns; it may be used for many documents one after the
 * other, by one thread. */

#pragma once

#include "normalise/meeting.h"

typedef struct Normaliser Normaliser;

/* council: (nullable): the council's name where the user says it. (transfer full) */
Normaliser *normaliser_new (const gchar *council);
void normaliser_free (Normaliser *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Normaliser, normaliser_free)

/* The document's meetings in its order, at least one. What was removed or could not be
 * made out is added to document->warnings. (transfer full): GPtrArray of Meeting * */
GPtrArray *normaliser_read (Normaliser *self, Document *document);
