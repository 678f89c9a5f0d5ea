/* earlier.h: results of an earlier run, to be used again for documents that are
 * unchanged.
 *
 * A result can be used again if it is whole, and was made by the same version of heed
 * with the same settings from the same bytes: the record says so itself (made_with,
 * document). */

#pragma once

#include <glib.h>

typedef struct Earlier Earlier;

/* made_with: what results must have been made with. (transfer full) */
Earlier *earlier_new (const gchar *made_with);
void earlier_free (Earlier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Earlier, earlier_free)

/* Looks through a file of records, whose end may be torn; a later file's results take the
 * place of an earlier one's. *ret_whole: (nullable): how many of its bytes are whole
 * results. FALSE and error (G_FILE_ERROR) if it can't be read; no error if it is not
 * there. */
gboolean earlier_add (Earlier *self, const gchar *path, goffset *ret_whole,
                      GError **error);

/* The result for the document with that identifier, under its name of today, is appended
 * to out, and *ret_failed says whether it is a failure: TRUE. FALSE if there is none, or
 * it is a failure that another try may mend (timeout, memory, crash). */
gboolean earlier_find (Earlier *self, const gchar *document, const gchar *source,
                       GString *out, gboolean *ret_failed);

/* Whether one of the files has the document's result under that very name, or
 * earlier_note () said so. */
gboolean earlier_has (const Earlier *self, const gchar *document, const gchar *source);
void earlier_note (Earlier *self, const gchar *document, const gchar *source);
