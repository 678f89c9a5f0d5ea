/* sides.c: what stands left and right of a gutter is counted, and says what it parts. */

#include "extract/sides.h"
#include "extract/label.h"

/* The first of three columns of text is half as wide as what stands right of it; one that
 * is narrower than so much of it is none of them. */
#define NARROW_SIDE 0.4f

static guint
letters_right (const Row *row, gfloat x)
{
  guint n = 0;
  guint i;

  for (i = row_split (row, x); i < row->n; i++)
    n += row->words[i].n + 1;
  return n;
}

static void
measure_extent (const Row *rows, const Gutter *gutter, Sides *sides)
{
  guint i;

  sides->x0 = G_MAXFLOAT;
  sides->x1 = -G_MAXFLOAT;
  for (i = gutter->first; i <= gutter->last; i++)
    {
      sides->x0 = MIN (sides->x0, rows[i].x0);
      sides->x1 = MAX (sides->x1, rows[i].x1);
    }
}

/* Whether what stands on the two sides is at one height: cells of a table are, lines of
 * two columns of text are so by chance. */
static gboolean
is_level (const Row *row, gfloat x)
{
  guint split = row_split (row, x);

  return split > 0 && split < row->n
         && ABS (row->words[0].y0 - row->words[split].y0) < 0.1f * (row->y1 - row->y0);
}

/* White above a row, on either side, that is more than the space between lines. */
static void
count_gaps (const Row *rows, const Gutter *gutter, Sides *sides)
{
  gfloat left = -G_MAXFLOAT, right = -G_MAXFLOAT;
  guint i;

  for (i = gutter->first; i <= gutter->last; i++)
    {
      const Row *row = &rows[i];
      gfloat far = 0.6f * (row->y1 - row->y0);
      gboolean is_left = gutter_has_left (gutter, &rows[i]),
               is_right = gutter_has_right (gutter, &rows[i]);
      gboolean gap_left = is_left && left > -G_MAXFLOAT && row->y0 - left > far;
      gboolean gap_right = is_right && right > -G_MAXFLOAT && row->y0 - right > far;

      sides->gaps_left += gap_left;
      sides->gaps_right += gap_right;
      sides->gaps_both += gap_left && gap_right && is_level (row, gutter->x0);
      if (is_left)
        left = row->y1;
      if (is_right)
        right = row->y1;
    }
}

/* Whether a row, up to x, looks like prose or an entry of a list. */
static gboolean
is_entry (const Glyph *glyphs, gfloat width, const Row *row, gfloat x)
{
  gchar label[64];

  word_text (&row->words[0], glyphs, label, sizeof label);
  return x - row->x0 > 0.45f * width || label_is (label);
}

/* How many gaps words [first, last) of the row have that are as wide as a column's. */
static guint
count_wide (const Row *row, guint first, guint last)
{
  guint n = 0;
  guint i;

  for (i = first + 1; i < last; i++)
    n += row->words[i].x0 - row->words[i - 1].x1 > 1.5f * row->size;
  return n;
}

Sides
sides_measure (const Row *rows, const Gutter *gutter, const Glyph *glyphs, gfloat width)
{
  Sides sides = { 0 };
  guint i;

  measure_extent (rows, gutter, &sides);
  count_gaps (rows, gutter, &sides);
  for (i = gutter->first; i <= gutter->last; i++)
    {
      const Row *row = &rows[i];
      guint split = row_split (row, gutter->x0);

      if (split > 0)
        {
          sides.n_left++;
          sides.full_left +=
              row->words[split - 1].x1 - sides.x0 > 0.75f * (gutter->x0 - sides.x0);
        }
      if (split > 0 && split < row->n)
        {
          sides.n_side++;
          sides.n_gapped +=
              count_wide (row, 0, split) + count_wide (row, split, row->n) > 0;
          sides.n_cells += count_wide (row, 0, split) > 1;
          sides.n_level += is_level (row, gutter->x0);
        }
      if (split < row->n)
        {
          sides.n_right++;
          sides.full_right += row->x1 - gutter->x1 > 0.75f * (sides.x1 - gutter->x1);
          sides.short_right += letters_right (row, gutter->x0) <= 40;
          sides.word_right += g_unichar_isalpha (glyphs[row->words[split].first].c);
          if (split > 0)
            sides.entry_left += is_entry (glyphs, width, row, row->words[split - 1].x1);
        }
    }
  return sides;
}

/* "1.1  The Chair welcomed everyone …      SK": prose, and something short beside some of
 * its lines; or entries of a list, and a word beside each, out at the margin. */
gboolean
sides_are_notes (const Sides *sides, const Gutter *gutter, gfloat width, gfloat x1)
{
  if (sides->short_right < sides->n_right || sides->x1 - gutter->x1 > 0.25f * width)
    return FALSE;
  /* "2 | Fostering | The Panel heard … | Write to carers | EG": a table's last column */
  if (sides->n_cells > 1 && sides->n_cells * 2 >= sides->n_right)
    return FALSE;
  if (sides->n_right * 2 <= sides->n_left && sides->full_left * 3 >= sides->n_left
      && gutter->x0 - sides->x0 > 0.4f * width && sides->x1 > x1 - 0.2f * width)
    return TRUE;
  return sides->x1 - gutter->x1 < 0.2f * width && gutter->x1 - sides->x0 > 0.5f * width
         && sides->x1 > x1 - 8 && sides->word_right * 5 >= sides->n_right * 4
         && sides->entry_left * 5 >= sides->n_right * 2;
}

/* Two columns of one width, whose lines stand at heights of their own: minutes in two
 * columns begin with a list of short names. */
static gboolean
is_halves (const Sides *sides, const Gutter *gutter, gfloat width)
{
  gfloat off = (gutter->x0 + gutter->x1 - sides->x0 - sides->x1) / 2;
  guint full = MIN (sides->full_left * 2, sides->n_left)
               + MIN (sides->full_right * 2, sides->n_right);
  guint lines = sides->n_left + sides->n_right;

  return sides->n_left >= 10 && sides->n_right >= 10 && ABS (off) < 0.04f * width
         && full * 4 >= lines * 3 && sides->full_left * 4 >= sides->n_left
         && sides->full_right * 4 >= sides->n_right && sides->n_level * 2 < sides->n_side;
}

gboolean
sides_are_columns (const Sides *sides, const Gutter *gutter, gfloat width)
{
  /* Four columns of a table, two of them on each side */
  if (sides->n_gapped * 2 >= sides->n_side && sides->n_gapped > 2)
    return FALSE;
  if (is_halves (sides, gutter, width))
    return TRUE;
  /* Titles in a narrow column beside their text */
  if (gutter->x0 - sides->x0 < NARROW_SIDE * (sides->x1 - gutter->x1))
    return FALSE;
  return sides->n_left >= 5 && sides->n_right >= 5
         && gutter->x0 - sides->x0 > 0.18f * width
         && sides->x1 - gutter->x1 > 0.18f * width
         && sides->full_left * 2 >= sides->n_left
         && sides->full_right * 2 >= sides->n_right
         && (sides->gaps_both < 2
             || sides->gaps_both * 2 < MIN (sides->gaps_left, sides->gaps_right));
}
