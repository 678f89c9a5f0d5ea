/* table_head.c: names of columns become what the columns hold. */

#include "normalise/table_head.h"

#include <math.h>
#include <string.h>

#include "normalise/number.h"
#include "normalise/word_list.h"

/* Titles that a table without a head has at least, and how much more letters the text
 * beside them has. */
#define MIN_TITLES 3
#define BESIDE 4
/* Rows above one of a title in which its last line is looked for. */
#define MAX_ABOVE 12

/* A column's name. */
#define MAX_HEAD 60
/* A column of the next page begins within so many points of where it began. */
#define NEAR 15

/* clang-format off */
/* In this order: "Action by" is an owner, "Item no." a number. */
static const PatternRule rules[N_COLUMNS] = {
  [COLUMN_OTHER] = { "none", "(?!)" },

  [COLUMN_OWNER] = { "who is to act",
    "^(?:(?:for )?action by|action (?:owner|lead)|by whom|who|lead|owner|responsib\\w*|"
    "officer|assigned|initials|person)\\b(?! report)", PATTERN_CASELESS },

  [COLUMN_DUE] = { "by when",
    "^(?:by when|when|by|due|deadline|date|target|timescale|timeline|completion)\\b",
    PATTERN_CASELESS },

  [COLUMN_NUMBER] = { "the item's number",
    "^(?:(?:agenda |minute )?(?:item )?(?:no|nr|number|ref|reference)\\b\\.?|#)$",
    PATTERN_CASELESS },

  [COLUMN_TITLE] = { "the item's title",
    "^(?:agenda(?: items?)?|items?(?: of business)?|subject|topic|title|heading|issue)\\b",
    PATTERN_CASELESS },

  [COLUMN_TEXT] = { "what was said",
    "^(?:(?:summary of |key |main |meeting |points of )?(?:discussions?|notes?|minutes?|"
    "points)|summary|record|narrative|comments?)\\b", PATTERN_CASELESS },

  [COLUMN_ACTION] = { "what is to be done",
    "^(?:agreed |key |next )?(?:actions?|decisions?|outcomes?|steps|tasks?|what)\\b",
    PATTERN_CASELESS },
};
/* clang-format on */

Patterns *
table_head_patterns (void)
{
  return patterns_new (rules, N_COLUMNS);
}

gboolean
table_is_same (const Row *a, const Row *b)
{
  return b->role == LINE_ROLE_CELL && a->page == b->page && a->table == b->table;
}

guint
table_cell_end (const Stream *rows, guint i)
{
  const Row *first = stream_at (rows, i);
  guint k = i + 1;

  while (k < rows->rows->len && table_is_same (first, stream_at (rows, k))
         && stream_at (rows, k)->table_row == first->table_row
         && stream_at (rows, k)->column == first->column)
    k++;
  return k;
}

guint
table_head_end (const Stream *rows, guint i)
{
  guint end = table_cell_end (rows, i);
  gsize length = 0;

  for (guint k = i; k < end; k++)
    length += strlen (stream_at (rows, k)->text);
  return length <= MAX_HEAD ? end : i + 1;
}

ColumnKind
table_column_kind (Patterns *patterns, const gchar *name)
{
  if (strlen (name) <= MAX_HEAD)
    for (guint kind = COLUMN_OTHER + 1; kind < N_COLUMNS; kind++)
      if (patterns_match (patterns, kind, name, NULL))
        return (ColumnKind)kind;
  return COLUMN_OTHER;
}

static gboolean
is_decision (const gchar *name)
{
  static const gchar *const words[] = { "decision", "outcome", "resolution", "agreed" };

  return word_list_begins (words, G_N_ELEMENTS (words), name);
}

gboolean
table_head_read (Patterns *patterns, const Stream *rows, guint start, guint end,
                 TableHead *head)
{
  guint counts[N_COLUMNS] = { 0 };
  guint decided = 0, titled = 0;

  *head = (TableHead){ 0 };
  for (guint i = start; i < end; i = table_cell_end (rows, i))
    {
      const Row *row = stream_at (rows, i);
      ColumnKind kind = table_column_kind (patterns, row->text);

      if (row->column > TABLE_MAX_COLUMNS)
        return FALSE;
      if (row->role != LINE_ROLE_CELL)
        continue;
      if (kind == COLUMN_ACTION && decided == 0 && is_decision (row->text))
        {
          decided = row->column;
          continue;
        }
      if (kind != COLUMN_OTHER && counts[kind]++ > 0)
        {
          /* "Item | Title": the first is a number's; "Actions | Action by when" */
          if (kind == COLUMN_TITLE && titled == 1 && counts[COLUMN_NUMBER]++ == 0)
            head->kinds[titled] = COLUMN_NUMBER;
          else
            kind = COLUMN_OTHER;
        }
      if (kind == COLUMN_TITLE)
        titled = row->column;
      head->kinds[row->column] = kind;
    }
  /* "Decision" beside "Action": what was resolved, which belongs to the text */
  head->kinds[decided] = decided == 0 ? COLUMN_OTHER
                         : counts[COLUMN_ACTION] + counts[COLUMN_OWNER] > 0
                             ? COLUMN_TEXT
                             : COLUMN_ACTION;
  /* "Item | Title | Decision | Lead": there is no other text. */
  if (decided > 0 && counts[COLUMN_TEXT] == 0)
    {
      head->kinds[decided] = COLUMN_TEXT;
      counts[COLUMN_TEXT]++;
    }
  return counts[COLUMN_TITLE] > 0 && counts[COLUMN_TEXT] > 0;
}

gboolean
table_is_next_title (const Row *row, guint *last)
{
  Number number;

  if (!number_read (row->text, &number) || number.n_values != 1 || number.suffix != 0
      || !g_unichar_isalpha (g_utf8_get_char (row->text + number.rest))
      || (*last > 0 && number.values[0] != *last + 1))
    return FALSE;
  *last = number.values[0];
  return TRUE;
}

gboolean
table_title_goes_on (const Stream *rows, guint start, guint i)
{
  const Row *row = stream_at (rows, i);
  Number number;

  if (box_is_none (row->box) || number_read (row->text, &number))
    return FALSE;
  for (guint k = i; k > start && i - k < MAX_ABOVE; k--)
    {
      const Row *above = stream_at (rows, k - 1);

      if (above->role == LINE_ROLE_CELL && above->column == row->column)
        return above->page == row->page
               && row->box.y0 - above->box.y1 < 0.5 * (row->box.y1 - row->box.y0);
    }
  return FALSE;
}

gboolean
table_head_guess (const Stream *rows, guint start, guint end, TableHead *head)
{
  gsize titles = 0, text = 0;
  guint n = 0, last = 0, next;

  for (guint i = start; i < end; i = next)
    {
      const Row *row = stream_at (rows, i);

      next = table_cell_end (rows, i);
      if (row->role != LINE_ROLE_CELL)
        continue;
      if (row->column > 2)
        return FALSE;
      if (row->column == 1 && table_is_next_title (row, &last))
        n++;
      else if (row->column == 1 && !table_title_goes_on (rows, start, i))
        return FALSE;
      for (guint k = i; k < next; k++)
        *(row->column == 1 ? &titles : &text) += strlen (stream_at (rows, k)->text);
    }
  if (n < MIN_TITLES || text < BESIDE * titles)
    return FALSE;
  *head = (TableHead){ .kinds = { [1] = COLUMN_TITLE, [2] = COLUMN_TEXT } };
  return TRUE;
}

void
table_head_measure (const Stream *rows, guint start, guint end, TableHead *head)
{
  for (guint column = 0; column <= TABLE_MAX_COLUMNS; column++)
    head->left[column] = INFINITY;
  for (guint i = start; i < end; i++)
    {
      const Row *row = stream_at (rows, i);

      if (row->column <= TABLE_MAX_COLUMNS && !box_is_none (row->box))
        head->left[row->column] = MIN (head->left[row->column], row->box.x0);
    }
}

gboolean
table_head_goes_on (const TableHead *self, const Stream *rows, guint start, guint end,
                    TableHead *rest)
{
  *rest = (TableHead){ 0 };
  table_head_measure (rows, start, end, rest);
  for (guint column = 1; column <= TABLE_MAX_COLUMNS; column++)
    {
      guint same = 0;

      if (isinf (rest->left[column]))
        continue;
      for (guint other = 1; other <= TABLE_MAX_COLUMNS && same == 0; other++)
        if (fabs (self->left[other] - rest->left[column]) < NEAR)
          same = other;
      if (same == 0)
        return FALSE;
      rest->kinds[column] = self->kinds[same];
    }
  return TRUE;
}
