/* support.h: in which groups' texts each rule hits.
 *
 * Rules were written by people who had read the samples, so a rule may be there for the
 * sake of one text. Read as a stranger's, a text is hit by those rules only that hit in
 * another group too. What is measured so is too little, for there are rules that would
 * hit in a stranger's text and in none of ours; what is measured with all rules is too
 * much. Other councils may expect something between. */

#pragma once

#include "classify/matcher.h"

typedef struct Support Support;

Support *support_new (void);
void support_free (Support *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Support, support_free)

/* Takes in the hits of a group's text. */
void support_note (Support *self, const GArray *hits, const gchar *group);
/* Drops the hits of concepts' rules that were noted in no other group. */
void support_drop (const Support *self, GArray *hits, const gchar *group);
