/* filing.h: under which words the rules and phrases of a taxonomy are filed: see
 * rulebook.h. */

#pragma once

#include "classify/symbols.h"

/* Of a hash of pairs: GArrays of PairSlot and of guint64. */
typedef struct
{
  GArray *slots;
  GArray *filter;
} PairTable;

typedef struct
{
  GArray *symbols;    /* Symbol */
  GArray *members;    /* guint32 */
  GArray *sets;       /* guint32 */
  GArray *triggers;   /* Range, by symbol */
  GArray *joint;      /* guint8, by symbol */
  GArray *candidates; /* Candidate */
  GArray *phrases;    /* guint32 */
  PairTable adjacent;
  PairTable joints;
} Filing;

/* (transfer full) */
Filing *filing_new (const Symbols *symbols, const GArray *rules, const GArray *steps,
                    const GArray *contexts);
void filing_free (Filing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Filing, filing_free)
