/* joint.c: signs and labels → weights that join the signs. */

#include "classify/train/joint.h"

#include <math.h>
#include <string.h>

static gboolean
has_margin (const Sample *sample, guint concept)
{
  return sample->signs->of[concept].margin > SIGNS_NO_MARGIN;
}

gdouble
joint_score (const Joint weights, const Sample *sample, guint concept)
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
solve (gdouble a[SIGN_N_FEATURES][SIGN_N_FEATURES], Joint b)
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
  [VERDICT_TEXT] = { 1, 0.5, 0.1, 0, 0 }, [VERDICT_ITEM] = { 0.4, 1, 3, 0, 0 }
};

Verdict
joint_verdict_of (SampleKind kind)
{
  return kind == SAMPLE_REC ? VERDICT_TEXT : VERDICT_ITEM;
}

/* Logistic regression by Newton's method, over the samples outside a fold. */
void
joint_fit (Joint weights, const Corpus *self, guint held, Verdict verdict)
{
  memset (weights, 0, sizeof (Joint));
  for (guint step = 0; step < 25; step++)
    {
      gdouble hessian[SIGN_N_FEATURES][SIGN_N_FEATURES] = { { 0 } };
      Joint gradient = { 0 };

      for (guint i = 0; i < SIGN_N_FEATURES; i++)
        {
          gdouble penalty = i == 0 ? 1e-6 : 0.5;

          hessian[i][i] = penalty;
          gradient[i] = -penalty * weights[i];
        }
      for (guint s = 0; s < self->samples->len; s++)
        {
          const Sample *sample = self->samples->pdata[s];

          if (!corpus_teaches (self, s, held, held))
            continue;
          for (guint c = 0; c < self->n; c++)
            {
              gdouble features[SIGN_N_FEATURES];
              gdouble p, w;

              if (sample->labels[c] < 0 || !has_margin (sample, c))
                continue;
              p = joint_score (weights, sample, c);
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
