/* train.c: labelled texts → the file of learned weights, or the figures of a
 * cross-validation over councils.
 *
 *     train SAMPLES -o classify/model.txt
 *     train SAMPLES --cross-validate
 *
 * Nothing that is scored was trained on: each council's samples are weighed by models
 * that saw none of it, and the weights of the verdict are learned from margins made in
 * the same way within the other councils. */

#include "classify/train/linear.h"
#include "classify/train/sample.h"
#include "classify/verdict.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define N_FOLDS 6
#define MIN_SAMPLES 2 /* that hold a word, for it to count */
#define NO_FOLD G_MAXUINT

typedef struct
{
  Taxonomy *taxonomy;
  guint n; /* concepts */
  Vocabulary *vocabulary;
  GPtrArray *samples; /* Sample * */
  guint *folds;       /* by sample */
} Trainer;

/* Learned from some samples. */
typedef struct
{
  gdouble *idf;     /* by word of the vocabulary; 0: too rare */
  Linear **linears; /* by concept; NULL: too few samples */
} Learned;

/* -------------------------------------------------------------------------- one model */

static GArray *
row_of (const Trainer *self, const gdouble *idf, const GArray *features,
        const guint8 *kinds)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (Term));
  gdouble norm = 0;

  for (guint i = 0; i < features->len; i++)
    {
      guint32 feature = g_array_index (features, guint32, i);
      Term term = { feature, idf[feature] };

      norm += term.value * term.value;
      if (term.value > 0)
        g_array_append_val (row, term);
    }
  for (guint i = 0; i < row->len; i++)
    g_array_index (row, Term, i).value *= MODEL_SCALE / sqrt (norm);
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
row_of_sample (const Trainer *self, const gdouble *idf, const Sample *sample)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *kinds = g_new0 (guint8, self->n);
  g_autofree guint8 *seen = g_new0 (guint8, self->vocabulary->names->len);

  for (guint p = 0; p < sample->passages->len; p++)
    {
      const SamplePassage *passage = sample->passages->pdata[p];

      for (guint i = 0; i < passage->features->len; i++)
        seen[g_array_index (passage->features, guint32, i)] = TRUE;
      for (guint c = 0; c < self->n; c++)
        kinds[c] |= passage->kinds[c];
    }
  for (guint32 i = 0; i < self->vocabulary->names->len; i++)
    if (seen[i])
      g_array_append_val (features, i);
  return row_of (self, idf, features, kinds);
}

/* Whether a sample is learned from when two folds are held back. */
static gboolean
is_training (const Trainer *self, guint sample, guint fold, guint other)
{
  return self->folds[sample] != fold && self->folds[sample] != other
         && ((Sample *)self->samples->pdata[sample])->passages->len > 0;
}

static gdouble *
find_idf (const Trainer *self, guint fold, guint other)
{
  guint n = self->vocabulary->names->len;
  gdouble *idf = g_new0 (gdouble, n);
  guint samples = 0;

  for (guint i = 0; i < self->samples->len; i++)
    {
      const Sample *sample = self->samples->pdata[i];
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      if (!is_training (self, i, fold, other))
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

static Learned *
learn (const Trainer *self, guint fold, guint other)
{
  Learned *learned = g_new0 (Learned, 1);
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree gint8 *labels = g_new0 (gint8, self->samples->len);
  guint n_features = self->vocabulary->names->len + self->n * N_HIT_KINDS;

  learned->idf = find_idf (self, fold, other);
  learned->linears = g_new0 (Linear *, self->n);
  for (guint i = 0; i < self->samples->len; i++)
    if (is_training (self, i, fold, other))
      g_ptr_array_add (rows, row_of_sample (self, learned->idf, self->samples->pdata[i]));
  for (guint c = 0; c < self->n; c++)
    {
      guint n = 0;

      for (guint i = 0; i < self->samples->len; i++)
        if (is_training (self, i, fold, other))
          labels[n++] = ((Sample *)self->samples->pdata[i])->labels[c];
      learned->linears[c] = linear_new (rows, labels, n_features);
    }
  return learned;
}

static void
learned_free (const Trainer *self, Learned *learned)
{
  for (guint c = 0; c < self->n; c++)
    linear_free (learned->linears[c]);
  g_free (learned->linears);
  g_free (learned->idf);
  g_free (learned);
}

/* Sets the margins of a sample's signs. */
static void
weigh (const Trainer *self, const Learned *learned, Sample *sample)
{
  for (guint c = 0; c < self->n; c++)
    sample->signs->of[c].margin = sample->signs->of[c].second = SIGNS_NO_MARGIN;
  for (guint p = 0; p < sample->passages->len; p++)
    {
      const SamplePassage *passage = sample->passages->pdata[p];
      g_autoptr (GArray) row =
          row_of (self, learned->idf, passage->features, passage->kinds);

      for (guint c = 0; c < self->n; c++)
        if (learned->linears[c] != NULL)
          sign_add_margin (&sample->signs->of[c],
                           linear_margin (learned->linears[c], row), p);
    }
}

/* Models that saw neither of two folds, by these. */
typedef struct
{
  Learned *of[N_FOLDS][N_FOLDS];
} Pairwise;

static const Learned *
learn_without (const Trainer *self, Pairwise *pairwise, guint fold, guint other)
{
  Learned **learned = &pairwise->of[MIN (fold, other)][MAX (fold, other)];

  if (*learned == NULL)
    *learned = learn (self, fold, other);
  return *learned;
}

static void
pairwise_clear (const Trainer *self, Pairwise *pairwise)
{
  for (guint i = 0; i < N_FOLDS; i++)
    for (guint j = 0; j < N_FOLDS; j++)
      if (pairwise->of[i][j] != NULL)
        learned_free (self, pairwise->of[i][j]);
}

/* Weighs every sample but those of a fold by models that did not see its fold. */
static void
weigh_apart (const Trainer *self, Pairwise *pairwise, guint held)
{
  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      const Learned *learned;

      if (fold == held)
        continue;
      learned = learn_without (self, pairwise, fold, held == NO_FOLD ? fold : held);
      for (guint i = 0; i < self->samples->len; i++)
        if (self->folds[i] == fold)
          weigh (self, learned, self->samples->pdata[i]);
    }
}

/* ------------------------------------------------------------------------- the verdict
 */

typedef gdouble Weights[SIGN_N_FEATURES];

static gboolean
has_margin (const Sample *sample, guint concept)
{
  return sample->signs->of[concept].margin > SIGNS_NO_MARGIN;
}

static gdouble
score_of (const Sample *sample, guint concept, const Weights weights)
{
  gdouble features[SIGN_N_FEATURES], x = 0;

  if (sample->passages->len == 0)
    return 0;
  sign_features (sample->signs, concept, has_margin (sample, concept), features);
  for (guint i = 0; i < SIGN_N_FEATURES; i++)
    x += weights[i] * features[i];
  return 1 / (1 + exp (-x));
}

/* Solves a x = b in place by elimination; a is symmetric and positive. */
static void
solve (gdouble a[SIGN_N_FEATURES][SIGN_N_FEATURES], Weights b)
{
  const guint n = SIGN_N_FEATURES;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        gdouble factor = a[j][i] / a[i][i];

        for (guint k = i; k < n; k++)
          a[j][k] -= factor * a[i][k];
        b[j] -= factor * b[i];
      }
  for (guint i = n; i-- > 0;)
    {
      for (guint k = i + 1; k < n; k++)
        b[i] -= a[i][k] * b[k];
      b[i] /= a[i][i];
    }
}

/* What one sample counts for, by kind, in the verdict on texts and in that on items:
 * a recommendation names its concepts in one sentence, minutes go round about them. What
 * was said is learned from, but tells nothing of how far a rule can be trusted: rules
 * were written with it in sight. */
static const gdouble kind_weights[N_VERDICTS][N_SAMPLE_KINDS] = {
  [VERDICT_TEXT] = { 1, 0.5, 0.1, 0 }, [VERDICT_ITEM] = { 0.4, 1, 3, 0 }
};

static Verdict
verdict_of (SampleKind kind)
{
  return kind == SAMPLE_REC ? VERDICT_TEXT : VERDICT_ITEM;
}

/* Logistic regression by Newton's method, over the samples outside a fold. */
static void
fit_verdict (const Trainer *self, guint held, Verdict verdict, Weights weights)
{
  memset (weights, 0, sizeof (Weights));
  for (guint step = 0; step < 25; step++)
    {
      gdouble hessian[SIGN_N_FEATURES][SIGN_N_FEATURES] = { { 0 } };
      Weights gradient = { 0 };

      for (guint i = 0; i < SIGN_N_FEATURES; i++)
        {
          gdouble penalty = i == 0 ? 1e-6 : 0.5;

          hessian[i][i] = penalty;
          gradient[i] = -penalty * weights[i];
        }
      for (guint s = 0; s < self->samples->len; s++)
        {
          const Sample *sample = self->samples->pdata[s];

          if (self->folds[s] == held || sample->passages->len == 0)
            continue;
          for (guint c = 0; c < self->n; c++)
            {
              gdouble features[SIGN_N_FEATURES];
              gdouble p, w;

              if (sample->labels[c] < 0 || !has_margin (sample, c))
                continue;
              p = score_of (sample, c, weights);
              w = kind_weights[verdict][sample->kind];
              sign_features (sample->signs, c, TRUE, features);
              for (guint i = 0; i < SIGN_N_FEATURES; i++)
                {
                  gradient[i] += w * (sample->labels[c] - p) * features[i];
                  for (guint j = 0; j < SIGN_N_FEATURES; j++)
                    hessian[i][j] += w * p * (1 - p) * features[i] * features[j];
                }
            }
        }
      solve (hessian, gradient);
      for (guint i = 0; i < SIGN_N_FEATURES; i++)
        weights[i] += gradient[i];
    }
}

/* ------------------------------------------------------------------------- the figures
 */

typedef struct
{
  guint tp, fp, fn;
} Counts;

static gdouble
f1 (Counts counts)
{
  guint all = 2 * counts.tp + counts.fp + counts.fn;

  return all > 0 ? 2.0 * counts.tp / all : 0;
}

static void
count (Counts *counts, gint8 label, gboolean predicted)
{
  counts->tp += predicted && label == 1;
  counts->fp += predicted && label == 0;
  counts->fn += !predicted && label == 1;
}

#define N_BINS 10

static void
print_figures (const Trainer *self, gdouble *const *scores, SampleKind kind,
               const gchar *name, gdouble threshold)
{
  Counts micro = { 0 };
  g_autofree Counts *per = g_new0 (Counts, self->n);
  gdouble sum[N_BINS] = { 0 }, right[N_BINS] = { 0 }, error = 0, macro = 0;
  guint in_bin[N_BINS] = { 0 }, all = 0, concepts = 0, tagged = 0, empty = 0;

  for (guint s = 0; s < self->samples->len; s++)
    {
      const Sample *sample = self->samples->pdata[s];
      gboolean none = TRUE, any = FALSE;

      if (sample->kind != kind)
        continue;
      for (guint c = 0; c < self->n; c++)
        {
          gboolean predicted = scores[s][c] >= threshold;
          guint bin = MIN ((guint)(scores[s][c] * N_BINS), N_BINS - 1);

          none = none && sample->labels[c] == 0;
          any = any || predicted;
          count (&micro, sample->labels[c], predicted);
          count (&per[c], sample->labels[c], predicted);
          if (!predicted || sample->labels[c] < 0)
            continue;
          sum[bin] += scores[s][c];
          right[bin] += sample->labels[c];
          in_bin[bin]++;
          all++;
        }
      empty += none;
      tagged += none && any;
    }
  for (guint c = 0; c < self->n; c++)
    if (per[c].tp + per[c].fn > 0)
      {
        macro += f1 (per[c]);
        concepts++;
      }
  for (guint b = 0; b < N_BINS; b++)
    if (in_bin[b] > 0)
      error += fabs (sum[b] - right[b]) / MAX (all, 1);
  printf ("%s: micro P %.3f R %.3f F1 %.3f, macro F1 %.3f, calibration error %.3f, "
          "%u of %u without a concept tagged\n",
          name, micro.tp / MAX (1.0, micro.tp + micro.fp),
          micro.tp / MAX (1.0, micro.tp + micro.fn), f1 (micro),
          macro / MAX (1, concepts), error, tagged, empty);
}

static void
print_misses (const Trainer *self, gdouble *const *scores, gdouble threshold)
{
  const GPtrArray *concepts = taxonomy_get_concepts (self->taxonomy);

  for (guint s = 0; s < self->samples->len; s++)
    for (guint c = 0; c < self->n; c++)
      {
        const Sample *sample = self->samples->pdata[s];
        gboolean predicted = scores[s][c] >= threshold;

        if (sample->labels[c] >= 0 && predicted != (sample->labels[c] == 1))
          printf ("%s: %s %s %.2f\n", sample->id, predicted ? "wrong" : "missed",
                  ((Concept *)concepts->pdata[c])->id, scores[s][c]);
      }
}

static void
cross_validate (const Trainer *self, gdouble threshold, gboolean misses)
{
  static const gchar *const names[N_SAMPLE_KINDS] = { "recommendations",
                                                      "report paragraphs", "items",
                                                      "said" };
  g_autofree gdouble **scores = g_new0 (gdouble *, self->samples->len);
  Pairwise pairwise = { 0 };

  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      Weights weights[N_VERDICTS];
      const Learned *learned;

      weigh_apart (self, &pairwise, fold);
      for (Verdict v = 0; v < N_VERDICTS; v++)
        fit_verdict (self, fold, v, weights[v]);
      learned = learn_without (self, &pairwise, fold, fold);
      for (guint s = 0; s < self->samples->len; s++)
        if (self->folds[s] == fold)
          {
            Sample *sample = self->samples->pdata[s];

            weigh (self, learned, sample);
            scores[s] = g_new0 (gdouble, self->n);
            for (guint c = 0; c < self->n; c++)
              scores[s][c] = score_of (sample, c, weights[verdict_of (sample->kind)]);
          }
    }
  pairwise_clear (self, &pairwise);
  for (SampleKind kind = 0; kind < N_SAMPLE_KINDS; kind++)
    print_figures (self, scores, kind, names[kind], threshold);
  if (misses)
    print_misses (self, scores, threshold);
  for (guint s = 0; s < self->samples->len; s++)
    g_free (scores[s]);
}

/* ---------------------------------------------------------------------------- the file
 */

static void
append_weights (const Trainer *self, const Learned *learned, guint feature, GString *out)
{
  const GPtrArray *concepts = taxonomy_get_concepts (self->taxonomy);

  for (guint c = 0; c < self->n; c++)
    if (learned->linears[c] != NULL
        && fabs (learned->linears[c]->weights[feature]) >= 0.005)
      g_string_append_printf (out, " %s %.2f", ((Concept *)concepts->pdata[c])->id,
                              learned->linears[c]->weights[feature]);
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *)a, *(const gchar *const *)b);
}

static gchar *
write_model (const Trainer *self, const Learned *learned, const Weights *weights)
{
  static const gchar *const kinds[N_HIT_KINDS] = { "strong", "strong2", "weak", "weak2" };
  static const gchar *const verdicts[N_VERDICTS] = { "text", "item" };
  const GPtrArray *concepts = taxonomy_get_concepts (self->taxonomy);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new ("heed-model 1\n");
  guint n = self->vocabulary->names->len;

  for (Verdict v = 0; v < N_VERDICTS; v++)
    {
      g_string_append_printf (out, "verdict %s", verdicts[v]);
      for (guint i = 0; i < SIGN_N_FEATURES; i++)
        g_string_append_printf (out, " %.3f", weights[v][i]);
      g_string_append_c (out, '\n');
    }
  for (guint c = 0; c < self->n; c++)
    {
      const gchar *id = ((Concept *)concepts->pdata[c])->id;

      if (learned->linears[c] == NULL)
        continue;
      g_string_append_printf (out, "bias %s %.2f\n", id, learned->linears[c]->bias);
      for (guint kind = 0; kind < N_HIT_KINDS; kind++)
        {
          g_string_append_printf (out, "hit %s:%s", kinds[kind], id);
          append_weights (self, learned, n + c * N_HIT_KINDS + kind, out);
          g_string_append_c (out, '\n');
        }
    }
  for (guint i = 0; i < n; i++)
    if (learned->idf[i] > 0)
      {
        const gchar *name = self->vocabulary->names->pdata[i];
        GString *line = g_string_new (strchr (name, '|') != NULL ? "pair " : "word ");

        g_string_append_printf (line, "%s %.2f", name, learned->idf[i]);
        append_weights (self, learned, i, line);
        g_ptr_array_add (lines, g_string_free (line, FALSE));
      }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%s\n", (const gchar *)lines->pdata[i]);
  g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static gboolean
train_all (const Trainer *self, const gchar *path, GError **error)
{
  Weights weights[N_VERDICTS];
  Learned *learned;
  Pairwise pairwise = { 0 };
  g_autofree gchar *text = NULL;

  weigh_apart (self, &pairwise, NO_FOLD);
  pairwise_clear (self, &pairwise);
  for (Verdict v = 0; v < N_VERDICTS; v++)
    fit_verdict (self, NO_FOLD, v, weights[v]);
  learned = learn (self, NO_FOLD, NO_FOLD);
  text = write_model (self, learned, weights);
  learned_free (self, learned);
  return g_file_set_contents (path, text, -1, error);
}

/* Councils by the hash of their name: the same fold whatever else is in the file. */
static void
find_folds (Trainer *self)
{
  self->folds = g_new0 (guint, self->samples->len);
  for (guint i = 0; i < self->samples->len; i++)
    self->folds[i] = g_str_hash (((Sample *)self->samples->pdata[i])->group) % N_FOLDS;
}

int
main (int argc, char **argv)
{
  g_autofree gchar *output = NULL;
  g_autofree gchar *content = NULL;
  gboolean validate = FALSE, misses = FALSE;
  gdouble threshold = VERDICT_THRESHOLD;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Write the weights here",
      "FILE" },
    { "cross-validate", 0, 0, G_OPTION_ARG_NONE, &validate,
      "Print the figures of a cross-validation over groups", NULL },
    { "misses", 0, 0, G_OPTION_ARG_NONE, &misses, "With them, list every miss", NULL },
    { "threshold", 0, 0, G_OPTION_ARG_DOUBLE, &threshold, "Score of a tag", "SCORE" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("SAMPLES");
  g_autoptr (GError) error = NULL;
  Trainer self = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2
      || (output == NULL) != validate)
    {
      fprintf (stderr, "train: %s\n",
               error != NULL ? error->message
                             : "SAMPLES and either -o FILE or --cross-validate");
      return 2;
    }
  self.taxonomy = taxonomy_new_default ();
  self.n = taxonomy_get_concepts (self.taxonomy)->len;
  self.vocabulary = vocabulary_new ();
  if (g_file_get_contents (argv[1], &content, NULL, &error))
    self.samples = samples_read (self.taxonomy, content, self.vocabulary, &error);
  if (self.samples != NULL)
    {
      find_folds (&self);
      if (validate)
        cross_validate (&self, threshold, misses);
      else
        train_all (&self, output, &error);
      g_ptr_array_unref (self.samples);
    }
  g_free (self.folds);
  vocabulary_free (self.vocabulary);
  taxonomy_unref (self.taxonomy);
  if (error == NULL)
    return 0;
  fprintf (stderr, "train: %s\n", error->message);
  return 1;
}
