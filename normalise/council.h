/* council.h: one council under its several names. */

#pragma once

#include <glib.h>

/* What is left of a council's name once its style is taken off it, in lower case, with
 * "and" for "&": "barking and dagenham" for "London Borough of Barking and Dagenham",
 * "Barking & Dagenham Council" and "Barking and Dagenham"; "kent" for "Kent County
 * Council"; "bradford" for "Bradford Children and Families Trust". A parish, town or
 * community council keeps its style: Durham Parish Council is not Durham. "" if nothing
 * is left. (transfer full) */
gchar *council_key (const gchar *name);

/* The key with hyphens for spaces, ASCII only: "barking-and-dagenham". (transfer full) */
gchar *council_slug (const gchar *name);

/* Do two names mean one council? NULL means none. */
gboolean council_equal (const gchar *a, const gchar *b);
