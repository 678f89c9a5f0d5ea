/* glyph.c: what fonts and writers do to letters is undone. */

#include "extract/glyph.h"

#include <string.h>

static const gchar *const ligatures[] = {
  "ff", "fi", "fl", "ffi", "ffl", "st", "st", /* U+FB00 to U+FB06 */
};

static gboolean
is_dropped (gunichar c)
{
  return (c < 0x20 && c != '\n') || (c >= 0x7f && c < 0xa0) /* C0, DEL, C1 */
         || (c >= 0x200b && c <= 0x200f)                    /* zero width, marks */
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff
         || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

static gboolean
is_space (gunichar c)
{
  return c == '\t' || c == ' ' || c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f
         || c == 0x205f || c == 0x3000;
}

static gboolean
is_end (const GArray *glyphs, guint i)
{
  gunichar c;

  if (i >= glyphs->len)
    return TRUE;
  c = g_array_index (glyphs, Glyph, i).c;
  return c == '\n' || is_space (c);
}

static gboolean
is_private (const GArray *glyphs, guint i)
{
  gunichar c = i < glyphs->len ? g_array_index (glyphs, Glyph, i).c : 0;

  return c >= 0xe000 && c <= 0xf8ff;
}

/* Word writes the characters of Symbol and Wingdings as U+F000 and their code. One that
 * stands alone, or at the head of a word in another font (a square and "Ensure", with a
 * gap that is no space), is a bullet, whatever the font draws for it. */
static gunichar
private_use (const GArray *glyphs, guint i, gunichar c)
{
  gboolean alone = !is_private (glyphs, i + 1) && (i == 0 || is_end (glyphs, i - 1));

  if (c == 0xf0b7 || c == 0xf0a7 || c == 0xf076 || c == 0xf0d8 || alone)
    return 0x2022;
  if (c > 0xf020 && c < 0xf07f)
    return c - 0xf000;
  return 0xfffd;
}

static gunichar
clean (const GArray *glyphs, guint i)
{
  const Glyph *glyph = &g_array_index (glyphs, Glyph, i);
  gunichar c = glyph->c;

  if (is_space (c))
    return ' ';
  if (is_dropped (c))
    return 0;
  if (c == 0xad) /* printed where it has a width: some fonts name their hyphen so */
    return glyph->x1 - glyph->x0 > 0.1f * glyph->size || is_end (glyphs, i + 1) ? '-' : 0;
  if (c == 0x2010 || c == 0x2011)
    return '-';
  if (c >= 0xe000 && c <= 0xf8ff)
    return private_use (glyphs, i, c);
  return c;
}

static void
append_ligature (GArray *out, const Glyph *glyph, const gchar *letters)
{
  gsize n = strlen (letters);
  gfloat width = (glyph->x1 - glyph->x0) / (gfloat)n;
  gsize i;

  for (i = 0; i < n; i++)
    {
      Glyph part = *glyph;

      part.c = (guchar)letters[i];
      part.x0 = glyph->x0 + width * (gfloat)i;
      part.x1 = part.x0 + width;
      g_array_append_val (out, part);
    }
}

/* Most pages need nothing of all this. */
static gboolean
is_clean (const GArray *glyphs)
{
  guint i;

  for (i = 0; i < glyphs->len; i++)
    {
      gunichar c = g_array_index (glyphs, Glyph, i).c;

      if (c != '\n' && (c < 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0xad || c >= 0x2000)
          && !(c > 0x2011 && c < 0x202a))
        return FALSE;
    }
  return TRUE;
}

void
glyphs_clean (GArray *glyphs)
{
  g_autoptr (GArray) out = NULL;
  guint i;

  if (is_clean (glyphs))
    return;
  out = g_array_sized_new (FALSE, FALSE, sizeof (Glyph), glyphs->len);
  for (i = 0; i < glyphs->len; i++)
    {
      Glyph glyph = g_array_index (glyphs, Glyph, i);

      if (glyph.c >= 0xfb00 && glyph.c <= 0xfb06)
        {
          append_ligature (out, &glyph, ligatures[glyph.c - 0xfb00]);
          continue;
        }
      glyph.c = clean (glyphs, i);
      if (glyph.c != 0)
        g_array_append_val (out, glyph);
    }
  g_array_set_size (glyphs, 0);
  g_array_append_vals (glyphs, out->data, out->len);
}

guint8
glyph_style_of (const gchar *font)
{
  static const gchar *const bold[] = { "bold", "black", "heavy", "demi" };
  static const gchar *const italic[] = { "italic", "oblique" };
  g_autofree gchar *lower = g_ascii_strdown (font != NULL ? font : "", -1);
  guint8 style = 0;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (bold); i++)
    if (strstr (lower, bold[i]) != NULL)
      style |= GLYPH_BOLD;
  for (i = 0; i < G_N_ELEMENTS (italic); i++)
    if (strstr (lower, italic[i]) != NULL)
      style |= GLYPH_ITALIC;
  return style;
}

gboolean
glyph_is_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e
         || c == 0x200f;
}

gunichar
glyph_raised (gunichar digit)
{
  static const gunichar digits[] = { 0x2070, 0xb9,   0xb2,   0xb3,   0x2074,
                                     0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };

  return digit >= '0' && digit <= '9' ? digits[digit - '0'] : digit;
}
