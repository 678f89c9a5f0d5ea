/* matcher.c: rules, compiled to symbols and held against sentences. */

#include "classify/matcher.h"

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
} Compiled;

struct Matcher
{
  Taxonomy *taxonomy;
  Lexicon *lexicon;
  GPtrArray *rules;     /* Compiled * */
  GPtrArray **anchored; /* by symbol: Compiled *, not owned; NULL: none */
  guint8 *wanted;       /* by symbol: a step or context asks for it */
  guint n_symbols;

  /* of the sentence being read */
  GArray *occurrences;
  guint32 *stamp; /* by symbol: the sentence in which it stood last */
  gint32 *head;   /* by symbol: where it stands first, in occurrences */
  GArray *next;   /* gint32: by occurrence, where its symbol stands next */
  guint32 sentence;
  GArray *present; /* guint32: anchors that stand in the sentence */
  guint32 *item_stamp;
  guint32 item;
  GPtrArray *words;
  guint count[LEXICON_MAX_SENTENCE + 1]; /* words that count, before each place */
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
      g_autoptr (Rule) rule = rule_parse (text->text, NULL);

      if (rule != NULL)
        compile (self, rule, concept, strength, text->text);
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
  lexicon_seal (self->lexicon);
}

static void
choose_anchor (Matcher *self, Compiled *compiled)
{
  gdouble best = G_MAXDOUBLE;

  for (guint i = 0; i < compiled->n_steps; i++)
    {
      gdouble frequency = lexicon_frequency (self->lexicon, compiled->steps[i].symbol);

      self->wanted[compiled->steps[i].symbol] = TRUE;
      if (!compiled->steps[i].optional && frequency < best)
        {
          best = frequency;
          compiled->anchor = i;
        }
    }
  for (guint i = 0; i < compiled->n_contexts; i++)
    self->wanted[compiled->contexts[i].symbol] = TRUE;

  guint32 symbol = compiled->steps[compiled->anchor].symbol;
  if (self->anchored[symbol] == NULL)
    self->anchored[symbol] = g_ptr_array_new ();
  g_ptr_array_add (self->anchored[symbol], compiled);
}

Matcher *
matcher_new (Taxonomy *taxonomy)
{
  Matcher *self = g_new0 (Matcher, 1);

  self->taxonomy = taxonomy_ref (taxonomy);
  self->lexicon = lexicon_new ();
  self->rules = g_ptr_array_new_with_free_func (compiled_free);
  compile_taxonomy (self);
  self->n_symbols = lexicon_get_n_symbols (self->lexicon);
  self->anchored = g_new0 (GPtrArray *, self->n_symbols);
  self->wanted = g_new0 (guint8, self->n_symbols);
  self->stamp = g_new0 (guint32, self->n_symbols);
  self->item_stamp = g_new0 (guint32, self->n_symbols);
  self->head = g_new0 (gint32, self->n_symbols);
  self->occurrences = g_array_new (FALSE, FALSE, sizeof (Occurrence));
  self->next = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->present = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  self->words = g_ptr_array_new ();
  for (guint i = 0; i < self->rules->len; i++)
    choose_anchor (self, self->rules->pdata[i]);
  return self;
}

void
matcher_free (Matcher *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_symbols; i++)
    if (self->anchored[i] != NULL)
      g_ptr_array_unref (self->anchored[i]);
  g_free (self->anchored);
  g_free (self->wanted);
  g_free (self->stamp);
  g_free (self->item_stamp);
  g_free (self->head);
  g_array_unref (self->occurrences);
  g_array_unref (self->next);
  g_array_unref (self->present);
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
in_sentence (const Matcher *self, guint32 symbol)
{
  return self->stamp[symbol] == self->sentence;
}

static const Occurrence *
occurrence_at (const Matcher *self, gint32 i)
{
  return &g_array_index (self->occurrences, Occurrence, i);
}

static gint32
next_of (const Matcher *self, gint32 i)
{
  return g_array_index (self->next, gint32, i);
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
  if (in_sentence (self, step->symbol))
    for (gint32 o = self->head[step->symbol]; o >= 0; o = next_of (self, o))
      {
        const Occurrence *one = occurrence_at (self, o);
        guint end;

        if (++self->tried > MATCHER_MAX_STEPS_TRIED)
          return best;
        if (one->first < last)
          continue;
        if (self->count[one->first] - self->count[last] > gap)
          break;
        end = follow_steps (self, compiled, i + 1, one->last, 0);
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

      if (in_sentence (self, symbol))
        for (gint32 o = self->head[symbol]; o >= 0 && n < MATCHER_MAX_HITS;
             o = next_of (self, o))
          {
            const Occurrence *one = occurrence_at (self, o);
            guint end = follow_steps (self, compiled, i + 1, one->last, 0);

            if (end != 0)
              {
                add_hit (self, compiled, sentence, one->first, end, hits);
                n++;
              }
          }
      if (!compiled->steps[i].optional)
        break;
    }
}

/* All steps around one occurrence of the anchor, each as near to it as can be. */
static gboolean
match_around (Matcher *self, const Compiled *compiled, const Occurrence *anchor,
              guint *ret_first, guint *ret_last)
{
  Occurrence taken[RULE_MAX_STEPS];
  guint n = 0, first = anchor->first, last = anchor->last;

  taken[n++] = *anchor;
  for (guint i = 0; i < compiled->n_steps; i++)
    {
      const Occurrence *best = NULL;
      guint best_span = G_MAXUINT;

      if (i == compiled->anchor)
        continue;
      if (in_sentence (self, compiled->steps[i].symbol))
        for (gint32 o = self->head[compiled->steps[i].symbol]; o >= 0;
             o = next_of (self, o))
          {
            const Occurrence *one = occurrence_at (self, o);
            guint span = MAX (last, one->last) - MIN (first, one->first);
            gboolean free = ++self->tried <= MATCHER_MAX_STEPS_TRIED;

            for (guint j = 0; free && j < n; j++)
              free = one->first >= taken[j].last || one->last <= taken[j].first;
            if (free && span < best_span)
              {
                best = one;
                best_span = span;
              }
          }
      if (best != NULL)
        {
          taken[n++] = *best;
          first = MIN (first, best->first);
          last = MAX (last, best->last);
        }
      else if (!compiled->steps[i].optional)
        return FALSE;
    }
  *ret_first = first;
  *ret_last = last;
  return self->count[last] - self->count[first] <= compiled->window;
}

static void
match_window (Matcher *self, const Compiled *compiled, const Sentence *sentence,
              GArray *hits)
{
  guint32 symbol = compiled->steps[compiled->anchor].symbol;
  guint n = 0;

  for (gint32 o = self->head[symbol]; o >= 0 && n < MATCHER_MAX_HITS;
       o = next_of (self, o))
    {
      guint first, last;

      if (match_around (self, compiled, occurrence_at (self, o), &first, &last))
        {
          add_hit (self, compiled, sentence, first, last, hits);
          n++;
        }
    }
}

static gboolean
could_match (const Matcher *self, const Compiled *compiled)
{
  for (guint i = 0; i < compiled->n_steps; i++)
    if (!compiled->steps[i].optional && !in_sentence (self, compiled->steps[i].symbol))
      return FALSE;
  for (guint i = 0; i < compiled->n_contexts; i++)
    if (!compiled->contexts[i].item
        && in_sentence (self, compiled->contexts[i].symbol) == compiled->contexts[i].veto)
      return FALSE;
  return TRUE;
}

/* Which symbols stand in the sentence, and where. */
static void
note_symbols (Matcher *self)
{
  g_array_set_size (self->present, 0);
  g_array_set_size (self->next, self->occurrences->len);
  for (guint i = 0; i < self->occurrences->len; i++)
    {
      guint32 symbol = occurrence_at (self, (gint32)i)->symbol;

      if (!self->wanted[symbol])
        continue;
      if (self->stamp[symbol] != self->sentence)
        {
          self->stamp[symbol] = self->sentence;
          self->item_stamp[symbol] = self->item;
          self->head[symbol] = -1;
          if (self->anchored[symbol] != NULL)
            g_array_append_val (self->present, symbol);
        }
      g_array_index (self->next, gint32, i) = self->head[symbol];
      self->head[symbol] = (gint32)i;
    }
}

static void
read_sentence (Matcher *self, const Prose *prose, guint number, gboolean title)
{
  const Sentence *sentence = &g_array_index (prose->sentences, Sentence, number);
  const Token *tokens = &g_array_index (prose->tokens, Token, sentence->first);
  guint n = sentence->last - sentence->first;
  guint before = self->pending->len;
  guint budget = MATCHER_MAX_TRIED;

  self->sentence++;
  g_ptr_array_set_size (self->words, (gint)n);
  self->count[0] = 0;
  for (guint i = 0; i < n; i++)
    {
      self->words->pdata[i] = (gpointer)tokens[i].word;
      self->count[i + 1] = self->count[i] + !(tokens[i].word->flags & WORD_TRANSPARENT);
    }
  lexicon_read (self->lexicon, (const Word *const *)self->words->pdata, n,
                self->occurrences);
  note_symbols (self);
  for (guint i = 0; i < self->present->len; i++)
    {
      const GPtrArray *rules = self->anchored[g_array_index (self->present, guint32, i)];

      for (guint j = 0; j < rules->len; j++)
        {
          const Compiled *compiled = rules->pdata[j];

          if (budget == 0 || !could_match (self, compiled))
            continue;
          self->tried = 0;
          if (compiled->window > 0)
            match_window (self, compiled, sentence, self->pending);
          else
            match_ordered (self, compiled, sentence, self->pending);
          budget -= MIN (budget, self->tried);
        }
    }
  for (guint i = before; i < self->pending->len; i++)
    {
      Pending *pending = &g_array_index (self->pending, Pending, i);

      pending->hit.sentence = number;
      pending->title = title;
    }
}

static gboolean
item_contexts_hold (const Matcher *self, const Compiled *compiled)
{
  for (guint i = 0; i < compiled->n_contexts; i++)
    {
      const Context *context = &compiled->contexts[i];

      if (context->item
          && (self->item_stamp[context->symbol] == self->item) == context->veto)
        return FALSE;
    }
  return TRUE;
}

/* Within one sentence, whose hits are from … to: what a concept's m:not forbids goes. */
static void
settle_sentence (Matcher *self, guint from, guint to, GArray *hits)
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
          && (!one->compiled->item_contexts || item_contexts_hold (self, one->compiled)))
        g_array_append_val (hits, one->hit);
    }
}

static void
settle (Matcher *self, GArray *title_hits, GArray *hits)
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
      settle_sentence (self, from, to, one->title ? title_hits : hits);
      from = to;
    }
}

void
matcher_read (Matcher *self, const gchar *title, const gchar *text, Prose *title_prose,
              GArray *title_hits, Prose *prose, GArray *hits)
{
  g_array_set_size (title_hits, 0);
  g_array_set_size (hits, 0);
  g_array_set_size (self->pending, 0);
  self->item++;
  tokeniser_read (self->lexicon, title, strlen (title), title_prose);
  tokeniser_read (self->lexicon, text, strlen (text), prose);
  for (guint i = 0; i < title_prose->sentences->len; i++)
    read_sentence (self, title_prose, i, TRUE);
  for (guint i = 0; i < prose->sentences->len; i++)
    read_sentence (self, prose, i, FALSE);
  settle (self, title_hits, hits);
}
