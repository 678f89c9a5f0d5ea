/* glyph.c: letters put right keep their places; letters that cannot be right are seen. */

#include "extract/glyph.h"
#include "extract/legible.h"

static GArray *
glyphs_of (const gchar *text)
{
  GArray *glyphs = g_array_new (FALSE, TRUE, sizeof (Glyph));
  const gchar *p;
  gfloat x = 0;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p), x += 6)
    {
      Glyph glyph = {
        .c = g_utf8_get_char (p), .x0 = x, .x1 = x + 6, .y1 = 12, .size = 12
      };

      g_array_append_val (glyphs, glyph);
    }
  return glyphs;
}

static void
assert_cleaned (const gchar *text, const gchar *expected)
{
  g_autoptr (GArray) glyphs = glyphs_of (text);
  g_autoptr (GString) out = g_string_new (NULL);
  guint i;

  glyphs_clean (glyphs);
  for (i = 0; i < glyphs->len; i++)
    g_string_append_unichar (out, g_array_index (glyphs, Glyph, i).c);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_clean (void)
{
  assert_cleaned ("plain words", "plain words");
  assert_cleaned ("o\357\254\203ce", "office");
  assert_cleaned ("\357\202\267 a bullet", "\342\200\242 a bullet");
  assert_cleaned ("\357\201\201\357\201\202", "AB");
  assert_cleaned ("a\302\240b\342\200\203c", "a b c");
  assert_cleaned ("a\001b\342\200\253c\342\200\213d", "abcd");
  assert_cleaned ("self\302\255help", "self-help");
  assert_cleaned ("self\342\200\221help", "self-help");
}

static void
test_places (void)
{
  g_autoptr (GArray) glyphs = glyphs_of ("a\357\254\201b");

  glyphs_clean (glyphs);
  g_assert_cmpuint (glyphs->len, ==, 4);
  g_assert_cmpfloat (g_array_index (glyphs, Glyph, 1).x0, ==, 6);
  g_assert_cmpfloat (g_array_index (glyphs, Glyph, 1).x1, ==, 9);
  g_assert_cmpfloat (g_array_index (glyphs, Glyph, 2).x1, ==, 12);
  g_assert_cmpfloat (g_array_index (glyphs, Glyph, 3).x0, ==, 12);
}

/* A soft hyphen without a width is one that is not printed. */
static void
test_soft_hyphen (void)
{
  g_autoptr (GArray) glyphs = glyphs_of ("in\302\255side");

  g_array_index (glyphs, Glyph, 2).x1 = g_array_index (glyphs, Glyph, 2).x0;
  glyphs_clean (glyphs);
  g_assert_cmpuint (glyphs->len, ==, 6);
}

static void
assert_broken (const gchar *text, gboolean broken)
{
  g_autoptr (GArray) glyphs = glyphs_of (text);

  g_assert_cmpint (legible_is_broken (glyphs), ==, broken);
}

static void
test_legible (void)
{
  assert_broken (
      "The chair and/or the vice-chair opened the meeting at 7pm in the long room, "
      "and the minutes of 4 May were agreed.",
      FALSE);
  assert_broken (
      "Agorodd y cadeirydd y cyfarfod am saith yn y neuadd hir a chytunwyd ar y "
      "cofnodion gan bawb a oedd yno.",
      FALSE);
  assert_broken (
      "PRESE/T: Mr A. Ta/ner, Mrs E. Mari/er a/d the clerk. The mi/utes were agreed "
      "a/d sig/ed by the chairma/ of the me/.",
      TRUE);
  assert_broken (
      "Wkh fkdlu rshqhg wkh phhwlqj dw vhyhq lq wkh orqj urrp, dqg wkh plqxwhv ri "
      "Pdb zhuh djuhhg eb doo.",
      TRUE);
  assert_broken ("A/B", FALSE);
}

static void
test_place (void)
{
  g_assert_cmpfloat (glyph_place (12.5), ==, 12.5);
  g_assert_cmpfloat (glyph_place (-GLYPH_FARTHEST), ==, -GLYPH_FARTHEST);
  g_assert_cmpfloat (glyph_place (1e9), ==, GLYPH_FARTHEST);
  g_assert_cmpfloat (glyph_place (-1e9), ==, -GLYPH_FARTHEST);
  g_assert_cmpfloat (glyph_place (INFINITY), ==, 0);
  g_assert_cmpfloat (glyph_place (NAN), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glyph/clean", test_clean);
  g_test_add_func ("/glyph/places", test_places);
  g_test_add_func ("/glyph/place", test_place);
  g_test_add_func ("/glyph/soft-hyphen", test_soft_hyphen);
  g_test_add_func ("/glyph/legible", test_legible);
  return g_test_run ();
}
