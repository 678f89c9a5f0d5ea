/* label.h: what a paragraph or an entry of a list begins with: "12.", "(iv)", "•". */

#pragma once

#include <glib.h>

/* Whether the text, all of it, is such a label. */
gboolean label_is (const gchar *text);

/* Whether the text begins with one, followed by a space. */
gboolean label_begins (const gchar *text);
