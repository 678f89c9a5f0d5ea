/* business.h: what holds of all meetings, whatever they were made from. */

#pragma once

#include "classify/tag.h"

/* meetings: Meeting *. Aborts, with a message, where it does not. */
void assert_business (const Document *document, const GPtrArray *meetings);
/* tags: MeetingTags *, one for each. */
void assert_tags (const GPtrArray *meetings, const GPtrArray *tags);
