/* segment.h: rows become the meetings of a document, and of each its items of business.
 *
 * A document holds one meeting or several: the sections of an issue's history, minutes of
 * an earlier meeting bound into an agenda's pack, minutes printed twice. Reports in a
 * pack belong to no item: what an agenda says of an item is its item. */

#pragma once

#include "normalise/stream.h"

typedef struct
{
  gchar *number; /* as Item has them */
  gchar *agenda_number;
  gchar *title;
  guint row;      /* of its number or title */
  guint body_row; /* its body: rows [body_row, end), the first from byte body_from on */
  gsize body_from;
  guint end;
} SegmentItem;

/* Rows elsewhere that belong to an item too, behind its own. */
typedef struct
{
  guint item; /* index */
  guint start, end;
} SegmentNote;

typedef struct
{
  guint start;    /* the meeting's rows: [start, end) */
  guint head_end; /* its heading: [start, head_end) */
  guint tail;     /* what stands behind its last item: [tail, end) */
  guint end;
  guint page_row;  /* of the line that names the meeting, on the page of one item; or 0 */
  gboolean issue;  /* a section of an issue's history */
  gboolean agenda; /* an agenda, with or without reports */
  gboolean pack;   /* reports or minutes are bound behind it */
  gboolean prose;  /* one item: no headings were found */
  gboolean decision; /* the page of one decision */
  gboolean ofsted;   /* it ends with Ofsted's imprint */
  gchar *line;       /* (nullable) "Meeting: 16/07/2025 - Cabinet (Item 23)"; of a page of
                        decisions, "16/07/2025 - Home to School Transport" */
  GArray *items;     /* SegmentItem */
  GArray *notes;     /* SegmentNote */
} Segment;

typedef struct Segmenter Segmenter;

Segmenter *segmenter_new (void);
void segmenter_free (Segmenter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Segmenter, segmenter_free)

/* At least one, in order; together they cover all rows. (transfer full): Segment * */
GPtrArray *segmenter_read (Segmenter *self, const Document *document, const Stream *rows);

/* Whether a row is no part of any item's text: "PART B", "Additional documents:", the
 * name of a linked file. */
gboolean segmenter_skips (Segmenter *self, const Row *row);
