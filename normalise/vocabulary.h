/* vocabulary.h: the words of a document, whatever their case: letters, with hyphens
 * between them ("multi-agency"). */

#pragma once

#include <glib.h>

typedef struct Vocabulary Vocabulary;

/* (transfer full) */
Vocabulary *vocabulary_new (void);
void vocabulary_free (Vocabulary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Vocabulary, vocabulary_free)

/* Adds the words of a line, but for a last one that a hyphen ends, and for the first if
 * it is the rest of a word divided_before. */
void vocabulary_add_line (Vocabulary *self, const gchar *line, gboolean divided_before);
gboolean vocabulary_has (const Vocabulary *self, const gchar *word);
