/* roster.c: symbols → their kinds and numbers, and the pairs of words that announce
 * phrases. */

#include "classify/roster.h"

#include "classify/compiler.h"
#include "classify/pairing.h"

#include <string.h>

/* How much likelier two words of a phrase are to stand together than chance has it. */
#define TOGETHER 30.0
#define MILLION 1e6

static const Draft *
draft_at (const Roster *self, guint32 symbol)
{
  return symbols_at (self->symbols, symbol);
}

/* --------------------------------------------------------------------------- phrases */

/* The atoms that a symbol may begin or end with; FALSE if they are too many. As deep as
 * phrases and classes nest: a class names only classes above it. */
static gboolean
edge_of (const Roster *self, guint32 symbol, gboolean last, GArray *atoms)
{
  const Draft *draft = draft_at (self, symbol);

  if (draft->parts != NULL)
    return edge_of (self, roster_member (draft->parts, last ? draft->parts->len - 1 : 0),
                    last, atoms);
  if (draft->atoms == NULL)
    g_array_append_val (atoms, symbol);
  else if (draft->atoms->len + draft->phrases->len > COMPILER_MAX_PAIRS)
    return FALSE;
  for (guint i = 0; draft->atoms != NULL && i < draft->atoms->len; i++)
    g_array_append_val (atoms, g_array_index (draft->atoms, guint32, i));
  for (guint i = 0; draft->phrases != NULL && i < draft->phrases->len; i++)
    if (!edge_of (self, roster_member (draft->phrases, i), last, atoms))
      return FALSE;
  return atoms->len <= COMPILER_MAX_PAIRS;
}

static gdouble
sum_of (const Roster *self, const GArray *atoms)
{
  gdouble sum = 0;

  for (guint i = 0; i < atoms->len; i++)
    sum += draft_at (self, roster_member (atoms, i))->frequency;
  return sum;
}

/* What two words next to one another announce a phrase. */
typedef struct
{
  GArray *left;  /* guint32: atoms */
  GArray *right; /* guint32 */
  guint part;    /* of the phrase, that left ends */
  gdouble rarity;
} Choice;

/* The two parts of a phrase, next to one another, whose words stand together most seldom.
 * FALSE if all have too many words. */
static gboolean
choose_pair (const Roster *self, const Draft *phrase, Choice *choice)
{
  g_autoptr (GArray) l = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) r = g_array_new (FALSE, FALSE, sizeof (guint32));
  gdouble best = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < phrase->parts->len; i++)
    {
      gdouble rarity;

      g_array_set_size (l, 0);
      g_array_set_size (r, 0);
      if (!edge_of (self, roster_member (phrase->parts, i), TRUE, l)
          || !edge_of (self, roster_member (phrase->parts, i + 1), FALSE, r)
          || l->len * r->len > COMPILER_MAX_PAIRS)
        continue;
      rarity = sum_of (self, l) * sum_of (self, r) / MILLION * TOGETHER;
      if (rarity >= best)
        continue;
      best = rarity;
      choice->part = i;
      g_array_set_size (choice->left, 0);
      g_array_set_size (choice->right, 0);
      g_array_append_vals (choice->left, l->data, l->len);
      g_array_append_vals (choice->right, r->data, r->len);
    }
  choice->rarity = MIN (best, phrase->frequency);
  return best < G_MAXDOUBLE;
}

/* Whether a part of a phrase is one word, or any of some. */
static gboolean
is_word (const Roster *self, guint32 symbol)
{
  const Draft *draft = draft_at (self, symbol);

  return draft->parts == NULL && (draft->phrases == NULL || draft->phrases->len == 0);
}

/* The rarest words of a phrase beside the two that announce it. */
static void
choose_needs (const Roster *self, const Draft *phrase, guint part,
              Announcement *announcement)
{
  guint n = 0;

  for (guint i = 0; i < phrase->parts->len; i++)
    {
      guint32 one = roster_member (phrase->parts, i);
      guint at = n;

      if (i == part || i == part + 1 || !is_word (self, one))
        continue;
      while (at > 0 && self->rarity[one] < self->rarity[announcement->needs[at - 1]])
        at--;
      if (at == ANNOUNCEMENT_NEEDS)
        continue;
      for (guint j = MIN (n, ANNOUNCEMENT_NEEDS - 1); j > at; j--)
        announcement->needs[j] = announcement->needs[j - 1];
      announcement->needs[at] = one;
      n = MIN (n + 1, ANNOUNCEMENT_NEEDS);
    }
}

static void
announce (Roster *self, const Choice *choice, Announcement announcement)
{
  for (guint i = 0; i < choice->left->len; i++)
    for (guint j = 0; j < choice->right->len; j++)
      {
        Pairing pairing = { roster_member (choice->left, i),
                            roster_member (choice->right, j), self->announcements->len };

        g_array_append_val (self->pairings, pairing);
        g_array_append_val (self->announcements, announcement);
      }
}

static SymbolKind
enter_phrase (Roster *self, guint32 symbol)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  Choice choice = { left, right, 0, 0 };
  Announcement announcement = { symbol, { SYMBOL_NONE } };
  const Draft *phrase = draft_at (self, symbol);
  gboolean wide = !choose_pair (self, phrase, &choice);

  self->rarity[symbol] = choice.rarity;
  if (wide)
    return SYMBOL_WIDE;
  choose_needs (self, phrase, choice.part, &announcement);
  announce (self, &choice, announcement);
  if (phrase->parts->len == 2 && is_word (self, roster_member (phrase->parts, 0))
      && is_word (self, roster_member (phrase->parts, 1)))
    return SYMBOL_PAIR;
  return SYMBOL_PHRASE;
}

/* ------------------------------------------------------------------------------- all */

static SymbolKind
enter_set (Roster *self, guint32 symbol)
{
  const Draft *set = draft_at (self, symbol);
  SymbolKind kind = SYMBOL_SET;

  for (guint i = 0; i < set->atoms->len; i++)
    self->rarity[symbol] += self->rarity[roster_member (set->atoms, i)];
  for (guint i = 0; i < set->phrases->len; i++)
    {
      guint32 phrase = roster_member (set->phrases, i);

      self->rarity[symbol] += self->rarity[phrase];
      if (self->kinds[phrase] == SYMBOL_WIDE)
        kind = SYMBOL_MIXED;
    }
  return kind;
}

/* Parts and members come before what is made of them, here and within a kind. */
static void
enter (Roster *self, guint32 symbol)
{
  const Draft *draft = draft_at (self, symbol);

  if (draft->parts != NULL)
    self->kinds[symbol] = enter_phrase (self, symbol);
  else if (draft->atoms != NULL)
    self->kinds[symbol] = enter_set (self, symbol);
  else
    self->rarity[symbol] = draft->frequency;
}

static void
count_kinds (Roster *self)
{
  for (guint32 i = 0; i < self->n; i++)
    self->first[self->kinds[i] + 1]++;
  for (guint kind = 0; kind < N_SYMBOL_KINDS; kind++)
    self->first[kind + 1] += self->first[kind];
}

/* Gives a symbol the next number of its kind; the first symbol is SYMBOL_NONE and keeps
 * its number. */
static void
number (Roster *self, guint32 symbol, guint32 *next)
{
  if (symbol != SYMBOL_NONE && self->numbers[symbol] == SYMBOL_NONE)
    self->numbers[symbol] = next[self->kinds[symbol]]++;
}

/* Phrases are found in the order of their numbers, and so are left for later. */
static void
number_members (Roster *self, guint32 set, guint32 *next)
{
  const Draft *draft = draft_at (self, set);

  for (guint i = 0; draft->atoms != NULL && i < draft->atoms->len; i++)
    number (self, roster_member (draft->atoms, i), next);
  for (guint i = 0; draft->phrases != NULL && i < draft->phrases->len; i++)
    if (self->kinds[roster_member (draft->phrases, i)] == SYMBOL_PAIR)
      number (self, roster_member (draft->phrases, i), next);
}

void
roster_number (Roster *self, const GArray *sets)
{
  guint32 next[N_SYMBOL_KINDS + 1];

  count_kinds (self);
  memcpy (next, self->first, sizeof next);
  next[SYMBOL_ATOM] = SYMBOL_NONE + 1;
  for (guint i = 0; i < sets->len; i++)
    number_members (self, roster_member (sets, i), next);
  for (guint32 i = 0; i < self->n; i++)
    if (self->kinds[i] < SYMBOL_SET)
      number (self, i, next);
}

void
roster_number_sets (Roster *self, const GArray *order)
{
  guint32 next[N_SYMBOL_KINDS + 1];

  memcpy (next, self->first, sizeof next);
  for (guint i = 0; i < order->len; i++)
    if (self->kinds[roster_member (order, i)] >= SYMBOL_SET)
      number (self, roster_member (order, i), next);
  for (guint32 i = 0; i < self->n; i++)
    if (self->kinds[i] >= SYMBOL_SET)
      number (self, i, next);
  for (guint i = 0; i < self->pairings->len; i++)
    {
      Pairing *pairing = &g_array_index (self->pairings, Pairing, i);
      Announcement *one = &g_array_index (self->announcements, Announcement, i);

      pairing->left = self->numbers[pairing->left];
      pairing->right = self->numbers[pairing->right];
      one->phrase = self->numbers[one->phrase];
      for (guint j = 0; j < ANNOUNCEMENT_NEEDS; j++)
        one->needs[j] = self->numbers[one->needs[j]];
    }
}

Roster *
roster_new (const Symbols *symbols)
{
  Roster *self = g_new0 (Roster, 1);

  self->symbols = symbols;
  self->n = symbols_get_n (symbols);
  self->kinds = g_new0 (guint8, self->n);
  self->rarity = g_new0 (gdouble, self->n);
  self->numbers = g_new0 (guint32, self->n);
  self->pairings = g_array_new (FALSE, FALSE, sizeof (Pairing));
  self->announcements = g_array_new (FALSE, FALSE, sizeof (Announcement));
  for (guint32 i = 0; i < self->n; i++)
    enter (self, i);
  return self;
}

void
roster_free (Roster *self)
{
  if (self == NULL)
    return;
  g_free (self->kinds);
  g_free (self->rarity);
  g_free (self->numbers);
  g_array_unref (self->pairings);
  g_array_unref (self->announcements);
  g_free (self);
}
