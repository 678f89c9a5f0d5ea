/* attendance_chair.h: who took the chair. */

#pragma once

#include "normalise/people.h"
#include "normalise/segment.h"
#include "normalise/stream.h"
#include "normalise/pattern.h"

/* Sets the meeting's chair, where it has none: from the places of those present, from its
 * heading's words ("The Mayor, Councillor Ames, in the Chair") or those of its first
 * items. patterns: of attendance_rules. */
void attendance_find_chair (Patterns *patterns, PeopleReader *people, const Stream *rows,
                            const Segment *segment, Meeting *meeting);
