/* attendance_grid.h: a table that marks who was there.
 *
 *     Councillor            13 June   11 July   12 Sept
 *     Ann Mott (Chair)         P         P         Ap
 *
 * Of several meetings' columns that of this meeting's date counts; without it, nobody is
 * taken from the table. "A" is an absence where others sent "Ap" or where a key says so,
 * otherwise apologies; "X" is a member who was there only where nothing else says that.
 */

#pragma once

#include "normalise/stream.h"

typedef enum
{
  GRID_MARK_NONE, /* none, or the row is no person's */
  GRID_MARK_PRESENT,
  GRID_MARK_APOLOGIES,
  GRID_MARK_ABSENT
} GridMark;

typedef struct
{
  const Row *row; /* of the name */
  gchar *name;    /* all lines of its cell */
  gchar *place;   /* (nullable) from a column "Role" */
  GridMark mark;
} GridSeat;

typedef struct GridReader GridReader;

GridReader *grid_reader_new (void);
void grid_reader_free (GridReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GridReader, grid_reader_free)

/* "Key: P = present, A = absent" */
gboolean grid_is_key (const Row *row);

/* The rows of the table with the cells [start, end): GridSeat; NULL if it is no such
 * table. head_end: where keys are looked for behind it. date: (nullable) of the meeting.
 * (transfer full) (nullable) */
GArray *grid_reader_read (GridReader *self, const Stream *rows, guint start, guint end,
                          guint head_end, const gchar *date);
