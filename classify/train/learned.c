/* learned.c: samples → a linear model a concept → margins. */

#include "classify/train/learned.h"

#include <math.h>

#define MIN_SAMPLES 2 /* that hold a word, for it to count */

static GArray *
row_of (const Corpus *self, const gdouble *idf, const GArray *features, guint length,
        const guint8 *kinds)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (Term));
  gdouble scale = MODEL_SCALE / sqrt (MAX (length, 1));

  for (guint i = 0; i < features->len; i++)
    {
      guint32 feature = g_array_index (features, guint32, i);
      Term term = { feature, idf[feature] * scale };

      if (term.value > 0)
        g_array_append_val (row, term);
    }
  for (guint c = 0; c < self->n; c++)
    for (guint kind = 0; kind < N_HIT_KINDS; kind++)
      if (kinds[c] & (1 << kind))
        {
          Term term = { self->vocabulary->names->len + c * N_HIT_KINDS + kind, 1 };

          g_array_append_val (row, term);
        }
  return row;
}

/* A sample's passages as one. */
static GArray *
row_of_sample (const Corpus *self, const gdouble *idf, const Sample *sample)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *kinds = g_new0 (guint8, self->n);
  g_autofree guint8 *seen = g_new0 (guint8, self->vocabulary->names->len);
  guint length = 0;

  for (guint p = 0; p < sample->passages->len; p++)
    {
      const SamplePassage *passage = sample->passages->pdata[p];

      length += passage->length;
      for (guint i = 0; i < passage->features->len; i++)
        seen[g_array_index (passage->features, guint32, i)] = TRUE;
      for (guint c = 0; c < self->n; c++)
        kinds[c] |= passage->kinds[c];
    }
  for (guint32 i = 0; i < self->vocabulary->names->len; i++)
    if (seen[i])
      g_array_append_val (features, i);
  return row_of (self, idf, features, length, kinds);
}

static gdouble *
find_idf (const Corpus *self, guint fold, guint other)
{
  guint n = self->vocabulary->names->len;
  gdouble *idf = g_new0 (gdouble, n);
  guint samples = 0;

  for (guint i = 0; i < self->samples->len; i++)
    {
      const Sample *sample = self->samples->pdata[i];
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      if (!corpus_teaches (self, i, fold, other))
        continue;
      samples++;
      for (guint p = 0; p < sample->passages->len; p++)
        {
          const SamplePassage *passage = sample->passages->pdata[p];

          for (guint j = 0; j < passage->features->len; j++)
            {
              guint32 feature = g_array_index (passage->features, guint32, j);

              if (g_hash_table_add (seen, GUINT_TO_POINTER (feature)))
                idf[feature]++;
            }
        }
    }
  for (guint i = 0; i < n; i++)
    idf[i] = idf[i] < MIN_SAMPLES ? 0 : log ((1.0 + samples) / (1.0 + idf[i])) + 1;
  return idf;
}

Learned *
learned_new (const Corpus *self, guint fold, guint other)
{
  Learned *learned = g_new0 (Learned, 1);
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree gint8 *labels = g_new0 (gint8, self->samples->len);
  guint n_features = self->vocabulary->names->len + self->n * N_HIT_KINDS;

  learned->n = self->n;
  learned->idf = find_idf (self, fold, other);
  learned->linears = g_new0 (Linear *, self->n);
  for (guint i = 0; i < self->samples->len; i++)
    if (corpus_teaches (self, i, fold, other))
      g_ptr_array_add (rows, row_of_sample (self, learned->idf, self->samples->pdata[i]));
  for (guint c = 0; c < self->n; c++)
    {
      guint n = 0;

      for (guint i = 0; i < self->samples->len; i++)
        if (corpus_teaches (self, i, fold, other))
          labels[n++] = ((Sample *)self->samples->pdata[i])->labels[c];
      learned->linears[c] = linear_new (rows, labels, n_features);
    }
  return learned;
}

void
learned_free (Learned *learned)
{
  if (learned == NULL)
    return;
  for (guint c = 0; c < learned->n; c++)
    linear_free (learned->linears[c]);
  g_free (learned->linears);
  g_free (learned->idf);
  g_free (learned);
}

void
learned_weigh (const Learned *learned, const Corpus *self, Sample *sample)
{
  for (guint c = 0; c < self->n; c++)
    sample->signs->of[c].margin = sample->signs->of[c].second = SIGNS_NO_MARGIN;
  for (guint p = 0; p < sample->passages->len; p++)
    {
      const SamplePassage *passage = sample->passages->pdata[p];
      g_autoptr (GArray) row =
          row_of (self, learned->idf, passage->features, passage->length, passage->kinds);

      for (guint c = 0; c < self->n; c++)
        if (learned->linears[c] != NULL)
          sign_add_margin (&sample->signs->of[c],
                           linear_margin (learned->linears[c], row), p);
    }
}

/* --------------------------------------------------------------------------- folds */

struct Pairwise
{
  const Corpus *corpus;
  Learned *of[CORPUS_N_FOLDS][CORPUS_N_FOLDS];
};

Pairwise *
pairwise_new (const Corpus *corpus)
{
  Pairwise *self = g_new0 (Pairwise, 1);

  self->corpus = corpus;
  return self;
}

void
pairwise_free (Pairwise *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < CORPUS_N_FOLDS; i++)
    for (guint j = 0; j < CORPUS_N_FOLDS; j++)
      learned_free (self->of[i][j]);
  g_free (self);
}

const Learned *
pairwise_get (Pairwise *self, guint fold, guint other)
{
  Learned **learned = &self->of[MIN (fold, other)][MAX (fold, other)];

  if (*learned == NULL)
    *learned = learned_new (self->corpus, fold, other);
  return *learned;
}

void
pairwise_weigh (Pairwise *self, guint held)
{
  const Corpus *corpus = self->corpus;

  for (guint fold = 0; fold < CORPUS_N_FOLDS; fold++)
    {
      const Learned *learned;

      if (fold == held)
        continue;
      learned = pairwise_get (self, fold, held == CORPUS_NO_FOLD ? fold : held);
      for (guint i = 0; i < corpus->samples->len; i++)
        if (corpus->folds[i] == fold)
          learned_weigh (learned, corpus, corpus_get_sample (corpus, i));
    }
}
