/* pairing.h: values by pairs of symbols → a hash of pairs (rulebook.h). */

#pragma once

#include "classify/rulebook.h"

/* One value of a pair. */
typedef struct
{
  guint32 left;
  guint32 right;
  guint32 number; /* of the value, in the order in which they are given */
} Pairing;

typedef struct
{
  GArray *slots;  /* PairSlot */
  GArray *filter; /* guint64 */
} PairTable;

/* Sorts the pairings and adds their values to out in that order, so that those of one
 * pair stand together; then fills the table, which is new, with ranges of out. */
void pairing_file (GArray *pairings, const GArray *values, GArray *out, PairTable *table);
void pair_table_clear (PairTable *table);
