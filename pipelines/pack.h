/* pack.h: one large document that several workers share: its ranges of pages, and what
 * was made of them so far. */

#pragma once

#include <glib.h>

typedef struct Pack Pack;

/* Number index of the run; fd: the document, which is opened anew by this; begun:
 * monotonic, microseconds. n_workers may take part. (transfer full), NULL and error if
 * files cannot be opened. */
Pack *pack_new (guint index, gint fd, guint n_pages, guint n_workers, gint64 begun,
                GError **error);
void pack_free (Pack *self);

guint pack_get_index (const Pack *self);
gint64 pack_get_begun (const Pack *self);

/* The document, open with a place of its own, for the caller to close; -1 and errno. */
gint pack_open (const Pack *self);

/* The next range that no worker was given. FALSE if there is none. */
gboolean pack_next (Pack *self, guint *ret_part, guint *ret_first, guint *ret_last);

/* What was made of range number part: length bytes of the file fd, in so many seconds of
 * processor time. */
gboolean pack_put (Pack *self, guint part, gint fd, guint64 length, gdouble seconds,
                   GError **error);

/* Seconds of processor time spent on its ranges. */
gdouble pack_get_seconds (const Pack *self);

/* When all ranges are done: what was made of them, from its start, once, for the caller
 * to close; else -1. */
gint pack_take_parts (Pack *self);
