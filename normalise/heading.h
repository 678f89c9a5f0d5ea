/* heading.h: what the heading of a meeting says: council, body, date, time, venue, kind
 * and status; who was there is read by attendance.h. */

#pragma once

#include "normalise/stream.h"
#include "normalise/segment.h"

typedef struct HeadingReader HeadingReader;

HeadingReader *heading_reader_new (void);
void heading_reader_free (HeadingReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeadingReader, heading_reader_free)

/* Fills all of the meeting but its id, pages and items, whose text must be there. TRUE:
 * it is no meeting, but Ofsted's report on an inspection. */
gboolean heading_reader_read (HeadingReader *self, const Document *document,
                              const Stream *rows, const Segment *segment,
                              Meeting *meeting);
