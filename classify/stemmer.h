/* stemmer.h: the stem of an English word, by Snowball's algorithm ("english", also called
 * Porter 2): waiting, waits, waited → wait. */

#pragma once

#include <glib.h>

typedef struct Stemmer Stemmer;

Stemmer *stemmer_new (void);
void stemmer_free (Stemmer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stemmer, stemmer_free)

/* The stem of a word in lower case with ' for its apostrophes, appended to what out
 * holds. Words of more than STEMMER_MAX_WORD bytes, or with digits, stay as they are. */
#define STEMMER_MAX_WORD 40
void stemmer_stem (Stemmer *self, const gchar *word, gsize length, GString *out);

/* A stem as a number, as the learned weights know it (feature.h): FNV-1a of 64 bits. */
guint64 stem_hash (const gchar *stem, gsize length);
