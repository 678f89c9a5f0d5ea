/* lone_number.h: numbers that stand alone in their row: "177" above, below or beside its
 * title. */

#pragma once

#include "normalise/candidate.h"

/* "1 | Ann Mott | Primary heads | P": the number of a row that marks who was there. */
gboolean lone_number_is_marked (const Stream *rows, guint i, guint end);

/* A site's text has each item's number on a line of its own; where it does, "3. If so, to
 * pass the resolution:" is an entry of a list in the agenda's words and loses points. */
void lone_numbers_prefer (const Stream *rows, GArray *candidates);
