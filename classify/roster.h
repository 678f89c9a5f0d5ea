/* roster.h: the symbols of a taxonomy by kind: which phrases two words announce, how rare
 * each symbol is, and the number that it has in a rulebook. */

#pragma once

#include "classify/rulebook.h"
#include "classify/symbols.h"

typedef struct
{
  const Symbols *symbols;
  guint32 n;
  guint8 *kinds;                     /* SymbolKind, by symbol as Symbols has it */
  gdouble *rarity;                   /* about how often it stands in a million words */
  guint32 *numbers;                  /* in the rulebook, by kind */
  guint32 first[N_SYMBOL_KINDS + 1]; /* as in Rulebook */
  GArray *pairings;                  /* Pairing: of words next to one another, by … */
  GArray *announcements;             /* Announcement: … their numbers in the rulebook */
} Roster;

/* symbols must outlive it. Numbers are yet to be given. (transfer full) */
Roster *roster_new (const Symbols *symbols);
void roster_free (Roster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Roster, roster_free)

/* Numbers all but sets: the members of some sets (guint32, symbols as Symbols has them)
 * first, in that order, so that those of one set stand together. */
void roster_number (Roster *self, const GArray *sets);
/* Then numbers sets in an order (what is no set, or was there before, is passed over),
 * those that are not in it behind them, and what is announced. */
void roster_number_sets (Roster *self, const GArray *order);

static inline guint32
roster_member (const GArray *members, guint i)
{
  return g_array_index (members, guint32, i);
}
