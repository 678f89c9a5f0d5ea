/* subject.h: is an item about the council's services for children at all?
 *
 * "Supervision", "thresholds", "sufficiency" and "audit" are everybody's words. Whether
 * they are ours is told by the committee's name, the item's title, what else the item
 * says (m:subject and m:elsewhere of the taxonomy), and the items around it. */

#pragma once

#include "classify/reading.h"

typedef enum
{
  SUBJECT_NO,      /* about something else, or a formal item */
  SUBJECT_UNKNOWN, /* nothing says so; only evidence with a subject of its own counts */
  SUBJECT_YES
} Subject;

/* What is known before an item is read. */
typedef struct
{
  Subject body;    /* by the name of the committee */
  gboolean report; /* a text that is about these services by assumption */
} SubjectPrior;

/* By the words of a committee's name: "Corporate Parenting Panel" is YES, "Licensing
 * Sub-Committee" NO, "Cabinet" UNKNOWN. */
Subject subject_of_hits (const GArray *hits);
Subject subject_of_item (const Reading *reading, SubjectPrior prior);
/* By sentence of the reading: FALSE where a sentence is about something else, or names
 * only what was not taken up. (transfer full): GArray of gboolean */
GArray *subject_of_sentences (const Reading *reading);
