/* note.c: words that stand out at the right margin become notes. */

#include "extract/note.h"
#include "extract/label.h"

#include <math.h>
#include <string.h>

/* Bytes of a note that stands alone at the right margin: "Cllr. O. Williams". */
#define NOTE_BYTES 40
/* Letters of one beside a sentence, and how far from the margin, of the page's width. */
#define NOTE_LETTERS 32
#define NOTE_AWAY 0.04f

/* The words from start to the row's end may be a note at the right margin: few letters,
 * the first a capital, and no line to sign on. */
static gboolean
may_be_note (const Row *row, guint start, const Glyph *glyphs)
{
  const Word *before = &row->words[start - 1], *last = &row->words[row->n - 1];
  gunichar end = glyphs[before->first + before->n - 1].c;
  guint letters = 0;
  guint i;

  for (i = start; i < row->n; i++)
    letters += row->words[i].n + 1;
  return letters <= NOTE_LETTERS && g_unichar_isupper (glyphs[row->words[start].first].c)
         && end != ':' && end != '_' && end != 0x2026
         && glyphs[last->first + last->n - 1].c != ':';
}

/* The row's one gap that is more than a space in prose, before word *ret_start, and the
 * next widest; 0 if it has none or several. Justified rows have more than one. */
static gfloat
only_gap (const Row *row, guint *ret_start, gfloat *ret_next)
{
  gfloat wide = 0, next = 0; /* the widest gap, and the one that is next to it in width */
  guint i;

  *ret_start = row->n;
  for (i = 1; i < row->n; i++)
    {
      gfloat gap = row->words[i].x0 - row->words[i - 1].x1;

      if (gap > wide)
        {
          next = wide;
          wide = gap;
          *ret_start = i;
        }
      else
        next = MAX (next, gap);
    }
  *ret_next = next;
  return wide > 0.8f * row->size && next < 0.8f * row->size ? wide : 0;
}

/* Whether a row ends its paragraph, and goes on with that of the row above it. */
static gboolean
is_last_of_paragraph (const Row *rows, guint i, guint n, const Glyph *glyphs,
                      gfloat right, gfloat width)
{
  const Row *row = &rows[i];
  gfloat height = row->y1 - row->y0;
  gchar label[64];

  if (i == 0 || row->y0 - rows[i - 1].y1 > 0.45f * height
      || rows[i - 1].x1 < right - 0.15f * width || fabsf (rows[i - 1].x0 - row->x0) > 2)
    return FALSE;
  if (i + 1 == n || rows[i + 1].y0 - row->y1 > 0.45f * height)
    return TRUE;
  word_text (&rows[i + 1].words[0], glyphs, label, sizeof label);
  return label_is (label);
}

/* "… as typed and circulated were correct.       Signed by the Chair": the first word of
 * a note that stands out at the right margin, in a row that no other has a gutter with;
 * row->n if there is none. Out at the very margin it needs no more than room; a little
 * before it, as where the writer's machine has spaces for it, the end of a paragraph. */
guint
note_start (const Row *rows, guint i, guint n, const Glyph *glyphs, gfloat right,
            gfloat width)
{
  const Row *row = &rows[i];
  guint start;
  gfloat next;
  gfloat gap = only_gap (row, &start, &next);

  if (gap == 0 || row->x1 < right - NOTE_AWAY * width
      || !may_be_note (row, start, glyphs))
    return row->n;
  if (row->n >= 6 && row->x1 >= right - 4 && gap > 1.4f * row->size && start >= 4)
    return start;
  if (row->words[start].x0 < 0.6f * width
      || !is_last_of_paragraph (rows, i, n, glyphs, right, width))
    return row->n;
  return gap > 5 * row->size || (gap > 3 * next && start >= 4 && row->n - start <= 3)
             ? start
             : row->n;
}

/* Where the sentence leaves no room for the note beside it, the writer's machine puts it
 * on a line of its own, out at the same margin:
 *
 *   ix) Transport, issuing of free bus passes.                                   Website
 *   x) Mr Hale about the highway. Councillor Moss to follow up about cleaning the road.
 *                                                                       Councillor Moss
 *   xi) The notice board is beyond repair. Clerk to look into prices.              Clerk
 */
void
notes_mark_lone (GArray *lines, gdouble width)
{
  Line *line = (Line *)(gpointer)lines->data;
  guint first = lines->len, last = 0, n = 0;
  gdouble right = -G_MAXDOUBLE;
  guint i;

  for (i = 0; i < lines->len; i++)
    if (line[i].role == LINE_ROLE_SIDE)
      {
        first = MIN (first, i);
        last = i;
        right = MAX (right, line[i].box.x1);
      }
  for (i = first; i < last; i++)
    n += line[i].role == LINE_ROLE_SIDE && line[i].box.x1 > right - 2;
  for (i = first; i < last && n > 0; i++)
    if (line[i].role == LINE_ROLE_NONE && line[i].box.x0 > 0.6 * width
        && fabs (line[i].box.x1 - right) < 2 && strlen (line[i].text) <= NOTE_BYTES
        && g_unichar_isupper (g_utf8_get_char (line[i].text)))
      line[i].role = LINE_ROLE_SIDE;
}
