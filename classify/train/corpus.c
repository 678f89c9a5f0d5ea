/* corpus.c: a file of samples → samples in folds. */

#include "classify/train/corpus.h"

/* Councils by the hash of their name: the same fold whatever else is in the file. */
static void
find_folds (Corpus *self)
{
  self->folds = g_new0 (guint, self->samples->len);
  for (guint i = 0; i < self->samples->len; i++)
    self->folds[i] = g_str_hash (corpus_get_sample (self, i)->group) % CORPUS_N_FOLDS;
}

Corpus *
corpus_new (const gchar *content, gboolean strangers, GError **error)
{
  g_autoptr (Corpus) self = g_new0 (Corpus, 1);

  self->taxonomy = taxonomy_new_default ();
  self->n = taxonomy_get_concepts (self->taxonomy)->len;
  self->without = N_SAMPLE_KINDS;
  self->vocabulary = vocabulary_new ();
  self->samples = samples_read (self->taxonomy, content, FALSE, self->vocabulary, error);
  if (self->samples == NULL)
    return NULL;
  if (strangers)
    self->strangers =
        samples_read (self->taxonomy, content, TRUE, self->vocabulary, NULL);
  find_folds (self);
  return g_steal_pointer (&self);
}

void
corpus_free (Corpus *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  g_clear_pointer (&self->strangers, g_ptr_array_unref);
  g_free (self->folds);
  vocabulary_free (self->vocabulary);
  taxonomy_unref (self->taxonomy);
  g_free (self);
}

Sample *
corpus_get_sample (const Corpus *self, guint sample)
{
  return self->samples->pdata[sample];
}

Sample *
corpus_get_scored (const Corpus *self, guint sample)
{
  return (self->strangers != NULL ? self->strangers : self->samples)->pdata[sample];
}

const gchar *
corpus_get_id (const Corpus *self, guint concept)
{
  return ((Concept *)taxonomy_get_concepts (self->taxonomy)->pdata[concept])->id;
}

gboolean
corpus_teaches (const Corpus *self, guint sample, guint fold, guint other)
{
  const Sample *one = corpus_get_sample (self, sample);

  return self->folds[sample] != fold && self->folds[sample] != other
         && one->kind != self->without && one->kind != SAMPLE_OWN
         && one->passages->len > 0;
}
