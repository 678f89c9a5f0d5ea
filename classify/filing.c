/* filing.c: symbols and rules → what they are found by. */

#include "classify/filing.h"

#include "classify/compiler.h"

#include <string.h>

/* How much likelier two words of a phrase are to stand together than chance has it. */
#define TOGETHER 30.0
#define MILLION 1e6
#define FILTER_BITS 16 /* for each pair */

/* One entry of a hash that is being made: value is one of pair's range. */
typedef struct
{
  guint32 left;
  guint32 right;
  guint32 number; /* of the value, in order */
} Pairing;

typedef struct
{
  Filing *filing;
  const Symbols *symbols;
  gdouble *asked;    /* by symbol: about how often it is asked for in the same */
  gdouble *rarity;   /* by symbol: about how often it stands in a million words */
  GArray *pairings;  /* Pairing: of words next to one another */
  GArray *announced; /* guint32: the phrase of each */
  GArray **lists;    /* by trigger: Candidate; or NULL */
  GArray *joint;     /* Pairing: of things in one sentence */
  GArray *jointly;   /* Candidate of each */
} Filer;

static const Draft *
draft_at (const Filer *self, guint32 symbol)
{
  return symbols_at (self->symbols, symbol);
}

static Symbol *
symbol_at (const Filer *self, guint32 symbol)
{
  return &g_array_index (self->filing->symbols, Symbol, symbol);
}

/* The i-th member of a symbol. */
static guint32
member_at (const Filer *self, const Symbol *symbol, guint32 i)
{
  return g_array_index (self->filing->members, guint32, symbol->first + i);
}

/* -------------------------------------------------------------------------- the hashes
 */

static gint
compare_pairings (gconstpointer a, gconstpointer b)
{
  const Pairing *x = a, *y = b;

  if (x->left != y->left)
    return x->left < y->left ? -1 : 1;
  if (x->right != y->right)
    return x->right < y->right ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

static guint32
power_of_two (guint32 at_least)
{
  guint32 n = 16;

  while (n < at_least)
    n *= 2;
  return n;
}

static void
insert_pair (PairTable *table, const Pairing *pairing, Range range)
{
  guint64 hash = pairs_hash (pairing->left, pairing->right);
  guint32 mask = table->slots->len - 1;
  guint32 at = (guint32)(hash >> 20) & mask;
  PairSlot slot = { pairing->left, pairing->right, range };

  while (g_array_index (table->slots, PairSlot, at).left != SYMBOL_NONE)
    at = (at + 1) & mask;
  g_array_index (table->slots, PairSlot, at) = slot;
  g_array_index (table->filter, guint64, (hash >> 6) & (table->filter->len - 1)) |=
      G_GUINT64_CONSTANT (1) << (hash & 63);
}

/* Sorts the pairings and lays their values in that order, so that those of one pair stand
 * together. */
static void
make_pairs (GArray *pairings, const GArray *values, GArray *out, PairTable *table)
{
  guint size = g_array_get_element_size ((GArray *)values);

  g_array_sort (pairings, compare_pairings);
  table->slots = g_array_new (FALSE, TRUE, sizeof (PairSlot));
  table->filter = g_array_new (FALSE, TRUE, sizeof (guint64));
  g_array_set_size (table->slots, power_of_two (2 * pairings->len));
  g_array_set_size (table->filter, power_of_two (pairings->len * FILTER_BITS / 64));
  for (guint i = 0; i < pairings->len;)
    {
      const Pairing *first = &g_array_index (pairings, Pairing, i);
      Range range = { out->len, 0 };

      for (; i < pairings->len; i++)
        {
          const Pairing *one = &g_array_index (pairings, Pairing, i);

          if (one->left != first->left || one->right != first->right)
            break;
          g_array_append_vals (out, values->data + (gsize)one->number * size, 1);
          range.n++;
        }
      insert_pair (table, first, range);
    }
}

/* --------------------------------------------------------------------------- symbols */

/* The atoms that a symbol may begin or end with; FALSE if they are too many. As deep as
 * phrases and classes nest: a class names only classes above it. */
static gboolean
edge_of (const Filer *self, guint32 symbol, gboolean last, GArray *atoms)
{
  const Draft *draft = draft_at (self, symbol);

  if (draft->parts != NULL)
    return edge_of (
        self, g_array_index (draft->parts, guint32, last ? draft->parts->len - 1 : 0),
        last, atoms);
  if (draft->atoms == NULL)
    g_array_append_val (atoms, symbol);
  else if (draft->atoms->len + draft->phrases->len > COMPILER_MAX_PAIRS)
    return FALSE;
  for (guint i = 0; draft->atoms != NULL && i < draft->atoms->len; i++)
    g_array_append_val (atoms, g_array_index (draft->atoms, guint32, i));
  for (guint i = 0; draft->phrases != NULL && i < draft->phrases->len; i++)
    if (!edge_of (self, g_array_index (draft->phrases, guint32, i), last, atoms))
      return FALSE;
  return atoms->len <= COMPILER_MAX_PAIRS;
}

static gdouble
sum_of (const Filer *self, const GArray *atoms)
{
  gdouble sum = 0;

  for (guint i = 0; i < atoms->len; i++)
    sum += draft_at (self, g_array_index (atoms, guint32, i))->frequency;
  return sum;
}

/* The two parts of a phrase, next to one another, whose words stand together most seldom:
 * these announce it. FALSE if all have too many words. */
static gboolean
choose_pair (const Filer *self, const Draft *phrase, GArray *left, GArray *right,
             gdouble *ret_rarity)
{
  g_autoptr (GArray) l = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) r = g_array_new (FALSE, FALSE, sizeof (guint32));
  gdouble best = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < phrase->parts->len; i++)
    {
      gdouble rarity;

      g_array_set_size (l, 0);
      g_array_set_size (r, 0);
      if (!edge_of (self, g_array_index (phrase->parts, guint32, i), TRUE, l)
          || !edge_of (self, g_array_index (phrase->parts, guint32, i + 1), FALSE, r)
          || l->len * r->len > COMPILER_MAX_PAIRS)
        continue;
      rarity = sum_of (self, l) * sum_of (self, r) / MILLION * TOGETHER;
      if (rarity >= best)
        continue;
      best = rarity;
      g_array_set_size (left, 0);
      g_array_set_size (right, 0);
      g_array_append_vals (left, l->data, l->len);
      g_array_append_vals (right, r->data, r->len);
    }
  *ret_rarity = MIN (best, phrase->frequency);
  return best < G_MAXDOUBLE;
}

/* Whether a part of a phrase is one word, or any of some. */
static gboolean
is_word (const Filer *self, guint32 symbol)
{
  const Draft *draft = draft_at (self, symbol);

  return draft->parts == NULL && (draft->phrases == NULL || draft->phrases->len == 0);
}

static SymbolKind
file_phrase (Filer *self, guint32 symbol)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  const Draft *phrase = draft_at (self, symbol);

  if (!choose_pair (self, phrase, left, right, &self->rarity[symbol]))
    return SYMBOL_WIDE;
  for (guint i = 0; i < left->len; i++)
    for (guint j = 0; j < right->len; j++)
      {
        Pairing pairing = { g_array_index (left, guint32, i),
                            g_array_index (right, guint32, j), self->announced->len };

        g_array_append_val (self->pairings, pairing);
        g_array_append_val (self->announced, symbol);
      }
  if (phrase->parts->len == 2 && is_word (self, g_array_index (phrase->parts, guint32, 0))
      && is_word (self, g_array_index (phrase->parts, guint32, 1)))
    return SYMBOL_PAIR;
  return SYMBOL_PHRASE;
}

static void
add_members (Filer *self, const GArray *members)
{
  if (members != NULL)
    g_array_append_vals (self->filing->members, members->data, members->len);
}

static void
file_symbol (Filer *self, guint32 symbol)
{
  const Draft *draft = draft_at (self, symbol);
  Symbol out = { .kind = SYMBOL_ATOM, .told = TRUE };

  out.first = self->filing->members->len;
  add_members (self, draft->parts);
  add_members (self, draft->atoms);
  add_members (self, draft->phrases);
  out.n = self->filing->members->len - out.first;
  self->rarity[symbol] = draft->frequency;
  if (draft->parts != NULL)
    {
      out.kind = file_phrase (self, symbol);
      out.told = out.kind != SYMBOL_WIDE;
    }
  else if (draft->atoms != NULL)
    {
      out.kind = SYMBOL_SET;
      out.told = FALSE;
      self->rarity[symbol] = 0;
      for (guint i = 0; i < out.n; i++)
        self->rarity[symbol] += self->rarity[member_at (self, &out, i)];
    }
  g_array_append_val (self->filing->symbols, out);
}

/* ----------------------------------------------------------------------------- rules */

/* What of a symbol a sentence says first: words and announced phrases, of which one
 * stands wherever the symbol does. */
static void
trigger_of (const Filer *self, guint32 symbol, GArray *triggers)
{
  const Symbol *s = symbol_at (self, symbol);
  const guint32 *members = &g_array_index (self->filing->members, guint32, s->first);
  guint32 best = 0;

  switch ((SymbolKind)s->kind)
    {
    case SYMBOL_ATOM:
    case SYMBOL_PAIR:
    case SYMBOL_PHRASE:
      g_array_append_val (triggers, symbol);
      return;
    case SYMBOL_WIDE:
      for (guint32 i = 1; i < s->n; i++)
        if (self->rarity[members[i]] < self->rarity[members[best]])
          best = i;
      trigger_of (self, members[best], triggers);
      return;
    case SYMBOL_SET:
      for (guint32 i = 0; i < s->n; i++)
        trigger_of (self, members[i], triggers);
      return;
    }
}

/* What a rule needs in its sentence, the rarest first; returns how many. */
static guint
needs_of (const Filer *self, const CompiledRule *rule, const GArray *steps,
          const GArray *contexts, guint32 *needs, guint max)
{
  guint n = 0;

  for (guint32 i = 0; i < rule->n_steps && n < max; i++)
    {
      const Step *step = &g_array_index (steps, Step, rule->first_step + i);

      if (!step->optional)
        needs[n++] = step->symbol;
    }
  for (guint32 i = 0; i < rule->n_contexts && n < max; i++)
    {
      const Context *context =
          &g_array_index (contexts, Context, rule->first_context + i);

      if (!context->item && !context->veto)
        needs[n++] = context->symbol;
    }
  for (guint i = 1; i < n; i++)
    for (guint j = i; j > 0 && self->rarity[needs[j]] < self->rarity[needs[j - 1]]; j--)
      {
        guint32 other = needs[j];

        needs[j] = needs[j - 1];
        needs[j - 1] = other;
      }
  return n;
}

static void
file_rule (Filer *self, guint32 number, const CompiledRule *rule, const GArray *steps,
           const GArray *contexts, GArray *triggers)
{
  guint32 needs[RULE_MAX_STEPS + 16] = { SYMBOL_NONE };
  guint n = needs_of (self, rule, steps, contexts, needs, G_N_ELEMENTS (needs));
  Candidate candidate = { number, { SYMBOL_NONE } };

  for (guint i = 1; i < n && i <= CANDIDATE_NEEDS; i++)
    {
      candidate.needs[i - 1] = needs[i];
      self->asked[needs[i]] += self->rarity[needs[0]];
    }
  g_array_set_size (triggers, 0);
  trigger_of (self, needs[0], triggers);
  for (guint i = 0; i < triggers->len; i++)
    {
      GArray **list = &self->lists[g_array_index (triggers, guint32, i)];

      if (*list == NULL)
        *list = g_array_new (FALSE, FALSE, sizeof (Candidate));
      if ((*list)->len == 0
          || g_array_index (*list, Candidate, (*list)->len - 1).rule != number)
        g_array_append_val (*list, candidate);
    }
}

/* The rarest need that is a word or phrase by itself; SYMBOL_NONE. */
static guint32
second_trigger (const Filer *self, const Candidate *candidate, guint32 trigger)
{
  for (guint i = 0; i < CANDIDATE_NEEDS; i++)
    {
      guint32 need = candidate->needs[i];
      guint16 kind = symbol_at (self, need)->kind;

      if (need != SYMBOL_NONE && need != trigger && kind != SYMBOL_SET
          && kind != SYMBOL_WIDE)
        return need;
    }
  return SYMBOL_NONE;
}

static void
close_list (Filer *self, guint32 trigger)
{
  const GArray *list = self->lists[trigger];
  Range range = { self->filing->candidates->len, 0 };
  guint8 joint = FALSE;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Candidate *candidate = &g_array_index (list, Candidate, i);
      guint32 second = SYMBOL_NONE;

      if (list->len > COMPILER_MAX_LIST)
        second = second_trigger (self, candidate, trigger);
      if (second == SYMBOL_NONE)
        {
          g_array_append_vals (self->filing->candidates, candidate, 1);
          range.n++;
          continue;
        }
      Pairing pairing = { trigger, second, self->jointly->len };
      g_array_append_val (self->joint, pairing);
      g_array_append_vals (self->jointly, candidate, 1);
      joint = TRUE;
    }
  g_array_append_val (self->filing->triggers, range);
  g_array_append_val (self->filing->joint, joint);
  if (list != NULL)
    g_array_unref (self->lists[trigger]);
}

static gboolean
is_wide (const Filer *self, guint32 symbol)
{
  return symbol_at (self, symbol)->kind == SYMBOL_WIDE;
}

/* It pays for its members to tell of a set if they stand in texts less often than all of
 * them would be looked up. */
static void
choose_told (Filer *self, guint32 symbol)
{
  Symbol *set = symbol_at (self, symbol);

  if (set->kind != SYMBOL_SET || self->asked[symbol] * set->n < 2 * self->rarity[symbol])
    return;
  set->told = TRUE;
  for (guint32 i = 0; i < set->n && set->told; i++)
    set->told = !is_wide (self, member_at (self, set, i));
}

/* Which sets each symbol tells of. */
static void
file_sets (Filer *self)
{
  g_autofree guint32 *next = NULL;
  GArray *symbols = self->filing->symbols;
  guint32 n = 0;

  for (guint32 i = 0; i < symbols->len; i++)
    {
      const Symbol *set = symbol_at (self, i);

      for (guint32 j = 0; set->kind == SYMBOL_SET && set->told && j < set->n; j++)
        symbol_at (self, member_at (self, set, j))->n_sets++;
    }
  next = g_new (guint32, symbols->len);
  for (guint32 i = 0; i < symbols->len; i++)
    {
      next[i] = symbol_at (self, i)->first_set = n;
      n += symbol_at (self, i)->n_sets;
    }
  g_array_set_size (self->filing->sets, n);
  for (guint32 i = 0; i < symbols->len; i++)
    {
      const Symbol *set = symbol_at (self, i);

      for (guint32 j = 0; set->kind == SYMBOL_SET && set->told && j < set->n; j++)
        g_array_index (self->filing->sets, guint32, next[member_at (self, set, j)]++) = i;
    }
}

Filing *
filing_new (const Symbols *symbols, const GArray *rules, const GArray *steps,
            const GArray *contexts)
{
  guint32 n = symbols_get_n (symbols);
  Filing *filing = g_new0 (Filing, 1);
  g_autofree gdouble *asked = g_new0 (gdouble, n);
  g_autofree gdouble *rarity = g_new0 (gdouble, n);
  g_autofree GArray **lists = g_new0 (GArray *, n);
  g_autoptr (GArray) triggers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) pairings = g_array_new (FALSE, FALSE, sizeof (Pairing));
  g_autoptr (GArray) announced = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) joint = g_array_new (FALSE, FALSE, sizeof (Pairing));
  g_autoptr (GArray) jointly = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Filer self = { filing,    symbols, asked, rarity, pairings,
                 announced, lists,   joint, jointly };

  filing->symbols = g_array_new (FALSE, FALSE, sizeof (Symbol));
  filing->members = g_array_new (FALSE, FALSE, sizeof (guint32));
  filing->sets = g_array_new (FALSE, FALSE, sizeof (guint32));
  filing->triggers = g_array_new (FALSE, FALSE, sizeof (Range));
  filing->joint = g_array_new (FALSE, FALSE, 1);
  filing->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  filing->phrases = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    file_symbol (&self, i);
  make_pairs (pairings, announced, filing->phrases, &filing->adjacent);
  for (guint32 i = 0; i < rules->len; i++)
    file_rule (&self, i, &g_array_index (rules, CompiledRule, i), steps, contexts,
               triggers);
  for (guint32 i = 0; i < n; i++)
    choose_told (&self, i);
  file_sets (&self);
  for (guint32 i = 0; i < n; i++)
    close_list (&self, i);
  make_pairs (joint, jointly, filing->candidates, &filing->joints);
  return filing;
}

void
filing_free (Filing *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->symbols);
  g_array_unref (self->members);
  g_array_unref (self->sets);
  g_array_unref (self->triggers);
  g_array_unref (self->joint);
  g_array_unref (self->candidates);
  g_array_unref (self->phrases);
  g_array_unref (self->adjacent.slots);
  g_array_unref (self->adjacent.filter);
  g_array_unref (self->joints.slots);
  g_array_unref (self->joints.filter);
  g_free (self);
}
