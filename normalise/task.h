/* task.h: what a row of a table of minutes says is to be done. */

#pragma once

#include "normalise/meeting.h"

/* In an item's text; an empty span: not said. */
typedef struct
{
  Span action, owner, due;
} Task;
