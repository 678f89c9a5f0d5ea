/* sound.c: what holds of every document, whatever it was read from. */

#include "tests/fuzz/sound.h"

static void
assert_clean (const gchar *text)
{
  const gchar *at;

  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (at = text; *at != '\0'; at++)
    g_assert_true ((guchar)*at >= 0x20 && *at != 0x7F);
}

static void
assert_line (const Line *line)
{
  assert_clean (line->text);
  g_assert_cmpuint (line->role, <=, LINE_ROLE_LAST);
  g_assert_true ((line->table != 0) == (line->row != 0));
  g_assert_true ((line->table != 0) == (line->column != 0));
  g_assert_true (line->role != LINE_ROLE_CELL || line->table != 0);
}

void
assert_sound (const Document *document)
{
  guint i, j;

  if (document->title != NULL)
    assert_clean (document->title);
  for (i = 0; i < document->warnings->len; i++)
    assert_clean (document->warnings->pdata[i]);
  for (i = 0; i < document->pages->len; i++)
    {
      const Page *page = document->pages->pdata[i];
      guint block = 0;

      for (j = 0; j < page->lines->len; j++)
        {
          const Line *line = &g_array_index (page->lines, Line, j);

          assert_line (line);
          g_assert_true (line->block == 0 || line->block == block
                         || line->block == block + 1);
          block = MAX (block, line->block);
        }
    }
}
