/* Labels over two lines, and two labels in one cell. */

#include "normalise/label.h"

#include "normalise/band.h"
#include "normalise/stream.h"

typedef struct
{
  guint column, line;
  const gchar *text;
  guint row; /* of the table */
} Cell;

static void
check (void (*order) (GArray *rows), const Cell *cells, guint n, const gchar *expected)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      Row row = { .text = g_strdup (cells[i].text),
                  .role = LINE_ROLE_CELL,
                  .page = 1,
                  .table = 1,
                  .table_row = cells[i].row,
                  .column = cells[i].column,
                  .box = { 100.0 * cells[i].column, 12.0 * cells[i].line,
                           100.0 * cells[i].column + 90, 12.0 * cells[i].line + 11 } };

      g_array_append_val (rows, row);
    }
  order (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      g_string_append_printf (got, "%s\n", g_array_index (rows, Row, i).text);
      g_free (g_array_index (rows, Row, i).text);
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_two_lines (void)
{
  static const Cell cells[] = { { 1, 1, "Also in" },
                                { 2, 1, "Cllr Ann Mott" },
                                { 1, 2, "attendance:-" } };

  check (labels_join, cells, G_N_ELEMENTS (cells),
         "Also in attendance:-\nCllr Ann Mott\n");
}

static void
test_two_labels (void)
{
  static const Cell cells[] = { { 1, 1, "Present:" },     { 1, 5, "Others" },
                                { 1, 6, "present:" },     { 2, 1, "Cllr Ann Mott" },
                                { 2, 2, "Cllr Bo Ryle" }, { 2, 3, "Cy Dunn" },
                                { 2, 5, "Cllr Di Farr" } };

  check (labels_join, cells, G_N_ELEMENTS (cells),
         "Present:\nCllr Ann Mott\nCllr Bo Ryle\nCy Dunn\nOthers present:\nCllr Di "
         "Farr\n");
}

/* A label whose second line joins the first leaves no row without text. */
static void
test_form (void)
{
  static const Cell cells[] = { { 1, 1, "Decision taker", 1 },
                                { 2, 1, "Ann Moss", 1 },
                                { 1, 3, "Date of decision", 2 },
                                { 2, 3, "8 August 2025", 2 },
                                { 1, 5, "Key decision", 3 },
                                { 2, 5, "No", 3 },
                                { 1, 7, "Alternatives considered and", 4 },
                                { 1, 8, "rejected", 4 },
                                { 2, 7, "To let it end, as the duty", 4 },
                                { 2, 8, "would not be met.", 4 } };

  check (bands_order, cells, G_N_ELEMENTS (cells),
         "Decision taker\nAnn Moss\nDate of decision\n8 August 2025\nKey decision\nNo\n"
         "Alternatives considered and rejected\nTo let it end, as the duty\nwould not be "
         "met.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/two_lines", test_two_lines);
  g_test_add_func ("/label/two_labels", test_two_labels);
  g_test_add_func ("/label/form", test_form);
  return g_test_run ();
}
