/* signs.c: hits and learned margins → the signs for each concept. */

#include "classify/signs.h"

#include <math.h>
#include <string.h>

#define MAX_RULES 4 /* different rules that count */

/* What the hits of one passage add up to for one concept. */
typedef struct
{
  guint strong;
  guint last; /* sentence of the last strong hit */
  guint n_rules;
  const MatcherRule *rules[MAX_RULES]; /* labels and strong ones */
  guint n_weak;
  const MatcherRule *weak[MAX_RULES];
} Tally;

void
signs_free (Signs *self)
{
  if (self == NULL)
    return;
  g_free (self->of);
  g_array_unref (self->usable);
  g_free (self);
}

static void
note_rule (const MatcherRule **rules, guint *n, const MatcherRule *rule)
{
  for (guint i = 0; i < *n; i++)
    if (rules[i] == rule)
      return;
  if (*n < MAX_RULES)
    rules[(*n)++] = rule;
}

static void
tally_hit (Tally *tally, const Hit *hit)
{
  if (hit->rule->strength != STRENGTH_WEAK)
    {
      tally->strong += tally->strong == 0 || tally->last != hit->sentence;
      tally->last = hit->sentence;
      note_rule (tally->rules, &tally->n_rules, hit->rule);
    }
  else
    note_rule (tally->weak, &tally->n_weak, hit->rule);
}

static guint8
kinds_of (const Tally *tally)
{
  return (tally->strong > 0) << HIT_KIND_STRONG
         | (tally->strong > 1) << HIT_KIND_STRONG_TWICE
         | (tally->n_weak > 0) << HIT_KIND_WEAK
         | (tally->n_weak > 1) << HIT_KIND_WEAK_TWICE;
}

static gboolean
is_usable (const Signs *self, const Passage *passage)
{
  for (guint i = passage->first; i < passage->last; i++)
    if (g_array_index (self->usable, gboolean, i))
      return TRUE;
  return FALSE;
}

void
sign_add_margin (Sign *sign, gdouble margin, guint passage)
{
  if (margin > sign->margin)
    {
      sign->second = sign->margin;
      sign->margin = margin;
      sign->best = passage;
    }
  else if (margin > sign->second)
    sign->second = margin;
}

/* Takes a passage's tallies into the signs, and clears them. */
static void
close_passage (Signs *self, SignsWeigh weigh, gpointer data, const Reading *reading,
               guint number, Tally *tallies, guint8 *kinds, gdouble *margins)
{
  const Passage *passage = &g_array_index (reading->passages, Passage, number);

  if (!is_usable (self, passage))
    return;
  self->passages++;
  memset (margins, 0, self->n * sizeof *margins);
  for (guint i = 0; i < self->n; i++)
    {
      Sign *sign = &self->of[i];

      kinds[i] = kinds_of (&tallies[i]);
      if (kinds[i] == 0)
        continue;
      if (tallies[i].strong > 0 && sign->passages == 0 && weigh == NULL)
        sign->best = number;
      sign->strong += tallies[i].strong;
      sign->passages += tallies[i].strong > 0;
      sign->rules = MAX (sign->rules, tallies[i].n_rules);
      sign->weak = MAX (sign->weak, tallies[i].n_weak);
      memset (&tallies[i], 0, sizeof tallies[i]);
    }
  if (weigh == NULL)
    return;
  weigh (reading, passage, kinds, margins, data);
  for (guint i = 0; i < self->n; i++)
    sign_add_margin (&self->of[i], margins[i], number);
}

void
signs_weigh_by_model (const Reading *reading, const Passage *passage, const guint8 *kinds,
                      gdouble *margins, gpointer model)
{
  model_weigh (model, reading, passage, kinds, margins);
}

Signs *
signs_new (const Taxonomy *taxonomy, SignsWeigh weigh, gpointer data,
           const Reading *reading, Subject subject)
{
  Signs *self = g_new0 (Signs, 1);
  guint hit = 0;

  self->n = taxonomy_get_concepts (taxonomy)->len;
  self->of = g_new0 (Sign, self->n);
  self->usable = subject_of_sentences (reading, subject);
  for (guint i = 0; i < self->n; i++)
    self->of[i].margin = self->of[i].second = SIGNS_NO_MARGIN;
  if (subject == SUBJECT_NO)
    return self;

  g_autofree Tally *tallies = g_new0 (Tally, self->n);
  g_autofree guint8 *kinds = g_new0 (guint8, self->n);
  g_autofree gdouble *margins = g_new0 (gdouble, self->n);
  for (guint p = 0; p < reading->passages->len; p++)
    {
      const Passage *passage = &g_array_index (reading->passages, Passage, p);

      for (; hit < reading->hits->len; hit++)
        {
          const Hit *one = &g_array_index (reading->hits, Hit, hit);

          if (one->sentence >= passage->last)
            break;
          if (one->rule->strength <= STRENGTH_WEAK
              && g_array_index (self->usable, gboolean, one->sentence))
            tally_hit (&tallies[one->rule->concept], one);
        }
      close_passage (self, weigh, data, reading, p, tallies, kinds, margins);
    }
  for (guint i = 0; i < reading->title_hits->len; i++)
    {
      const Hit *one = &g_array_index (reading->title_hits, Hit, i);

      if (one->rule->strength <= STRENGTH_STRONG)
        self->of[one->rule->concept].title = TRUE;
    }
  return self;
}

void
sign_features (const Signs *self, guint concept, gboolean known,
               gdouble features[SIGN_N_FEATURES])
{
  const Sign *sign = &self->of[concept];
  gdouble margin = known ? CLAMP (sign->margin, SIGNS_MARGIN_MIN, SIGNS_MARGIN_MAX) : 0;
  gdouble second = known ? CLAMP (sign->second, SIGNS_MARGIN_MIN, SIGNS_MARGIN_MAX) : 0;
  gdouble many = log (MAX (self->passages, 1));
  guint n = 0;

  features[n++] = 1;
  features[n++] = margin;
  features[n++] = second;
  features[n++] = sign->strong > 0;
  features[n++] = sign->strong > 1;
  features[n++] = sign->strong > 3;
  features[n++] = sign->rules > 1;
  features[n++] = sign->rules > 2;
  features[n++] = sign->strong == 0 && sign->weak > 0;
  features[n++] = sign->strong == 0 && sign->weak > 1;
  features[n++] = sign->strong > 0 && sign->weak > 0;
  features[n++] = sign->title;
  features[n++] = many;
  features[n++] = sign->strong > 0 ? many : 0;
  g_assert (n == SIGN_N_FEATURES);
}
