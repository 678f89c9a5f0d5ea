/* title_number.c: numbers before titles become rows of their own. */

#include "normalise/title_number.h"

#include "normalise/number.h"

#include <string.h>

/* Titles that bear their number are parted from it, each by moving all rows below. */
#define MAX_NUMBERED 1000

/* "1. Apologies" in the column of titles: the number becomes a row of its own, if it does
 * not stand on a line of its own. */
void
title_numbers_part (Stream *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->rows->len && n < MAX_NUMBERED; i++)
    {
      Row *title = &g_array_index (rows->rows, Row, i);
      Row number = *title;
      Number read;

      if (title->role != LINE_ROLE_ITEM_TITLE
          || (i > 0
              && (stream_at (rows, i - 1)->role == LINE_ROLE_ITEM_NUMBER
                  || stream_at (rows, i - 1)->role == LINE_ROLE_ITEM_TITLE))
          || !number_read (title->text, &read))
        continue;
      if (title->text[read.rest] == '\0' && i + 1 < rows->rows->len
          && stream_at (rows, i + 1)->role == LINE_ROLE_ITEM_TITLE)
        {
          title->role = LINE_ROLE_ITEM_NUMBER;
          continue;
        }
      if (title->text[read.rest] == '\0')
        continue;
      number.role = LINE_ROLE_ITEM_NUMBER;
      number.text = g_strndup (title->text + read.printed.start,
                               read.printed.end - read.printed.start);
      memmove (title->text, title->text + read.rest,
               strlen (title->text + read.rest) + 1);
      g_array_insert_val (rows->rows, i, number);
      n++;
      i++;
    }
}
