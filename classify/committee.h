/* committee.h: a committee's own name, which says nothing of what it discussed.
 *
 * That something is "relevant to the work of the Corporate Parenting Panel" does not make
 * it one about corporate parenting in that panel's own minutes; in the minutes of another
 * body it does. */

#pragma once

#include "classify/matcher.h"

#define COMMITTEE_MIN_WORDS                                                              \
  3 /* of the end of the name: "Dorset – Adoption Panel" has none */

/* The words of a name as it was read: guint64, by stem. */
void committee_name (GArray *words, const Prose *name);
/* Whether a hit lies in the name, or in as much of its end as COMMITTEE_MIN_WORDS. */
gboolean committee_holds (const GArray *words, const Prose *prose, const Hit *hit);
