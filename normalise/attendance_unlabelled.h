/* attendance_unlabelled.h: who was at a meeting whose heading has no "Present:". */

#pragma once

#include "normalise/meeting.h"
#include "normalise/pattern.h"
#include "normalise/people.h"
#include "normalise/segment.h"

/* Names one below the other, each with a dash and a place: "Ann Moss – Ferrow
 * Constabulary". */
void unlabelled_read_seated (PeopleReader *people, const Stream *rows,
                             const Segment *segment, Meeting *meeting);

/* Names with titles: "Group A: Mrs F. Akhtar, Mr L. Stein". patterns: of
 * attendance_rules. */
void unlabelled_read_titled (Patterns *patterns, PeopleReader *people, const Stream *rows,
                             const Segment *segment, Meeting *meeting);
