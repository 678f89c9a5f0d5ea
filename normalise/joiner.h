/* joiner.h: rows become an item's text: printed lines joined to paragraphs.
 *
 * Paragraphs end in '\n'. Lines of one paragraph are joined by a space, over page ends
 * too; without one where a word was divided at the line's end, of which the hyphen goes
 * unless the document writes the word with it elsewhere ("multi-" / "agency"). An entry
 * of a list is a paragraph of its own, and so is text of a column apart (after the
 * paragraph beside which it stands), a label such as "Decision:", and a row of a table,
 * its cells separated by " | ". */

#pragma once

#include "normalise/pattern.h"
#include "normalise/stream.h"
#include "normalise/task.h"

typedef struct
{
  guint row;
  gsize from; /* byte of the row's text where it begins */
} JoinerPart;

typedef struct Joiner Joiner;

/* (transfer full) */
Joiner *joiner_new (void);
void joiner_free (Joiner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Joiner, joiner_free)

/* Begins a document, whose rows must stay until the next begins. */
void joiner_begin (Joiner *self, const Stream *rows);

/* Sets text, lines, page_start (unless the title has set it) and page_end of the item
 * from parts (JoinerPart, in order), and appends what cells marked as tasks say to tasks,
 * a GArray of Task. */
void joiner_fill (Joiner *self, const GArray *parts, Item *item, GArray *tasks);
