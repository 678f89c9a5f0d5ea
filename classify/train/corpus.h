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
  GPtrArray *samples;   /* Sample * */
  GPtrArray *strangers; /* the same, read as support.h tells; (nullable) */
  guint *folds;         /* by sample */
  guint without;        /* a SampleKind that is not learned from; N_SAMPLE_KINDS: none */
} Corpus;

/* content: of a file of samples; strangers: whether these are wanted. (transfer full),
 * NULL if and only if error is set. */
Corpus *corpus_new (const gchar *content, gboolean strangers, GError **error);
void corpus_free (Corpus *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Corpus, corpus_free)

/* By its index. (transfer none) */
Sample *corpus_get_sample (const Corpus *self, guint sample);
/* The one to score: as a stranger's, if that is wanted. */
Sample *corpus_get_scored (const Corpus *self, guint sample);
const gchar *corpus_get_id (const Corpus *self, guint concept);
/* Whether a sample is learned from when two folds (CORPUS_NO_FOLD: none) are held back;
 * own items are scored only. */
gboolean corpus_teaches (const Corpus *self, guint sample, guint fold, guint other);
