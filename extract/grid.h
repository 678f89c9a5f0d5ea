/* grid.h: a table of a page of HTML, and what it is there for.
 *
 * Data; or the looks of the page; or, as Word's minutes often are, the minutes
 * themselves:
 *
 *     31. | MOORING FEES                          | ACTION
 *         | The Committee talked about the winter.|
 *         | RESOLVED: that they stay as they are. | KO */

#pragma once

#include "extract/document.h"

typedef enum
{
  GRID_DATA,
  GRID_LAYOUT,
  GRID_ITEMS,
} GridUse;

typedef struct
{
  gboolean layout; /* it is known to be there for the looks */
  guint row;       /* the last one, from 1; 0: none yet */
  guint column;    /* of the last cell, from 1; 0: none yet in its row */
  guint columns;   /* the most that a row has */
  guint number;    /* for the user: the table's number on its page */

  guint next;                 /* column of the next cell */
  guint numbers, others;      /* lines of the first column that are a number or not */
  guint text_row, text_block; /* of the last line of the second column */
  gboolean prose;             /* a cell of it has several paragraphs */
  gsize side;                 /* bytes of the longest line of the third */
} Grid;

void grid_open_row (Grid *grid);
/* span: columns that the cell takes, at least 1 */
void grid_open_cell (Grid *grid, guint span);

/* A line of the table: its row, column, block and text. */
void grid_add (Grid *grid, const Line *line);

GridUse grid_use (const Grid *grid);

/* Whether text is an item's number and nothing else: "31.", "7", "4.2", "12(a)". */
gboolean grid_is_number (const gchar *text);
