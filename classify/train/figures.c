/* figures.c: scores and labels → lines for people. */

#include "classify/train/figures.h"

#include <math.h>

typedef struct
{
  guint tp, fp, fn;
} Counts;

/* A tag that was given: how sure, and whether rightly. */
typedef struct
{
  gdouble score;
  gboolean right;
} Given;

/* What came of one kind of sample. */
typedef struct
{
  Counts all;
  Counts *concepts;
  GArray *groups; /* Counts */
  GArray *given;  /* Given */
  guint empty;    /* samples without a concept */
  guint tagged;   /* of these */
} Figures;

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

/* ------------------------------------------------------------------------ counting */

static Counts *
counts_of_group (Figures *self, GHashTable *index, const gchar *group)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (index, group));

  if (number == 0)
    {
      g_array_set_size (self->groups, self->groups->len + 1);
      number = self->groups->len;
      g_hash_table_insert (index, (gpointer)group, GUINT_TO_POINTER (number));
    }
  return &g_array_index (self->groups, Counts, number - 1);
}

static void
count_sample (Figures *self, const Sample *sample, const gdouble *scores, guint n,
              gdouble threshold, Counts *group)
{
  gboolean none = TRUE, any = FALSE;

  for (guint c = 0; c < n; c++)
    {
      gint8 label = sample->labels[c];
      Given given = { scores[c], label == 1 };
      gboolean predicted = scores[c] >= threshold;

      none = none && label == 0;
      any = any || predicted;
      count (&self->all, label, predicted);
      count (&self->concepts[c], label, predicted);
      count (group, label, predicted);
      if (predicted && label >= 0)
        g_array_append_val (self->given, given);
    }
  self->empty += none;
  self->tagged += none && any;
}

static Figures *
figures_new (const Corpus *corpus, gdouble *const *scores, SampleKind kind,
             gdouble threshold)
{
  Figures *self = g_new0 (Figures, 1);
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);

  self->concepts = g_new0 (Counts, corpus->n);
  self->groups = g_array_new (FALSE, TRUE, sizeof (Counts));
  self->given = g_array_new (FALSE, FALSE, sizeof (Given));
  for (guint s = 0; s < corpus->samples->len; s++)
    {
      const Sample *sample = corpus_get_sample (corpus, s);

      if (sample->kind == kind)
        count_sample (self, sample, scores[s], corpus->n, threshold,
                      counts_of_group (self, index, sample->group));
    }
  return self;
}

static void
figures_free (Figures *self)
{
  g_free (self->concepts);
  g_array_unref (self->groups);
  g_array_unref (self->given);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Figures, figures_free)

/* ---------------------------------------------------------------------- summing up */

/* Of the concepts that anything was labelled with. */
static gdouble
macro_f1 (const Figures *self, guint n)
{
  gdouble sum = 0;
  guint concepts = 0;

  for (guint c = 0; c < n; c++)
    if (self->concepts[c].tp + self->concepts[c].fn > 0)
      {
        sum += f1 (self->concepts[c]);
        concepts++;
      }
  return sum / MAX (1, concepts);
}

#define N_DRAWS 1000

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  gdouble x = *(const gdouble *)a, y = *(const gdouble *)b;

  return x < y ? -1 : x > y;
}

/* Between what F1 lies in 95 of 100 draws of as many groups, with replacement: other
 * councils might have been measured. */
static void
find_interval (const Figures *self, gdouble *ret_low, gdouble *ret_high)
{
  gdouble drawn[N_DRAWS];
  GRand *chance = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_DRAWS; i++)
    {
      Counts sum = { 0 };

      for (guint j = 0; j < self->groups->len; j++)
        {
          gint at = g_rand_int_range (chance, 0, (gint32)self->groups->len);
          Counts group = g_array_index (self->groups, Counts, at);

          sum.tp += group.tp;
          sum.fp += group.fp;
          sum.fn += group.fn;
        }
      drawn[i] = f1 (sum);
    }
  g_rand_free (chance);
  qsort (drawn, N_DRAWS, sizeof (gdouble), compare_numbers);
  *ret_low = drawn[N_DRAWS / 40];
  *ret_high = drawn[N_DRAWS - 1 - N_DRAWS / 40];
}

static gint
compare_given (gconstpointer a, gconstpointer b)
{
  const Given *x = a, *y = b;

  if (x->score != y->score)
    return x->score < y->score ? -1 : 1;
  return (x->right > y->right) - (x->right < y->right);
}

#define N_BINS 10

/* Expected calibration error over bins that hold as many tags each. */
static gdouble
calibration_error (Figures *self)
{
  gdouble error = 0;
  guint n = self->given->len;

  g_array_sort (self->given, compare_given);
  for (guint b = 0; b < N_BINS; b++)
    {
      gdouble sum = 0;

      for (guint i = b * n / N_BINS; i < (b + 1) * n / N_BINS; i++)
        {
          Given given = g_array_index (self->given, Given, i);

          sum += given.score - given.right;
        }
      error += fabs (sum);
    }
  return error / MAX (1, n);
}

static void
add_kind (const Corpus *corpus, gdouble *const *scores, SampleKind kind,
          const gchar *name, gdouble threshold, GString *out)
{
  g_autoptr (Figures) self = figures_new (corpus, scores, kind, threshold);
  Counts all = self->all;
  gdouble low, high;

  if (self->groups->len == 0)
    return;
  find_interval (self, &low, &high);
  g_string_append_printf (
      out,
      "%s: micro P %.3f R %.3f F1 %.3f (%.3f to %.3f), macro F1 %.3f, calibration error "
      "%.3f, %u of %u without a concept tagged\n",
      name, all.tp / MAX (1.0, all.tp + all.fp), all.tp / MAX (1.0, all.tp + all.fn),
      f1 (all), low, high, macro_f1 (self, corpus->n), calibration_error (self),
      self->tagged, self->empty);
}

void
figures_add (const Corpus *corpus, gdouble *const *scores, gdouble threshold,
             GString *out)
{
  static const gchar *const names[N_SAMPLE_KINDS] = { "recommendations",
                                                      "report paragraphs", "items",
                                                      "own items", "said" };

  for (SampleKind kind = 0; kind < N_SAMPLE_KINDS; kind++)
    add_kind (corpus, scores, kind, names[kind], threshold, out);
}

void
figures_add_concepts (const Corpus *corpus, gdouble *const *scores, gdouble threshold,
                      GString *out)
{
  for (guint c = 0; c < corpus->n; c++)
    {
      Counts counts = { 0 };

      for (guint s = 0; s < corpus->samples->len; s++)
        {
          const Sample *sample = corpus_get_sample (corpus, s);

          if (sample->kind < SAMPLE_OWN)
            count (&counts, sample->labels[c], scores[s][c] >= threshold);
        }
      g_string_append_printf (out, "%s: F1 %.3f, %u right, %u wrong, %u missed\n",
                              corpus_get_id (corpus, c), f1 (counts), counts.tp,
                              counts.fp, counts.fn);
    }
}

void
figures_add_misses (const Corpus *self, gdouble *const *scores, gdouble threshold,
                    GString *out)
{
  for (guint s = 0; s < self->samples->len; s++)
    for (guint c = 0; c < self->n; c++)
      {
        const Sample *sample = corpus_get_sample (self, s);
        gboolean predicted = scores[s][c] >= threshold;

        if (sample->labels[c] >= 0 && predicted != (sample->labels[c] == 1))
          g_string_append_printf (out, "%s: %s %s %.2f\n", sample->id,
                                  predicted ? "wrong" : "missed", corpus_get_id (self, c),
                                  scores[s][c]);
      }
}
