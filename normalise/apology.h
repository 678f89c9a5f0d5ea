/* apology.h: who sent apologies, where sentences say it.
 *
 * "Apologies were received from Councillor Bell, for whom Councillor Cole was present,
 * and from Kay Orme", in the heading or in the first items. */

#pragma once

#include "normalise/segment.h"

typedef struct ApologyReader ApologyReader;

ApologyReader *apology_reader_new (void);
void apology_reader_free (ApologyReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApologyReader, apology_reader_free)

/* Adds to the meeting's apologies, which may hold a list of them already; its items must
 * have their text. */
void apology_reader_read (ApologyReader *self, const Stream *rows, const Segment *segment,
                          Meeting *meeting);
