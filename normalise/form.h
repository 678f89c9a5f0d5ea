/* form.h: decisions that are published one by one, on a page of labels and what they say.
 *
 * "Decision maker: Cabinet Member for Homes", "Date of decision: 6 December 2024",
 * "Decided at meeting: 16/07/2024 - Executive", with colons or as a table of two columns:
 * mayors', cabinet members' and officers' decisions, and ModernGov's "Decision details".
 */

#pragma once

#include "normalise/segment.h"

typedef struct FormReader FormReader;

FormReader *form_reader_new (void);
void form_reader_free (FormReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FormReader, form_reader_free)

/* Whether a text is a label that such pages have, and nothing more. */
gboolean form_is_label (const gchar *text);

/* Whether rows [start, end) have enough of them for such a page. */
gboolean form_is (const Stream *rows, guint start, guint end);

/* Where the segment is such a page: kind, date, body (who decided), and its item's title.
 * FALSE: it is none. */
gboolean form_reader_read (FormReader *self, const Stream *rows, const Segment *segment,
                           Meeting *meeting);
