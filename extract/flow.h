/* flow.h: the tags and text of a page of HTML, in their order, become lines.
 *
 * A Flow knows nothing of parsing: it is told of each tag and text as it is come upon,
 * and keeps lines, not a tree. What part of the page is its content is known at its end
 * only: until then each line remembers in which it stands. */

#pragma once

#include "extract/extractor.h"

typedef struct Flow Flow;

/* Warnings, and in the end the title, go to document. (transfer full) */
Flow *flow_new (const ExtractLimits *limits, Document *document);
void flow_free (Flow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

/* Tags come in pairs, properly nested, with those implied. attributes: (nullable), as in
 * element_read (). text: valid UTF-8. */
void flow_open (Flow *self, const gchar *tag, const gchar *const *attributes);
void flow_close (Flow *self);
void flow_text (Flow *self, const gchar *text, gsize length);

/* Whether a bound has been reached, and nothing more is kept. */
gboolean flow_is_full (const Flow *self);

/* The page's content. To be called once, at the end. (transfer full) */
Page *flow_finish (Flow *self);
