/* shelf.h: results that come in any order, given out in theirs.
 *
 * What comes early lies in an unnamed file, not in memory, so that a slow document holds
 * up nobody and the parent stays small whatever the batch. */

#pragma once

#include <glib.h>

typedef struct Shelf Shelf;

/* Called for the pieces of results in order; FALSE and error ends it. */
typedef gboolean (*ShelfFunc) (const gchar *piece, gsize length, gpointer data,
                               GError **error);

Shelf *shelf_new (ShelfFunc give, gpointer data);
void shelf_free (Shelf *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shelf, shelf_free)

/* Result number index (each once, from 0): length bytes from the start of the file fd.
 * Gives out this one and those that waited for it, if it is their turn. */
gboolean shelf_put (Shelf *self, guint index, gint fd, guint64 length, GError **error);
gboolean shelf_put_text (Shelf *self, guint index, const gchar *text, gsize length,
                         GError **error);
