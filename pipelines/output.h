/* output.h: where a command's results go: standard output, or a file that appears whole.
 */

#pragma once

#include <glib.h>

typedef struct Output Output;

/* path: (nullable): standard output if NULL. A file is written beside its place and takes
 * it when output_close () succeeds, so that a command which fails leaves the old one.
 * (transfer full), NULL if and only if error is set (G_FILE_ERROR). */
Output *output_open (const gchar *path, GError **error);

/* The same with a draft of that name, which stays when the output is not closed.
 * (transfer full), NULL if and only if error is set (G_FILE_ERROR). */
Output *output_open_draft (const gchar *path, const gchar *draft, GError **error);

/* The file itself, cut to its first `end` bytes and written to from there, as whole
 * lines; made if it is not there. (transfer full), NULL if and only if error is set
 * (G_FILE_ERROR). */
Output *output_open_at (const gchar *path, goffset end, GError **error);

/* Collects; writes what is collected in large pieces. */
gboolean output_write (Output *self, const gchar *data, gsize length, GError **error);

/* Writes what is collected and sees it onto the disk. */
gboolean output_sync (Output *self, GError **error);

/* Writes the rest, sees it onto the disk if it is a file, and puts the file in its place.
 */
gboolean output_close (Output *self, GError **error);

/* Without output_close () before, a file is dropped. */
void output_free (Output *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Output, output_free)
