/* surname.h: lists of names that begin with the surname get them in the order in which
 * they are spoken.
 *
 * "Ahmed, R (Chair); Bell, T" is "R Ahmed (Chair); T Bell": initials behind a comma are
 * nobody's name. "Ahmed, Rashid" is turned only where each entry of a list of several is
 * like that, one a line or between semicolons: "Ahmed, Bell" are two people. */

#pragma once

#include <glib.h>

/* The list with its names turned, or NULL where none has to be; ret_n: (nullable) how
 * many, each of which had a comma. (transfer full) (nullable) */
gchar *surnames_turn (const gchar *text, gboolean known, guint *ret_n);
