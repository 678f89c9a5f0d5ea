/* tracker.h: which of its inspectors' recommendations does each item of business take up?
 *
 * An item is held against the recommendations of its own council that stood on the day of
 * the meeting (standing.h). It lists one where it recites it in nearly the same words
 * (wording.h), alone or among others; it discusses one where it says more about it, or
 * where the minutes discuss most of the concepts that the recommendation is about; it
 * decides on one where a resolution or an action does. Evidence is the words recited and
 * the evidence of the shared concepts' tags. */

#pragma once

#include "classify/tag.h"

typedef struct Tracker Tracker;

Tracker *tracker_new (void);
void tracker_free (Tracker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tracker, tracker_free)

/* concepts: ItemTags *, one for each recommendation, whose tags say what it is about.
 * Both must stay as long as the tracker. */
void tracker_add (Tracker *self, const Inspection *inspection, const GPtrArray *concepts);

/* Fills matches of the items and the meetings of one document: meetings: Meeting *; tags:
 * MeetingTags *, one for each, from the classifier. What was left out and why is added to
 * warnings (gchar *). */
void tracker_read (Tracker *self, const GPtrArray *meetings, GPtrArray *tags,
                   GPtrArray *warnings);
