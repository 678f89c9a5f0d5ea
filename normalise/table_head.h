/* table_head.h: the head of a table of minutes, which says what its columns hold. */

#pragma once

#include "normalise/pattern.h"
#include "normalise/stream.h"

#define TABLE_MAX_COLUMNS 12

typedef enum
{
  COLUMN_OTHER,
  COLUMN_OWNER,
  COLUMN_DUE,
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_TEXT,
  COLUMN_ACTION,
  N_COLUMNS
} ColumnKind;

typedef struct
{
  ColumnKind kinds[TABLE_MAX_COLUMNS + 1]; /* by column, from 1 */
  gdouble
      left[TABLE_MAX_COLUMNS + 1]; /* where its cells begin; INFINITY: there are none */
  gboolean names;                  /* its actions' column holds only names */
} TableHead;

/* Of names of columns, by ColumnKind. (transfer full) */
Patterns *table_head_patterns (void);

/* What a column of that name holds. */
ColumnKind table_column_kind (Patterns *patterns, const gchar *name);

/* Whether b is a cell of the table that a is of. */
gboolean table_is_same (const Row *a, const Row *b);

/* The end of the cell that begins at row i; i + 1 if it is none. */
guint table_cell_end (const Stream *rows, guint i);

/* The same, of what may belong to a head: all of a short cell ("Action / required"), else
 * its first line, as text may follow close below. */
guint table_head_end (const Stream *rows, guint i);

/* Whether rows [start, end), one row of a table, are a head that names titles of items
 * and what was said of them. Sets its kinds. */
gboolean table_head_read (Patterns *patterns, const Stream *rows, guint start, guint end,
                          TableHead *head);

/* "17. Apologies for", whose number is that behind last, or the first; sets last. */
gboolean table_is_next_title (const Row *row, guint *last);

/* "Apologies" under "253 Welcome and", in a row of its own as white in the text beside
 * has cut the cell: whether row i, of the table that begins at row start, goes on with
 * the line above it in its column. */
gboolean table_title_goes_on (const Stream *rows, guint start, guint i);

/* Whether rows [start, end), a table without a head, have numbered titles in the first
 * column and the text beside them in a wide one: "17. Apologies for / absence". Sets its
 * kinds. */
gboolean table_head_guess (const Stream *rows, guint start, guint end, TableHead *head);

/* Sets where the columns of rows [start, end) begin. */
void table_head_measure (const Stream *rows, guint start, guint end, TableHead *head);

/* Whether rows [start, end), further down, are the rest of the table that has the
 * head: their columns begin where those of it do. Then they hold the same. */
gboolean table_head_goes_on (const TableHead *self, const Stream *rows, guint start,
                             guint end, TableHead *rest);
