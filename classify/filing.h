/* filing.h: under which words the rules and phrases of a taxonomy are filed: see
 * rulebook.h, whose tables these are. */

#pragma once

#include "classify/pairing.h"
#include "classify/roster.h"

typedef struct
{
  GArray *members;       /* Range */
  GArray *parts;         /* guint32 */
  GArray *sets;          /* Range */
  GArray *chunks;        /* Chunk */
  GArray *spread;        /* guint32 */
  GArray *triggers;      /* Range */
  GArray *joint;         /* guint8 */
  GArray *candidates;    /* Candidate */
  GArray *announcements; /* Announcement */
  PairTable adjacent;
  PairTable joints;
} Filing;

/* Whose symbols, in rules (CompiledRule), steps and contexts, get their numbers of the
 * roster; rules learn whether they are open. (transfer full) */
Filing *filing_new (Roster *roster, GArray *rules, GArray *steps, GArray *contexts);
void filing_free (Filing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Filing, filing_free)
