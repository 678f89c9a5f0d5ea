/* report_head.h: the heading of a document that is Ofsted's own report: nobody met, but
 * it has a council and a date. */

#pragma once

#include "normalise/report_cover.h"
#include "normalise/segment.h"

/* Sets the meeting's kind, council, body ("Ofsted inspection of children’s services") and
 * date, of publication or else of the inspection's last day. FALSE, and nothing set: the
 * document does not begin with the title of such a report, below a council's name at
 * most, or, where that is allowed, have it further down on its cover. */
gboolean report_head_read (CoverReader *covers, const Document *document,
                           const Segment *segment, gboolean further_down,
                           Meeting *meeting);
