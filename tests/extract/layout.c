/* layout.c: what stands on a page in two directions is read in one. */

#include "tests/extract/laid.h"

static void
test_ordinal (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;

  laid_put (glyphs, 72, 86, 10, "The words above it");
  laid_put (glyphs, 72, 100, 10, "On the 9");
  laid_put (glyphs, 117, 100, 10, "of May");
  laid_put (glyphs, 112, 96, 4, "th");
  page = laid_out (glyphs);
  laid_assert_text (page, "The words above it|On the 9th of May");
}

/* A note that found no room beside its sentence; a number at the foot is none. */
static void
test_lone_note (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;

  laid_put (glyphs, 72, 100, 10,
            "i) The bus to the coast runs late, nothing was decided.");
  laid_put (glyphs, 515, 100, 10, "Website");
  laid_put (
      glyphs, 72, 113, 10,
      "ii) A member will write about the verges and the hedges of the lower lane, as "
      "asked by all.");
  laid_put (glyphs, 460, 126, 10, "Councillor Lockyer");
  laid_put (glyphs, 72, 139, 10,
            "iii) The hut is beyond repair, so prices will be found.");
  laid_put (glyphs, 525, 139, 10, "Clerk");
  laid_put (glyphs, 72, 152, 10,
            "iv) The seat by the pond has been mended by its giver.");
  laid_put (glyphs, 525, 152, 10, "Noted");
  laid_put (glyphs, 520, 800, 10, "Page 2");
  page = laid_out (glyphs);
  laid_assert_text (
      page, "i) The bus to the coast runs late, nothing was decided.|Website|"
            "ii) A member will write about the verges and the hedges of the lower lane, "
            "as asked by all.|Councillor Lockyer|"
            "iii) The hut is beyond repair, so prices will be found.|Clerk|"
            "iv) The seat by the pond has been mended by its giver.|Noted|Page 2");
  g_assert_cmpint (laid_line (page, 3)->role, ==, LINE_ROLE_SIDE);
  g_assert_cmpint (laid_line (page, 8)->role, ==, LINE_ROLE_NONE);
}

/* An owner on the last line of a paragraph, before the margin; the last word of a line
 * and a place to sign are none. */
static void
test_note_ends_paragraph (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;

  laid_put (
      glyphs, 72, 100, 10,
      "ii) A member will write about the verges and the hedges of the lower lane, and "
      "what grows");
  laid_put (glyphs, 72, 113, 10, "in them.");
  laid_put (glyphs, 425, 113, 10, "Cllr Lockyer/Clerk");
  laid_put (
      glyphs, 72, 126, 10,
      "iii) The hut is beyond repair, and prices for one of a like size, which has to be "
      "larch, are");
  laid_put (
      glyphs, 72, 139, 10,
      "to be found by the end of the month, by asking the three yards in the town.");
  laid_put (glyphs, 490, 139, 10, "Clerk");
  laid_put (
      glyphs, 72, 152, 10,
      "iv) The seat by the pond has been mended by its giver, who is thanked, and will "
      "be "
      "put out");
  laid_put (glyphs, 72, 165, 10, "Signed:");
  laid_put (glyphs, 460, 165, 10, "Date: the 9th");
  page = laid_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 8);
  g_assert_cmpstr (laid_line (page, 2)->text, ==, "Cllr Lockyer/Clerk");
  g_assert_cmpint (laid_line (page, 2)->role, ==, LINE_ROLE_SIDE);
  g_assert_cmpstr (laid_line (page, 5)->text, ==, "Clerk");
  g_assert_cmpint (laid_line (page, 5)->role, ==, LINE_ROLE_SIDE);
  g_assert_cmpint (laid_line (page, 7)->role, ==, LINE_ROLE_NONE);
}

/* A row of names with spaces stretched to the margin is no table. */
static void
test_justified (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;

  laid_put (glyphs, 72, 100, 10,
            "PRESENT: Mr A Oake, Mrs B Tarn, Ms C Sole, Mr D Dab, Dr E Ling,");
  laid_put (glyphs, 72, 113, 10, "Mr F Bass,");
  laid_put (glyphs, 150, 113, 10, "Mrs G Pike,");
  laid_put (glyphs, 234, 113, 10, "Ms H Roach,");
  laid_put (glyphs, 318, 113, 10, "Mr I Tench");
  laid_put (glyphs, 72, 126, 10, "and Mrs J Carp");
  page = laid_out (glyphs);
  laid_assert_text (page,
                    "PRESENT: Mr A Oake, Mrs B Tarn, Ms C Sole, Mr D Dab, Dr E Ling,|"
                    "Mr F Bass, Mrs G Pike, Ms H Roach, Mr I Tench|and Mrs J Carp");
}

/* Where the spaces within names do not stretch, the gaps are as wide as a column's; two
 * of them may even stand below each other. */
static void
test_justified_names (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;

  laid_put (glyphs, 72, 100, 10, "Mr A Oake,");
  laid_put (glyphs, 140, 100, 10, "Mrs B Tarn,");
  laid_put (glyphs, 213, 100, 10, "Ms C Sole,");
  laid_put (glyphs, 281, 100, 10, "Mr D Dab,");
  laid_put (glyphs, 72, 113, 10, "Mr Francis Bass,");
  laid_put (glyphs, 181, 113, 10, "Mrs G Pike,");
  laid_put (glyphs, 271, 113, 10, "Ms H Roach,");
  laid_put (glyphs, 72, 126, 10, "Mr Ian Tench,");
  laid_put (glyphs, 156, 126, 10, "Mrs Jo Carp,");
  laid_put (glyphs, 235, 126, 10, "Ms K Bream");
  laid_put (glyphs, 302, 126, 10, "Eel,");
  page = laid_out (glyphs);
  laid_assert_text (page, "Mr A Oake, Mrs B Tarn, Ms C Sole, Mr D Dab,|"
                          "Mr Francis Bass, Mrs G Pike, Ms H Roach,|"
                          "Mr Ian Tench, Mrs Jo Carp, Ms K Bream Eel,");
  g_assert_cmpint (laid_line (page, 0)->role, ==, LINE_ROLE_NONE);
}

/* The mark of a footnote is no figure of the word or year before it. */
static void
test_mark (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;

  laid_put (glyphs, 72, 100, 10, "Boats were counted in 2023");
  laid_put (glyphs, 202, 96, 6, "12");
  laid_put (glyphs, 212, 100, 10, "by the wardens");
  laid_put (glyphs, 72, 700, 5, "12");
  laid_put (glyphs, 80, 703, 8, "By night as well.");
  page = laid_out (glyphs);
  laid_assert_text (page, "Boats were counted in 2023¹² by the wardens|"
                          "¹² By night as well.");
}

/* Two words and a figure that are read from right to left, after one that is not. */
static void
test_leftward (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;

  laid_put (glyphs, 72, 100, 10, "Welcome");
  laid_put (glyphs, 120, 100, 10, "\xd7\x90");
  laid_put (glyphs, 135, 100, 10, "12");
  laid_put (glyphs, 155, 100, 10, "\xd7\x91");
  page = laid_out (glyphs);
  laid_assert_text (page, "Welcome \xd7\x91 12 \xd7\x90");
}

static void
test_stamp (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;
  const gchar *p;
  Glyph glyph = { .size = 14, .x0 = 20, .x1 = 36, .y1 = 400 };

  laid_put (glyphs, 72, 100, 10, "The notice was read by the clerk.");
  for (p = "RECEIVED"; *p != '\0'; p++)
    {
      glyph.c = (guchar)*p;
      glyph.y0 = glyph.y1 - 8;
      g_array_append_val (glyphs, glyph);
      glyph.y1 = glyph.y0;
    }
  page = laid_out (glyphs);
  laid_assert_text (page, "The notice was read by the clerk.|RECEIVED");
  g_assert_cmpint (laid_line (page, 1)->role, ==, LINE_ROLE_STAMP);
}

/* Across the page, letter by letter, and straight: huge letters are no part of the lines
 * that they are printed over. A huge heading is. */
static void
test_huge (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;
  const gchar *p;
  gfloat x = 120, y = 400;
  guint i;

  laid_put (glyphs, 72, 60, 30, "Harbour");
  for (i = 0; i < 20; i++)
    laid_put (glyphs, 72, 200 + 14 * (gfloat)i, 10,
              "The notice was read by the clerk, and it was agreed to keep it.");
  for (p = "DRAFT"; *p != '\0'; p++, x += 36, y -= 40)
    {
      const gchar letter[] = { *p, '\0' };

      laid_put (glyphs, x, y, 60, letter);
    }
  page = laid_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 22);
  g_assert_cmpstr (laid_line (page, 21)->text, ==, "DRAFT");
  g_assert_cmpint (laid_line (page, 21)->role, ==, LINE_ROLE_STAMP);
  g_assert_cmpint (laid_line (page, 0)->role, ==, LINE_ROLE_NONE);
}

/* The same on a page with so little print that none of it is under the letters: two of
 * them, close enough to be a word, go another way than the page. */
static void
test_huge_alone (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;
  Glyph glyph = { .c = 'A', .size = 60, .x0 = 190, .x1 = 270, .y0 = 280, .y1 = 340 };

  laid_put (glyphs, 72, 60, 10,
            "The notice was read by the clerk, and it was agreed to keep it.");
  laid_put (glyphs, 120, 400, 60, "D");
  laid_put (glyphs, 156, 360, 60, "R");
  g_array_append_val (glyphs, glyph);
  glyph = (Glyph){ .c = 'F', .size = 60, .x0 = 194, .x1 = 274, .y0 = 220, .y1 = 280 };
  g_array_append_val (glyphs, glyph);
  laid_put (glyphs, 290, 200, 60, "T");
  page = laid_out (glyphs);
  g_assert_cmpuint (page->lines->len, ==, 2);
  g_assert_cmpstr (laid_line (page, 1)->text, ==, "DRAF T");
  g_assert_cmpint (laid_line (page, 1)->role, ==, LINE_ROLE_STAMP);
}

static void
test_unplaced (void)
{
  GArray *glyphs = laid_new ();
  g_autoptr (Page) page = NULL;
  guint i;

  laid_put (glyphs, 72, 100, 10, "one two");
  laid_put (glyphs, 72, 90, 10, "three");
  for (i = 0; i < glyphs->len; i++)
    {
      Glyph *glyph = &g_array_index (glyphs, Glyph, i);

      glyph->x0 = glyph->x1 = glyph->y0 = glyph->y1 = 0;
    }
  page = laid_out (glyphs);
  laid_assert_text (page, "one two|three");
  g_assert_true (box_is_none (laid_line (page, 0)->box));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/ordinal", test_ordinal);
  g_test_add_func ("/layout/lone-note", test_lone_note);
  g_test_add_func ("/layout/note-ends-paragraph", test_note_ends_paragraph);
  g_test_add_func ("/layout/justified", test_justified);
  g_test_add_func ("/layout/justified-names", test_justified_names);
  g_test_add_func ("/layout/mark", test_mark);
  g_test_add_func ("/layout/leftward", test_leftward);
  g_test_add_func ("/layout/stamp", test_stamp);
  g_test_add_func ("/layout/huge-alone", test_huge_alone);
  g_test_add_func ("/layout/huge", test_huge);
  g_test_add_func ("/layout/unplaced", test_unplaced);
  return g_test_run ();
}
