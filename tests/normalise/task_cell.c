/* Where the cells of tasks go in a table of minutes. */

#include "normalise/task_cell.h"

/* A line of a cell: the table's row and column, the line on the page. */
typedef struct
{
  guint row, column, line;
  const gchar *text;
} Cell;

/* Columns: 1 number, 2 text, 3 action, 4 owner. The lines, in order, one a line, with the
 * table's row where it changes. */
static void
check (const Cell *cells, guint n, const gchar *expected)
{
  TableHead head = { .kinds = { [1] = COLUMN_NUMBER,
                                [2] = COLUMN_TEXT,
                                [3] = COLUMN_ACTION,
                                [4] = COLUMN_OWNER } };
  Stream rows = { .rows = g_array_new (FALSE, TRUE, sizeof (Row)), .boxed = TRUE };
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      Row row = { .text = (gchar *)cells[i].text,
                  .role = LINE_ROLE_CELL,
                  .page = 1,
                  .table = 1,
                  .table_row = cells[i].row,
                  .column = cells[i].column,
                  .box = { 100.0 * cells[i].column, 10.0 * cells[i].line,
                           100.0 * cells[i].column + 90, 10.0 * cells[i].line + 10 } };

      g_array_append_val (rows.rows, row);
    }
  task_cells_order (&rows, 0, n, &head);
  for (guint i = 0; i < n; i++)
    {
      gboolean same =
          i > 0 && stream_at (&rows, i)->table_row == stream_at (&rows, i - 1)->table_row;

      g_string_append_printf (got, "%s%s",
                              i == 0 ? ""
                              : same ? " "
                                     : "\n",
                              stream_at (&rows, i)->text);
    }
  g_assert_cmpstr (got->str, ==, expected);
  g_array_unref (rows.rows);
}

static void
test_level (void)
{
  static const Cell cells[] = {
    { 1, 1, 1, "3" },        { 1, 2, 1, "Leo spoke." },  { 1, 3, 1, "Write to" },
    { 1, 3, 2, "officers" }, { 1, 3, 4, "Book a hall" }, { 1, 4, 1, "PS" },
    { 1, 4, 4, "TM" },
  };

  check (cells, G_N_ELEMENTS (cells),
         "3 Leo spoke.\nWrite to officers PS\nBook a hall TM");
}

/* Two names for all of a cell, which stand closer than its paragraphs */
static void
test_owners (void)
{
  static const Cell cells[] = {
    { 1, 2, 1, "Leo spoke." }, { 1, 3, 1, "Write" }, { 1, 3, 3, "Book a hall" },
    { 1, 4, 1, "PS" },         { 1, 4, 2, "TM" },
  };

  check (cells, G_N_ELEMENTS (cells), "Leo spoke. Write Book a hall PS TM");
}

static void
test_white (void)
{
  static const Cell cells[] = {
    { 1, 1, 1, "3" },  { 1, 2, 1, "Leo spoke." }, { 1, 3, 1, "Write" },
    { 1, 4, 1, "PS" }, { 2, 2, 4, "Amy asked." }, { 3, 2, 6, "It was agreed." },
    { 4, 1, 8, "4" },  { 4, 2, 8, "A picnic." },
  };

  check (cells, G_N_ELEMENTS (cells),
         "3 Leo spoke.\nAmy asked.\nIt was agreed.\nWrite PS\n4 A picnic.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/task_cell/level", test_level);
  g_test_add_func ("/task_cell/owners", test_owners);
  g_test_add_func ("/task_cell/white", test_white);
  return g_test_run ();
}
