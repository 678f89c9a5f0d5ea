/* commonness.h: how often a stem stands in the prose that heed reads: so that a rule is
 * looked for by its rarest word. */

#pragma once

#include <glib.h>

/* About how often in a million words; a middling guess for stems not in the table. */
gdouble commonness_of (const gchar *stem);
