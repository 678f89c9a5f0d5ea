/* filing.c: symbols and rules → what they are found by. */

#include "classify/filing.h"

#include "classify/compiler.h"
#include "classify/listing.h"

#include <string.h>

typedef struct
{
  Filing *filing;
  const Roster *roster;
  GArray *joint;   /* Pairing: of things in one sentence */
  GArray *jointly; /* Candidate of each */
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

/* Candidates of more chunks come last, where the processor expects them. */
static void
add_trigger (Filer *self, guint32 trigger, const GArray *list)
{
  GArray *candidates = self->filing->candidates;
  g_autoptr (GArray) long_ones = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Trigger *triggers = (Trigger *)(gpointer)self->filing->triggers->data;
  Trigger *out = &triggers[trigger];

  out->first = candidates->len;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Entry *entry = &g_array_index (list, Entry, i);
      Candidate candidate = candidate_of (self, entry);
      guint32 second = SYMBOL_NONE;

      if (list->len > COMPILER_MAX_LIST)
        second = second_trigger (self, entry, trigger);
      if (second == SYMBOL_NONE)
        {
          g_array_append_val (candidate.more == SYMBOL_NONE ? candidates : long_ones,
                              candidate);
          continue;
        }
      Pairing pairing = { trigger, second, self->jointly->len };
      g_array_append_val (self->joint, pairing);
      g_array_append_val (self->jointly, candidate);
      triggers[second].partners |= partner_bit (trigger);
      out->joint = TRUE;
    }
  g_array_append_vals (candidates, long_ones->data, long_ones->len);
  out->n = (candidates->len - out->first) & G_MAXINT32;
}

/* -------------------------------------------------------------------- the whole item */

static void
add_spread (Filer *self, guint32 phrase)
{
  GArray *spread = self->filing->spread;

  for (guint i = 0; i < spread->len; i++)
    if (roster_member (spread, i) == phrase)
      return;
  g_array_append_val (spread, phrase);
}

/* The wide phrases that contexts, numbered, ask for in the item. */
static void
find_spread (Filer *self, const GArray *contexts)
{
  const guint32 *first = self->roster->first;

  for (guint i = 0; i < contexts->len; i++)
    {
      const Context *context = &g_array_index (contexts, Context, i);
      Range wide = { 0, 0 };

      if (!context->item)
        continue;
      if (context->symbol >= first[SYMBOL_MIXED])
        wide = g_array_index (self->filing->members, Range,
                              context->symbol - first[SYMBOL_PHRASE]);
      else if (context->symbol >= first[SYMBOL_WIDE]
               && context->symbol < first[SYMBOL_SET])
        add_spread (self, context->symbol);
      for (guint j = 0; j < wide.n; j++)
        add_spread (self, roster_member (self->filing->parts, wide.first + j));
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
  filing->triggers = g_array_new (FALSE, TRUE, sizeof (Trigger));
  filing->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  filing->announcements = g_array_new (FALSE, FALSE, sizeof (Announcement));
  filing->neighbours = g_array_new (FALSE, TRUE, sizeof (Neighbours));
  return filing;
}

Filing *
filing_new (Roster *roster, GArray *rules, GArray *steps, GArray *contexts)
{
  Filing *filing = filing_new_empty ();
  g_autoptr (Listing) listing = listing_new (roster, rules, steps, contexts);
  g_autoptr (GArray) joint = g_array_new (FALSE, FALSE, sizeof (Pairing));
  g_autoptr (GArray) jointly = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Filer self = { filing, roster, joint, jointly };

  add_symbols (&self);
  add_neighbours (&self);
  find_spread (&self, contexts);
  pairing_file (roster->pairings, roster->announcements, filing->announcements,
                &filing->adjacent);
  g_array_set_size (filing->triggers, roster->first[SYMBOL_WIDE]);
  for (guint32 i = 0; i < roster->first[SYMBOL_WIDE]; i++)
    add_trigger (&self, i, listing->lists[i]);
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
