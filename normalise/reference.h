/* reference.h: earlier minutes that an item names. */

#pragma once

#include "normalise/meeting.h"

typedef struct ReferenceReader ReferenceReader;

ReferenceReader *reference_reader_new (void);
void reference_reader_free (ReferenceReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReferenceReader, reference_reader_free)

/* Fills item->references: "Minute 10 (17 May 2023)", "minute no. 31 of the meeting held
 * on 24th September, 2024", "minute 14/24". */
void reference_reader_read (ReferenceReader *self, Item *item);
