/* grid.c: what a table is for is told from its cells. */

#include "extract/grid.h"

/* rows: cells ended by '|', paragraphs of a cell parted by '/', rows ended by NULL */
static GridUse
use_of (const gchar *const *rows)
{
  Grid grid = { 0 };
  guint block = 0;
  gsize i, j, k;

  for (i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "|", -1);

      grid_open_row (&grid);
      for (j = 0; cells[j] != NULL && cells[j + 1] != NULL; j++)
        {
          g_auto (GStrv) paragraphs = g_strsplit (cells[j], "/", -1);

          grid_open_cell (&grid, 1);
          for (k = 0; paragraphs[k] != NULL && *cells[j] != '\0'; k++)
            {
              block++;
              Line line = { .text = paragraphs[k],
                            .block = block,
                            .row = grid.row,
                            .column = grid.column };

              grid_add (&grid, &line);
            }
        }
    }
  return grid_use (&grid);
}

#define CHECK(use, ...)                                                                  \
  g_assert_cmpint (use_of ((const gchar *const[]){ __VA_ARGS__, NULL }), ==, use)

static void
test_items (void)
{
  CHECK (GRID_ITEMS, "1.|Welcome|", "2.|Apologies|");
  CHECK (GRID_ITEMS, "No|Item|Action|", "31|FEES/They talked.|KO|", "|RESOLVED|UB|");
}

static void
test_data (void)
{
  CHECK (GRID_DATA, "Payee|Amount|", "Pond Ltd|£19|");
  CHECK (GRID_DATA, "1|Pond Ltd|£19|", "2|Reed Ltd|£3|");
  CHECK (
      GRID_DATA,
      "1|Pond/Ltd|a sentence that is much too long to be the name of who is to act next|",
      "2|Reed Ltd|£3|");
  CHECK (GRID_DATA, "2023|9|", "2024|12|");
}

static void
test_layout (void)
{
  CHECK (GRID_LAYOUT, "One column|", "only|");
  CHECK (GRID_LAYOUT, "Left|Right|");
}

static void
test_number (void)
{
  g_assert_true (grid_is_number ("31."));
  g_assert_true (grid_is_number ("4.12(a)"));
  g_assert_true (grid_is_number ("7"));
  g_assert_false (grid_is_number ("2024"));
  g_assert_false (grid_is_number ("3 lamps"));
  g_assert_false (grid_is_number ("(a)"));
  g_assert_false (grid_is_number (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/items", test_items);
  g_test_add_func ("/grid/data", test_data);
  g_test_add_func ("/grid/layout", test_layout);
  g_test_add_func ("/grid/number", test_number);
  return g_test_run ();
}
