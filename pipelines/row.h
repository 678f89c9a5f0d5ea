/* row.h: one row of a table of table.h as a database gives it, asked by columns' names.
 *
 * A column that the table does not have is a mistake of ours. What a row says that heed
 * would not have written clears ok; the values are harmless then. */

#pragma once

#include "pipelines/sheaf.h"

typedef struct
{
  const Table *table;
  const gchar *const *values; /* texts, NULL for null */
  Sheaf *sheaf;               /* that the row is for */
  gboolean ok;                /* so far: each value is one that heed wrote */
} Row;

/* (nullable) (transfer none) */
const gchar *row_get (const Row *row, const gchar *name);

/* (nullable) (transfer full) */
gchar *row_copy (const Row *row, const gchar *name);

/* Of a column that is never null. (transfer full) */
gchar *row_copy_text (Row *row, const gchar *name);

/* 0 for null. */
guint64 row_get_number (const Row *row, const gchar *name);
guint row_get_page (const Row *row, const gchar *name);
gdouble row_get_real (const Row *row, const gchar *name);

/* -1 for null. */
gint row_get_votes (const Row *row, const gchar *name);

/* The value that has that name in records. */
gint row_get_enum (Row *row, const gchar *name);

/* A date as records have it: 2023-07-01 and "month" are "2023-07". (nullable) (transfer
 * full) */
gchar *row_copy_date (const Row *row, const gchar *name);

/* Of the columns x0, y0, x1, y1. */
Box row_get_box (const Row *row);
