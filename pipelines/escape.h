/* escape.h: what a backslash and what follows it stand for in a text of JSON. */

#pragma once

#include <glib.h>

/* The character of \uXXXX, or of a pair of them, at p, after the u; 0 if it is none that
 * may stand in a text. *ret_length: bytes from p on. */
gunichar escape_read (const gchar *p, const gchar *end, guint *ret_length);

/* What another letter after a backslash stands for; 0 if nothing. */
gchar escape_get (gchar letter);
