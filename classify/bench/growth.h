/* growth.h: a taxonomy with many times the phrases of another: so that it can be measured
 * what they cost. */

#pragma once

#include "classify/taxonomy.h"

#define GROWTH_MAX 1000

/* RDF/XML with all of the taxonomy, and for each of its concepts times - 1 further ones
 * with as many labels and rules: phrases in order, phrases with a gap, and words in any
 * order, made of the words of its labels, everyday ones among them. The same taxonomy
 * gives the same bytes. (transfer full) */
GBytes *growth_multiply (const Taxonomy *taxonomy, guint times);
