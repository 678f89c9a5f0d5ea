/* attendance.h: who was at a meeting and who sent apologies, from the lists in its
 * heading ("PRESENT: Councillors …", names in columns, "Apologies: …") and from the words
 * of its items ("Apologies were received from Cllr Bell (substitute: Cllr Moss)"). */

#pragma once

#include "normalise/pattern.h"
#include "normalise/stream.h"
#include "normalise/segment.h"

typedef struct AttendanceReader AttendanceReader;

AttendanceReader *attendance_reader_new (void);
void attendance_reader_free (AttendanceReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttendanceReader, attendance_reader_free)

/* Fills present, apologies, in_attendance and chair of the meeting from its heading's
 * rows and its items' text. */
void attendance_reader_read (AttendanceReader *self, const Stream *rows,
                             const Segment *segment, Meeting *meeting);

/* Whether a row begins a list of people: "PRESENT:", "Apologies". */
gboolean attendance_reader_is_label (AttendanceReader *self, const Row *row);
