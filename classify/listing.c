/* listing.c: rules → lists by trigger. */

#include "classify/listing.h"

#include "classify/compiler.h"

#include <string.h>

#define MAX_NEEDS (RULE_MAX_STEPS + 16) /* of a rule; what it needs further is open */

typedef struct
{
  Roster *roster;
  const GArray *steps;    /* Step */
  const GArray *contexts; /* Context */
  GArray **lists;         /* by trigger: Entry; or NULL */
} Lister;

static const Draft *
draft_at (const Lister *self, guint32 symbol)
{
  return symbols_at (self->roster->symbols, symbol);
}

static SymbolKind
kind_of (const Lister *self, guint32 symbol)
{
  return (SymbolKind)self->roster->kinds[symbol];
}

/* What of a symbol a sentence says first: words and announced phrases, of which one
 * stands wherever the symbol does. */
static void
trigger_of (const Lister *self, guint32 symbol, GArray *triggers)
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
needs_of (const Lister *self, const CompiledRule *rule, guint32 *needs,
          gboolean *ret_open)
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
add_entry (Lister *self, guint32 trigger, const Entry *entry)
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
is_wide (const Lister *self, guint32 symbol)
{
  return kind_of (self, symbol) == SYMBOL_WIDE || kind_of (self, symbol) == SYMBOL_MIXED;
}

static void
file_rule (Lister *self, guint32 number, CompiledRule *rule)
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
number_members (Lister *self)
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
lists_in_order (const Lister *self)
{
  GArray **lists = g_new0 (GArray *, self->roster->first[SYMBOL_WIDE]);

  for (guint32 i = 0; i < self->roster->n; i++)
    if (self->lists[i] != NULL)
      lists[self->roster->numbers[i]] = self->lists[i];
  return lists;
}

/* Sets and rules as candidates ask for them, one after the other. */
static void
put_in_order (Lister *self, GArray *rules)
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
lay_steps (Lister *self, GArray *rules, GArray *steps, GArray *contexts)
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

Listing *
listing_new (Roster *roster, GArray *rules, GArray *steps, GArray *contexts)
{
  g_autofree GArray **lists = g_new0 (GArray *, roster->n);
  Lister self = { roster, steps, contexts, lists };
  Listing *listing = g_new0 (Listing, 1);

  for (guint32 i = 0; i < rules->len; i++)
    file_rule (&self, i, &g_array_index (rules, CompiledRule, i));
  number_members (&self);
  self.lists = listing->lists = lists_in_order (&self);
  listing->n = roster->first[SYMBOL_WIDE];
  put_in_order (&self, rules);
  lay_steps (&self, rules, steps, contexts);
  return listing;
}

void
listing_free (Listing *self)
{
  if (self == NULL)
    return;
  for (guint32 i = 0; i < self->n; i++)
    if (self->lists[i] != NULL)
      g_array_unref (self->lists[i]);
  g_free (self->lists);
  g_free (self);
}
