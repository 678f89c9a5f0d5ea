/* stamp.c: what is printed across a page, or turned, apart from its text. */

#include "extract/stamp.h"

#include <math.h>

Turn
words_turn (const GArray *words)
{
  guint letters[TURN_SLANT + 1] = { 0 };
  guint best = TURN_NONE, all = 0;
  guint i;

  for (i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      letters[word->turn] += word->n;
      all += word->n;
    }
  for (i = 0; i < TURN_SLANT; i++)
    if (letters[i] * 10 > all * 6)
      best = i;
  return (Turn)best;
}

void
word_turn (Word *word, Turn turn)
{
  Word from = *word;

  switch (turn)
    {
    case TURN_UP:
      word->x0 = -from.y1, word->x1 = -from.y0;
      word->y0 = from.x0, word->y1 = from.x1;
      break;
    case TURN_DOWN:
      word->x0 = from.y0, word->x1 = from.y1;
      word->y0 = -from.x1, word->y1 = -from.x0;
      break;
    case TURN_OVER:
      word->x0 = -from.x1, word->x1 = -from.x0;
      word->y0 = -from.y1, word->y1 = -from.y0;
      break;
    default:
      break;
    }
}

/* A word so many times as large as the page's print, with print across it, is a stamp. */
#define HUGE_SIZE 2.5f
/* Such words of a page that are looked at; "DRAFT MINUTES" has twelve letters. */
#define MAX_HUGE 64

static gboolean
is_printed_over (const Word *huge, const GArray *words)
{
  guint i;

  for (i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->size * HUGE_SIZE < huge->size && word->x0 < huge->x1
          && huge->x0 < word->x1 && word->y0 < huge->y1 && huge->y0 < word->y1)
        return TRUE;
    }
  return FALSE;
}

static gint
by_left (gconstpointer a, gconstpointer b)
{
  const Word *left = a, *right = b;

  return left->x0 < right->x0 ? -1 : left->x0 > right->x0;
}

/* Whether the word goes another way than the page, as two letters of a stamp may that
 * runs across it. */
static gboolean
is_turned (const Word *word, Turn turn)
{
  return turn == TURN_NONE && word->turn != TURN_NONE;
}

/* The size of the stamp that the page's print goes over, or that runs across a page with
 * little print; 0 if there is none. */
static gfloat
stamp_size (const GArray *words, gfloat least)
{
  Turn turn = words_turn (words);
  guint n = 0;
  guint i;

  for (i = 0; i < words->len && n < MAX_HUGE; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->size <= least)
        continue;
      if (is_turned (word, turn) || is_printed_over (word, words))
        return word->size;
      n++;
    }
  return 0;
}

GArray *
stamp_take (GArray *words)
{
  Word *w = (Word *)(gpointer)words->data;
  gfloat size = stamp_size (words, HUGE_SIZE * words_size (w, words->len));
  GArray *huge = g_array_new (FALSE, FALSE, sizeof (Word));
  guint letters = 0, n = 0;
  guint i;

  if (size <= 0)
    return huge;
  for (i = 0; i < words->len; i++)
    if (fabsf (w[i].size - size) < 0.05f * size)
      {
        g_array_append_val (huge, w[i]);
        letters += w[i].n;
      }
    else
      w[n++] = w[i];
  g_array_set_size (words, n);
  if (letters <= 2 * huge->len)
    g_array_sort (huge, by_left);
  return huge;
}
