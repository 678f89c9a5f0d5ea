/* quotation.c: quotation marks become paragraphs, and parts of paragraphs, known to be
 * quoted. */

#include "normalise/quotation.h"

/* The longest quotation: a motion of some pages. */
#define MAX_PARAGRAPHS 60
/* Quotations of one paragraph. */
#define MAX_QUOTATIONS 100

#define LEAD 0xe2 /* the first byte of the four that follow */
#define OPENING 0x201c
#define CLOSING 0x201d
#define OPENING_SINGLE 0x2018
#define CLOSING_SINGLE 0x2019

typedef enum
{
  MARK_NONE,
  MARK_OPENS,
  MARK_CLOSES,
} Mark;

/* What a mark at `at` does. Typewriters' marks are told by what stands beside them:
 * `he said "That` opens, `be noted".` closes. */
static Mark
mark_at (const gchar *text, Span span, gsize at, gboolean single)
{
  gunichar c = g_utf8_get_char (text + at);
  gsize after = g_utf8_next_char (text + at) - text;
  gunichar before = 0, behind = 0;

  if (c == OPENING)
    return single ? MARK_NONE : MARK_OPENS;
  if (c == CLOSING)
    return single ? MARK_NONE : MARK_CLOSES;
  if (single ? c != '\'' && c != OPENING_SINGLE && c != CLOSING_SINGLE : c != '"')
    return MARK_NONE;
  if (at > span.start)
    before = g_utf8_get_char (g_utf8_prev_char (text + at));
  if (after < span.end)
    behind = g_utf8_get_char (text + after);
  if (c != CLOSING_SINGLE && (before == 0 || g_unichar_isspace (before) || before == '(')
      && behind != 0 && !g_unichar_isspace (behind))
    return MARK_OPENS;
  if (c != OPENING_SINGLE && before != 0 && !g_unichar_isspace (before)
      && (behind == 0 || !g_unichar_isalnum (behind)))
    return MARK_CLOSES;
  return MARK_NONE;
}

static void
count_marks (const gchar *text, Span span, guint *opening, guint *closing)
{
  *opening = *closing = 0;
  for (gsize at = span.start; at < span.end; at++)
    {
      Mark mark;

      if (text[at] != '"' && (guchar)text[at] != LEAD)
        continue;
      mark = mark_at (text, span, at, FALSE);

      *opening += mark == MARK_OPENS;
      *closing += mark == MARK_CLOSES;
    }
}

/* A later block that closes what block i opens; i if none does. Paragraphs of a long
 * quotation may open again, as printers do, or hold one of their own. */
static guint
closing_block (const guint *opening, const guint *closing, guint i, guint n)
{
  for (guint j = i + 1; j < n && j - i <= MAX_PARAGRAPHS; j++)
    if (closing[j] > opening[j])
      return j;
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

static void
find_marked (const gchar *text, Span paragraph, gboolean single, GArray *quotations)
{
  gsize opened = G_MAXSIZE;
  guint depth = 0;

  for (gsize at = paragraph.start; at < paragraph.end && quotations->len < MAX_QUOTATIONS;
       at = g_utf8_next_char (text + at) - text)
    {
      Mark mark = mark_at (text, paragraph, at, single);

      if (mark == MARK_OPENS)
        {
          if (depth++ == 0)
            opened = at;
        }
      else if (mark == MARK_CLOSES && depth > 0 && --depth == 0)
        {
          Span span = { opened, g_utf8_next_char (text + at) - text };

          g_array_append_val (quotations, span);
        }
    }
}

static gboolean
has_mark (const gchar *text, Span span)
{
  for (gsize at = span.start; at < span.end; at++)
    if (text[at] == '"' || text[at] == '\'' || (guchar)text[at] == LEAD)
      return TRUE;
  return FALSE;
}

GArray *
quotations_in (const gchar *text, Span paragraph)
{
  GArray *quotations;

  if (!has_mark (text, paragraph))
    return NULL;
  quotations = g_array_new (FALSE, FALSE, sizeof (Span));
  find_marked (text, paragraph, FALSE, quotations);
  find_marked (text, paragraph, TRUE, quotations);
  if (quotations->len > 0)
    return quotations;
  g_array_unref (quotations);
  return NULL;
}

gboolean
quotations_hold (const GArray *quotations, gsize at)
{
  for (guint i = 0; quotations != NULL && i < quotations->len; i++)
    {
      Span span = g_array_index (quotations, Span, i);

      if (at > span.start && at < span.end)
        return TRUE;
    }
  return FALSE;
}
