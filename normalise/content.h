/* content.h: what stands inside an item of business.
 *
 * From an item's text: its paragraphs, resolutions, votes, actions, references to earlier
 * minutes, inspections named, and whether the source was cut. */

#pragma once

#include "normalise/meeting.h"
#include "normalise/task.h"

typedef struct Content Content;

Content *content_new (void);
void content_free (Content *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, content_free)

/* item->text is the item's body, without its title: each paragraph ends in '\n', its
 * printed lines joined; entries of lists, ModernGov's labels ("Decision:") and text of a
 * column at the right are paragraphs of their own; a table's row is one, its cells
 * separated by " | ". tasks: (nullable): GArray of Task, in order. meeting's kind and
 * date are set; its items may be incomplete. */
void content_read (Content *self, const Meeting *meeting, Item *item,
                   const GArray *tasks);

/* The text of an inspection report, by which nothing is resolved and nobody told to act.
 */
void content_read_report (Content *self, const Meeting *meeting, Item *item);
