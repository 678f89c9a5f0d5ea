/* subject.h: is an item about the council's services for children at all?
 *
 * "Supervision", "thresholds", "sufficiency" and "audit" are everybody's words. Whether
 * they are ours is told by the committee's name, the item's title, what else the item
 * says (m:subject and m:elsewhere of the taxonomy), and the items around it. */

#pragma once

#include "classify/reading.h"

typedef enum
{
  SUBJECT_NO,    /* about something else, or a formal item */
  SUBJECT_PARTS, /* passages that speak of it, and those beside them, do */
  SUBJECT_YES
} Subject;

/* By the hits in a committee's name: "Corporate Parenting Panel" is YES, "Licensing
 * Sub-Committee" NO, "Cabinet" PARTS. */
Subject subject_of_hits (const GArray *hits);
/* body: what the committee's name says. */
Subject subject_of_item (const Reading *reading, Subject body);
/* By sentence of the reading: TRUE where it may be evidence: it is not about something
 * else, it does not only name what was not taken up, and if only parts of the item are
 * about these services it stands in one. (transfer full): GArray of gboolean */
GArray *subject_of_sentences (const Reading *reading, Subject subject);
