/* marker.h: the marker of a list's entry as text: "1.", "b.", "iv.", "•". */

#pragma once

#include <glib.h>

/* style: '1', 'a', 'A', 'i' or 'I', as HTML's type attribute; anything else is a bullet.
 * number: from 1. Letters go on after z as in spreadsheets, "aa."; numbers that Roman
 * numerals do not reach (4,000 and more) are printed as digits. (transfer full) */
gchar *marker_text (gchar style, guint number);

/* Whether a text begins with a marker of its own: "(a) ", "1.2 ", "• ", "- ". */
gboolean marker_begins (const gchar *text);
