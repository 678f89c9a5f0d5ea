/* progress.h: how far a run is, on a terminal; what came of it, at the end; a log. */

#pragma once

#include "pipelines/crew.h"

typedef struct Progress Progress;

/* n: documents; bar: show one on standard error. (transfer full) */
Progress *progress_new (guint n, gboolean bar);
void progress_free (Progress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Progress, progress_free)

/* Counts a document that is done. */
void progress_add (Progress *self, const CrewNews *news);
/* Counts one that needed no work: its result was there. */
void progress_skip (Progress *self);

/* Draws the bar anew. slowest: (nullable), with its name. */
void progress_draw (Progress *self, const CrewNews *slowest, const gchar *name);
/* Takes the bar away, so that a message can be printed; the next draw brings it back. */
void progress_clear (Progress *self);

/* One paragraph for people. (transfer full) */
gchar *progress_summarise (const Progress *self);

guint progress_get_failed (const Progress *self);
