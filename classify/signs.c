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
  const Hit *weak[MAX_RULES];
} Tally;

/* What is kept from item to item. */
struct SignsWork
{
  Tally *tallies;   /* by concept: of the passage */
  guint8 *kinds;    /* by concept: of its hits */
  gdouble *margins; /* by concept */
  GArray *hit;      /* guint32: concepts that have a tally */
};

static const Sign no_sign = { .margin = SIGNS_NO_MARGIN, .second = SIGNS_NO_MARGIN };

Signs *
signs_new (const Taxonomy *taxonomy)
{
  Signs *self = g_new0 (Signs, 1);

  self->n = taxonomy_get_concepts (taxonomy)->len;
  self->of = g_new (Sign, self->n);
  for (guint i = 0; i < self->n; i++)
    self->of[i] = no_sign;
  self->touched = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->n);
  self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->usable = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->work = g_new0 (SignsWork, 1);
  self->work->tallies = g_new0 (Tally, self->n);
  self->work->kinds = g_new0 (guint8, self->n);
  self->work->margins = g_new0 (gdouble, self->n);
  self->work->hit = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
signs_free (Signs *self)
{
  if (self == NULL)
    return;
  g_free (self->work->tallies);
  g_free (self->work->kinds);
  g_free (self->work->margins);
  g_array_unref (self->work->hit);
  g_free (self->work);
  g_free (self->of);
  g_array_unref (self->touched);
  g_array_unref (self->next);
  g_array_unref (self->usable);
  g_free (self);
}

static inline Sign *
touch (Signs *self, guint32 concept)
{
  Sign *sign = &self->of[concept];

  if (!sign->touched)
    {
      sign->touched = TRUE;
      g_array_index (self->touched, guint32, self->touched->len++) = concept;
    }
  return sign;
}

static void
clear (Signs *self)
{
  for (guint i = 0; i < self->touched->len; i++)
    self->of[g_array_index (self->touched, guint32, i)] = no_sign;
  g_array_set_size (self->touched, 0);
  self->passages = 0;
  self->sentences = 0;
  self->length = 0;
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

static gboolean
is_same_words (const Hit *a, const Hit *b)
{
  return a->sentence == b->sentence && a->first < b->last && b->first < a->last;
}

/* Two weak rules that hit the same words ("leadership", "leaders and managers") say one
 * thing, not two. */
static void
note_weak (Tally *tally, const Hit *hit)
{
  for (guint i = 0; i < tally->n_weak; i++)
    if (tally->weak[i]->rule == hit->rule || is_same_words (tally->weak[i], hit))
      return;
  if (tally->n_weak < MAX_RULES)
    tally->weak[tally->n_weak++] = hit;
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
    note_weak (tally, hit);
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

static void
weigh_passage (Signs *self, const SignsWeigher *weigher, const Reading *reading,
               guint number)
{
  SignsWork *work = self->work;

  weigher->weigh (reading, &g_array_index (reading->passages, Passage, number),
                  work->kinds, work->margins, weigher->data);
  for (guint i = 0; i < weigher->n; i++)
    {
      guint32 concept = weigher->concepts[i];

      sign_add_margin (touch (self, concept), work->margins[concept], number);
      work->margins[concept] = 0;
    }
}

/* Takes a passage's tallies into the signs, and clears them. */
static void
close_passage (Signs *self, const SignsWeigher *weigher, const Reading *reading,
               guint number)
{
  SignsWork *work = self->work;

  if (!is_usable (self, &g_array_index (reading->passages, Passage, number)))
    return;
  self->passages++;
  for (guint i = 0; i < work->hit->len; i++)
    {
      guint32 concept = g_array_index (work->hit, guint32, i);
      Tally *tally = &work->tallies[concept];
      Sign *sign = touch (self, concept);

      work->kinds[concept] = kinds_of (tally);
      if (tally->strong > 0 && sign->passages == 0 && weigher == NULL)
        sign->best = number;
      sign->strong += tally->strong;
      sign->passages += tally->strong > 0;
      sign->rules = MAX (sign->rules, tally->n_rules);
      sign->weak = MAX (sign->weak, tally->n_weak);
      memset (tally, 0, sizeof *tally);
    }
  if (weigher != NULL)
    weigh_passage (self, weigher, reading, number);
  for (guint i = 0; i < work->hit->len; i++)
    work->kinds[g_array_index (work->hit, guint32, i)] = 0;
  g_array_set_size (work->hit, 0);
}

static void
weigh_by_model (const Reading *reading, const Passage *passage, const guint8 *kinds,
                gdouble *margins, gpointer model)
{
  model_weigh (model, reading, passage, kinds, margins);
}

SignsWeigher
signs_weigher_of_model (Model *model)
{
  SignsWeigher weigher = { weigh_by_model, model };

  weigher.concepts = model_get_concepts (model, &weigher.n);
  model_begin (model);
  return weigher;
}

/* Puts a hit behind the others of its concept. */
static void
link_hit (Signs *self, const Hit *hit, guint32 number)
{
  Sign *sign = &self->of[hit->rule->concept];

  if (sign->last_hit == 0)
    sign->first_hit = number;
  else
    g_array_index (self->next, guint32, sign->last_hit - 1) = number;
  sign->last_hit = number;
  g_array_index (self->next, guint32, number - 1) = 0;
}

static void
tally_passage (Signs *self, const Reading *reading, const Passage *passage, guint *hit)
{
  for (; *hit < reading->hits->len; (*hit)++)
    {
      const Hit *one = &g_array_index (reading->hits, Hit, *hit);
      Tally *tally;

      if (one->sentence >= passage->last)
        return;
      if (one->rule->strength > STRENGTH_WEAK
          || !g_array_index (self->usable, gboolean, one->sentence))
        continue;
      tally = &self->work->tallies[one->rule->concept];
      if (tally->strong == 0 && tally->n_weak == 0)
        g_array_append_val (self->work->hit, one->rule->concept);
      tally_hit (tally, one);
      link_hit (self, one, *hit + 1);
    }
}

/* What hits the title: the different labels and strong rules count as they would in a
 * passage, and one more for standing there; a label, which says its concept by itself
 * ("CAMHS: annual report"), as two. */
static void
read_title (Signs *self, const Reading *reading)
{
  for (guint i = 0; i < reading->title_hits->len; i++)
    {
      const Hit *one = &g_array_index (reading->title_hits, Hit, i);
      Tally *tally;

      if (one->rule->strength > STRENGTH_STRONG)
        continue;
      tally = &self->work->tallies[one->rule->concept];
      if (tally->n_rules == 0)
        g_array_append_val (self->work->hit, one->rule->concept);
      note_rule (tally->rules, &tally->n_rules, one->rule);
      tally->strong += one->rule->strength == STRENGTH_LABEL; /* of them are labels */
    }
  for (guint i = 0; i < self->work->hit->len; i++)
    {
      guint32 concept = g_array_index (self->work->hit, guint32, i);
      Tally *tally = &self->work->tallies[concept];
      Sign *sign = touch (self, concept);

      sign->title = TRUE;
      sign->rules = MAX (sign->rules, 1 + tally->n_rules + (tally->strong > 0));
      memset (tally, 0, sizeof *tally);
    }
  g_array_set_size (self->work->hit, 0);
}

void
signs_read (Signs *self, const SignsWeigher *weigher, const Reading *reading,
            Subject subject)
{
  guint hit = 0;

  clear (self);
  subject_of_sentences (reading, subject, self->usable);
  g_array_set_size (self->next, reading->hits->len);
  if (subject == SUBJECT_NO)
    return;
  for (guint p = 0; p < reading->passages->len; p++)
    {
      tally_passage (self, reading, &g_array_index (reading->passages, Passage, p), &hit);
      close_passage (self, weigher, reading, p);
    }
  for (guint i = 0; i < self->usable->len; i++)
    self->sentences += g_array_index (self->usable, gboolean, i);
  self->length = log (MAX (self->sentences, 1));
  read_title (self, reading);
}

const gchar *const sign_feature_names[SIGN_N_FEATURES] = {
  "to begin with",
  "learned words, best passage",
  "learned words, second best passage",
  "a label or strong rule",
  "such in a second sentence",
  "such in four sentences or more",
  "two different ones in a passage",
  "three different ones in a passage",
  "a weak rule",
  "two weak rules in a passage",
  "weak rules besides",
  "a label or strong rule in the title",
  "the item's length",
  "the item's length, where a strong rule stands in it",
  "share of the sentences that such stand in",
};

/* Where the rules hit, be it the title, words that inspectors do not use take nothing
 * away. */
static gdouble
clamp_margin (const Sign *sign, gdouble margin)
{
  return CLAMP (margin, sign->strong > 0 || sign->title ? 0 : SIGNS_MARGIN_MIN,
                SIGNS_MARGIN_MAX);
}

void
sign_features (const Signs *self, guint concept, gboolean known,
               gdouble features[SIGN_N_FEATURES])
{
  const Sign *sign = &self->of[concept];
  guint n = 0;

  features[n++] = 1;
  features[n++] = known ? clamp_margin (sign, sign->margin) : 0;
  features[n++] = known ? clamp_margin (sign, sign->second) : 0;
  features[n++] = sign->strong > 0;
  features[n++] = sign->strong > 1;
  features[n++] = sign->strong > 3;
  features[n++] = sign->rules > 1;
  features[n++] = sign->rules > 2;
  features[n++] = sign->strong == 0 && sign->weak > 0;
  features[n++] = sign->strong == 0 && sign->weak > 1;
  features[n++] = sign->strong > 0 && sign->weak > 0;
  features[n++] = sign->title;
  features[n++] = sign->title ? 0 : self->length;
  features[n++] = sign->strong > 0 ? self->length : 0;
  features[n++] = sign->strong / MAX (1.0, self->sentences);
  g_assert (n == SIGN_N_FEATURES);
}
