/* calendar.h: dates and times between them as people say them.
 *
 * Dates are ISO 8601, as precise as the source. No clock: "ago" is as seen from a date
 * that the caller names. */

#pragma once

#include <glib.h>

/* "17 June 2025", "June 2025", "2025"; what is no date as it is. (transfer full), NULL
 * for NULL */
gchar *calendar_say (const gchar *date);
/* "17 Jun 2025" (transfer full), NULL for NULL */
gchar *calendar_say_short (const gchar *date);

/* Whole months from one to the other; -1 if either does not say its month or the second
 * is earlier. A day that is not said counts as the first. */
gint calendar_months (const gchar *from, const gchar *to);
/* "less than a month", "1 month", "14 months" (transfer full) */
gchar *calendar_say_months (gint months);

/* Days from 1 January 1970, for a place on a line of time; what is not said counts as
 * the first. -1 for no date. */
gint calendar_days (const gchar *date);
