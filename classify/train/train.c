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

#include "classify/train/figures.h"
#include "classify/train/joint.h"
#include "classify/train/learned.h"
#include "classify/train/writing.h"
#include "classify/verdict.h"

#include <stdio.h>

/* Scores the samples of a fold by what was learned from the others. */
static void
score_fold (const Corpus *corpus, Pairwise *pairwise, guint fold, gdouble **scores)
{
  const Learned *learned = pairwise_get (pairwise, fold, fold);
  Joint joints[N_VERDICTS];

  pairwise_weigh (pairwise, fold);
  for (Verdict v = 0; v < N_VERDICTS; v++)
    joint_fit (joints[v], corpus, fold, v);
  for (guint s = 0; s < corpus->samples->len; s++)
    if (corpus->folds[s] == fold)
      {
        Sample *sample = corpus_get_sample (corpus, s);

        learned_weigh (learned, corpus, sample);
        scores[s] = g_new0 (gdouble, corpus->n);
        for (guint c = 0; c < corpus->n; c++)
          scores[s][c] = joint_score (joints[joint_verdict_of (sample->kind)], sample, c);
      }
}

static void
cross_validate (const Corpus *corpus, gdouble threshold, gboolean misses)
{
  g_autofree gdouble **scores = g_new0 (gdouble *, corpus->samples->len);
  g_autoptr (Pairwise) pairwise = pairwise_new (corpus);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint fold = 0; fold < CORPUS_N_FOLDS; fold++)
    score_fold (corpus, pairwise, fold, scores);
  figures_add (corpus, scores, threshold, out);
  if (misses)
    figures_add_misses (corpus, scores, threshold, out);
  fputs (out->str, stdout);
  for (guint s = 0; s < corpus->samples->len; s++)
    g_free (scores[s]);
}

static gboolean
train_all (const Corpus *corpus, const gchar *path, GError **error)
{
  g_autoptr (Pairwise) pairwise = pairwise_new (corpus);
  Joint joints[N_VERDICTS];
  Learned *learned;
  g_autofree gchar *text = NULL;

  pairwise_weigh (pairwise, CORPUS_NO_FOLD);
  for (Verdict v = 0; v < N_VERDICTS; v++)
    joint_fit (joints[v], corpus, CORPUS_NO_FOLD, v);
  learned = learned_new (corpus, CORPUS_NO_FOLD, CORPUS_NO_FOLD);
  text = writing_of (corpus, learned, joints);
  learned_free (learned);
  return g_file_set_contents (path, text, -1, error);
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
  g_autoptr (Corpus) corpus = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2
      || (output == NULL) != validate)
    {
      fprintf (stderr, "train: %s\n",
               error != NULL ? error->message
                             : "SAMPLES and either -o FILE or --cross-validate");
      return 2;
    }
  if (g_file_get_contents (argv[1], &content, NULL, &error))
    corpus = corpus_new (content, &error);
  if (corpus != NULL && validate)
    cross_validate (corpus, threshold, misses);
  else if (corpus != NULL)
    train_all (corpus, output, &error);
  if (error == NULL)
    return 0;
  fprintf (stderr, "train: %s\n", error->message);
  return 1;
}
