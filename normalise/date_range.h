/* date_range.h: from when to when, in words: "7 to 18 November 2022", "28 November to 9
 * December 2022", "6 and 7 February 2024", "5 to 9 December 2022 and 14 to 15 February
 * 2023" (the first day of all and the last), "12 June 2024" (one day). */

#pragma once

#include "normalise/date.h"

/* The range of all dates in text[0..length), each as precise as the text: ret_start and
 * ret_end (transfer full) are ISO 8601. FALSE, and they untouched, where none has a
 * year. */
gboolean date_range_read (DateReader *reader, const gchar *text, gsize length,
                          gchar **ret_start, gchar **ret_end);
