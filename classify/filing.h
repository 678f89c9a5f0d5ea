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
  GArray *triggers;      /* Trigger */
  GArray *candidates;    /* Candidate */
  GArray *announcements; /* Announcement */
  GArray *neighbours;    /* Neighbours */
  PairTable adjacent;
  PairTable joints;
} Filing;

/* Of rules (CompiledRule), steps (Step) and contexts (Context), which are put in order
 * and get the numbers that the roster gives their symbols; rules learn whether they are
 * open. (transfer full) */
Filing *filing_new (Roster *roster, GArray *rules, GArray *steps, GArray *contexts);
void filing_free (Filing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Filing, filing_free)
