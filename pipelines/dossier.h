/* dossier.h: everything that a report says, out of records: for each council, its
 * meetings in time against the recommendations that it was given (against the concepts
 * that its items were tagged with, where there are no recommendations), and what each
 * meeting said about each.
 *
 * All texts are owned by the dossier, or by the bundles that it keeps. */

#pragma once

#include "pipelines/bundle.h"
#include "pipelines/chapter.h"

typedef struct
{
  const gchar *source;
  gchar *text;
} DossierWarning;

typedef struct Dossier Dossier;

Dossier *dossier_new (void);
void dossier_free (Dossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Dossier, dossier_free)

/* Takes the bundle over. */
void dossier_add (Dossier *self, Bundle *bundle);
/* To be called once, after the last bundle. */
void dossier_close (Dossier *self);

/* All (transfer none), in order. */
const GPtrArray *dossier_get_chapters (const Dossier *self);   /* Chapter * */
const GPtrArray *dossier_get_businesses (const Dossier *self); /* Business * */
const GPtrArray *dossier_get_bundles (const Dossier *self);    /* Bundle * */
const GPtrArray *dossier_get_warnings (const Dossier *self);   /* DossierWarning * */
guint dossier_count_failures (const Dossier *self);
