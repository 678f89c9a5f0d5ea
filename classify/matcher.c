/* matcher.c: rules, compiled to symbols and held against sentences. */

#include "classify/matcher.h"

#include "classify/finder.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint32 symbol;
  guint8 gap;
  guint8 optional;
} Step;

typedef struct
{
  guint32 symbol;
  gboolean item;
  gboolean veto;
} Context;

typedef struct
{
  MatcherRule rule;
  guint window;
  guint n_steps;
  guint n_contexts;
  guint anchor; /* step */
  gboolean item_contexts;
  Step *steps;
  Context *contexts;
  guint32 sentence; /* in which it was last looked at */
} Compiled;

/* A rule as one of its anchor's words knows it: with the rarest further symbols that the
 * sentence must have, so that most rules are left without a look at themselves. */
typedef struct
{
  Compiled *compiled;
  guint32 needs[2]; /* SYMBOL_NONE: no further one */
} Candidate;

struct Matcher
{
  Taxonomy *taxonomy;
  Lexicon *lexicon;
  GPtrArray *rules;  /* Compiled * */
  GArray **anchored; /* by atom: Candidate; NULL: none */
  guint n_symbols;
  Finder *finder;
  GPtrArray *words; /* of the sentence being read */
  guint32 sentence;
  guint tried;
  GArray *pending; /* Pending: hits that wait for the end of the item */
};

typedef struct
{
  Hit hit;
  const Compiled *compiled;
  gboolean title;
} Pending;

static void
compiled_free (gpointer data)
{
  Compiled *compiled = data;

  g_free (compiled->steps);
  g_free (compiled->contexts);
  g_free (compiled);
}

/* --------------------------------------------------------------------------- compiling
 */

/* Steps that stand right after one another are one phrase, which the lexicon finds by
 * itself: a label costs nothing until it is there. */
static void
compile_steps (Matcher *self, const Rule *rule, Compiled *compiled)
{
  guint32 symbols[RULE_MAX_STEPS];
  guint n = 0, i = 0;

  compiled->steps = g_new0 (Step, rule->steps->len);
  while (i < rule->steps->len)
    {
      const RuleStep *step = rule->steps->pdata[i];
      Step *out = &compiled->steps[compiled->n_steps++];

      out->gap = (guint8)step->gap;
      out->optional = step->optional;
      n = 0;
      symbols[n++] = lexicon_step (self->lexicon, step);
      for (i++; i < rule->steps->len && rule->window == 0 && !step->optional; i++)
        {
          const RuleStep *next = rule->steps->pdata[i];

          if (next->gap > 0 || next->optional)
            break;
          symbols[n++] = lexicon_step (self->lexicon, next);
        }
      out->symbol = lexicon_phrase (self->lexicon, symbols, n);
    }
}

static void
compile (Matcher *self, const Rule *rule, guint concept, Strength strength,
         const gchar *text)
{
  Compiled *compiled = g_new0 (Compiled, 1);

  compiled->rule.concept = concept;
  compiled->rule.strength = strength;
  compiled->rule.text = text;
  compiled->window = rule->window;
  compile_steps (self, rule, compiled);
  compiled->contexts = g_new0 (Context, rule->contexts->len);
  for (guint i = 0; i < rule->contexts->len; i++)
    {
      const RuleContext *context = rule->contexts->pdata[i];
      Context *out = &compiled->contexts[compiled->n_contexts++];

      out->symbol = lexicon_step (self->lexicon, context->step);
      out->item = context->item;
      out->veto = context->veto;
      compiled->item_contexts = compiled->item_contexts || context->item;
    }
  g_ptr_array_add (self->rules, compiled);
}

static void
compile_texts (Matcher *self, const GPtrArray *texts, guint concept, Strength strength)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const RuleText *text = texts->pdata[i];

      compile (self, text->rule, concept, strength, text->text);
    }
}

static void
compile_label (Matcher *self, const gchar *label, guint concept)
{
  g_autoptr (Rule) rule = rule_from_label (label);

  if (rule != NULL)
    compile (self, rule, concept, STRENGTH_LABEL, label);
}

static void
compile_taxonomy (Matcher *self)
{
  const GPtrArray *classes = taxonomy_get_classes (self->taxonomy);
  const GPtrArray *concepts = taxonomy_get_concepts (self->taxonomy);

  for (guint i = 0; i < classes->len; i++)
    {
      const WordClass *word_class = classes->pdata[i];
      g_autoptr (RuleStep) step = rule_parse_class (word_class->alternatives, NULL);

      if (step != NULL)
        lexicon_class (self->lexicon, word_class->name, step);
    }
  for (guint i = 0; i < concepts->len; i++)
    {
      const Concept *concept = concepts->pdata[i];

      compile_label (self, concept->label, i);
      for (guint j = 0; j < concept->alt_labels->len; j++)
        compile_label (self, concept->alt_labels->pdata[j], i);
      for (guint j = 0; j < concept->hidden_labels->len; j++)
        compile_label (self, concept->hidden_labels->pdata[j], i);
      compile_texts (self, concept->strong, i, STRENGTH_STRONG);
      compile_texts (self, concept->weak, i, STRENGTH_WEAK);
      compile_texts (self, concept->vetoes, i, STRENGTH_NOT);
    }
  compile_texts (self, taxonomy_get_subject (self->taxonomy), MATCHER_NO_CONCEPT,
                 STRENGTH_SUBJECT);
  compile_texts (self, taxonomy_get_elsewhere (self->taxonomy), MATCHER_NO_CONCEPT,
                 STRENGTH_ELSEWHERE);
  compile_texts (self, taxonomy_get_absent (self->taxonomy), MATCHER_NO_CONCEPT,
                 STRENGTH_ABSENT);
  compile_texts (self, taxonomy_get_formal (self->taxonomy), MATCHER_NO_CONCEPT,
                 STRENGTH_FORMAL);
}

/* Takes a symbol that a rule needs, and the parts of a phrase, to the rarest ones. */
static void
add_need (Matcher *self, guint32 symbol, guint32 anchor, guint32 needs[2])
{
  const Symbol *s = lexicon_symbol (self->lexicon, symbol);

  for (guint i = 0; s->parts != NULL && i < s->parts->len; i++)
    add_need (self, g_array_index (s->parts, guint32, i), anchor, needs);
  if (s->parts != NULL || symbol == anchor || symbol == needs[0] || symbol == needs[1]
      || !finder_is_announced (self->finder, symbol))
    return;
  for (guint i = 0; i < 2; i++)
    if (needs[i] == SYMBOL_NONE
        || s->frequency < lexicon_symbol (self->lexicon, needs[i])->frequency)
      {
        if (i == 0)
          needs[1] = needs[0];
        needs[i] = symbol;
        return;
      }
}

static void
choose_anchor (Matcher *self, Compiled *compiled, GArray *atoms)
{
  Candidate candidate = { compiled, { SYMBOL_NONE, SYMBOL_NONE } };
  gdouble best = G_MAXDOUBLE;
  guint32 anchor;

  for (guint i = 0; i < compiled->n_steps; i++)
    {
      gdouble frequency =
          lexicon_symbol (self->lexicon, compiled->steps[i].symbol)->frequency;

      if (!compiled->steps[i].optional && frequency < best)
        {
          best = frequency;
          compiled->anchor = i;
        }
    }
  g_array_set_size (atoms, 0);
  lexicon_anchor (self->lexicon, compiled->steps[compiled->anchor].symbol, atoms);
  anchor = atoms->len == 1 ? g_array_index (atoms, guint32, 0) : SYMBOL_NONE;
  for (guint i = 0; i < compiled->n_steps; i++)
    if (!compiled->steps[i].optional)
      add_need (self, compiled->steps[i].symbol, anchor, candidate.needs);
  for (guint i = 0; i < compiled->n_contexts; i++)
    if (!compiled->contexts[i].item && !compiled->contexts[i].veto)
      add_need (self, compiled->contexts[i].symbol, anchor, candidate.needs);
  for (guint i = 0; i < atoms->len; i++)
    {
      GArray **list = &self->anchored[g_array_index (atoms, guint32, i)];

      if (*list == NULL)
        *list = g_array_new (FALSE, FALSE, sizeof (Candidate));
      g_array_append_val (*list, candidate);
    }
}

Matcher *
matcher_new (Taxonomy *taxonomy)
{
  g_autoptr (GArray) atoms = g_array_new (FALSE, FALSE, sizeof (guint32));
  Matcher *self = g_new0 (Matcher, 1);

  self->taxonomy = taxonomy_ref (taxonomy);
  self->lexicon = lexicon_new ();
  self->rules = g_ptr_array_new_with_free_func (compiled_free);
  compile_taxonomy (self);
  self->n_symbols = lexicon_get_n_symbols (self->lexicon);
  self->anchored = g_new0 (GArray *, self->n_symbols);
  self->finder = finder_new (self->lexicon);
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  self->words = g_ptr_array_new ();
  for (guint i = 0; i < self->rules->len; i++)
    choose_anchor (self, self->rules->pdata[i], atoms);
  return self;
}

void
matcher_free (Matcher *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_symbols; i++)
    if (self->anchored[i] != NULL)
      g_array_unref (self->anchored[i]);
  g_free (self->anchored);
  finder_free (self->finder);
  g_array_unref (self->pending);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->rules);
  lexicon_free (self->lexicon);
  taxonomy_unref (self->taxonomy);
  g_free (self);
}

void
matcher_forget (Matcher *self)
{
  lexicon_forget (self->lexicon);
}

/* ---------------------------------------------------------------------------- matching
 */

static gboolean
in_sentence (Matcher *self, guint32 symbol)
{
  guint n;

  finder_find (self->finder, symbol, &n);
  return n > 0;
}

static Place
place_of (Matcher *self, guint32 symbol, guint i)
{
  guint n;

  return finder_find (self->finder, symbol, &n)[i];
}

static guint
places_of (Matcher *self, guint32 symbol)
{
  guint n;

  finder_find (self->finder, symbol, &n);
  return n;
}

/* The rest of an ordered rule from a step on, after a word; 0 if it does not follow, else
 * where it ends. gap is what an optional step that was left out allowed. */
static guint
follow_steps (Matcher *self, const Compiled *compiled, guint i, guint last, guint gap)
{
  const Step *step = &compiled->steps[i];
  guint best = 0;

  if (i == compiled->n_steps)
    return last;
  gap = MAX (gap, step->gap);
  for (guint o = 0; o < places_of (self, step->symbol); o++)
    {
      Place one = place_of (self, step->symbol, o);
      guint end;

      if (++self->tried > MATCHER_MAX_STEPS_TRIED)
        return best;
      if (one.first < last)
        continue;
      if (finder_count (self->finder, last, one.first) > gap)
        break;
      end = follow_steps (self, compiled, i + 1, one.last, 0);
      if (end != 0 && (best == 0 || end < best))
        best = end;
    }
  if (best == 0 && step->optional)
    best = follow_steps (self, compiled, i + 1, last, gap);
  return best;
}

static void
add_hit (Matcher *self, const Compiled *compiled, const Sentence *sentence, guint first,
         guint last, GArray *hits)
{
  Pending pending = { { &compiled->rule, 0, sentence->first + first,
                        sentence->first + last },
                      compiled,
                      FALSE };

  g_array_append_val (hits, pending);
}

static void
match_ordered (Matcher *self, const Compiled *compiled, const Sentence *sentence,
               GArray *hits)
{
  guint n = 0;

  /* leading optional steps may be left out */
  for (guint i = 0; i < compiled->n_steps && n == 0; i++)
    {
      guint32 symbol = compiled->steps[i].symbol;

      for (guint o = 0; o < places_of (self, symbol) && n < MATCHER_MAX_HITS; o++)
        {
          Place one = place_of (self, symbol, o);
          guint end = follow_steps (self, compiled, i + 1, one.last, 0);

          if (end != 0)
            {
              add_hit (self, compiled, sentence, one.first, end, hits);
              n++;
            }
        }
      if (!compiled->steps[i].optional)
        break;
    }
}

/* All steps around one place of the anchor, each as near to it as can be. */
static gboolean
match_around (Matcher *self, const Compiled *compiled, Place anchor, guint *ret_first,
              guint *ret_last)
{
  Place taken[RULE_MAX_STEPS];
  guint n = 0, first = anchor.first, last = anchor.last;

  taken[n++] = anchor;
  for (guint i = 0; i < compiled->n_steps; i++)
    {
      guint32 symbol = compiled->steps[i].symbol;
      Place best = { 0, 0 };
      guint best_span = G_MAXUINT;

      if (i == compiled->anchor)
        continue;
      for (guint o = 0; o < places_of (self, symbol); o++)
        {
          Place one = place_of (self, symbol, o);
          guint span = MAX (last, one.last) - MIN (first, one.first);
          gboolean free = ++self->tried <= MATCHER_MAX_STEPS_TRIED;

          for (guint j = 0; free && j < n; j++)
            free = one.first >= taken[j].last || one.last <= taken[j].first;
          if (free && span < best_span)
            {
              best = one;
              best_span = span;
            }
        }
      if (best_span != G_MAXUINT)
        {
          taken[n++] = best;
          first = MIN (first, best.first);
          last = MAX (last, best.last);
        }
      else if (!compiled->steps[i].optional)
        return FALSE;
    }
  *ret_first = first;
  *ret_last = last;
  return finder_count (self->finder, first, last) <= compiled->window;
}

static void
match_window (Matcher *self, const Compiled *compiled, const Sentence *sentence,
              GArray *hits)
{
  guint32 symbol = compiled->steps[compiled->anchor].symbol;
  guint n = 0;

  for (guint o = 0; o < places_of (self, symbol) && n < MATCHER_MAX_HITS; o++)
    {
      guint first, last;

      if (match_around (self, compiled, place_of (self, symbol, o), &first, &last))
        {
          add_hit (self, compiled, sentence, first, last, hits);
          n++;
        }
    }
}

static gboolean
could_match (Matcher *self, const Compiled *compiled)
{
  for (guint i = 0; i < compiled->n_steps; i++)
    if (!compiled->steps[i].optional
        && !finder_may_find (self->finder, compiled->steps[i].symbol))
      return FALSE;
  for (guint i = 0; i < compiled->n_steps; i++)
    if (!compiled->steps[i].optional && !in_sentence (self, compiled->steps[i].symbol))
      return FALSE;
  for (guint i = 0; i < compiled->n_contexts; i++)
    if (!compiled->contexts[i].item
        && in_sentence (self, compiled->contexts[i].symbol) == compiled->contexts[i].veto)
      return FALSE;
  return TRUE;
}

/* Makes a sentence the one that symbols are looked for in. */
static void
begin_sentence (Matcher *self, const Prose *prose, guint number)
{
  const Sentence *sentence = &g_array_index (prose->sentences, Sentence, number);
  const Token *tokens = &g_array_index (prose->tokens, Token, sentence->first);
  guint n = sentence->last - sentence->first;

  self->sentence++;
  g_ptr_array_set_size (self->words, (gint)n);
  for (guint i = 0; i < n; i++)
    self->words->pdata[i] = (gpointer)tokens[i].word;
  finder_begin (self->finder, (const Word *const *)self->words->pdata, n);
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
  return strcmp (x->rule->text, y->rule->text);
}

static inline gboolean
has_needs (const Candidate *candidate, const guint32 *announced, guint32 here)
{
  for (guint i = 0; i < 2; i++)
    if (candidate->needs[i] != SYMBOL_NONE && announced[candidate->needs[i]] != here)
      return FALSE;
  return TRUE;
}

static void
read_sentence (Matcher *self, const Prose *prose, guint number, gboolean title)
{
  const Sentence *sentence = &g_array_index (prose->sentences, Sentence, number);
  guint before = self->pending->len;
  guint budget = MATCHER_MAX_TRIED, n_atoms;
  const guint32 *atoms, *announced = finder_get_announced (self->finder);
  guint32 here;

  begin_sentence (self, prose, number);
  here = finder_get_number (self->finder);
  atoms = finder_get_atoms (self->finder, &n_atoms);
  for (guint i = 0; i < n_atoms; i++)
    {
      const GArray *rules = self->anchored[atoms[i]];

      for (guint j = 0; rules != NULL && j < rules->len; j++)
        {
          const Candidate *candidate = &g_array_index (rules, Candidate, j);
          Compiled *compiled = candidate->compiled;

          if (!has_needs (candidate, announced, here))
            continue;
          if (compiled->sentence == self->sentence || budget == 0)
            continue;
          compiled->sentence = self->sentence;
          if (!could_match (self, compiled))
            continue;
          self->tried = 0;
          if (compiled->window > 0)
            match_window (self, compiled, sentence, self->pending);
          else
            match_ordered (self, compiled, sentence, self->pending);
          budget -= MIN (budget, self->tried);
        }
    }
  if (self->pending->len > before + 1)
    qsort (&g_array_index (self->pending, Pending, before), self->pending->len - before,
           sizeof (Pending), compare_pending);
  for (guint i = before; i < self->pending->len; i++)
    {
      Pending *pending = &g_array_index (self->pending, Pending, i);

      pending->hit.sentence = number;
      pending->title = title;
    }
}

/* Symbols that contexts ask for in the whole item, of the rules that were hit. */
static GHashTable *
find_in_item (Matcher *self, const Prose *title, const Prose *prose)
{
  g_autoptr (GHashTable) asked = g_hash_table_new (NULL, NULL);
  GHashTable *there = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < self->pending->len; i++)
    {
      const Compiled *compiled = g_array_index (self->pending, Pending, i).compiled;

      for (guint j = 0; j < compiled->n_contexts; j++)
        if (compiled->contexts[j].item)
          g_hash_table_add (asked, GUINT_TO_POINTER (compiled->contexts[j].symbol));
    }
  for (guint part = 0; part < 2; part++)
    {
      const Prose *p = part == 0 ? title : prose;

      for (guint i = 0; g_hash_table_size (asked) > 0 && i < p->sentences->len; i++)
        {
          begin_sentence (self, p, i);
          g_hash_table_iter_init (&iter, asked);
          while (g_hash_table_iter_next (&iter, &key, NULL))
            if (in_sentence (self, GPOINTER_TO_UINT (key)))
              {
                g_hash_table_add (there, key);
                g_hash_table_iter_remove (&iter);
              }
        }
    }
  return there;
}

static gboolean
item_contexts_hold (const Compiled *compiled, GHashTable *there)
{
  for (guint i = 0; i < compiled->n_contexts; i++)
    {
      const Context *context = &compiled->contexts[i];

      if (context->item
          && g_hash_table_contains (there, GUINT_TO_POINTER (context->symbol))
                 == context->veto)
        return FALSE;
    }
  return TRUE;
}

/* Within one sentence, whose hits are from … to: what a concept's m:not forbids goes. */
static void
settle_sentence (Matcher *self, GHashTable *there, guint from, guint to, GArray *hits)
{
  for (guint i = from; i < to; i++)
    {
      const Pending *one = &g_array_index (self->pending, Pending, i);
      gboolean vetoed = one->hit.rule->strength == STRENGTH_NOT;

      for (guint j = from; !vetoed && j < to; j++)
        {
          const MatcherRule *other = g_array_index (self->pending, Pending, j).hit.rule;

          vetoed =
              other->strength == STRENGTH_NOT && other->concept == one->hit.rule->concept;
        }
      if (!vetoed
          && (!one->compiled->item_contexts || item_contexts_hold (one->compiled, there)))
        g_array_append_val (hits, one->hit);
    }
}

static void
settle (Matcher *self, GHashTable *there, GArray *title_hits, GArray *hits)
{
  guint from = 0;

  while (from < self->pending->len)
    {
      const Pending *one = &g_array_index (self->pending, Pending, from);
      guint to = from;

      while (to < self->pending->len
             && g_array_index (self->pending, Pending, to).title == one->title
             && g_array_index (self->pending, Pending, to).hit.sentence
                    == one->hit.sentence)
        to++;
      settle_sentence (self, there, from, to, one->title ? title_hits : hits);
      from = to;
    }
}

void
matcher_read (Matcher *self, const gchar *title, const gchar *text, Prose *title_prose,
              GArray *title_hits, Prose *prose, GArray *hits)
{
  g_autoptr (GHashTable) there = NULL;

  g_array_set_size (title_hits, 0);
  g_array_set_size (hits, 0);
  g_array_set_size (self->pending, 0);
  tokeniser_read (self->lexicon, title, strlen (title), title_prose);
  tokeniser_read (self->lexicon, text, strlen (text), prose);
  for (guint i = 0; i < title_prose->sentences->len; i++)
    read_sentence (self, title_prose, i, TRUE);
  for (guint i = 0; i < prose->sentences->len; i++)
    read_sentence (self, prose, i, FALSE);
  there = find_in_item (self, title_prose, prose);
  settle (self, there, title_hits, hits);
}
