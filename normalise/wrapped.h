/* wrapped.h: paragraphs that a site's text has broken in mid-sentence. */

#pragma once

#include "normalise/decision.h"
#include "normalise/paragraph.h"

/* The blocks, of which each that decides something has those joined to it that go
 * on with its sentence: "RESOLVED - That the minutes of 25" over "March be approved."
 * (transfer full) */
GArray *wrapped_join (DecisionReader *decisions, const gchar *text, const GArray *blocks);
