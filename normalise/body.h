/* body.h: whose meeting it is: the body that met, and the council that it is of.
 *
 * "Minutes of the Audit Committee held on …" names a body; so does a line that is nothing
 * but "Audit Committee". Of a name in two languages the English one is taken. The council
 * is a line of its own, part of a longer one ("Audit Committee of Leven Council"), or
 * stands in the page's furniture or title. */

#pragma once

#include "normalise/pattern.h"
#include "normalise/stream.h"

/* patterns: of heading_rules, here and below. Whether a text is a council's name and
 * nothing more; "County Council" by itself is none. */
gboolean body_is_council (Patterns *patterns, const gchar *text);

/* Sets the meeting's body, and its council where the same phrases name it. phrases:
 * GArray of Phrase. */
void body_read (Patterns *patterns, const GArray *phrases, Meeting *meeting);

/* Where no council is set yet: looks for it in the pages' furniture, the document's title
 * and the phrases. */
void body_read_council (Patterns *patterns, const Document *document, const Stream *rows,
                        const GArray *phrases, Meeting *meeting);
