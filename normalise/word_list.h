/* word_list.h: short lists of words that functions know, where an expression would say
 * less. */

#pragma once

#include <glib.h>

/* Whether text[0..length) is one of the n words, in upper or lower case of ASCII. */
gboolean word_list_has (const gchar *const *words, guint n, const gchar *text,
                        gsize length);
/* Whether a text begins with one of them, in upper or lower case. */
gboolean word_list_begins (const gchar *const *words, guint n, const gchar *text);
/* The bytes of the one that a text begins with, as it is written; 0: with none. */
gsize word_list_prefix (const gchar *const *words, guint n, const gchar *text);
/* Whether text[0..length) goes before one of them and ends in it, as it is written. */
gboolean word_list_ends (const gchar *const *words, guint n, const gchar *text,
                         gsize length);
