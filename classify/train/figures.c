/* figures.c: scores and labels → lines for people. */

#include "classify/train/figures.h"

#include <math.h>

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
add_kind (const Corpus *self, gdouble *const *scores, SampleKind kind, const gchar *name,
          gdouble threshold, GString *out)
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
  g_string_append_printf (
      out,
      "%s: micro P %.3f R %.3f F1 %.3f, macro F1 %.3f, calibration error %.3f, "
      "%u of %u without a concept tagged\n",
      name, micro.tp / MAX (1.0, micro.tp + micro.fp),
      micro.tp / MAX (1.0, micro.tp + micro.fn), f1 (micro), macro / MAX (1, concepts),
      error, tagged, empty);
}

void
figures_add (const Corpus *corpus, gdouble *const *scores, gdouble threshold,
             GString *out)
{
  static const gchar *const names[N_SAMPLE_KINDS] = { "recommendations",
                                                      "report paragraphs", "items",
                                                      "said" };

  for (SampleKind kind = 0; kind < N_SAMPLE_KINDS; kind++)
    add_kind (corpus, scores, kind, names[kind], threshold, out);
}

void
figures_add_misses (const Corpus *self, gdouble *const *scores, gdouble threshold,
                    GString *out)
{
  for (guint s = 0; s < self->samples->len; s++)
    for (guint c = 0; c < self->n; c++)
      {
        const Sample *sample = self->samples->pdata[s];
        gboolean predicted = scores[s][c] >= threshold;

        if (sample->labels[c] >= 0 && predicted != (sample->labels[c] == 1))
          g_string_append_printf (out, "%s: %s %s %.2f\n", sample->id,
                                  predicted ? "wrong" : "missed", corpus_get_id (self, c),
                                  scores[s][c]);
      }
}
