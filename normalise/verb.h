/* verb.h: the verbs that resolutions lead with, and their forms. */

#pragma once

#include "normalise/meeting.h"

typedef struct VerbReader VerbReader;

VerbReader *verb_reader_new (void);
void verb_reader_free (VerbReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VerbReader, verb_reader_free)

/* The leading verb of what was resolved, in its base form: "note" for "Note the report",
 * "that the report be noted", "that Cabinet notes" and "To receive, and note"'s
 * "receive". Looks at the first words only. NULL if there is none that the table knows.
 */
const gchar *verb_reader_leading (const VerbReader *self, const gchar *text, Span span);

/* Does the span begin with a form of a known verb: "Approved the budget", "Note that"? */
gboolean verb_reader_begins (const VerbReader *self, const gchar *text, Span span);

/* The same, and in the past: "Approved the budget". */
gboolean verb_reader_begins_past (const VerbReader *self, const gchar *text, Span span);
