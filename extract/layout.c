/* layout.c: glyphs become words, words become printed lines, lines are put in order. */

#include "extract/layout.h"

#include <string.h>

typedef struct
{
  guint first; /* glyph */
  guint n;
  Box box;
} Word;

typedef struct
{
  const Glyph *glyphs;
  GArray *words; /* Word */
} Layout;

static gboolean
is_gap (gunichar c)
{
  return c == ' ' || c == '\n' || c == 0xa0 || c < 0x20 || g_unichar_isspace (c);
}

static GArray *
make_words (const Glyph *glyphs, gsize n_glyphs)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  gsize i = 0;

  while (i < n_glyphs)
    {
      Word word = { 0 };

      while (i < n_glyphs && is_gap (glyphs[i].c))
        i++;
      word.first = (guint)i;
      for (; i < n_glyphs && !is_gap (glyphs[i].c); i++)
        word.box = box_join (
            word.box, (Box){ glyphs[i].x0, glyphs[i].y0, glyphs[i].x1, glyphs[i].y1 });
      word.n = (guint)(i - word.first);
      if (word.n > 0)
        g_array_append_val (words, word);
    }
  return words;
}

static gint
by_top (gconstpointer a, gconstpointer b)
{
  const Word *left = a, *right = b;
  gdouble y1 = left->box.y0 + left->box.y1, y2 = right->box.y0 + right->box.y1;

  return y1 < y2 ? -1 : y1 > y2 ? 1 : (gint)left->first - (gint)right->first;
}

static gint
by_left (gconstpointer a, gconstpointer b)
{
  const Word *left = a, *right = b;

  return left->box.x0 < right->box.x0   ? -1
         : left->box.x0 > right->box.x0 ? 1
                                        : (gint)left->first - (gint)right->first;
}

static void
add_line (const Glyph *glyphs, const Word *words, guint n_words, Page *page)
{
  GString *text = g_string_new (NULL);
  Box box = BOX_NONE;
  guint bold = 0, italic = 0, letters = 0;
  Line *line;
  guint i, j;

  for (i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      box = box_join (box, words[i].box);
      for (j = words[i].first; j < words[i].first + words[i].n; j++)
        {
          g_string_append_unichar (text, glyphs[j].c);
          letters++;
          bold += (glyphs[j].style & GLYPH_BOLD) != 0;
          italic += (glyphs[j].style & GLYPH_ITALIC) != 0;
        }
    }
  line = page_add_line (page, g_string_free (text, FALSE));
  line->box = box;
  line->size = glyphs[words[0].first].size;
  line->bold = bold * 2 > letters;
  line->italic = italic * 2 > letters;
}

void
layout_page (const Glyph *glyphs, gsize n_glyphs, Page *page)
{
  g_autoptr (GArray) words = make_words (glyphs, n_glyphs);
  Word *all = (Word *)(gpointer)words->data;
  guint start, end;

  g_array_sort (words, by_top);
  for (start = 0; start < words->len; start = end)
    {
      Box box = all[start].box;

      for (end = start + 1; end < words->len; end++)
        {
          gdouble half = (all[end].box.y0 + all[end].box.y1) / 2;

          if (half > box.y0 + 0.85 * (box.y1 - box.y0))
            break;
          if (all[end].box.y1 - all[end].box.y0 > box.y1 - box.y0)
            box = all[end].box;
        }
      qsort (all + start, end - start, sizeof (Word), by_left);
      add_line (glyphs, all + start, end - start, page);
    }
}
