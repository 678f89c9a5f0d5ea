/* boundary.h: the rows at which the meetings of a document begin, and at which each is
 * over.
 *
 * A meeting begins in mid-document where a section of an issue's history is named
 * ("Meeting: 15/05/2024 - Assembly (Item 8)"), or where its heading stands: at the top of
 * a page, or, where there are no pages, below the end of the meeting before. A heading
 * shows a date, those present, and "minutes" or a body's name. */

#pragma once

#include "normalise/date.h"
#include "normalise/pattern.h"
#include "normalise/stream.h"

/* Rows in which the heading of a meeting shows itself, and in which its list of members
 * follows. */
#define BOUNDARY_HEAD_ROWS 14
#define BOUNDARY_PRESENT_ROWS 45
/* A cover, or a short paper, has no more rows. */
#define BOUNDARY_COVER_ROWS 60
/* Bytes of a row that names body and date. */
#define BOUNDARY_MAX_HEADING 120

/* Where a meeting begins. */
typedef struct
{
  guint row;
  guint page_row; /* of the line that names the meeting, on the page of one item; or 0 */
  gboolean issue; /* a section of an issue's history */
  const gchar
      *line; /* (nullable) the row's text: "Meeting: 16/07/2025 - Cabinet (Item 23)" */
} Opening;

/* What some rows say of a meeting's heading. */
typedef struct
{
  gboolean minutes, body, date, present;
} HeadSigns;

typedef struct BoundaryReader BoundaryReader;

/* patterns: of segment_rules. Both must outlive the result. */
BoundaryReader *boundary_reader_new (Patterns *patterns, DateReader *dates);
void boundary_reader_free (BoundaryReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BoundaryReader, boundary_reader_free)

/* At least one, in order; the first is at row 0. (transfer full): GArray of Opening,
 * which the rows outlive. */
GArray *boundary_reader_find (BoundaryReader *self, const Stream *rows);

/* Where the meeting of rows [start, end) is over though its rows go on: behind its
 * closing words, or where a pack's first report begins; or end. */
guint boundary_reader_closing (BoundaryReader *self, const Stream *rows, guint start,
                               guint end);

/* Where a pack's first report begins that says to whom it is made ("Report to: Cabinet",
 * at the top of a page); no item of business is behind it. Or end. */
guint boundary_reader_report (BoundaryReader *self, const Stream *rows, guint start,
                              guint end);

/* The signs of a meeting's heading that begins at a row. */
HeadSigns boundary_reader_signs (BoundaryReader *self, const Stream *rows, guint row);

/* "RESOLVED that …", "Resolved – That …" at the front of a row */
gboolean boundary_is_resolved (const Row *row);

/* Whether a text without pages that calls itself an agenda says what was resolved. */
gboolean boundary_resolves (const Stream *rows, guint start, guint end);
