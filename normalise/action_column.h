/* action_column.h: tables of what is to be done: a row, "A | B | C", whose cells say
 * "Action", "Who" and "By when" is the head of one, and tells what the rows below hold.
 */

#pragma once

#include "normalise/meeting.h"
#include "normalise/pattern.h"

/* Which cell of a row it is, from 0; -1: none. */
typedef struct
{
  gint action, owner, due;
} ActionColumns;

#define ACTION_COLUMNS_NONE                                                              \
  {                                                                                      \
    -1, -1, -1                                                                           \
  }

/* Cell n of a row of text, without the spaces at its ends; FALSE if there is none. */
gboolean action_cell (const gchar *text, Span row, gint n, Span *ret_cell);

/* Whether a row is the head of such a table; if not, columns stay as they are. patterns:
 * of action_rules. */
gboolean action_columns_read (Patterns *patterns, const gchar *text, Span row,
                              ActionColumns *columns);
