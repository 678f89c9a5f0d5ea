/* attendance_columns.c: the first row of a table becomes the labels of its columns. */

#include "normalise/attendance_columns.h"

#include <string.h>

guint
attendance_columns_heads (AttendanceReader *reader, SeatingReader *seating,
                          const Stream *rows, guint start, guint end, guint *ret_places)
{
  const Row *first = stream_at (rows, start);
  guint columns = 0, lists = 0, places = 0;

  for (guint i = start; i < end && stream_at (rows, i)->table_row == first->table_row;
       i++)
    {
      const Row *row = stream_at (rows, i);

      if (row->role != LINE_ROLE_CELL || row->column != columns + 1
          || row->column > ATTENDANCE_MAX_COLUMNS || strpbrk (row->text, ",;(") != NULL)
        return 0;
      columns++;
      if (attendance_reader_is_label (reader, row))
        lists++;
      else if (columns > 1 && seating_is_head (seating, row))
        places |= 1u << columns;
      else
        return 0;
    }
  if (lists < 2 || start + columns >= end)
    return 0;
  *ret_places = places;
  return columns;
}

const Row *
attendance_columns_place (const Stream *rows, guint i, guint end)
{
  const Row *row = stream_at (rows, i);

  for (guint k = i + 1; k < end && stream_at (rows, k)->table_row == row->table_row; k++)
    if (stream_at (rows, k)->column == row->column + 1)
      return stream_at (rows, k);
  return NULL;
}
