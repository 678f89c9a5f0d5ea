/* listing.h: under which word or phrase each rule is filed, and what else it needs. */

#pragma once

#include "classify/roster.h"

/* A rule under its trigger; symbols are those of the roster. */
typedef struct
{
  guint32 rule;
  guint32 rarest; /* of what else it needs, wide phrases and sets left out; or NONE */
  guint32 needs[CANDIDATE_NEEDS]; /* others */
} Entry;

typedef struct
{
  GArray **lists; /* by trigger, as numbered: Entry; NULL: there is none */
  guint32 n;
} Listing;

/* Of rules (CompiledRule), steps (Step) and contexts (Context), which are put in order.
 * The roster numbers its symbols, and steps and contexts get these numbers; rules learn
 * whether they are open. (transfer full) */
Listing *listing_new (Roster *roster, GArray *rules, GArray *steps, GArray *contexts);
void listing_free (Listing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listing, listing_free)
