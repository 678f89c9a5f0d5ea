/* word_list.h: short lists of words that functions know, where an expression would say
 * less. */

#pragma once

#include <glib.h>

/* Whether text[0..length) is one of the n words, in upper or lower case of ASCII. */
gboolean word_list_has (const gchar *const *words, guint n, const gchar *text,
                        gsize length);
