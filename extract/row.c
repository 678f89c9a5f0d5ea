/* row.c: glyphs become words, words rows. */

#include "extract/row.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Words smaller than this share of a page's commonest size may be raised ordinals. */
#define SMALL 0.8f
/* White between two characters, in ems, that parts words without a space. */
#define APART 0.25f
/* Rows that are looked at, up and down, for one that a small word touches. */
#define MAX_NEAR_ROWS 4
/* Characters of a footnote's mark, "127" or "12,13". */
#define MAX_MARK 5

static Turn
turn_of (const Glyph *glyphs, guint first, guint n)
{
  const Glyph *a = &glyphs[first], *b = &glyphs[first + n - 1];
  gfloat dx = (b->x0 + b->x1 - a->x0 - a->x1) / 2;
  gfloat dy = (b->y0 + b->y1 - a->y0 - a->y1) / 2;

  if (n < 2 || (dx == 0 && dy == 0))
    return TURN_NONE;
  if (fabsf (dy) < 0.25f * fabsf (dx))
    return dx > 0 || glyph_is_leftward (a->c) ? TURN_NONE : TURN_OVER;
  if (fabsf (dx) < 0.25f * fabsf (dy))
    return dy < 0 ? TURN_UP : TURN_DOWN;
  return fabsf (dy) > 0.5f * a->size ? TURN_SLANT : TURN_NONE;
}

static gboolean
is_digit (const Glyph *glyph)
{
  return glyph->c >= '0' && glyph->c <= '9';
}

static gboolean
is_figure (const Glyph *glyphs, guint first, guint n)
{
  gboolean digit = FALSE;
  guint i;

  for (i = first; i < first + n; i++)
    if (is_digit (&glyphs[i]))
      digit = TRUE;
    else if (glyphs[i].c < 0x80
                 ? strchr ("$%.,()+-", (int)glyphs[i].c) == NULL
                 : glyphs[i].c != 0xa3 && glyphs[i].c != 0x20ac && glyphs[i].c != 0x2013)
      return FALSE;
  return digit || n == 1;
}

static void
word_measure (Word *word, const Glyph *glyphs)
{
  guint i;

  word->x0 = word->y0 = G_MAXFLOAT;
  word->x1 = word->y1 = -G_MAXFLOAT;
  for (i = word->first; i < word->first + word->n; i++)
    {
      word->x0 = MIN (word->x0, glyphs[i].x0);
      word->y0 = MIN (word->y0, glyphs[i].y0);
      word->x1 = MAX (word->x1, glyphs[i].x1);
      word->y1 = MAX (word->y1, glyphs[i].y1);
    }
  word->size =
      glyphs[word->first].size > 0 ? glyphs[word->first].size : word->y1 - word->y0;
  word->figure = is_figure (glyphs, word->first, word->n);
  word->leftward = glyph_is_leftward (glyphs[word->first].c);
  word->turn = turn_of (glyphs, word->first, word->n);
}

/* One letter does not show which way it goes: it goes with its line. */
static void
turn_short_words (GArray *words)
{
  Word *w = (Word *)(gpointer)words->data;
  guint i;

  for (i = 1; i < words->len; i++)
    if (w[i].n == 1 && w[i].line == w[i - 1].line)
      w[i].turn = w[i - 1].turn;
  for (i = words->len; i-- > 1;)
    if (w[i - 1].n == 1 && w[i].line == w[i - 1].line)
      w[i - 1].turn = w[i].turn;
}

/* White between two characters that follow each other. */
static gfloat
gap_between (const Glyph *a, const Glyph *b)
{
  return glyph_is_leftward (a->c) && b->x0 < a->x0 ? a->x0 - b->x1 : b->x0 - a->x1;
}

/* Whether the reader's word ends between two of its characters. A change of size begins
 * another, so that "9" and "th" are two. poppler prints no space where two words stand in
 * one line of a table, or a bullet and its text, only far apart. */
static gboolean
is_break (const Glyph *a, const Glyph *b)
{
  if (fabsf (a->size - b->size) > 0.15f * MAX (a->size, b->size))
    return TRUE;
  if (fabsf (b->y0 - a->y0) < 0.5f * b->size)
    return gap_between (a, b) > APART * b->size;
  /* Another line, unless the word is turned: then its letters are wider than high. */
  return a->x1 - a->x0 < a->y1 - a->y0 || b->x1 - b->x0 < b->y1 - b->y0;
}

/* Whether one word of a line follows the other without a space. */
static gboolean
is_glued (const Glyph *a, const Glyph *b)
{
  return b->c != ' ' && b->c != '\n' && gap_between (a, b) <= APART * b->size;
}

GArray *
words_new (const Glyph *glyphs, gsize n_glyphs)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint line = 0;
  gsize i = 0;

  while (i < n_glyphs)
    {
      Word word = { .line = line };

      if (glyphs[i].c == ' ' || glyphs[i].c == '\n')
        {
          line += glyphs[i].c == '\n';
          i++;
          continue;
        }
      word.first = (guint)i;
      for (i++; i < n_glyphs && glyphs[i].c != ' ' && glyphs[i].c != '\n'
                && !is_break (&glyphs[i - 1], &glyphs[i]);
           i++)
        ;
      word.n = (guint)(i - word.first);
      word.glued = i < n_glyphs && is_glued (&glyphs[i - 1], &glyphs[i]);
      word_measure (&word, glyphs);
      g_array_append_val (words, word);
    }
  turn_short_words (words);
  return words;
}

void
word_text (const Word *word, const Glyph *glyphs, gchar *text, gsize size)
{
  gsize n = 0;
  guint i;

  for (i = 0; i < word->n && n + 7 < size; i++)
    n += (gsize)g_unichar_to_utf8 (glyphs[word->first + i].c, text + n);
  text[n] = '\0';
}

gboolean
word_is_apart (const Word *left, const Word *right)
{
  if (left->line == right->line && left->first < right->first)
    return left->first + left->n < right->first || !left->glued;
  return right->x0 - left->x1 > 0.15f * MIN (left->size, right->size)
         || right->x0 < left->x0;
}

static gint
by_middle (gconstpointer a, gconstpointer b)
{
  const Word *left = a, *right = b;
  gfloat y1 = left->y0 + left->y1, y2 = right->y0 + right->y1;

  return y1 < y2 ? -1 : y1 > y2 ? 1 : (gint)left->first - (gint)right->first;
}

static gint
by_left (gconstpointer a, gconstpointer b)
{
  const Word *left = a, *right = b;

  return left->x0 < right->x0   ? -1
         : left->x0 > right->x0 ? 1
                                : (gint)left->first - (gint)right->first;
}

/* Most pages come in order. */
static void
sort_words (Word *words, guint n, GCompareFunc compare)
{
  guint i;

  for (i = 1; i < n && compare (&words[i - 1], &words[i]) <= 0; i++)
    ;
  if (i < n)
    qsort (words, n, sizeof (Word), compare);
}

gfloat
words_size (const Word *words, guint n)
{
  guint counts[400] = { 0 };
  guint best = 0;
  guint i;

  for (i = 0; i < n; i++)
    counts[CLAMP ((gint)(words[i].size * 4), 0, 399)] += words[i].n;
  for (i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return (gfloat)best / 4;
}

static void
row_measure (Row *row)
{
  guint i;

  row->x0 = row->y0 = G_MAXFLOAT;
  row->x1 = row->y1 = -G_MAXFLOAT;
  row->size = 0;
  for (i = 0; i < row->n; i++)
    row->size = MAX (row->size, row->words[i].size);
  for (i = 0; i < row->n; i++)
    {
      const Word *word = &row->words[i];

      row->x0 = MIN (row->x0, word->x0);
      row->x1 = MAX (row->x1, word->x1);
      if (word->size < SMALL * row->size)
        continue; /* a raised word is no part of the row's height */
      row->y0 = MIN (row->y0, word->y0);
      row->y1 = MAX (row->y1, word->y1);
    }
}

/* Words sorted by their middle, cut where the middle of the next is no more that of the
 * row's first. */
static void
append_rows (GArray *rows, Word *words, guint n)
{
  guint start, end;

  for (start = 0; start < n; start = end)
    {
      Row row = { .words = words + start };
      gfloat middle = (words[start].y0 + words[start].y1) / 2;
      gfloat height = words[start].y1 - words[start].y0;

      for (end = start + 1; end < n; end++)
        {
          gfloat next = (words[end].y0 + words[end].y1) / 2;

          if (next - middle > 0.4f * MIN (height, words[end].y1 - words[end].y0))
            break;
        }
      row.n = end - start;
      row_measure (&row);
      g_array_append_val (rows, row);
    }
}

/* Whether the small word touches a word of the row: side by side, heights overlapping. */
static gboolean
touches (const Row *row, const Word *small)
{
  gfloat overlap = MIN (row->y1, small->y1) - MAX (row->y0, small->y0);
  guint i;

  if (overlap < 0.3f * (small->y1 - small->y0) || row->size < small->size)
    return FALSE;
  for (i = 0; i < row->n; i++)
    {
      gfloat after = small->x0 - row->words[i].x1, before = row->words[i].x0 - small->x1;

      if (fabsf (after) < 0.5f * row->size || fabsf (before) < 0.5f * row->size)
        return TRUE;
    }
  return FALSE;
}

/* The row among those near its height that the small word touches, or -1. */
static gint
touched_row (const GArray *rows, const Word *small)
{
  gfloat middle = (small->y0 + small->y1) / 2;
  guint low = 0, high = rows->len;
  gint i, best = -1;
  gfloat distance = G_MAXFLOAT;

  while (low < high)
    {
      guint half = (low + high) / 2;

      if (g_array_index (rows, Row, half).y1 < middle)
        low = half + 1;
      else
        high = half;
    }
  for (i = MAX ((gint)low - MAX_NEAR_ROWS, 0);
       i < MIN ((gint)low + MAX_NEAR_ROWS, (gint)rows->len); i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      gfloat off = fabsf ((row->y0 + row->y1) / 2 - middle);

      if (off < distance && touches (row, small))
        {
          distance = off;
          best = i;
        }
    }
  return best;
}

static gint
row_by_top (gconstpointer a, gconstpointer b)
{
  const Row *left = a, *right = b;
  gfloat y1 = left->y0 + left->y1, y2 = right->y0 + right->y1;

  return y1 < y2 ? -1 : y1 > y2 ? 1 : left->words < right->words ? -1 : 1;
}

static gint
by_first (gconstpointer a, gconstpointer b)
{
  const Word *left = a, *right = b;

  return left->first < right->first ? -1 : left->first > right->first;
}

/* Whether a small word is the next one on the line of another. */
static gboolean
follows (const Word *before, const Word *small)
{
  gfloat space = small->x0 - before->x1;

  return before->line == small->line && space >= 0 && space < 0.6f * small->size
         && fabsf (small->y0 - before->y0) < 0.5f * small->size;
}

typedef struct
{
  gint row;
  Word word;
} Placed;

static gint
by_row (gconstpointer a, gconstpointer b)
{
  const Placed *left = a, *right = b;

  return left->row != right->row ? left->row - right->row
                                 : by_left (&left->word, &right->word);
}

/* Words that small words joined are copied so that each row's stand together again. */
static void
place_small (GArray *rows, Word *words, guint n_large, guint n)
{
  g_autofree Placed *placed = g_new (Placed, n);
  guint i, k = 0, start;

  for (i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      guint j;

      for (j = 0; j < row->n; j++)
        placed[k++] = (Placed){ (gint)i, row->words[j] };
    }
  sort_words (words + n_large, n - n_large, by_first);
  for (i = n_large; i < n; i++)
    {
      gint row = touched_row (rows, &words[i]);

      /* "24th" and a "2018." that was left in the small print of its ordinal */
      if (row < 0 && i > n_large && follows (&words[i - 1], &words[i]))
        row = placed[i - 1].row;
      placed[i] = (Placed){ row < 0 ? G_MAXINT : row, words[i] };
    }
  qsort (placed, n, sizeof (Placed), by_row);
  g_array_set_size (rows, 0);
  for (i = 0; i < n; i++)
    words[i] = placed[i].word;
  for (start = 0; start < n && placed[start].row != G_MAXINT; start = i)
    {
      Row row = { .words = words + start };

      for (i = start; i < n && placed[i].row == placed[start].row; i++)
        ;
      row.n = i - start;
      row_measure (&row);
      g_array_append_val (rows, row);
    }
  qsort (words + start, n - start, sizeof (Word), by_middle);
  append_rows (rows, words + start, n - start);
}

/* How far a word's baseline is above that of the word beside it, in ems of that. Fonts
 * reach a fifth of their box below the line. */
static gfloat
rise (const Word *word, const Word *beside)
{
  gfloat base = word->y1 - 0.2f * (word->y1 - word->y0);
  gfloat other = beside->y1 - 0.2f * (beside->y1 - beside->y0);

  return beside->size > 0 ? (other - base) / beside->size : 0;
}

/* "the Board" and a small raised "1", which is no "Board1"; a "1" at the head of the note
 * itself, which is no item's number. */
static void
find_marks (Row *row, const Glyph *glyphs)
{
  guint i, j;

  for (i = 0; i < row->n; i++)
    {
      Word *word = &row->words[i];
      const Word *beside = NULL;
      gboolean digits = word->n <= MAX_MARK && is_digit (&glyphs[word->first]);

      if (word->size >= SMALL * row->size)
        continue;
      for (j = word->first; digits && j < word->first + word->n; j++)
        digits = is_digit (&glyphs[j]) || glyphs[j].c == ',';
      if (!digits)
        continue;
      if (i > 0 && word->x0 - row->words[i - 1].x1 < 0.3f * row->size)
        beside = &row->words[i - 1];
      else if (i + 1 < row->n)
        beside = &row->words[i + 1];
      word->mark = beside != NULL && word->size < SMALL * beside->size
                   && rise (word, beside) > 0.15f;
    }
}

GArray *
text_rows_new (Word *words, guint n_words, const Glyph *glyphs)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  gfloat small = SMALL * words_size (words, n_words);
  guint n_large = 0;
  guint i;

  for (i = 0; i < n_words; i++)
    if (words[i].size >= small)
      {
        Word word = words[i];

        words[i] = words[n_large];
        words[n_large++] = word;
      }
  sort_words (words, n_large, by_middle);
  append_rows (rows, words, n_large);
  if (n_large < n_words)
    place_small (rows, words, n_large, n_words);
  g_array_sort (rows, row_by_top);
  for (i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      sort_words (row->words, row->n, by_left);
      if (row->n > 1)
        find_marks (row, glyphs);
    }
  return rows;
}
