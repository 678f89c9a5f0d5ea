/* layout_table.c: what stands in columns is read as cells, titles and text. */

#include "tests/extract/laid.h"

static void
test_labels (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;

  laid_put (glyphs, 72, 100, 10, "31.");
  laid_put (glyphs, 110, 100, 10, "Declarations of interest");
  laid_put (glyphs, 72, 120, 10, "(i)");
  laid_put (glyphs, 110, 120, 10, "Mrs Tarn in the ferry, since her");
  laid_put (glyphs, 110, 133, 10, "brother steers it;");
  laid_put (glyphs, 72, 146, 10, "(ii)");
  laid_put (glyphs, 110, 146, 10, "Mr Oake in nothing.");
  page = laid_out (glyphs);
  laid_assert_text (page,
                    "31. Declarations of interest|(i) Mrs Tarn in the ferry, since her|"
                    "brother steers it;|(ii) Mr Oake in nothing.");
  g_assert_cmpint (laid_line (page, 0)->role, ==, LINE_ROLE_NONE);
}

static void
test_columns (void)
{
  static const gchar *const left[] = {
    "The quay was mended and", "paid for by the harbour",  "fund, as had been agreed",
    "last autumn when boats",  "could not land their day", "of fish.."
  };
  static const gchar *const right[] = {
    "Lamps will be put up by", "the slip so that people", "may find their way home",
    "at night, and the costs", "are to be met from what", "is left.."
  };
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;
  guint i;

  laid_put (glyphs, 72, 80, 10,
            "News of the harbour, in two columns of print, for everybody to read it");
  for (i = 0; i < G_N_ELEMENTS (left); i++)
    {
      laid_put (glyphs, 72, 110 + 13 * (gfloat)i, 10, left[i]);
      laid_put (glyphs, 300, 110 + 13 * (gfloat)i, 10, right[i]);
    }
  page = laid_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 13);
  g_assert_cmpstr (laid_line (page, 1)->text, ==, left[0]);
  g_assert_cmpstr (laid_line (page, 6)->text, ==, left[5]);
  g_assert_cmpstr (laid_line (page, 7)->text, ==, right[0]);
  g_assert_cmpstr (laid_line (page, 12)->text, ==, right[5]);
}

static void
test_table (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;

  laid_put (glyphs, 72, 100, 10, "Name");
  laid_put (glyphs, 200, 100, 10, "Petition");
  laid_put (glyphs, 350, 100, 10, "Ward");
  laid_put (glyphs, 72, 113, 10, "Ann Sole");
  laid_put (glyphs, 200, 113, 10, "Lights on the long");
  laid_put (glyphs, 350, 113, 10, "Quay");
  laid_put (glyphs, 200, 126, 10, "pier");
  laid_put (glyphs, 72, 139, 10, "Bob Dab");
  laid_put (glyphs, 200, 139, 10, "A crossing");
  laid_put (glyphs, 350, 139, 10, "Mill");
  page = laid_out (glyphs);
  laid_assert_text (page,
                    "Name|Petition|Ward|Ann Sole|Lights on the long|pier|Quay|Bob Dab|"
                    "A crossing|Mill");
  g_assert_cmpint (laid_line (page, 5)->role, ==, LINE_ROLE_CELL);
  g_assert_cmpuint (laid_line (page, 5)->table, ==, 1);
  g_assert_cmpuint (laid_line (page, 5)->row, ==, 2);
  g_assert_cmpuint (laid_line (page, 5)->column, ==, 2);
  g_assert_cmpuint (laid_line (page, 9)->row, ==, 3);
  g_assert_cmpuint (laid_line (page, 9)->column, ==, 3);
}

/* The initials belong to the paragraph, not into the middle of its sentence. */
static void
test_side (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;
  guint i;

  laid_put (glyphs, 500, 87, 10, "Action");
  laid_put (glyphs, 72, 87, 10, "Minute");
  laid_put (glyphs, 72, 100, 10, "1.1");
  laid_put (glyphs, 100, 100, 10,
            "The clerk would ask for three prices for the new railings,");
  laid_put (glyphs, 500, 100, 10, "PT");
  laid_put (glyphs, 100, 113, 10,
            "and bring them to the meeting that is to be held in June.");
  for (i = 0; i < 3; i++)
    {
      laid_put (glyphs, 72, 133 + 20 * (gfloat)i, 10, "1.2");
      laid_put (glyphs, 100, 133 + 20 * (gfloat)i, 10,
                "Nothing else was to be done about it before the summer.");
    }
  page = laid_out (glyphs);
  g_assert_cmpstr (laid_line (page, 1)->text, ==, "Action");
  g_assert_cmpint (laid_line (page, 1)->role, ==, LINE_ROLE_SIDE);
  g_assert_true (g_str_has_prefix (laid_line (page, 2)->text, "1.1 The clerk"));
  g_assert_true (g_str_has_prefix (laid_line (page, 3)->text, "and bring"));
  g_assert_cmpstr (laid_line (page, 4)->text, ==, "PT");
  g_assert_cmpint (laid_line (page, 4)->role, ==, LINE_ROLE_SIDE);
}

/* The last column of a table whose rows are minutes is no note; each word of its head is
 * a cell, although the first two are near each other. */
static void
test_minutes_in_table (void)
{
  static const gchar *const head[] = { "No.", "Item", "Discussion", "Action", "Lead" };
  static const gfloat at[] = { 40, 65, 140, 400, 525 };
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;
  guint lines = 0;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (head); i++)
    laid_put (glyphs, at[i], 87, 10, head[i]);
  for (i = 0; i < 4; i++)
    {
      gfloat y = 100 + 45 * (gfloat)i;

      laid_put (glyphs, at[0], y, 10, "1");
      laid_put (glyphs, at[1], y, 10, "Railings");
      laid_put (glyphs, at[2], y, 10, "The clerk had asked for three prices and will");
      laid_put (glyphs, at[3], y, 10, "Bring the prices");
      laid_put (glyphs, at[4], y, 10, "PT");
      laid_put (glyphs, at[2], y + 12, 10, "bring them to the next meeting of all.");
      laid_put (glyphs, at[2], y + 24, 10, "Nobody spoke against it at this meeting.");
    }
  page = laid_out (glyphs);
  for (i = 0; i < page->lines->len; i++)
    {
      const Line *line = laid_line (page, i);

      g_assert_cmpint (line->role, ==, LINE_ROLE_CELL);
      if (i < G_N_ELEMENTS (head))
        g_assert_cmpstr (line->text, ==, head[i]);
      lines += line->column == 5;
    }
  g_assert_cmpuint (lines, ==, 5);
}

/* "Present:" stands at the middle of its cell: what is above it beside it is of the cell
 * too. */
static void
test_middle_label (void)
{
  static const gchar *const names[] = { "Cllr Bea Quill", "Cllr Idris Vaughan",
                                        "Sam Lister", "Kit and Noor" };
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;
  guint i;

  laid_put (glyphs, 40, 60, 10, "Venue: The Loft, 12 Quay Street, on the first floor");
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    laid_put (glyphs, 160, 100 + 12 * (gfloat)i, 10, names[i]);
  laid_put (glyphs, 40, 118, 10, "Present");
  laid_put (glyphs, 40, 156, 10, "Absent");
  laid_put (glyphs, 160, 156, 10, "Cllr Mo Dean");
  page = laid_out (glyphs);
  g_assert_cmpstr (laid_line (page, 1)->text, ==, "Present");
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (laid_line (page, i + 2)->text, ==, names[i]);
      g_assert_cmpuint (laid_line (page, i + 2)->row, ==, laid_line (page, 1)->row);
    }
}

/* Titles in a column of their own, which begin above their text and go on beside it. */
static void
test_title_beside (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;
  guint i;

  laid_put_bold (glyphs, 40, 76, 10, "18. Minutes");
  laid_put (glyphs, 170, 76, 10,
            "The minutes of the last meeting were agreed and signed by the Chair.");
  for (i = 0; i < 3; i++)
    {
      gfloat y = 100 + 60 * (gfloat)i;

      laid_put_bold (glyphs, 40, y, 10, "19. Ofsted inspection:");
      laid_put_bold (glyphs, 40, y + 12, 10, "outcome and plans");
      laid_put (glyphs, 170, y + 12, 10,
                "The Director presented a report on what was found by them in spring.");
      laid_put (glyphs, 170, y + 24, 10,
                "Members asked what would be done about it, by whom and how soon.");
    }
  page = laid_out (glyphs);
  for (i = 0; i < page->lines->len; i++)
    g_assert_cmpint (laid_line (page, i)->role, ==, LINE_ROLE_CELL);
  g_assert_cmpstr (laid_line (page, 3)->text, ==, "outcome and plans");
  g_assert_cmpuint (laid_line (page, 3)->row, ==, laid_line (page, 2)->row);
}

/* No space of a row of sums is one between words. Sums do not wrap either. */
static void
test_sums (void)
{
  static const gchar *const cells[][4] = {
    { "Posts", "£1,940", "£1,870", "-70" },
    { "Training", "310", "295", "-15" },
    { "Rent", "£1,420", "£1,610", "190" },
  };
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;
  guint row, column;

  for (row = 0; row < 3; row++)
    for (column = 0; column < 4; column++)
      laid_put (glyphs, column == 0 ? 72 : 110 + 40 * (gfloat)column,
                100 + 12 * (gfloat)row, 10, cells[row][column]);
  page = laid_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 12);
  for (row = 0; row < 3; row++)
    for (column = 0; column < 4; column++)
      {
        const Line *line = laid_line (page, row * 4 + column);

        g_assert_cmpstr (line->text, ==, cells[row][column]);
        g_assert_cmpuint (line->row, ==, row + 1);
        g_assert_cmpuint (line->column, ==, column + 1);
      }
}

/* The grade stands in the middle of its cell's height. */
static void
test_middle (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;

  laid_put (glyphs, 72, 100, 10, "What the harbour does");
  laid_put (glyphs, 350, 100, 10, "Good");
  laid_put (glyphs, 72, 130, 10, "How it looks after");
  laid_put (glyphs, 350, 136, 10, "Fair");
  laid_put (glyphs, 72, 142, 10, "boats");
  laid_put (glyphs, 72, 172, 10, "The whole");
  laid_put (glyphs, 350, 172, 10, "Poor");
  page = laid_out (glyphs);
  laid_assert_text (page, "What the harbour does|Good|How it looks after|boats|Fair|"
                          "The whole|Poor");
  g_assert_cmpuint (laid_line (page, 4)->row, ==, 2);
  g_assert_cmpuint (laid_line (page, 5)->row, ==, 3);
}

/* The names of columns are bold, and end their row however close the next one is. */
static void
test_bold_head (void)
{
  static const gchar *const cells[3][3] = { { "Applicant", "Purpose", "Amount" },
                                            { "Scouts", "Tents", "£400" },
                                            { "Fenwick Players", "Lights", "£250" } };
  static const gfloat lefts[] = { 72, 152, 202 };
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;
  guint i, k;

  for (i = 0; i < 3; i++)
    for (k = 0; k < 3; k++)
      (i == 0 ? laid_put_bold : laid_put) (glyphs, lefts[k], 100 + 13 * (gfloat)i, 10,
                                           cells[i][k]);
  page = laid_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 9);
  for (i = 0; i < 9; i++)
    g_assert_cmpuint (laid_line (page, i)->row, ==, i / 3 + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-table/labels", test_labels);
  g_test_add_func ("/layout-table/columns", test_columns);
  g_test_add_func ("/layout-table/table", test_table);
  g_test_add_func ("/layout-table/side", test_side);
  g_test_add_func ("/layout-table/minutes-in-table", test_minutes_in_table);
  g_test_add_func ("/layout-table/middle-label", test_middle_label);
  g_test_add_func ("/layout-table/title-beside", test_title_beside);
  g_test_add_func ("/layout-table/sums", test_sums);
  g_test_add_func ("/layout-table/middle", test_middle);
  g_test_add_func ("/layout-table/bold-head", test_bold_head);
  return g_test_run ();
}
