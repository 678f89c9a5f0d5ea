/* named.h: the inspections that an item names, each with what its sentences tell of it:
 * a list of Named becomes the item's InspectionMentions, one for each inspection. */

#pragma once

#include "normalise/date.h"
#include "normalise/framework.h"
#include "normalise/meeting.h"

/* No item names more. */
#define MAX_NAMED 200

typedef struct
{
  const FrameworkRule *framework;
  Date date; /* year 0: not said */
  Date published;
  GArray *judgements; /* Judgement */
  Span span;          /* the sentence that names it */
  guint block;        /* and its paragraph */
} Named;

/* (transfer full): an empty array of Named */
GArray *named_list_new (void);

/* Adds an inspection of which no more is known yet. (transfer none) (nullable): NULL if
 * there are too many; good until the next is added. */
Named *named_list_add (GArray *named, const FrameworkRule *framework, Span span,
                       guint block);

/* (transfer none) (nullable): the one that was added last */
Named *named_list_last (const GArray *named);

/* Joins those that can be one inspection and puts them into item->inspections, in the
 * order of the text. */
void named_list_hand_over (GArray *named, Item *item);
