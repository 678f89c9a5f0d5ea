/* letterspace.h: words set letter by letter. */

#pragma once

#include <glib.h>

/* Closes up, in place, a line that is one word set with spaces between its letters, if it
 * is one that heads a list or a page: "P r e s e n t:" becomes "Present:". Other letters
 * side by side are marks in a table of attendance. */
void letterspace_close (gchar *line);
