/* colon_title.h: items without numbers whose titles a colon parts from their text.
 *
 *     Apologies for absence: There were none.
 *
 *     Early Help: The Panel considered a report on the centres that closed. …
 *
 *     RESOLVED: That the report be noted. */

#pragma once

#include "normalise/candidate.h"
#include "normalise/segment.h"

/* Where the segment is one item without a title: cuts it at such titles, if several of
 * them, with the first, are titles that agendas have. */
void colon_titles_part (CandidateReader *candidates, const Stream *rows,
                        Segment *segment);
