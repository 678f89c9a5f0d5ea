/* rows.h: the records of one input as rows of the tables of table.h. */

#pragma once

#include "pipelines/bundle.h"
#include "pipelines/table.h"

typedef enum
{
  VALUE_NULL,
  VALUE_TEXT,
  VALUE_INTEGER,
  VALUE_REAL
} ValueKind;

typedef struct
{
  ValueKind kind;
  const gchar *text; /* not ended by NUL: */
  gsize length;      /* bytes of it */
  gint64 integer;
  gdouble real;
} Value;

/* Takes a row, as many values as the table has columns; they last until it returns. */
typedef gboolean (*RowFunc) (TableId table, const Value *values, gpointer data,
                             GError **error);

typedef enum
{
  ROWS_ERROR_INVALID, /* the records are not what they should be */
} RowsError;

#define ROWS_ERROR (rows_error_quark ())
GQuark rows_error_quark (void);

/* The numbers that the next rows of meetings and of items get. */
typedef struct
{
  gint64 meeting;
  gint64 item;
} RowNumbers;

/* Gives func each row, a table's after those of the tables that it refers to: of meetings
 * and what belongs to them, of an inspection, or of a failure. Pages have no rows.
 * made_with: of the row in documents or failures.
 * numbers: counted on for each meeting and item. FALSE and error where func says so or
 * the records are invalid. */
gboolean rows_write (const Bundle *bundle, const gchar *made_with, RowNumbers *numbers,
                     RowFunc func, gpointer data, GError **error);
