/* address.h: where a document is, as seen from the page that speaks of it.
 *
 * A source is a path as it was given, and so may be anything: "javascript:alert(1)" is a
 * file's name. What comes out is always a path, every odd character of it as %XX, or a
 * web address that begins with http:// or https://. */

#pragma once

#include <glib.h>

typedef struct Address Address;

/* base: (nullable): what sources are prefixed with: "https://example.org/minutes/",
 * also without its last stroke.
 * output: (nullable): the file that the page is written to; without a base, sources are
 * looked for from its folder on; the working folder if NULL. (transfer full) */
Address *address_new (const gchar *base, const gchar *output);
void address_free (Address *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Address, address_free)

/* The address of that source, at that page if it has any (page 0: none); NULL for
 * standard input. (transfer full) */
gchar *address_make (const Address *self, const gchar *source, guint page);
