/* subject.h: is an item about the council's services for children at all?
 *
 * "Supervision", "thresholds", "sufficiency" and "audit" are everybody's words. Whether
 * they are ours is weighed from what the committee is called, what the meeting's other
 * items are called, the item's title, and the item itself: words of the services
 * (m:subject of the taxonomy), of others (m:elsewhere), of children whoever has to do
 * with them (m:hint), and how many concepts a label or strong rule finds. Nothing of
 * these decides alone but a formal title: a motion of the whole council may be about
 * young carers, a children's committee may talk about its minutes. */

#pragma once

#include "classify/reading.h"

typedef enum
{
  SUBJECT_NO,    /* about something else, or a formal item */
  SUBJECT_PARTS, /* passages that speak of it, and those beside them, do */
  SUBJECT_YES
} Subject;

/* What is known before an item is read: above 0 it is likely to be about services for
 * children, below 0 about something else. */
typedef gdouble Expectation;

/* By the hits in a committee's name: "Corporate Parenting Panel", "Licensing
 * Sub-Committee", "Cabinet". */
Expectation expectation_of_body (const GArray *hits);
/* Whether the name tells whose committee it is, so that its agenda need not be asked; of
 * "Improvement Board" it is believed until its agenda says otherwise. */
gboolean expectation_is_settled (Expectation body);

/* The titles of a meeting's items, which tell of a committee whose name does not. */
typedef struct
{
  guint n;
  guint ours;
  guint others;
} Agenda;

void agenda_add (Agenda *self, const GArray *title_hits);
/* Of an item, with what its committee and the other items make of it. */
Expectation expectation_of_agenda (Expectation body, const Agenda *agenda);

/* What an item's title says before its text is read. */
typedef enum
{
  OUTLOOK_NONE, /* SUBJECT_NO, whatever the text says */
  OUTLOOK_OPEN,
  OUTLOOK_GOOD /* the text need say nothing for it */
} Outlook;

Outlook subject_foresee (const Reading *reading, Expectation expected);
/* Where only telling sentences have been read, and the reading is sure, SUBJECT_NO is
 * certain: the rest can but speak against it. */
Subject subject_of_item (const Reading *reading, Expectation expected);
/* Sets usable (gboolean, cleared memory) by sentence of the reading: TRUE where it may be
 * evidence: it is not about something else, it does not only name what was not taken up,
 * and if only parts of the item are about these services it stands in one. */
void subject_of_sentences (const Reading *reading, Subject subject, GArray *usable);
