/* taxonomy_check.h: what is wrong with a taxonomy, and what its writer may want to know.
 */

#pragma once

#include <glib.h>

/* A phrase or rule that stands in so many of a hundred items is remarked on as wide, if
 * the documents given have at least so many items. */
#define WIDE_PERCENT 10u
#define WIDE_MIN_ITEMS 20u

/* Checks the file and says so into out; where it is sound, with remarks: phrases that are
 * there twice, shared or shadowed (classify/review.h), counted, or one by one if all; and
 * those that are too wide, where there are records (NULL-terminated paths) to try it on.
 * EXIT_DONE, or EXIT_STOPPED: what was wrong has been said. */
gint taxonomy_check_file (const gchar *path, gchar **records, gboolean all, GString *out);
