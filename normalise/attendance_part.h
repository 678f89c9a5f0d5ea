/* attendance_part.h: who of those named was a member, and who only attended. */

#pragma once

#include "normalise/meeting.h"
#include "normalise/people.h"

/* Where only others are listed, they were present; officers among the members attended.
 */
void attendance_part (PeopleReader *people, Meeting *meeting);
