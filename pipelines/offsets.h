/* offsets.h: byte offsets of a text as code point offsets, and back.
 *
 * In C every offset counts bytes, in JSON code points: this is the one place that
 * converts. */

#pragma once

#include <glib.h>

typedef struct Offsets Offsets;

/* text: valid UTF-8, kept by the caller for as long as the Offsets. (transfer full) */
Offsets *offsets_new (const gchar *text);
void offsets_free (Offsets *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offsets, offsets_free)

/* Code points of the whole text. */
gsize offsets_get_length (const Offsets *self);

/* byte: at a character's first byte, at most the text's length. */
gsize offsets_to_points (const Offsets *self, gsize byte);

/* points: at most offsets_get_length (). */
gsize offsets_to_bytes (const Offsets *self, gsize points);
