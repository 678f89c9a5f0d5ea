/* journal.h: the output file of a run that may be killed at any moment and be gone on
 * with.
 *
 * The file itself only ever appears whole. Until then results go to FILE.part; a run that
 * goes on moves the parts of those before it aside (FILE.part.1 …), uses what is whole in
 * them, and drops them when it is done. FILE.lock is held meanwhile: one run at a time.
 */

#pragma once

#include "pipelines/earlier.h"

typedef struct Journal Journal;

/* path: (nullable): standard output if NULL; else FILE must be absent, empty, or hold
 * records: anything else is not written over. earlier: (nullable): filled with the
 * results of FILE and its parts; NULL: begin anew. (transfer full), NULL if and only if
 * error is set. */
Journal *journal_open (const gchar *path, Earlier *earlier, GError **error);

/* The same, but results are added to FILE itself as they come, behind those that are
 * there; an end that a killed run tore is cut off. FILE must be empty, absent, or hold
 * records. */
Journal *journal_open_at_end (const gchar *path, Earlier *earlier, GError **error);

gboolean journal_write (Journal *self, const gchar *data, gsize length, GError **error);

/* What has been written is on the disk. */
gboolean journal_sync (Journal *self, GError **error);

/* The file takes its place; parts and lock go. */
gboolean journal_close (Journal *self, GError **error);

/* Without journal_close () before, the parts stay for the run that goes on. */
void journal_free (Journal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Journal, journal_free)
