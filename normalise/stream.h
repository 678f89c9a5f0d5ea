/* stream.h: the lines of a document as normalise works on them: one list over all pages,
 * without page furniture, each with what its place on the page says of it.
 *
 * A Row's text has one space between words and none at its ends. */

#pragma once

#include "normalise/meeting.h"

/* What a cell of minutes in a table says of a task. */
typedef enum
{
  ROW_TASK_NONE,
  ROW_TASK_ACTION,
  ROW_TASK_OWNER,
  ROW_TASK_DUE,
  ROW_TASK_HEAD, /* it says what the columns hold */
} RowTask;

typedef struct
{
  gchar *text;      /* never NULL, never "" */
  const Line *line; /* the (first) line of the source; owned by the document */
  guint page;       /* 1-based; 0 for a source without pages */
  Box box;
  gdouble size;
  gboolean bold;
  LineRole role;
  guint table, table_row, column;
  RowTask task;
  guint block;          /* unique in the document, 0 if unknown */
  gboolean blank_above; /* clear space above it, or an empty line */
  guint gap;            /* empty lines above it, in a source without pages */
  gboolean page_top;    /* the first of its page */
  gdouble right;        /* where full lines of its page end; 0 if unknown */
} Row;

typedef struct
{
  GArray *rows;         /* Row */
  GPtrArray *furniture; /* gchar *: each different running line once, as first printed */
  GPtrArray *stamps;    /* gchar *: text across or beside the page: "DRAFT" */
  guint n_removed;      /* lines that were removed as furniture or stamps */
  guint wrap;           /* plain text: bytes in a full line; 0 where each line is a
                           paragraph of its own */
  gdouble pitch;        /* points from line to line, the commonest; 0 if unknown */
  gdouble size;         /* of most of the text; 0 if unknown */
  gboolean boxed;       /* rows have boxes */
} Stream;

/* Flattens the document and takes its furniture out. (transfer full) */
Stream *stream_new (const Document *document);
void stream_free (Stream *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stream, stream_free)

static inline const Row *
stream_at (const Stream *self, guint i)
{
  return &g_array_index (self->rows, Row, i);
}

/* Puts what `rest` says behind what `row` says, and its place to it; rest is left without
 * text. */
void stream_join_rows (Row *row, Row *rest);

/* Takes the rows (Row) out that are left without text. */
void stream_drop_rows (GArray *rows);

/* Whether both stand in one cell of a table. */
gboolean stream_same_cell (const Row *a, const Row *b);

/* The text of row i, and of those below it that stand in the same cell, before row end;
 * of row i alone if that is more than a few lines. ret_end: the row behind it. (transfer
 * full) */
gchar *stream_cell_text (const Stream *self, guint i, guint end, guint *ret_end);
