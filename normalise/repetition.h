/* repetition.h: whether two places of a text say the same thing: ModernGov's pages print
 * what was decided under "Decision" and again, a little differently, under "Minutes". */

#pragma once

#include "normalise/meeting.h"

/* Whether most words of each are in the other; of a word the first letters count, so that
 * "Noted the report" and "Notes the report" are the same. */
gboolean repetition_same (const gchar *text, Span a, Span b);
