/* action.h: what somebody is to do after the meeting, who, and by when. */

#pragma once

#include "normalise/paragraph.h"
#include "normalise/task.h"

typedef struct ActionReader ActionReader;

ActionReader *action_reader_new (void);
void action_reader_free (ActionReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ActionReader, action_reader_free)

/* Sets `side` of the blocks that stand in a column for whoever is to act: "Clerk", "LO",
 * "Cllr. A. Poole/Clerk", and "Noted"; and `apart` of those of which tasks (nullable) say
 * it. */
void action_reader_mark (ActionReader *self, const gchar *text, const GArray *tasks,
                         GArray *blocks);

/* Fills item->actions, from tasks (nullable; GArray of Task, in order) and from blocks
 * that are marked: "(ACTION: EP)", "Action: officer to …", a name in the column beside a
 * paragraph, and the rows of a table with Action, Who and By. Days without a year are the
 * next after the meeting. */
void action_reader_read (ActionReader *self, const Meeting *meeting, Item *item,
                         const GArray *tasks, const GArray *blocks);
