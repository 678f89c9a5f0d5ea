/* typed.c: typed text is set in its box, as large as has room in it. */

#include "extract/typed.h"
#include "extract/glyph.h"

#include <string.h>

/* Points. */
#define LARGEST 12
#define SMALLEST 4
/* Of the size: a letter's width, a line's height. */
#define ADVANCE 0.5
#define LEADING 1.2
/* Characters of one box. */
#define MAX_TYPED 20000

/* The lines that the text takes in a box so wide; glyphs (nullable): to put them down. */
static guint
set (GArray *glyphs, const gchar *text, Box box, gdouble size)
{
  Glyph glyph = { .size = (gfloat)size };
  gdouble x = box.x0;
  guint line = 0, n = 0;
  const gchar *p;

  for (p = text; *p != '\0' && n < MAX_TYPED; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      /* Asked of each word once: a value may be one word of megabytes. */
      if (p > text && p[-1] == ' ' && x > box.x0
          && x + (gdouble)strcspn (p, " \r\n") * size * ADVANCE > box.x1)
        c = '\n';
      glyph.c = c == '\r' ? '\n' : c;
      glyph.x0 = (gfloat)x;
      glyph.x1 = (gfloat)(x + size * ADVANCE);
      glyph.y0 = (gfloat)(box.y0 + line * size * LEADING);
      glyph.y1 = (gfloat)(box.y0 + (line + 1) * size * LEADING);
      x += size * ADVANCE;
      if (glyphs != NULL)
        g_array_append_val (glyphs, glyph);
      if (glyph.c != '\n')
        continue;
      line++;
      x = box.x0;
      if (c == '\r' && p[1] == '\n')
        p++;
      else if (c == '\n' && *p != '\n')
        p = g_utf8_prev_char (p); /* the word's first letter is still to come */
    }
  return line + 1;
}

void
typed_append (GArray *glyphs, const gchar *text, Box box)
{
  Glyph end = { .c = '\n' };
  gdouble size, height = box.y1 - box.y0;
  guint lines;

  if (text == NULL || text[strspn (text, " \r\n\t")] == '\0' || box_is_none (box)
      || !g_utf8_validate (text, -1, NULL))
    return;
  size = LARGEST;
  while (size > SMALLEST && set (NULL, text, box, size) * size * LEADING > height)
    size--;
  lines = set (NULL, text, box, size);
  if (lines == 1)
    box.y0 += (height - size * LEADING) / 2;
  if (glyphs->len > 0)
    g_array_append_val (glyphs, end);
  set (glyphs, text, box, size);
}
