/* quotation.c: curly quotation marks become paragraphs known to be quoted. */

#include "normalise/quotation.h"

/* The longest quotation: a motion of some pages. */
#define MAX_PARAGRAPHS 60

#define OPENING 0x201c
#define CLOSING 0x201d

static void
count_marks (const gchar *text, Span span, guint *opening, guint *closing)
{
  *opening = *closing = 0;
  for (gsize at = span.start; at < span.end; at = g_utf8_next_char (text + at) - text)
    {
      gunichar c = g_utf8_get_char (text + at);

      *opening += c == OPENING;
      *closing += c == CLOSING;
    }
}

/* A later block that closes what block i opens; i if none does. Each paragraph of a long
 * quotation may open again, as printers do. */
static guint
closing_block (const guint *opening, const guint *closing, guint i, guint n)
{
  for (guint j = i + 1; j < n && j - i <= MAX_PARAGRAPHS; j++)
    {
      if (closing[j] > opening[j])
        return j;
      if (closing[j] > 0 && opening[j] == closing[j] && opening[j] > 0)
        continue;
    }
  return i;
}

void
quotations_mark (const gchar *text, GArray *blocks)
{
  g_autofree guint *opening = g_new (guint, blocks->len);
  g_autofree guint *closing = g_new (guint, blocks->len);

  for (guint i = 0; i < blocks->len; i++)
    count_marks (text, g_array_index (blocks, Block, i).span, &opening[i], &closing[i]);
  for (guint i = 0; i < blocks->len; i++)
    {
      guint last;

      if (opening[i] <= closing[i])
        continue;
      last = closing_block (opening, closing, i, blocks->len);
      /* A paragraph that only ends in a quotation may begin with minutes' own words. */
      g_array_index (blocks, Block, i).quoted = last > i;
      for (guint j = i + 1; j <= last; j++)
        g_array_index (blocks, Block, j).quoted = TRUE;
      i = last;
    }
}
