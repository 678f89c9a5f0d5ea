/* furniture.h: words that pages add to a line for the eye only.
 *
 * ModernGov puts the kind and size of a file behind its name: "Report PDF 312 KB". */

#pragma once

#include <glib.h>

/* Where such an ending begins, without the space before it; length if there is none. */
gsize furniture_file (const gchar *text, gsize length);

/* Whether the text of a link only says where it leads: "View directions". */
gboolean furniture_link (const gchar *text);
