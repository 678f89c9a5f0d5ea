/* layout.c: what stands on a page in two directions is read in one.
 *
 * Pages are written as rows of text at a place; a letter is half an em wide. */

#include "extract/layout.h"

#include <string.h>

static void
put (GArray *glyphs, gfloat x, gfloat y, gfloat size, const gchar *text)
{
  const gchar *p;
  Glyph glyph = { .size = size, .y0 = y - size * 0.9f, .y1 = y + size * 0.25f };

  for (p = text; *p != '\0'; p = g_utf8_next_char (p), x += size / 2)
    {
      glyph.c = g_utf8_get_char (p);
      glyph.x0 = x;
      glyph.x1 = x + size / 2;
      g_array_append_val (glyphs, glyph);
    }
  glyph.c = '\n';
  g_array_append_val (glyphs, glyph);
}

static void
put_bold (GArray *glyphs, gfloat x, gfloat y, gfloat size, const gchar *text)
{
  guint from = glyphs->len;

  put (glyphs, x, y, size, text);
  for (; from < glyphs->len; from++)
    g_array_index (glyphs, Glyph, from).style = GLYPH_BOLD;
}

static GArray *
page_of (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Glyph));
}

static Page *
lay_out (GArray *glyphs)
{
  Page *page = page_new (1, 595, 842);

  layout_page ((const Glyph *)(gpointer)glyphs->data, glyphs->len, page);
  g_array_unref (glyphs);
  return page;
}

static gchar *
text_of (const Page *page)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < page->lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            g_array_index (page->lines, Line, i).text);
  return g_string_free (text, FALSE);
}

static void
assert_text (const Page *page, const gchar *expected)
{
  g_autofree gchar *text = text_of (page);

  g_assert_cmpstr (text, ==, expected);
}

static const Line *
line_at (const Page *page, guint i)
{
  g_assert_cmpuint (i, <, page->lines->len);
  return &g_array_index (page->lines, Line, i);
}

static void
test_labels (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;

  put (glyphs, 72, 100, 10, "31.");
  put (glyphs, 110, 100, 10, "Declarations of interest");
  put (glyphs, 72, 120, 10, "(i)");
  put (glyphs, 110, 120, 10, "Mrs Tarn in the ferry, since her");
  put (glyphs, 110, 133, 10, "brother steers it;");
  put (glyphs, 72, 146, 10, "(ii)");
  put (glyphs, 110, 146, 10, "Mr Oake in nothing.");
  page = lay_out (glyphs);
  assert_text (page, "31. Declarations of interest|(i) Mrs Tarn in the ferry, since her|"
                     "brother steers it;|(ii) Mr Oake in nothing.");
  g_assert_cmpint (line_at (page, 0)->role, ==, LINE_ROLE_NONE);
}

static void
test_ordinal (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;

  put (glyphs, 72, 86, 10, "The words above it");
  put (glyphs, 72, 100, 10, "On the 9");
  put (glyphs, 117, 100, 10, "of May");
  put (glyphs, 112, 96, 4, "th");
  page = lay_out (glyphs);
  assert_text (page, "The words above it|On the 9th of May");
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
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;
  guint i;

  put (glyphs, 72, 80, 10,
       "News of the harbour, in two columns of print, for everybody to read it");
  for (i = 0; i < G_N_ELEMENTS (left); i++)
    {
      put (glyphs, 72, 110 + 13 * (gfloat)i, 10, left[i]);
      put (glyphs, 300, 110 + 13 * (gfloat)i, 10, right[i]);
    }
  page = lay_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 13);
  g_assert_cmpstr (line_at (page, 1)->text, ==, left[0]);
  g_assert_cmpstr (line_at (page, 6)->text, ==, left[5]);
  g_assert_cmpstr (line_at (page, 7)->text, ==, right[0]);
  g_assert_cmpstr (line_at (page, 12)->text, ==, right[5]);
}

static void
test_table (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;

  put (glyphs, 72, 100, 10, "Name");
  put (glyphs, 200, 100, 10, "Petition");
  put (glyphs, 350, 100, 10, "Ward");
  put (glyphs, 72, 113, 10, "Ann Sole");
  put (glyphs, 200, 113, 10, "Lights on the long");
  put (glyphs, 350, 113, 10, "Quay");
  put (glyphs, 200, 126, 10, "pier");
  put (glyphs, 72, 139, 10, "Bob Dab");
  put (glyphs, 200, 139, 10, "A crossing");
  put (glyphs, 350, 139, 10, "Mill");
  page = lay_out (glyphs);
  assert_text (page, "Name|Petition|Ward|Ann Sole|Lights on the long|pier|Quay|Bob Dab|"
                     "A crossing|Mill");
  g_assert_cmpint (line_at (page, 5)->role, ==, LINE_ROLE_CELL);
  g_assert_cmpuint (line_at (page, 5)->table, ==, 1);
  g_assert_cmpuint (line_at (page, 5)->row, ==, 2);
  g_assert_cmpuint (line_at (page, 5)->column, ==, 2);
  g_assert_cmpuint (line_at (page, 9)->row, ==, 3);
  g_assert_cmpuint (line_at (page, 9)->column, ==, 3);
}

/* The initials belong to the paragraph, not into the middle of its sentence. */
static void
test_side (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;
  guint i;

  put (glyphs, 500, 87, 10, "Action");
  put (glyphs, 72, 87, 10, "Minute");
  put (glyphs, 72, 100, 10, "1.1");
  put (glyphs, 100, 100, 10,
       "The clerk would ask for three prices for the new railings,");
  put (glyphs, 500, 100, 10, "PT");
  put (glyphs, 100, 113, 10, "and bring them to the meeting that is to be held in June.");
  for (i = 0; i < 3; i++)
    {
      put (glyphs, 72, 133 + 20 * (gfloat)i, 10, "1.2");
      put (glyphs, 100, 133 + 20 * (gfloat)i, 10,
           "Nothing else was to be done about it before the summer.");
    }
  page = lay_out (glyphs);
  g_assert_cmpstr (line_at (page, 1)->text, ==, "Action");
  g_assert_cmpint (line_at (page, 1)->role, ==, LINE_ROLE_SIDE);
  g_assert_true (g_str_has_prefix (line_at (page, 2)->text, "1.1 The clerk"));
  g_assert_true (g_str_has_prefix (line_at (page, 3)->text, "and bring"));
  g_assert_cmpstr (line_at (page, 4)->text, ==, "PT");
  g_assert_cmpint (line_at (page, 4)->role, ==, LINE_ROLE_SIDE);
}

/* The last column of a table whose rows are minutes is no note; each word of its head is
 * a cell, although the first two are near each other. */
static void
test_minutes_in_table (void)
{
  static const gchar *const head[] = { "No.", "Item", "Discussion", "Action", "Lead" };
  static const gfloat at[] = { 40, 65, 140, 400, 525 };
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;
  guint lines = 0;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (head); i++)
    put (glyphs, at[i], 87, 10, head[i]);
  for (i = 0; i < 4; i++)
    {
      gfloat y = 100 + 45 * (gfloat)i;

      put (glyphs, at[0], y, 10, "1");
      put (glyphs, at[1], y, 10, "Railings");
      put (glyphs, at[2], y, 10, "The clerk had asked for three prices and will");
      put (glyphs, at[3], y, 10, "Bring the prices");
      put (glyphs, at[4], y, 10, "PT");
      put (glyphs, at[2], y + 12, 10, "bring them to the next meeting of all.");
      put (glyphs, at[2], y + 24, 10, "Nobody spoke against it at this meeting.");
    }
  page = lay_out (glyphs);
  for (i = 0; i < page->lines->len; i++)
    {
      const Line *line = line_at (page, i);

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
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;
  guint i;

  put (glyphs, 40, 60, 10, "Venue: The Loft, 12 Quay Street, on the first floor");
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    put (glyphs, 160, 100 + 12 * (gfloat)i, 10, names[i]);
  put (glyphs, 40, 118, 10, "Present");
  put (glyphs, 40, 156, 10, "Absent");
  put (glyphs, 160, 156, 10, "Cllr Mo Dean");
  page = lay_out (glyphs);
  g_assert_cmpstr (line_at (page, 1)->text, ==, "Present");
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (line_at (page, i + 2)->text, ==, names[i]);
      g_assert_cmpuint (line_at (page, i + 2)->row, ==, line_at (page, 1)->row);
    }
}

/* Titles in a column of their own, which begin above their text and go on beside it. */
static void
test_title_beside (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;
  guint i;

  put_bold (glyphs, 40, 76, 10, "18. Minutes");
  put (glyphs, 170, 76, 10,
       "The minutes of the last meeting were agreed and signed by the Chair.");
  for (i = 0; i < 3; i++)
    {
      gfloat y = 100 + 60 * (gfloat)i;

      put_bold (glyphs, 40, y, 10, "19. Ofsted inspection:");
      put_bold (glyphs, 40, y + 12, 10, "outcome and plans");
      put (glyphs, 170, y + 12, 10,
           "The Director presented a report on what was found by them in spring.");
      put (glyphs, 170, y + 24, 10,
           "Members asked what would be done about it, by whom and how soon.");
    }
  page = lay_out (glyphs);
  for (i = 0; i < page->lines->len; i++)
    g_assert_cmpint (line_at (page, i)->role, ==, LINE_ROLE_CELL);
  g_assert_cmpstr (line_at (page, 3)->text, ==, "outcome and plans");
  g_assert_cmpuint (line_at (page, 3)->row, ==, line_at (page, 2)->row);
}

/* A note that found no room beside its sentence; a number at the foot is none. */
static void
test_lone_note (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;

  put (glyphs, 72, 100, 10, "i) The bus to the coast runs late, nothing was decided.");
  put (glyphs, 515, 100, 10, "Website");
  put (glyphs, 72, 113, 10,
       "ii) A member will write about the verges and the hedges of the lower lane, as "
       "asked by all.");
  put (glyphs, 460, 126, 10, "Councillor Lockyer");
  put (glyphs, 72, 139, 10, "iii) The hut is beyond repair, so prices will be found.");
  put (glyphs, 525, 139, 10, "Clerk");
  put (glyphs, 72, 152, 10, "iv) The seat by the pond has been mended by its giver.");
  put (glyphs, 525, 152, 10, "Noted");
  put (glyphs, 520, 800, 10, "Page 2");
  page = lay_out (glyphs);
  assert_text (
      page, "i) The bus to the coast runs late, nothing was decided.|Website|"
            "ii) A member will write about the verges and the hedges of the lower lane, "
            "as asked by all.|Councillor Lockyer|"
            "iii) The hut is beyond repair, so prices will be found.|Clerk|"
            "iv) The seat by the pond has been mended by its giver.|Noted|Page 2");
  g_assert_cmpint (line_at (page, 3)->role, ==, LINE_ROLE_SIDE);
  g_assert_cmpint (line_at (page, 8)->role, ==, LINE_ROLE_NONE);
}

/* An owner on the last line of a paragraph, before the margin; the last word of a line
 * and a place to sign are none. */
static void
test_note_ends_paragraph (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;

  put (glyphs, 72, 100, 10,
       "ii) A member will write about the verges and the hedges of the lower lane, and "
       "what grows");
  put (glyphs, 72, 113, 10, "in them.");
  put (glyphs, 425, 113, 10, "Cllr Lockyer/Clerk");
  put (
      glyphs, 72, 126, 10,
      "iii) The hut is beyond repair, and prices for one of a like size, which has to be "
      "larch, are");
  put (glyphs, 72, 139, 10,
       "to be found by the end of the month, by asking the three yards in the town.");
  put (glyphs, 490, 139, 10, "Clerk");
  put (glyphs, 72, 152, 10,
       "iv) The seat by the pond has been mended by its giver, who is thanked, and will "
       "be "
       "put out");
  put (glyphs, 72, 165, 10, "Signed:");
  put (glyphs, 460, 165, 10, "Date: the 9th");
  page = lay_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 8);
  g_assert_cmpstr (line_at (page, 2)->text, ==, "Cllr Lockyer/Clerk");
  g_assert_cmpint (line_at (page, 2)->role, ==, LINE_ROLE_SIDE);
  g_assert_cmpstr (line_at (page, 5)->text, ==, "Clerk");
  g_assert_cmpint (line_at (page, 5)->role, ==, LINE_ROLE_SIDE);
  g_assert_cmpint (line_at (page, 7)->role, ==, LINE_ROLE_NONE);
}

/* A row of names with spaces stretched to the margin is no table. */
static void
test_justified (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;

  put (glyphs, 72, 100, 10,
       "PRESENT: Mr A Oake, Mrs B Tarn, Ms C Sole, Mr D Dab, Dr E Ling,");
  put (glyphs, 72, 113, 10, "Mr F Bass,");
  put (glyphs, 150, 113, 10, "Mrs G Pike,");
  put (glyphs, 234, 113, 10, "Ms H Roach,");
  put (glyphs, 318, 113, 10, "Mr I Tench");
  put (glyphs, 72, 126, 10, "and Mrs J Carp");
  page = lay_out (glyphs);
  assert_text (page, "PRESENT: Mr A Oake, Mrs B Tarn, Ms C Sole, Mr D Dab, Dr E Ling,|"
                     "Mr F Bass, Mrs G Pike, Ms H Roach, Mr I Tench|and Mrs J Carp");
}

/* Where the spaces within names do not stretch, the gaps are as wide as a column's; two
 * of them may even stand below each other. */
static void
test_justified_names (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;

  put (glyphs, 72, 100, 10, "Mr A Oake,");
  put (glyphs, 140, 100, 10, "Mrs B Tarn,");
  put (glyphs, 213, 100, 10, "Ms C Sole,");
  put (glyphs, 281, 100, 10, "Mr D Dab,");
  put (glyphs, 72, 113, 10, "Mr Francis Bass,");
  put (glyphs, 181, 113, 10, "Mrs G Pike,");
  put (glyphs, 271, 113, 10, "Ms H Roach,");
  put (glyphs, 72, 126, 10, "Mr Ian Tench,");
  put (glyphs, 156, 126, 10, "Mrs Jo Carp,");
  put (glyphs, 235, 126, 10, "Ms K Bream");
  put (glyphs, 302, 126, 10, "Eel,");
  page = lay_out (glyphs);
  assert_text (page, "Mr A Oake, Mrs B Tarn, Ms C Sole, Mr D Dab,|"
                     "Mr Francis Bass, Mrs G Pike, Ms H Roach,|"
                     "Mr Ian Tench, Mrs Jo Carp, Ms K Bream Eel,");
  g_assert_cmpint (line_at (page, 0)->role, ==, LINE_ROLE_NONE);
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
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;
  guint row, column;

  for (row = 0; row < 3; row++)
    for (column = 0; column < 4; column++)
      put (glyphs, column == 0 ? 72 : 110 + 40 * (gfloat)column, 100 + 12 * (gfloat)row,
           10, cells[row][column]);
  page = lay_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 12);
  for (row = 0; row < 3; row++)
    for (column = 0; column < 4; column++)
      {
        const Line *line = line_at (page, row * 4 + column);

        g_assert_cmpstr (line->text, ==, cells[row][column]);
        g_assert_cmpuint (line->row, ==, row + 1);
        g_assert_cmpuint (line->column, ==, column + 1);
      }
}

/* The grade stands in the middle of its cell's height. */
static void
test_middle (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;

  put (glyphs, 72, 100, 10, "What the harbour does");
  put (glyphs, 350, 100, 10, "Good");
  put (glyphs, 72, 130, 10, "How it looks after");
  put (glyphs, 350, 136, 10, "Fair");
  put (glyphs, 72, 142, 10, "boats");
  put (glyphs, 72, 172, 10, "The whole");
  put (glyphs, 350, 172, 10, "Poor");
  page = lay_out (glyphs);
  assert_text (page, "What the harbour does|Good|How it looks after|boats|Fair|"
                     "The whole|Poor");
  g_assert_cmpuint (line_at (page, 4)->row, ==, 2);
  g_assert_cmpuint (line_at (page, 5)->row, ==, 3);
}

/* The mark of a footnote is no figure of the word or year before it. */
static void
test_mark (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;

  put (glyphs, 72, 100, 10, "Boats were counted in 2023");
  put (glyphs, 202, 96, 6, "12");
  put (glyphs, 212, 100, 10, "by the wardens");
  put (glyphs, 72, 700, 5, "12");
  put (glyphs, 80, 703, 8, "By night as well.");
  page = lay_out (glyphs);
  assert_text (page, "Boats were counted in 2023¹² by the wardens|"
                     "¹² By night as well.");
}

/* Two words and a figure that are read from right to left, after one that is not. */
static void
test_leftward (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;

  put (glyphs, 72, 100, 10, "Welcome");
  put (glyphs, 120, 100, 10, "\xd7\x90");
  put (glyphs, 135, 100, 10, "12");
  put (glyphs, 155, 100, 10, "\xd7\x91");
  page = lay_out (glyphs);
  assert_text (page, "Welcome \xd7\x91 12 \xd7\x90");
}

static void
test_stamp (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;
  const gchar *p;
  Glyph glyph = { .size = 14, .x0 = 20, .x1 = 36, .y1 = 400 };

  put (glyphs, 72, 100, 10, "The notice was read by the clerk.");
  for (p = "RECEIVED"; *p != '\0'; p++)
    {
      glyph.c = (guchar)*p;
      glyph.y0 = glyph.y1 - 8;
      g_array_append_val (glyphs, glyph);
      glyph.y1 = glyph.y0;
    }
  page = lay_out (glyphs);
  assert_text (page, "The notice was read by the clerk.|RECEIVED");
  g_assert_cmpint (line_at (page, 1)->role, ==, LINE_ROLE_STAMP);
}

/* Across the page, letter by letter, and straight: huge letters are no part of the lines
 * that they are printed over. A huge heading is. */
static void
test_huge (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;
  const gchar *p;
  gfloat x = 120, y = 400;
  guint i;

  put (glyphs, 72, 60, 30, "Harbour");
  for (i = 0; i < 20; i++)
    put (glyphs, 72, 200 + 14 * (gfloat)i, 10,
         "The notice was read by the clerk, and it was agreed to keep it.");
  for (p = "DRAFT"; *p != '\0'; p++, x += 36, y -= 40)
    {
      const gchar letter[] = { *p, '\0' };

      put (glyphs, x, y, 60, letter);
    }
  page = lay_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 22);
  g_assert_cmpstr (line_at (page, 21)->text, ==, "DRAFT");
  g_assert_cmpint (line_at (page, 21)->role, ==, LINE_ROLE_STAMP);
  g_assert_cmpint (line_at (page, 0)->role, ==, LINE_ROLE_NONE);
}

/* The same on a page with so little print that none of it is under the letters: two of
 * them, close enough to be a word, go another way than the page. */
static void
test_huge_alone (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;
  Glyph glyph = { .c = 'A', .size = 60, .x0 = 190, .x1 = 270, .y0 = 280, .y1 = 340 };

  put (glyphs, 72, 60, 10,
       "The notice was read by the clerk, and it was agreed to keep it.");
  put (glyphs, 120, 400, 60, "D");
  put (glyphs, 156, 360, 60, "R");
  g_array_append_val (glyphs, glyph);
  glyph = (Glyph){ .c = 'F', .size = 60, .x0 = 194, .x1 = 274, .y0 = 220, .y1 = 280 };
  g_array_append_val (glyphs, glyph);
  put (glyphs, 290, 200, 60, "T");
  page = lay_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 2);
  g_assert_cmpstr (line_at (page, 1)->text, ==, "DRAF T");
  g_assert_cmpint (line_at (page, 1)->role, ==, LINE_ROLE_STAMP);
}

/* The names of columns are bold, and end their row however close the next one is. */
static void
test_bold_head (void)
{
  static const gchar *const cells[3][3] = { { "Applicant", "Purpose", "Amount" },
                                            { "Scouts", "Tents", "£400" },
                                            { "Fenwick Players", "Lights", "£250" } };
  static const gfloat lefts[] = { 72, 152, 202 };
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;
  guint i, k;

  for (i = 0; i < 3; i++)
    for (k = 0; k < 3; k++)
      (i == 0 ? put_bold : put) (glyphs, lefts[k], 100 + 13 * (gfloat)i, 10, cells[i][k]);
  page = lay_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 9);
  for (i = 0; i < 9; i++)
    g_assert_cmpuint (line_at (page, i)->row, ==, i / 3 + 1);
}

static void
test_unplaced (void)
{
  GArray *glyphs = page_of ();
  g_autoptr (Page) page = NULL;
  guint i;

  put (glyphs, 72, 100, 10, "one two");
  put (glyphs, 72, 90, 10, "three");
  for (i = 0; i < glyphs->len; i++)
    {
      Glyph *glyph = &g_array_index (glyphs, Glyph, i);

      glyph->x0 = glyph->x1 = glyph->y0 = glyph->y1 = 0;
    }
  page = lay_out (glyphs);
  assert_text (page, "one two|three");
  g_assert_true (box_is_none (line_at (page, 0)->box));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/labels", test_labels);
  g_test_add_func ("/layout/ordinal", test_ordinal);
  g_test_add_func ("/layout/columns", test_columns);
  g_test_add_func ("/layout/table", test_table);
  g_test_add_func ("/layout/side", test_side);
  g_test_add_func ("/layout/minutes-in-table", test_minutes_in_table);
  g_test_add_func ("/layout/middle-label", test_middle_label);
  g_test_add_func ("/layout/title-beside", test_title_beside);
  g_test_add_func ("/layout/lone-note", test_lone_note);
  g_test_add_func ("/layout/note-ends-paragraph", test_note_ends_paragraph);
  g_test_add_func ("/layout/justified", test_justified);
  g_test_add_func ("/layout/justified-names", test_justified_names);
  g_test_add_func ("/layout/sums", test_sums);
  g_test_add_func ("/layout/middle", test_middle);
  g_test_add_func ("/layout/mark", test_mark);
  g_test_add_func ("/layout/leftward", test_leftward);
  g_test_add_func ("/layout/stamp", test_stamp);
  g_test_add_func ("/layout/bold-head", test_bold_head);
  g_test_add_func ("/layout/huge-alone", test_huge_alone);
  g_test_add_func ("/layout/huge", test_huge);
  g_test_add_func ("/layout/unplaced", test_unplaced);
  return g_test_run ();
}
