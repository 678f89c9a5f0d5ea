/* lone_number.c: numbers that stand alone in their row, with their title elsewhere. */

#include "normalise/lone_number.h"

#include <string.h>

/* Numbers alone on their lines that make it the rule, and what others lose by it. */
#define MIN_ALONE 3
#define LISTED 3.0
/* Cells of a table's row that are looked at. */
#define MAX_CELLS 12

gboolean
lone_number_is_marked (const Stream *rows, guint i, guint end)
{
  const Row *first = stream_at (rows, i);
  const Row *last = first;

  if (first->role != LINE_ROLE_CELL || !g_ascii_isdigit (first->text[0]))
    return FALSE;
  for (guint k = i + 1; k < end && k < i + MAX_CELLS; k++)
    {
      const Row *row = stream_at (rows, k);

      if (row->role != LINE_ROLE_CELL || row->page != first->page
          || row->table != first->table || row->table_row != first->table_row)
        break;
      last = row;
    }
  return last->column > first->column + 1 && !g_ascii_isdigit (last->text[0])
         && *g_utf8_next_char (last->text) == '\0';
}

/* Whether it is a number with nothing behind it in its row. */
static gboolean
is_alone (const Stream *rows, const Candidate *candidate)
{
  return candidate->numbered
         && stream_at (rows, candidate->row)->text[candidate->number.rest] == '\0';
}

/* "177" over "RESOLVED that Mr Lamb be elected.": a minute's number below its title. */
static gboolean
is_minute_number (const Stream *rows, const Candidate *candidate)
{
  guint next = candidate->row + 1;

  return next < rows->rows->len && g_str_has_suffix (stream_at (rows, next)->text, ".");
}

/* Below the head of a site's table: so will all others stand. */
static gboolean
is_first (const Stream *rows, const Candidate *candidate)
{
  return candidate->row > 0
         && g_ascii_strcasecmp (stream_at (rows, candidate->row - 1)->text, "no. item")
                == 0;
}

void
lone_numbers_prefer (const Stream *rows, GArray *candidates)
{
  guint alone = 0, last = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (!is_alone (rows, candidate) || is_minute_number (rows, candidate)
          || (last > 0 && candidate->number.values[0] != last + 1))
        continue;
      last = candidate->number.values[0];
      alone += is_first (rows, candidate) ? MIN_ALONE : 1;
    }
  for (guint i = 0; i < candidates->len && alone >= MIN_ALONE; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->numbered && !is_alone (rows, candidate))
        candidate->score -= LISTED;
    }
}
