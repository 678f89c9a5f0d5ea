/* action_column.c: the head of a table tells what its columns hold. */

#include "normalise/action_column.h"

#include "normalise/action_rule.h"
#include "normalise/paragraph.h"

#include <string.h>

#define MAX_COLUMNS 12
/* A heading's bytes that are looked at. */
#define MAX_HEAD 200

gboolean
action_cell (const gchar *text, Span row, gint n, Span *ret_cell)
{
  gsize from = row.start;

  for (gint i = 0; from <= row.end; i++)
    {
      const gchar *bar = memmem (text + from, row.end - from, " | ", 3);
      gsize end = bar != NULL ? (gsize)(bar - text) : row.end;

      if (i == n)
        {
          *ret_cell = span_trim (text, (Span){ from, end });
          return TRUE;
        }
      if (bar == NULL)
        return FALSE;
      from = end + strlen (" | ");
    }
  return FALSE;
}

static gboolean
is (Patterns *patterns, guint rule, const gchar *text, Span cell)
{
  return patterns_find_within (patterns, rule, text, cell, MAX_HEAD, NULL);
}

gboolean
action_columns_read (Patterns *patterns, const gchar *text, Span row,
                     ActionColumns *columns)
{
  ActionColumns head = ACTION_COLUMNS_NONE;
  Span cell;

  for (gint i = 0; i < MAX_COLUMNS && action_cell (text, row, i, &cell); i++)
    {
      if (head.action < 0 && is (patterns, ACTION_TABLE_ACTION, text, cell))
        head.action = i;
      else if (head.owner < 0 && is (patterns, ACTION_TABLE_OWNER, text, cell))
        head.owner = i;
      else if (head.due < 0 && is (patterns, ACTION_TABLE_DUE, text, cell))
        head.due = i;
    }
  if (head.action < 0 || (head.owner < 0 && head.due < 0))
    return FALSE;
  *columns = head;
  return TRUE;
}
