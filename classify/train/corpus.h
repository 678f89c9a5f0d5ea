/* corpus.h: all that is learned from: the samples, their words, and the folds of a
 * cross-validation, which never part a group (a council). */

#pragma once

#include "classify/train/sample.h"

#define CORPUS_N_FOLDS 6
#define CORPUS_NO_FOLD G_MAXUINT

typedef struct
{
  Taxonomy *taxonomy;
  guint n; /* concepts */
  Vocabulary *vocabulary;
  GPtrArray *samples; /* Sample * */
  guint *folds;       /* by sample */
} Corpus;

/* content: of a file of samples. (transfer full), NULL if and only if error is set. */
Corpus *corpus_new (const gchar *content, GError **error);
void corpus_free (Corpus *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Corpus, corpus_free)

/* By its index. (transfer none) */
Sample *corpus_get_sample (const Corpus *self, guint sample);
const gchar *corpus_get_id (const Corpus *self, guint concept);
/* Whether a sample is learned from when two folds (CORPUS_NO_FOLD: none) are held back.
 */
gboolean corpus_teaches (const Corpus *self, guint sample, guint fold, guint other);
