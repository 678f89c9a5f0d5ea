/* matcher.c: rules held against sentences. */

#include "classify/matcher.h"

#include "classify/finder.h"

#include <stdlib.h>
#include <string.h>

#define MAX_VETOES 64 /* that wait for the other hits of a sentence */

/* A hit that waits for the end of the item. */
typedef struct
{
  Hit hit;
  const CompiledRule *compiled;
  gboolean title;
} Pending;

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
  Pending *pending; /* room of them */
  guint n_pending;
  guint room;
  guint32 said; /* bits: strengths of rules without a concept that the sentence has */
  guint32 vetoes[MAX_VETOES]; /* rules that could hit it */
  guint n_vetoes;
  GArray *vetoed; /* Vetoed */
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
  self->vetoed = g_array_new (FALSE, FALSE, sizeof (Vetoed));
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
  g_free (self->pending);
  g_array_unref (self->vetoed);
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
  Pending pending = { { &self->rules[rule - self->rulebook->rules], 0, first, last },
                      rule,
                      FALSE };

  if (self->n_pending == self->room)
    {
      self->room = MAX (256, self->room * 2);
      self->pending = g_renew (Pending, self->pending, self->room);
    }
  self->pending[self->n_pending++] = pending;
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
  guint before = self->n_pending;

  if (self->said >> rule->strength & 1)
    return;
  match (self, rule);
  if (self->n_pending > before && rule->item_contexts == 0)
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
  guint n = self->n_pending;

  for (guint i = 0; i < self->n_vetoes; i++)
    {
      const CompiledRule *rule = &self->rulebook->rules[self->vetoes[i]];
      guint j = before;

      while (j < n && self->pending[j].compiled->concept != rule->concept)
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
    return presence_has_any (self->presence, self->rulebook, need);
  return finder_has (self->finder, need);
}

static void
try_candidates (Matcher *self, guint32 first, guint32 n)
{
  const Candidate *candidate = self->rulebook->candidates + first;

  for (const Candidate *end = candidate + n; candidate < end; candidate++)
    {
      guint j = 0;

      while (j < CANDIDATE_NEEDS && candidate->needs[j] != SYMBOL_NONE
             && is_there (self, candidate->needs[j]))
        j++;
      if (j == CANDIDATE_NEEDS || candidate->needs[j] == SYMBOL_NONE)
        try_rule (self, candidate->rule);
    }
}

/* From left to right, and what is stronger first: labels before rules. */
static gint
compare_pending (gconstpointer a, gconstpointer b)
{
  const Hit *x = &((const Pending *)a)->hit, *y = &((const Pending *)b)->hit;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->rule->strength != y->rule->strength)
    return x->rule->strength < y->rule->strength ? -1 : 1;
  if (x->last != y->last)
    return x->last < y->last ? -1 : 1;
  return x->rule == y->rule ? 0 : strcmp (x->rule->text, y->rule->text);
}

/* Nearly always there are six or seven. */
static void
sort_pending (Pending *pending, guint n)
{
  if (n > 16)
    {
      qsort (pending, n, sizeof (Pending), compare_pending);
      return;
    }
  for (guint i = 1; i < n; i++)
    {
      Pending one = pending[i];
      guint j = i;

      for (; j > 0 && compare_pending (&pending[j - 1], &one) > 0; j--)
        pending[j] = pending[j - 1];
      pending[j] = one;
    }
}

static void
try_joints (Matcher *self, guint32 left, const guint32 *present, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const Range *range = pairs_find (&self->rulebook->joints, left, present[i]);

      if (range != NULL)
        try_candidates (self, range->first, range->n);
    }
}

static void
try_present (Matcher *self)
{
  guint n;
  const guint32 *present = finder_get_present (self->finder, &n);

  for (guint i = 0; i < n; i++)
    {
      Trigger trigger = self->rulebook->triggers[present[i]];

      if (trigger.n > 0)
        try_candidates (self, trigger.first, trigger.n);
      if (trigger.joint)
        try_joints (self, present[i], present, n);
    }
}

static void
read_sentence (Matcher *self, const Prose *prose, guint number, gboolean title)
{
  const Sentence *sentence = &g_array_index (prose->sentences, Sentence, number);
  guint before = self->n_pending;

  finder_begin (self->finder, &g_array_index (prose->tokens, Token, sentence->first),
                sentence->last - sentence->first);
  self->sentence++;
  self->budget = MATCHER_MAX_TRIED;
  self->said = 0;
  self->n_vetoes = 0;
  try_present (self);
  try_vetoes (self, before);
  for (guint i = before; i < self->n_pending; i++)
    {
      Pending *pending = &self->pending[i];

      pending->hit.sentence = number;
      pending->hit.first += sentence->first;
      pending->hit.last += sentence->first;
      pending->title = title;
    }
  sort_pending (self->pending + before, self->n_pending - before);
}

static gboolean
item_contexts_hold (const Matcher *self, const CompiledRule *rule)
{
  for (guint i = 0; i < rule->n_contexts && rule->item_contexts > 0; i++)
    {
      const Context *context = &self->rulebook->contexts[rule->first_context + i];

      if (context->item
          && finder_had (self->finder, context->symbol) == (gboolean)context->veto)
        return FALSE;
    }
  return TRUE;
}

/* The m:not of a hit's concept among n hits; NULL: none. */
static const MatcherRule *
find_veto (const Pending *pending, guint n, const Hit *hit)
{
  for (guint i = 0; i < n; i++)
    {
      const MatcherRule *rule = pending[i].hit.rule;

      if (rule->strength == STRENGTH_NOT && rule->concept == hit->rule->concept)
        return rule;
    }
  return NULL;
}

/* Within one sentence, whose hits these are: what a concept's m:not forbids goes. hits
 * has room for them. */
static void
settle_sentence (Matcher *self, const Pending *pending, guint n, GArray *hits)
{
  gboolean vetoes = FALSE;

  for (guint i = 0; i < n; i++)
    vetoes = vetoes || pending[i].hit.rule->strength == STRENGTH_NOT;
  for (guint i = 0; i < n; i++)
    {
      const Pending *one = &pending[i];
      Vetoed vetoed = { one->hit, NULL, one->title };

      if (one->hit.rule->strength == STRENGTH_NOT
          || !item_contexts_hold (self, one->compiled))
        continue;
      if (vetoes)
        vetoed.veto = find_veto (pending, n, &one->hit);
      if (vetoed.veto == NULL)
        g_array_index (hits, Hit, hits->len++) = one->hit;
      else
        g_array_append_val (self->vetoed, vetoed);
    }
}

static void
make_room (GArray *array, guint n)
{
  g_array_set_size (array, n);
  g_array_set_size (array, 0);
}

static void
settle (Matcher *self, GArray *title_hits, GArray *hits)
{
  const Pending *end = self->pending + self->n_pending;

  make_room (title_hits, self->n_pending);
  make_room (hits, self->n_pending);
  for (const Pending *from = self->pending; from < end;)
    {
      const Pending *to = from;

      while (to < end && to->title == from->title
             && to->hit.sentence == from->hit.sentence)
        to++;
      settle_sentence (self, from, (guint)(to - from), from->title ? title_hits : hits);
      from = to;
    }
}

void
matcher_read (Matcher *self, const gchar *title, const gchar *text, Prose *title_prose,
              GArray *title_hits, Prose *prose, GArray *hits)
{
  lexicon_forget (self->lexicon);
  self->n_pending = 0;
  g_array_set_size (self->vetoed, 0);
  tokeniser_read (self->lexicon, title, strlen (title), title_prose);
  tokeniser_read (self->lexicon, text, strlen (text), prose);
  finder_begin_item (self->finder);
  for (guint i = 0; i < title_prose->sentences->len; i++)
    read_sentence (self, title_prose, i, TRUE);
  for (guint i = 0; i < prose->sentences->len; i++)
    read_sentence (self, prose, i, FALSE);
  settle (self, title_hits, hits);
}

const GArray *
matcher_get_vetoed (const Matcher *self)
{
  return self->vetoed;
}
