/* seating.h: tables of those present: who, and beside them the place they hold.
 *
 * "Cllr Ann Bell | Lead Member for Children", also where the name stands in the middle of
 * its cell, beside two lines of the other. */

#pragma once

#include "normalise/stream.h"

typedef struct
{
  const Row *row; /* of the name, or of a label: "Apologies" */
  gchar *name;    /* what that row says, and the rest of its bracket */
  gchar *place;   /* (nullable) */
} Seat;

typedef struct SeatingReader SeatingReader;

SeatingReader *seating_reader_new (void);
void seating_reader_free (SeatingReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeatingReader, seating_reader_free)

/* "Representing", "Role": the head of a column that says what people are. */
gboolean seating_is_head (SeatingReader *self, const Row *row);

/* "FGT", "Initial": of a column apart, which names nobody */
gboolean seating_is_initials (const Row *row);

/* Where the run of table cells that begins at row i ends; i + 1 if it begins none. */
guint seating_end (const Stream *rows, guint i, guint end);

/* (transfer full) (nullable): Seat *, from top to bottom; NULL if the cells are no names
 * with places beside them. */
GPtrArray *seating_read (SeatingReader *self, const Stream *rows, guint start, guint end);
