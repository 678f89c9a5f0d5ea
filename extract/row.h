/* row.h: words, and the rows in which they stand side by side.
 *
 * Internal to the layout. A row is everything at one height of the page, whatever column
 * it is in: gutters cut it afterwards. */

#pragma once

#include "extract/document.h"
#include "extract/glyph.h"

typedef enum
{
  TURN_NONE,  /* reads from left to right */
  TURN_UP,    /* from bottom to top */
  TURN_DOWN,  /* from top to bottom */
  TURN_OVER,  /* upside down */
  TURN_SLANT, /* across the page */
} Turn;

typedef struct
{
  guint first; /* glyph */
  guint n;
  gfloat x0, y0, x1, y1;
  gfloat size;
  guint line;        /* of the reader, 0…: words of one line share it */
  gboolean glued;    /* the next word of the same line follows without a space */
  gboolean figure;   /* "£62,567.10", "-70", "12%", or the dash of an empty cell */
  gboolean leftward; /* it is read from right to left */
  gboolean mark;     /* raised figures: the mark of a footnote, the 2 of m² */
  Turn turn;
} Word;

typedef struct
{
  Word *words; /* (transfer none) from left to right */
  guint n;
  gfloat x0, y0, x1, y1;
  gfloat size; /* of its largest words */
} Row;

/* The words of a page in the reader's order. (transfer full): GArray of Word */
GArray *words_new (const Glyph *glyphs, gsize n_glyphs);

/* The size in which most of the letters are set, to a quarter of a point. */
gfloat words_size (const Word *words, guint n);

/* Sorts words by row, from top to bottom, and in the row from left to right. A raised or
 * lowered word in small print ("th" of 9th) goes to the row that it touches; raised
 * figures are marked.
 * (transfer full): GArray of Row that point into words */
GArray *text_rows_new (Word *words, guint n_words, const Glyph *glyphs);

/* The word's letters, or as many as have room. */
void word_text (const Word *word, const Glyph *glyphs, gchar *text, gsize size);

/* Whether a space is to be printed between two words that stand side by side. */
gboolean word_is_apart (const Word *left, const Word *right);
