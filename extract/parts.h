/* parts.h: pages of one document that were read in several places, by their numbers. */

#pragma once

#include "extract/document.h"

typedef struct Parts Parts;

/* Takes the pages out of the documents (Document *), and the file's own properties, which
 * were read with its first page, into the whole. (transfer full) */
Parts *parts_new (GPtrArray *documents, Document *whole);
void parts_free (Parts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Parts, parts_free)

/* (transfer full) (nullable): NULL if no part has the page, or it was taken before. */
Page *parts_take (Parts *self, guint number);
