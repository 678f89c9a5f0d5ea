/* filing.c: symbols and rules → what they are found by. */

#include "classify/filing.h"

#include "classify/compiler.h"

#include <string.h>

#define MAX_NEEDS (RULE_MAX_STEPS + 16) /* of a rule; what it needs further is open */

/* A rule under its trigger, in symbols of the roster. */
typedef struct
{
  guint32 rule;
  guint32 rarest;                 /* of what else it needs, if that has chunks; or NONE */
  guint32 needs[CANDIDATE_NEEDS]; /* others */
} Entry;

typedef struct
{
  Filing *filing;
  Roster *roster;
  const GArray *steps;    /* Step */
  const GArray *contexts; /* Context */
  GArray **lists;         /* by trigger: Entry; or NULL */
  GArray *joint;          /* Pairing: of things in one sentence */
  GArray *jointly;        /* Candidate of each */
} Filer;

static const Draft *
draft_at (const Filer *self, guint32 symbol)
{
  return symbols_at (self->roster->symbols, symbol);
}

static SymbolKind
kind_of (const Filer *self, guint32 symbol)
{
  return (SymbolKind)self->roster->kinds[symbol];
}

/* --------------------------------------------------------------------------- symbols */

/* Members of one set are few, and most of them are numbered in a row. */
static void
add_to_chunks (GArray *chunks, guint first, guint32 number)
{
  Chunk chunk = { number / 32, 1u << number % 32 };

  for (guint i = chunks->len; i-- > first;)
    {
      Chunk *one = &g_array_index (chunks, Chunk, i);

      if (one->at == chunk.at)
        {
          one->bits |= chunk.bits;
          return;
        }
    }
  g_array_append_val (chunks, chunk);
}

static void
add_set (Filer *self, guint32 symbol)
{
  const Draft *set = draft_at (self, symbol);
  const guint32 *numbers = self->roster->numbers;
  Filing *filing = self->filing;
  Range range = { filing->chunks->len, 0 };

  for (guint i = 0; i < set->atoms->len; i++)
    add_to_chunks (filing->chunks, range.first, numbers[roster_member (set->atoms, i)]);
  for (guint i = 0; i < set->phrases->len; i++)
    {
      guint32 phrase = roster_member (set->phrases, i);

      if (kind_of (self, phrase) == SYMBOL_WIDE)
        g_array_append_val (filing->parts, numbers[phrase]);
      else
        add_to_chunks (filing->chunks, range.first, numbers[phrase]);
    }
  range.n = filing->chunks->len - range.first;
  g_array_append_val (filing->sets, range);
}

static void
add_symbol (Filer *self, guint32 symbol)
{
  const Draft *draft = draft_at (self, symbol);
  Filing *filing = self->filing;
  Range range = { filing->parts->len, 0 };

  if (draft->atoms != NULL)
    add_set (self, symbol);
  for (guint i = 0; draft->parts != NULL && i < draft->parts->len; i++)
    g_array_append_val (filing->parts,
                        self->roster->numbers[roster_member (draft->parts, i)]);
  range.n = filing->parts->len - range.first;
  g_array_append_val (filing->members, range);
}

/* From phrases on, in the order of their numbers. */
static void
add_symbols (Filer *self)
{
  const Roster *roster = self->roster;
  g_autofree guint32 *symbols = g_new (guint32, roster->n);

  for (guint32 i = 0; i < roster->n; i++)
    symbols[roster->numbers[i]] = i;
  for (guint32 i = roster->first[SYMBOL_PHRASE]; i < roster->n; i++)
    add_symbol (self, symbols[i]);
}

/* Of each pair of words that stand next to one another: the rarer names the other. */
static void
add_neighbours (Filer *self)
{
  const Roster *roster = self->roster;
  guint32 n = roster->first[SYMBOL_PAIR];
  g_autofree gdouble *rarity = g_new0 (gdouble, n);

  for (guint32 i = 0; i < roster->n; i++)
    if (roster->numbers[i] < n)
      rarity[roster->numbers[i]] = roster->rarity[i];
  g_array_set_size (self->filing->neighbours, n);
  for (guint i = 0; i < roster->pairings->len; i++)
    {
      const Pairing *pair = &g_array_index (roster->pairings, Pairing, i);
      Neighbours *of = (Neighbours *)(gpointer)self->filing->neighbours->data;

      if (rarity[pair->left] < rarity[pair->right])
        of[pair->left].right |= neighbour_bit (pair->right);
      else
        of[pair->right].left |= neighbour_bit (pair->left);
    }
}

/* ----------------------------------------------------------------------------- rules */

/* What of a symbol a sentence says first: words and announced phrases, of which one
 * stands wherever the symbol does. */
static void
trigger_of (const Filer *self, guint32 symbol, GArray *triggers)
{
  const Draft *draft = draft_at (self, symbol);
  const gdouble *rarity = self->roster->rarity;
  guint best = 0;

  switch (kind_of (self, symbol))
    {
    case SYMBOL_WIDE:
      for (guint i = 1; i < draft->parts->len; i++)
        if (rarity[roster_member (draft->parts, i)]
            < rarity[roster_member (draft->parts, best)])
          best = i;
      trigger_of (self, roster_member (draft->parts, best), triggers);
      return;
    case SYMBOL_SET:
    case SYMBOL_MIXED:
      for (guint i = 0; i < draft->atoms->len; i++)
        trigger_of (self, roster_member (draft->atoms, i), triggers);
      for (guint i = 0; i < draft->phrases->len; i++)
        trigger_of (self, roster_member (draft->phrases, i), triggers);
      return;
    default:
      g_array_append_val (triggers, symbol);
    }
}

/* What a rule needs in its sentence, the rarest first; returns how many. *ret_open: what
 * it forbids, or more than MAX_NEEDS. */
static guint
needs_of (const Filer *self, const CompiledRule *rule, guint32 *needs, gboolean *ret_open)
{
  const gdouble *rarity = self->roster->rarity;
  guint n = 0;

  for (guint32 i = 0; i < rule->n_steps && n < MAX_NEEDS; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, rule->first_step + i);

      if (!step->optional)
        needs[n++] = step->symbol;
    }
  for (guint32 i = 0; i < rule->n_contexts && n < MAX_NEEDS; i++)
    {
      const Context *context =
          &g_array_index (self->contexts, Context, rule->first_context + i);

      if (!context->item && !context->veto)
        needs[n++] = context->symbol;
      *ret_open = *ret_open || (!context->item && context->veto);
    }
  *ret_open = *ret_open || n == MAX_NEEDS;
  for (guint i = 1; i < n; i++)
    for (guint j = i; j > 0 && rarity[needs[j]] < rarity[needs[j - 1]]; j--)
      {
        guint32 other = needs[j];

        needs[j] = needs[j - 1];
        needs[j - 1] = other;
      }
  return n;
}

static void
add_entry (Filer *self, guint32 trigger, const Entry *entry)
{
  GArray **list = &self->lists[trigger];

  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (Entry));
  if ((*list)->len == 0
      || g_array_index (*list, Entry, (*list)->len - 1).rule != entry->rule)
    g_array_append_val (*list, *entry);
}

/* A part of what is wide triggers it, of what is not all do. */
static gboolean
is_wide (const Filer *self, guint32 symbol)
{
  return kind_of (self, symbol) == SYMBOL_WIDE || kind_of (self, symbol) == SYMBOL_MIXED;
}

static void
file_rule (Filer *self, guint32 number, CompiledRule *rule)
{
  g_autoptr (GArray) triggers = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 needs[MAX_NEEDS] = { SYMBOL_NONE };
  gboolean open = FALSE;
  guint n = needs_of (self, rule, needs, &open);
  Entry entry = { number, SYMBOL_NONE, { SYMBOL_NONE } };
  guint n_said = 0;

  for (guint i = is_wide (self, needs[0]) ? 0 : 1; i < n; i++)
    if (entry.rarest == SYMBOL_NONE && !is_wide (self, needs[i]))
      entry.rarest = needs[i];
    else if (n_said < CANDIDATE_NEEDS)
      entry.needs[n_said++] = needs[i];
    else
      open = TRUE;
  rule->open = open;
  trigger_of (self, needs[0], triggers);
  for (guint i = 0; i < triggers->len; i++)
    add_entry (self, roster_member (triggers, i), &entry);
}

/* -------------------------------------------------------------------------- the order */

static gint
compare_weights (gconstpointer a, gconstpointer b, gpointer data)
{
  const gdouble *weights = data;
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  if (weights[x] != weights[y])
    return weights[x] > weights[y] ? -1 : 1;
  return x < y ? -1 : x > y;
}

/* The members of those sets that are asked for most often stand together. */
static void
number_members (Filer *self)
{
  guint32 n = self->roster->n;
  g_autofree gdouble *weights = g_new0 (gdouble, n); /* by symbol */
  g_autoptr (GArray) sets = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < n; i++)
    for (guint j = 0; self->lists[i] != NULL && j < self->lists[i]->len; j++)
      weights[g_array_index (self->lists[i], Entry, j).rarest] += self->roster->rarity[i];
  for (guint32 i = 0; i < n; i++)
    if (kind_of (self, i) >= SYMBOL_SET)
      g_array_append_val (sets, i);
  g_array_sort_with_data (sets, compare_weights, weights);
  roster_number (self->roster, sets);
}

/* The triggers in the order of their numbers; NULL: no rule is filed under it. */
static GArray **
lists_in_order (const Filer *self)
{
  GArray **lists = g_new0 (GArray *, self->roster->first[SYMBOL_WIDE]);

  for (guint32 i = 0; i < self->roster->n; i++)
    if (self->lists[i] != NULL)
      lists[self->roster->numbers[i]] = self->lists[i];
  return lists;
}

/* Sets and rules as candidates ask for them, one after the other. */
static void
put_in_order (Filer *self, GArray *rules)
{
  g_autoptr (GArray) sets = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) old = g_array_copy (rules);
  g_autofree guint32 *numbers = g_new0 (guint32, rules->len + 1); /* new ones, from 1 */
  guint32 n = 0;

  for (guint32 trigger = 0; trigger < self->roster->first[SYMBOL_WIDE]; trigger++)
    for (guint i = 0; self->lists[trigger] != NULL && i < self->lists[trigger]->len; i++)
      {
        Entry *entry = &g_array_index (self->lists[trigger], Entry, i);

        g_array_append_val (sets, entry->rarest);
        g_array_append_vals (sets, entry->needs, CANDIDATE_NEEDS);
        if (numbers[entry->rule] == 0)
          {
            numbers[entry->rule] = ++n;
            g_array_index (rules, CompiledRule, n - 1) =
                g_array_index (old, CompiledRule, entry->rule);
          }
        entry->rule = numbers[entry->rule] - 1;
      }
  g_assert (n == rules->len); /* each rule has a trigger */
  roster_number_sets (self->roster, sets);
}

/* Steps and contexts in the order of their rules, and with their numbers. */
static void
lay_steps (Filer *self, GArray *rules, GArray *steps, GArray *contexts)
{
  g_autoptr (GArray) old_steps = g_array_copy (steps);
  g_autoptr (GArray) old_contexts = g_array_copy (contexts);
  guint32 n_steps = 0, n_contexts = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      CompiledRule *rule = &g_array_index (rules, CompiledRule, i);

      for (guint32 j = 0; j < rule->n_steps; j++)
        {
          Step step = g_array_index (old_steps, Step, rule->first_step + j);

          step.symbol = self->roster->numbers[step.symbol];
          g_array_index (steps, Step, n_steps + j) = step;
        }
      for (guint32 j = 0; j < rule->n_contexts; j++)
        {
          Context context =
              g_array_index (old_contexts, Context, rule->first_context + j);

          context.symbol = self->roster->numbers[context.symbol];
          g_array_index (contexts, Context, n_contexts + j) = context;
        }
      rule->first_step = n_steps;
      rule->first_context = n_contexts;
      n_steps += rule->n_steps;
      n_contexts += rule->n_contexts;
    }
}

/* The rarest need that is a word or phrase by itself, as numbered; SYMBOL_NONE. */
static guint32
second_trigger (const Filer *self, const Entry *entry, guint32 trigger)
{
  const guint32 *numbers = self->roster->numbers;
  guint32 bound = self->roster->first[SYMBOL_WIDE];

  if (entry->rarest != SYMBOL_NONE && numbers[entry->rarest] != trigger
      && numbers[entry->rarest] < bound)
    return numbers[entry->rarest];
  for (guint i = 0; i < CANDIDATE_NEEDS; i++)
    {
      guint32 need = numbers[entry->needs[i]];

      if (need != SYMBOL_NONE && need != trigger && need < bound)
        return need;
    }
  return SYMBOL_NONE;
}

static void
say_rarest (const Filer *self, guint32 symbol, Candidate *candidate)
{
  const Roster *roster = self->roster;
  guint32 number = roster->numbers[symbol];
  Range range;

  if (kind_of (self, symbol) < SYMBOL_SET)
    {
      candidate->rarest[0] = (Chunk){ number / 32, 1u << number % 32 };
      return;
    }
  range = g_array_index (self->filing->sets, Range, number - roster->first[SYMBOL_SET]);
  memcpy (candidate->rarest, &g_array_index (self->filing->chunks, Chunk, range.first),
          MIN (range.n, CANDIDATE_CHUNKS) * sizeof (Chunk));
  if (range.n > CANDIDATE_CHUNKS)
    candidate->more = number;
}

static Candidate
candidate_of (const Filer *self, const Entry *entry)
{
  Candidate candidate = { .rule = entry->rule };

  for (guint i = 0; i < CANDIDATE_NEEDS; i++)
    candidate.needs[i] = self->roster->numbers[entry->needs[i]];
  say_rarest (self, entry->rarest, &candidate);
  return candidate;
}

static void
close_list (Filer *self, guint32 trigger)
{
  const GArray *list = self->lists[trigger];
  Trigger out = { self->filing->candidates->len, 0, FALSE };

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Entry *entry = &g_array_index (list, Entry, i);
      Candidate candidate = candidate_of (self, entry);
      guint32 second = SYMBOL_NONE;

      if (list->len > COMPILER_MAX_LIST)
        second = second_trigger (self, entry, trigger);
      if (second == SYMBOL_NONE)
        {
          g_array_append_val (self->filing->candidates, candidate);
          out.n++;
          continue;
        }
      Pairing pairing = { trigger, second, self->jointly->len };
      g_array_append_val (self->joint, pairing);
      g_array_append_val (self->jointly, candidate);
      out.joint = TRUE;
    }
  g_array_append_val (self->filing->triggers, out);
  if (list != NULL)
    g_array_unref (self->lists[trigger]);
}

/* -------------------------------------------------------------------- the whole item */

static void
add_spread (Filer *self, guint32 symbol)
{
  GArray *spread = self->filing->spread;
  guint32 number = self->roster->numbers[symbol];

  if (kind_of (self, symbol) != SYMBOL_WIDE)
    return;
  for (guint i = 0; i < spread->len; i++)
    if (roster_member (spread, i) == number)
      return;
  g_array_append_val (spread, number);
}

/* The wide phrases that contexts ask for in the item. */
static void
find_spread (Filer *self)
{
  for (guint i = 0; i < self->contexts->len; i++)
    {
      const Context *context = &g_array_index (self->contexts, Context, i);
      const Draft *draft = draft_at (self, context->symbol);

      if (!context->item)
        continue;
      add_spread (self, context->symbol);
      for (guint j = 0; draft->phrases != NULL && j < draft->phrases->len; j++)
        add_spread (self, roster_member (draft->phrases, j));
    }
}

static Filing *
filing_new_empty (void)
{
  Filing *filing = g_new0 (Filing, 1);

  filing->members = g_array_new (FALSE, FALSE, sizeof (Range));
  filing->parts = g_array_new (FALSE, FALSE, sizeof (guint32));
  filing->sets = g_array_new (FALSE, FALSE, sizeof (Range));
  filing->chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));
  filing->spread = g_array_new (FALSE, FALSE, sizeof (guint32));
  filing->triggers = g_array_new (FALSE, FALSE, sizeof (Trigger));
  filing->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  filing->announcements = g_array_new (FALSE, FALSE, sizeof (Announcement));
  filing->neighbours = g_array_new (FALSE, TRUE, sizeof (Neighbours));
  return filing;
}

Filing *
filing_new (Roster *roster, GArray *rules, GArray *steps, GArray *contexts)
{
  Filing *filing = filing_new_empty ();
  g_autofree GArray **lists = g_new0 (GArray *, roster->n);
  g_autofree GArray **ordered = NULL;
  g_autoptr (GArray) joint = g_array_new (FALSE, FALSE, sizeof (Pairing));
  g_autoptr (GArray) jointly = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Filer self = { filing, roster, steps, contexts, lists, joint, jointly };

  for (guint32 i = 0; i < rules->len; i++)
    file_rule (&self, i, &g_array_index (rules, CompiledRule, i));
  number_members (&self);
  self.lists = ordered = lists_in_order (&self);
  find_spread (&self);
  put_in_order (&self, rules);
  lay_steps (&self, rules, steps, contexts);
  add_symbols (&self);
  add_neighbours (&self);
  pairing_file (roster->pairings, roster->announcements, filing->announcements,
                &filing->adjacent);
  for (guint32 i = 0; i < roster->first[SYMBOL_WIDE]; i++)
    close_list (&self, i);
  pairing_file (joint, jointly, filing->candidates, &filing->joints);
  return filing;
}

void
filing_free (Filing *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->members);
  g_array_unref (self->parts);
  g_array_unref (self->sets);
  g_array_unref (self->chunks);
  g_array_unref (self->spread);
  g_array_unref (self->triggers);
  g_array_unref (self->candidates);
  g_array_unref (self->announcements);
  g_array_unref (self->neighbours);
  pair_table_clear (&self->adjacent);
  pair_table_clear (&self->joints);
  g_free (self);
}
