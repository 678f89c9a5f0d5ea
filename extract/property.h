/* property.h: what a file says of itself, its title or a bookmark's, made fit to print.
 */

#pragma once

#include <glib.h>

/* text: (transfer full) (nullable). Valid UTF-8 without controls and surrounding white
 * space. (transfer full) (nullable): NULL for a text without anything to see in it. */
gchar *property_clean (gchar *text);
