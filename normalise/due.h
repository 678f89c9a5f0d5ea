/* due.h: by when something is to be done. */

#pragma once

#include "normalise/meeting.h"

typedef struct DueReader DueReader;

DueReader *due_reader_new (void);
void due_reader_free (DueReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DueReader, due_reader_free)

/* What a sentence says: ISO 8601 where it can be told ("by 9 June", in the year that
 * follows the meeting), else in the source's words ("next meeting", "within ten days").
 * (transfer full) (nullable) */
gchar *due_reader_read (DueReader *self, const Meeting *meeting, const gchar *text,
                        Span span);

/* The same of a table's cell that holds nothing else: its words, if it is no date.
 * (transfer full) */
gchar *due_reader_read_cell (DueReader *self, const Meeting *meeting, const gchar *text,
                             Span cell);
