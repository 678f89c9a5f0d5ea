/* attendance_row.h: the text of one row of a list of people: its columns, its star,
 * whether it is one name, whether its label says that somebody was there. */

#pragma once

#include "normalise/stream.h"

/* Leaves of the names behind a label, or of all, those with a star, and takes it from
 * them: "Councillors: Ann Bell *, Bo Cole" becomes "Councillors: Ann Bell,". FALSE: no
 * name has one, and nobody named was there. */
gboolean attendance_keep_starred (gchar *text);

/* The text of a row, with a line's end where its source has columns: three spaces or
 * more. (transfer full) */
gchar *attendance_columns_of (const Row *row);

/* "Cllr Ann Lamb": a name to which no line below can belong. */
gboolean attendance_is_one_name (const gchar *text);

/* Whether a label says that somebody was there: not "Councillors:" alone. */
gboolean attendance_says_present (const gchar *text, gsize length);
