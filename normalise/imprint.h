/* imprint.h: who published a document, where it may be had, how it may be used.
 *
 * Each of Ofsted's reports ends with it, below the last paragraph: "The Office for
 * Standards in Education, Children's Services and Skills (Ofsted) regulates and inspects
 * …" speaks of family courts and of prisons, none of which the paragraph does. */

#pragma once

#include "normalise/segment.h"

/* Ends the segment's last item where an imprint begins, and says that there is one. */
void imprint_cut (const Stream *rows, Segment *segment);
