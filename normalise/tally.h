/* tally.h: lists of those who voted for and against, by name, become numbers.
 *
 * "For (14)" above names; "FOR: Councillors Hurst, Irons and Jarrett – 3"; "Against: The
 * Mayor and Councillor Dew", counted; "Abstentions: None". Lists stand above the result
 * or below it, each in a paragraph or a sentence of its own. */

#pragma once

#include "normalise/paragraph.h"

typedef struct TallyReader TallyReader;

TallyReader *tally_reader_new (void);
void tally_reader_free (TallyReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TallyReader, tally_reader_free)

/* Fills in the numbers that the vote, told in block i, lacks. Other votes' lists, beyond
 * block floor, are left alone. */
void tally_reader_read (TallyReader *self, const gchar *text, const GArray *blocks,
                        guint floor, guint i, Vote *vote);
