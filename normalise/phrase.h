/* phrase.h: the lines of a meeting's heading that belong together, as one text.
 *
 * "OVERVIEW AND SCRUTINY" above "COMMITTEE" is one name, "held on Thursday, 14 March"
 * above "2019 at 6.30 pm" one date, and a table's "Venue" and "Town Hall" become "Venue:
 * Town Hall". Lines that name those present stay by themselves. */

#pragma once

#include "normalise/attendance.h"
#include "normalise/date.h"
#include "normalise/pattern.h"
#include "normalise/stream.h"

typedef struct
{
  gchar *text;
  gboolean bold;   /* as its first line is */
  gdouble size;    /* likewise */
  gboolean people; /* of a list of members: nothing to look for but dates */
} Phrase;

typedef struct PhraseReader PhraseReader;

/* patterns: of heading_rules. All three must outlive the result. */
PhraseReader *phrase_reader_new (Patterns *patterns, DateReader *dates,
                                 AttendanceReader *attendance);
void phrase_reader_free (PhraseReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PhraseReader, phrase_reader_free)

/* The phrases of rows [start, end), as many as a heading can have.
 * (transfer full): GArray of Phrase. */
GArray *phrase_reader_read (PhraseReader *self, const Stream *rows, guint start,
                            guint end);
