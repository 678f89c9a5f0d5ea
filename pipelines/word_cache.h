/* word_cache.h: a tokeniser that remembers what became of each word.
 *
 * SQLite's full-text index looks up every letter in the tables of Unicode and takes every
 * word apart for its stem, again and again for the same few thousand words; that was half
 * of its work. Here a text is cut into runs of letters and digits of ASCII and of bytes
 * beyond it, which no token reaches across, and each run is given to SQLite's own
 * tokeniser once: the tokens are SQLite's, whatever it makes of "Children’s". */

#pragma once

#include <glib.h>

/* SQLite's (xToken): 0, or a code that ends the tokenising. */
typedef gint (*WordTokenFunc) (gpointer data, gint flags, const gchar *token, gint length,
                               gint start, gint end);

/* Gives func the tokens of a text; the code that func ended it with, or one of its own.
 */
typedef gint (*WordTokeniseFunc) (gpointer base, const gchar *text, gint length,
                                  gpointer data, WordTokenFunc func);

typedef struct WordCache WordCache;

/* tokenise: must say the same of the same run at all times, and see no token in what is
 * neither a letter nor a digit of ASCII nor beyond it. */
WordCache *word_cache_new (WordTokeniseFunc tokenise, gpointer base);
void word_cache_free (WordCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WordCache, word_cache_free)

/* The same tokens, with the same places in the text, that tokenise would give. */
gint word_cache_tokenise (WordCache *self, const gchar *text, gint length, gpointer data,
                          WordTokenFunc func);
