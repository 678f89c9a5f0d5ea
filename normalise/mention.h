/* mention.h: inspections that an item names.
 *
 * An inspection is named with when it was, or what it judged: "a full inspection … in
 * July last year", "the focused visit of March 2018", "rated 'good' by HM Inspectorate of
 * Probation". Months without a year are the last before the meeting. One that is
 * expected, or only named as the one before, gives no record; several mentions of one
 * give one. */

#pragma once

#include "normalise/paragraph.h"

typedef struct MentionReader MentionReader;

MentionReader *mention_reader_new (void);
void mention_reader_free (MentionReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MentionReader, mention_reader_free)

/* Fills item->inspections. item->references are there already: their dates are no
 * inspection's. */
void mention_reader_read (MentionReader *self, const Meeting *meeting, Item *item,
                          const GArray *blocks);
