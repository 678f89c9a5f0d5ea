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
        Sample *sample = corpus_get_scored (corpus, s);

        learned_weigh (learned, corpus, sample);
        scores[s] = g_new0 (gdouble, corpus->n);
        for (guint c = 0; c < corpus->n; c++)
          scores[s][c] = joint_score (joints[joint_verdict_of (sample->kind)], sample, c);
      }
}

typedef struct
{
  gchar *output;
  gboolean validate;
  gboolean strangers;
  gchar *without;
  gboolean concepts;
  gboolean misses;
  gdouble threshold;
} Options;

static void
cross_validate (const Corpus *corpus, const Options *options)
{
  g_autofree gdouble **scores = g_new0 (gdouble *, corpus->samples->len);
  g_autoptr (Pairwise) pairwise = pairwise_new (corpus);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint fold = 0; fold < CORPUS_N_FOLDS; fold++)
    score_fold (corpus, pairwise, fold, scores);
  figures_add (corpus, scores, options->threshold, out);
  if (options->concepts)
    figures_add_concepts (corpus, scores, options->threshold, out);
  if (options->misses)
    figures_add_misses (corpus, scores, options->threshold, out);
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

static gboolean
read_options (Options *options, gint *argc, gchar ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, "Write the weights here",
      "FILE" },
    { "cross-validate", 0, 0, G_OPTION_ARG_NONE, &options->validate,
      "Print the figures of a cross-validation over groups", NULL },
    { "strangers", 0, 0, G_OPTION_ARG_NONE, &options->strangers,
      "Score them with rules only that hit in another group's text too", NULL },
    { "without", 0, 0, G_OPTION_ARG_STRING, &options->without,
      "Learn nothing from samples of a kind: rec, par, item or said", "KIND" },
    { "concepts", 0, 0, G_OPTION_ARG_NONE, &options->concepts,
      "With the figures, those of each concept", NULL },
    { "misses", 0, 0, G_OPTION_ARG_NONE, &options->misses,
      "With the figures, list every miss", NULL },
    { "threshold", 0, 0, G_OPTION_ARG_DOUBLE, &options->threshold, "Score of a tag",
      "SCORE" },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("SAMPLES");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc == 2 && (options->output == NULL) == options->validate)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                       "SAMPLES and either -o FILE or --cross-validate");
  return FALSE;
}

static gboolean
read_corpus (const Options *options, const gchar *path, Corpus **ret_corpus,
             GError **error)
{
  g_autofree gchar *content = NULL;
  g_autoptr (Corpus) corpus = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return FALSE;
  corpus = corpus_new (content, options->strangers, error);
  if (corpus == NULL)
    return FALSE;
  if (options->without != NULL)
    corpus->without = sample_kind_of (options->without);
  *ret_corpus = g_steal_pointer (&corpus);
  return TRUE;
}

int
main (int argc, char **argv)
{
  Options options = { .threshold = VERDICT_THRESHOLD };
  g_autoptr (GError) error = NULL;
  g_autoptr (Corpus) corpus = NULL;
  gint status = 1;

  if (!read_options (&options, &argc, &argv, &error))
    status = 2;
  else if (read_corpus (&options, argv[1], &corpus, &error))
    {
      if (options.validate)
        cross_validate (corpus, &options);
      else
        train_all (corpus, options.output, &error);
    }
  g_free (options.output);
  g_free (options.without);
  if (error == NULL)
    return 0;
  fprintf (stderr, "train: %s\n", error->message);
  return status;
}
