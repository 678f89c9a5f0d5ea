/* charset.h: bytes in any encoding become clean UTF-8.
 *
 * Clean means: valid; no control characters but tab and line ends; windows-1252's quotes
 * and dashes where a page has put them at U+0080..U+009F; no soft hyphens, byte order
 * marks, zero-width spaces or bidirectional controls; ligatures (U+FB01) as their
 * letters; every space that is not a line end as U+0020, except tab. */

#pragma once

#include <glib.h>

/* The encoding is told, in this order, by: a byte order mark; zero bytes at every second
 * place (UTF-16 without a mark); being valid UTF-8; the encoding that a page of HTML or
 * XML declares in its first bytes, if it is one of those in use for European languages
 * and not ISO 8859-1 or UTF-8. What is left is read as UTF-8 where that is valid and as
 * windows-1252, byte by byte, where not: UTF-8 cut in the middle, or pages pasted
 * together from both.
 *
 * markup: whether a declaration is to be looked for. (transfer full) */
GString *charset_decode (const guint8 *data, gsize length, gboolean markup);

/* Whether it is UTF-16, by its mark or by its zero bytes. */
gboolean charset_is_utf16 (const guint8 *data, gsize length);

/* Appends valid UTF-8, cleaned. For text that was made after decoding: "&#146;". */
void charset_clean (GString *out, const gchar *text, gsize length);
