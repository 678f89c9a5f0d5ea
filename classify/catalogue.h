/* catalogue.h: what a taxonomy says in words (concepts, labels, classes, the texts of its
 * rules) as one block of bytes, made when heed is built, so that no run of heed begins
 * with reading XML. The rules themselves are in rulebook.h. */

#pragma once

#include "classify/scheme.h"

/* The same for the same taxonomy. (transfer full) */
GBytes *catalogue_write (const Taxonomy *taxonomy);

/* Fills a taxonomy in which nothing is yet. Texts stay where they stand in the block,
 * which is trusted and of which the taxonomy keeps a reference; RuleText.rule is NULL. */
void catalogue_read (Taxonomy *taxonomy, GBytes *catalogue);
