/* vote.h: votes that the minutes tell, and how they went. */

#pragma once

#include "normalise/paragraph.h"

typedef struct VoteReader VoteReader;

VoteReader *vote_reader_new (void);
void vote_reader_free (VoteReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoteReader, vote_reader_free)

/* Fills item->votes: sentences such as "On being put to the vote the motion was LOST (2
 * for, 4 against)". Numbers are also looked for in the sentence before and in lists of
 * names ("Against (35)") printed above. */
void vote_reader_read (VoteReader *self, Item *item, const GArray *blocks);
