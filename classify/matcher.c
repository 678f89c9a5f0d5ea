/* matcher.c: rules held against sentences. */

#include "classify/matcher.h"

#include "classify/finder.h"
#include "classify/harvest.h"
#include "classify/telling.h"

#include <stdlib.h>
#include <string.h>

#define MAX_VETOES 64 /* that wait for the other hits of a sentence */

struct Matcher
{
  Taxonomy *taxonomy;
  const Rulebook *rulebook; /* of the taxonomy */
  Lexicon *lexicon;
  Finder *finder;
  const Presence *presence; /* the finder's */
  MatcherRule *rules;       /* by rule of the rulebook */
  guint32 *looked;          /* by rule: the sentence in which it was last looked at */
  guint32 sentence;
  guint budget; /* of the sentence */
  guint tried;
  Harvest *harvest; /* of the item */
  guint32 said;     /* bits: strengths of rules without a concept that the sentence has */
  guint32 vetoes[MAX_VETOES]; /* rules that could hit it */
  guint n_vetoes;
  GArray *joints; /* Sought: of the sentence, marked with the trigger that is left */
};

Matcher *
matcher_new (Taxonomy *taxonomy)
{
  Matcher *self = g_new0 (Matcher, 1);
  const Rulebook *rulebook = taxonomy_get_rulebook (taxonomy);

  self->taxonomy = taxonomy_ref (taxonomy);
  self->rulebook = rulebook;
  self->lexicon = lexicon_new (rulebook);
  self->finder = finder_new (rulebook);
  self->presence = finder_get_presence (self->finder);
  self->rules = g_new (MatcherRule, rulebook->n_rules);
  self->looked = g_new0 (guint32, rulebook->n_rules);
  self->harvest = harvest_new ();
  self->joints = g_array_new (FALSE, FALSE, sizeof (Sought));
  for (guint32 i = 0; i < rulebook->n_rules; i++)
    {
      const CompiledRule *rule = &rulebook->rules[i];
      const gchar *text = rulebook->strings + rule->text;

      self->rules[i] = (MatcherRule){ rule->concept, (Strength)rule->strength,
                                      (guint)strlen (text), text };
    }
  return self;
}

void
matcher_free (Matcher *self)
{
  if (self == NULL)
    return;
  g_free (self->rules);
  g_free (self->looked);
  finder_free (self->finder);
  lexicon_free (self->lexicon);
  harvest_free (self->harvest);
  g_array_unref (self->joints);
  taxonomy_unref (self->taxonomy);
  g_free (self);
}

/* The rest of an ordered rule from a step on, after a word; 0 if it does not follow, else
 * where it ends. gap is what an optional step that was left out allowed. */
static guint
follow_steps (Matcher *self, const CompiledRule *rule, guint i, guint last, guint gap)
{
  const Step *step = &self->rulebook->steps[rule->first_step + i];
  const Place *places;
  guint best = 0, n;

  if (i == rule->n_steps)
    return last;
  gap = MAX (gap, step->gap);
  places = finder_find (self->finder, step->symbol, &n);
  for (guint o = 0; o < n; o++)
    {
      guint end;

      if (++self->tried > MATCHER_MAX_STEPS_TRIED)
        return best;
      if (places[o].first < last)
        continue;
      if (finder_count (self->finder, last, places[o].first) > gap)
        break;
      end = follow_steps (self, rule, i + 1, places[o].last, 0);
      if (end != 0 && (best == 0 || end < best))
        best = end;
    }
  if (best == 0 && step->optional)
    best = follow_steps (self, rule, i + 1, last, gap);
  return best;
}

static void
add_hit (Matcher *self, const CompiledRule *rule, guint first, guint last)
{
  const Hit hit = { &self->rules[rule - self->rulebook->rules], 0, first, last };

  harvest_add (self->harvest, &hit, rule);
}

static void
match_ordered (Matcher *self, const CompiledRule *rule)
{
  guint n_hits = 0;

  /* leading optional steps may be left out */
  for (guint i = 0; i < rule->n_steps && n_hits == 0; i++)
    {
      const Step *step = &self->rulebook->steps[rule->first_step + i];
      guint n;
      const Place *places = finder_find (self->finder, step->symbol, &n);

      for (guint o = 0; o < n && n_hits < MATCHER_MAX_HITS; o++)
        {
          guint end = follow_steps (self, rule, i + 1, places[o].last, 0);

          if (end == 0)
            continue;
          add_hit (self, rule, places[o].first, end);
          n_hits++;
        }
      if (!step->optional)
        break;
    }
}

/* All steps around one place of the anchor, each as near to it as can be. */
static gboolean
match_around (Matcher *self, const CompiledRule *rule, Place anchor, guint *ret_first,
              guint *ret_last)
{
  Place taken[RULE_MAX_STEPS];
  guint n_taken = 0, first = anchor.first, last = anchor.last;

  taken[n_taken++] = anchor;
  for (guint i = 0; i < rule->n_steps; i++)
    {
      const Step *step = &self->rulebook->steps[rule->first_step + i];
      Place best = { 0, 0 };
      guint best_span = G_MAXUINT, n;
      const Place *places;

      if (i == rule->anchor)
        continue;
      places = finder_find (self->finder, step->symbol, &n);
      for (guint o = 0; o < n; o++)
        {
          Place one = places[o];
          guint span = MAX (last, one.last) - MIN (first, one.first);
          gboolean free = ++self->tried <= MATCHER_MAX_STEPS_TRIED;

          for (guint j = 0; free && j < n_taken; j++)
            free = one.first >= taken[j].last || one.last <= taken[j].first;
          if (free && span < best_span)
            {
              best = one;
              best_span = span;
            }
        }
      if (best_span != G_MAXUINT)
        {
          taken[n_taken++] = best;
          first = MIN (first, best.first);
          last = MAX (last, best.last);
        }
      else if (!step->optional)
        return FALSE;
    }
  *ret_first = first;
  *ret_last = last;
  return finder_count (self->finder, first, last) <= rule->window;
}

static void
match_window (Matcher *self, const CompiledRule *rule)
{
  guint n, n_hits = 0;
  const Place *places = finder_find (
      self->finder, self->rulebook->steps[rule->first_step + rule->anchor].symbol, &n);

  for (guint o = 0; o < n && n_hits < MATCHER_MAX_HITS; o++)
    {
      guint first, last;

      if (!match_around (self, rule, places[o], &first, &last))
        continue;
      add_hit (self, rule, first, last);
      n_hits++;
    }
}

/* Whether all that the rule needs is in the sentence, and nothing that it forbids. */
static gboolean
could_match (Matcher *self, const CompiledRule *rule)
{
  const Step *steps = self->rulebook->steps + rule->first_step;
  const Context *contexts = self->rulebook->contexts + rule->first_context;

  for (guint i = 0; i < rule->n_steps; i++)
    if (!steps[i].optional && !finder_has (self->finder, steps[i].symbol))
      return FALSE;
  for (guint i = 0; i < rule->n_contexts; i++)
    if (!contexts[i].item
        && finder_has (self->finder, contexts[i].symbol) == (gboolean)contexts[i].veto)
      return FALSE;
  return TRUE;
}

static void
match (Matcher *self, const CompiledRule *rule)
{
  self->tried = 0;
  if (rule->window > 0)
    match_window (self, rule);
  else
    match_ordered (self, rule);
  self->budget -= MIN (self->budget, self->tried);
}

/* A rule without a concept says something of its sentence as a whole: once is enough.
 * What a rule asks of the item is not yet known. */
static void
match_scheme (Matcher *self, const CompiledRule *rule)
{
  guint before = self->harvest->n;

  if (self->said >> rule->strength & 1)
    return;
  match (self, rule);
  if (self->harvest->n > before && rule->item_contexts == 0)
    self->said |= 1u << rule->strength;
}

static void
try_rule (Matcher *self, guint32 number)
{
  const CompiledRule *rule = &self->rulebook->rules[number];

  if (self->looked[number] == self->sentence || self->budget == 0)
    return;
  self->looked[number] = self->sentence;
  if (rule->open && !could_match (self, rule))
    return;
  if (rule->concept == COMPILER_NO_CONCEPT)
    match_scheme (self, rule);
  else if (rule->strength == STRENGTH_NOT && self->n_vetoes < MAX_VETOES)
    self->vetoes[self->n_vetoes++] = number;
  else
    match (self, rule);
}

/* An m:not is of use where its concept has been hit. */
static void
try_vetoes (Matcher *self, guint before)
{
  guint n = self->harvest->n;

  for (guint i = 0; i < self->n_vetoes; i++)
    {
      const CompiledRule *rule = &self->rulebook->rules[self->vetoes[i]];
      guint j = before;

      while (j < n && self->harvest->pending[j].compiled->concept != rule->concept)
        j++;
      if (j < n)
        match (self, rule);
    }
}

static inline gboolean
is_there (Matcher *self, guint32 need)
{
  const guint32 *first = self->rulebook->first;

  if (need < first[SYMBOL_WIDE])
    return presence_has (self->presence, need);
  if (need >= first[SYMBOL_SET] && need < first[SYMBOL_MIXED])
    return presence_has_any (self->presence, need);
  return finder_has (self->finder, need);
}

static void G_GNUC_NO_INLINE
try_candidate (Matcher *self, const Candidate *candidate)
{
  for (guint i = 0; i < CANDIDATE_NEEDS && candidate->needs[i] != SYMBOL_NONE; i++)
    if (!is_there (self, candidate->needs[i]))
      return;
  try_rule (self, candidate->rule);
}

/* Nearly always the rarest thing that a candidate needs is not there. */
static inline void
try_candidates (Matcher *self, const Candidate *candidate, guint32 n, const guint32 *bits)
{
  for (const Candidate *end = candidate + n; candidate < end; candidate++)
    {
      guint32 found = 0;

      for (guint i = 0; i < CANDIDATE_CHUNKS; i++)
        found |= bits[candidate->rarest[i].at] & candidate->rarest[i].bits;
      if (found != 0
          || (candidate->more != SYMBOL_NONE
              && set_is_among (self->rulebook, candidate->more, CANDIDATE_CHUNKS, bits)))
        try_candidate (self, candidate);
    }
}

static void
settle_joints (Matcher *self, Sought *sought, guint n)
{
  n = pairs_find (&self->rulebook->joints, sought, n);
  g_array_append_vals (self->joints, sought, n);
}

/* What the sentence has of the pairs under which rules are filed. */
static void
find_joints (Matcher *self, const guint32 *present, guint n)
{
  const Trigger *triggers = self->rulebook->triggers;
  Sought sought[PAIRS_AT_ONCE];
  guint n_sought = 0;

  g_array_set_size (self->joints, 0);
  for (guint i = 0; i < n; i++)
    {
      guint64 bit = partner_bit (present[i]);

      for (guint j = 0; triggers[present[i]].joint && j < n; j++)
        {
          if (n_sought == PAIRS_AT_ONCE)
            {
              settle_joints (self, sought, n_sought);
              n_sought = 0;
            }
          sought[n_sought] =
              (Sought){ .left = present[i], .right = present[j], .mark = i };
          n_sought += (triggers[present[j]].partners & bit) != 0;
        }
    }
  settle_joints (self, sought, n_sought);
}

static void
try_present (Matcher *self)
{
  const Rulebook *rulebook = self->rulebook;
  const Presence *presence = self->presence;
  const guint32 *present =
      &g_array_index (presence->list, guint32, presence->sentence_at);
  const Sought *joint, *end;
  guint n = presence->n - presence->sentence_at;

  for (guint i = 0; i < n; i++)
    __builtin_prefetch (&rulebook->triggers[present[i]]);
  find_joints (self, present, n);
  joint = (const Sought *)(gconstpointer)self->joints->data;
  end = joint + self->joints->len;
  for (const Sought *one = joint; one < end; one++)
    __builtin_prefetch (&rulebook->candidates[one->range.first]);
  for (guint i = 0; i < n; i++)
    __builtin_prefetch (&rulebook->candidates[rulebook->triggers[present[i]].first]);
  for (guint i = 0; i < n; i++)
    {
      Trigger trigger = rulebook->triggers[present[i]];

      try_candidates (self, rulebook->candidates + trigger.first, trigger.n,
                      presence->bits);
      for (; joint < end && joint->mark == i; joint++)
        try_candidates (self, rulebook->candidates + joint->range.first, joint->range.n,
                        presence->bits);
    }
}

static void
read_sentence (Matcher *self, const Prose *prose, guint number, gboolean title)
{
  const Sentence *sentence = &g_array_index (prose->sentences, Sentence, number);
  guint before = self->harvest->n;

  finder_begin (self->finder, &g_array_index (prose->tokens, Token, sentence->first),
                sentence->last - sentence->first);
  self->sentence++;
  self->budget = MATCHER_MAX_TRIED;
  self->said = 0;
  self->n_vetoes = 0;
  try_present (self);
  try_vetoes (self, before);
  harvest_end_sentence (self->harvest, before, number, sentence->first, title);
}

static gboolean
item_contexts_hold (const Matcher *self, const CompiledRule *rule)
{
  for (guint i = 0; i < rule->n_contexts; i++)
    {
      const Context *context = &self->rulebook->contexts[rule->first_context + i];

      if (context->item
          && finder_had (self->finder, context->symbol) == (gboolean)context->veto)
        return FALSE;
    }
  return TRUE;
}

/* When all of an item is read, what rules ask of it is known. Returns whether they ask
 * anything. */
static gboolean
ask_item (Matcher *self)
{
  gboolean asked = FALSE;

  for (guint i = 0; i < self->harvest->n; i++)
    {
      Pending *pending = &self->harvest->pending[i];

      if (pending->compiled->item_contexts == 0)
        continue;
      pending->fails = !item_contexts_hold (self, pending->compiled);
      asked = TRUE;
    }
  return asked;
}

static gboolean
is_telling (const Prose *prose, guint number)
{
  const Sentence *sentence = &g_array_index (prose->sentences, Sentence, number);
  const Token *tokens = (const Token *)(gconstpointer)prose->tokens->data;
  guint64 told = 0;

  for (guint32 i = sentence->first; i < sentence->last; i++)
    told |= tokens[i].word->tells;
  return telling_is_whole (told);
}

void
matcher_read_title (Matcher *self, const gchar *title, Prose *prose)
{
  lexicon_forget (self->lexicon);
  harvest_clear (self->harvest);
  finder_begin_item (self->finder);
  tokeniser_read (self->lexicon, title, strlen (title), prose);
  for (guint i = 0; i < prose->sentences->len; i++)
    read_sentence (self, prose, i, TRUE);
}

void
matcher_read_text (Matcher *self, const gchar *text, Prose *prose, gboolean whole)
{
  tokeniser_read (self->lexicon, text, strlen (text), prose);
  for (guint i = 0; i < prose->sentences->len; i++)
    if (whole || is_telling (prose, i))
      read_sentence (self, prose, i, FALSE);
}

void
matcher_read_rest (Matcher *self, const Prose *prose)
{
  guint before = self->harvest->n;

  for (guint i = 0; i < prose->sentences->len; i++)
    if (!is_telling (prose, i))
      read_sentence (self, prose, i, FALSE);
  harvest_merge (self->harvest, before);
}

gboolean
matcher_settle (Matcher *self, GArray *title_hits, GArray *hits)
{
  gboolean asked = ask_item (self);

  harvest_settle (self->harvest, title_hits, hits);
  return !asked;
}

const GArray *
matcher_get_vetoed (const Matcher *self)
{
  return self->harvest->vetoed;
}
