/* label.c: two cells, one under the other, become a label. */

#include "normalise/label.h"

#include "normalise/word_list.h"

#include <string.h>

/* Bytes of a line of a label. */
#define MAX_LINE 30
/* Points by which two lines of a label may begin apart, and rows between them. */
#define SLACK 6.0
#define MAX_BETWEEN 8
/* Rows beside one label. */
#define MAX_BESIDE 60
/* From line to line, in heights of a line. */
#define MAX_STEP 2.2

/* In lower case, without a colon */
static const gchar *const labels[] = {
  "members present",
  "councillors present",
  "also present",
  "others present",
  "officers present",
  "board members present",
  "in attendance",
  "also in attendance",
  "officers in attendance",
  "others in attendance",
  "members in attendance",
  "apologies for absence",
  "apologies received",
  "apologies from",
  "date and time",
  "time and date",
  "date of meeting",
  "date of the meeting",
  "place of meeting",
  "venue of meeting",
  "time of meeting",
  "location of meeting",
  "date and place",
  "minutes taken by",
  "members absent",
  "in the chair",
  "chair of the meeting",
  "decision maker",
  "date of decision",
  "reasons for decision",
  "reason for decision",
  "alternative options",
  "alternative options considered",
  "cabinet members present",
  "panel members present",
  "committee members present",
  "other members in attendance",
  "other members present",
  "co-opted members",
  "other people in attendance",
  "co-optees in attendance",
  "co-optees present",
  "substitute members",
  "councillors in attendance",
  "apologies for absence received",
};

static gboolean
is_left_cell (const Row *row)
{
  return row->role == LINE_ROLE_CELL && row->column == 1 && !box_is_none (row->box)
         && strlen (row->text) <= MAX_LINE;
}

static gboolean
is_label (const gchar *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr (": -", text[length - 1]) != NULL)
    length--;
  return word_list_has (labels, G_N_ELEMENTS (labels), text, length);
}

/* The row with the label's second line, or 0. Rows without text were joined before. */
static guint
second_line (GArray *rows, guint i)
{
  const Row *first = &g_array_index (rows, Row, i);

  for (guint k = i + 1, n = 0; k < rows->len && n < MAX_BETWEEN; k++)
    {
      const Row *row = &g_array_index (rows, Row, k);
      g_autofree gchar *both = NULL;

      if (row->text == NULL)
        continue;
      n++;
      if (row->page != first->page)
        return 0;
      if (!is_left_cell (row))
        continue;
      if (ABS (row->box.x0 - first->box.x0) > SLACK
          || row->box.y0 - first->box.y0 > MAX_STEP * (first->box.y1 - first->box.y0))
        return 0;
      both = g_strconcat (first->text, " ", row->text, NULL);
      return is_label (both) ? k : 0;
    }
  return 0;
}

/* Two labels in one cell stand level with what each is of: "Present:" with the first of
 * the names beside them, "Other members present:" with the last. The second goes before
 * the row that it is level with. */
static void
place_label (GArray *rows, guint i)
{
  const Row row = g_array_index (rows, Row, i);
  guint at = i;

  if (!g_str_has_suffix (row.text, ":"))
    return;
  for (guint k = i + 1; k < rows->len && k <= i + MAX_BESIDE; k++)
    {
      const Row *beside = &g_array_index (rows, Row, k);

      if (beside->role != LINE_ROLE_CELL || beside->page != row.page
          || beside->table != row.table || beside->table_row != row.table_row
          || beside->column < 2)
        break;
      if (beside->box.y0 >= row.box.y0 - SLACK)
        break;
      at = k;
    }
  if (at == i)
    return;
  memmove (&g_array_index (rows, Row, i), &g_array_index (rows, Row, i + 1),
           (at - i) * sizeof (Row));
  g_array_index (rows, Row, at) = row;
}

/* Whether row i is a label below another in the same cell. */
static gboolean
is_second_label (const GArray *rows, guint i)
{
  const Row *row = &g_array_index (rows, Row, i);
  const Row *above = row - 1;

  return i > 0 && is_left_cell (row) && is_left_cell (above) && above->page == row->page
         && above->table == row->table && above->table_row == row->table_row
         && g_str_has_suffix (above->text, ":")
         && row->box.y0 - above->box.y0 > MAX_STEP * (above->box.y1 - above->box.y0);
}

void
labels_join (GArray *rows)
{
  gboolean joined = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);
      guint second = row->text != NULL && is_left_cell (row) ? second_line (rows, i) : 0;

      if (second == 0)
        continue;
      stream_join_rows (row, &g_array_index (rows, Row, second));
      joined = TRUE;
    }
  if (joined)
    stream_drop_rows (rows);
  /* From the last on: each goes behind those above it. */
  for (guint i = rows->len; i > 0; i--)
    if (is_second_label (rows, i - 1))
      place_label (rows, i - 1);
}
