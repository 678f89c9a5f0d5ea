/* task.h: what a row of a table of minutes says is to be done. */

#pragma once

#include "normalise/meeting.h"

/* In an item's text; an empty span: not said. One of which only the owner is said is a
 * paragraph that stands in a column apart: who that is may be told, or something else. */
typedef struct
{
  Span action, owner, due;
} Task;
