/* gutter.c: rows with gaps become gutters, and those are told apart by what they part. */

#include "extract/gutter.h"
#include "extract/label.h"
#include "extract/sides.h"

#include <math.h>
#include <string.h>

/* Gaps of a page that are followed up and down, and rows looked at in all while doing so:
 * a page of 200 columns by 100 rows has 20,000 gaps, but only 200 gutters. */
#define MAX_GUTTERS 400
#define MAX_STEPS 200000
/* A gap this wide, in ems, may be more than the space between two words … */
#define WIDE 0.75f
/* … if it is so much wider than the row's usual space: justified rows have wide spaces.
 */
#define WIDER 1.8f
/* If half of a row's gaps are wider than so many ems, most of its words are cells, as in
 * the head of a table: "No.  Item  Discussion  Action  Lead". */
#define WIDEST 1.2f
/* A strip narrower than this, in ems, parts nothing. */
#define NARROWEST 0.5f
/* White between two rows, in row heights, that ends a gutter. */
#define FARTHEST 3
/* Words of a heading that ends in a colon. */
#define MAX_CAPTION 5

typedef struct
{
  const Row *rows;
  guint n_rows;
  const Glyph *glyphs;
  gfloat width;  /* of the page */
  gfloat x0, x1; /* of the text */
  guint n_steps;
  GArray *gutters;
} Finder;

guint
row_split (const Row *row, gfloat x)
{
  guint low = 0, high = row->n;

  while (low < high)
    {
      guint half = (low + high) / 2;

      if (row->words[half].x0 < x)
        low = half + 1;
      else
        high = half;
    }
  return low;
}

/* The row's usual space between words: among its narrower ones, for a row of a table has
 * wide ones too; that of most fonts for a row of few words. */
static gfloat
usual_space (const Row *row)
{
  gfloat gaps[64]; /* in order */
  guint n = 0;
  guint i, j;

  for (i = 1; i < row->n && n < G_N_ELEMENTS (gaps); i++)
    {
      gfloat gap = row->words[i].x0 - row->words[i - 1].x1;

      if (gap <= 0.1f * row->size)
        continue;
      for (j = n++; j > 0 && gaps[j - 1] > gap; j--)
        gaps[j] = gaps[j - 1];
      gaps[j] = gap;
    }
  if (n < 4)
    return 0.3f * row->size;
  return gaps[n / 2] > WIDEST * row->size ? 0.3f * row->size : gaps[(n - 1) / 4];
}

/* The row's usual space, for the gap between two words: figures side by side that are
 * further apart than a space are cells, whatever the other gaps of their row are. */
static gfloat
space_between (const Row *row, guint left)
{
  const Word *a = &row->words[left], *b = a + 1;

  return a->figure && b->figure ? 0.3f * row->size : usual_space (row);
}

/* Narrows the strip to the widest part that the row leaves free; FALSE if that is too
 * little, or no more than the row's other spaces. */
static gboolean
narrow (Finder *self, const Row *row, gfloat *x0, gfloat *x1)
{
  guint i = row_split (row, *x0);
  gfloat left = i > 0 ? row->words[i - 1].x1 : -G_MAXFLOAT;
  gfloat best0 = 0, best1 = 0;
  gboolean between = FALSE;

  for (; left < *x1; i++)
    {
      gfloat right = i < row->n ? row->words[i].x0 : G_MAXFLOAT;
      gfloat free0 = MAX (*x0, left), free1 = MIN (*x1, right);

      self->n_steps++;
      if (free1 - free0 > best1 - best0)
        {
          best0 = free0;
          best1 = free1;
          between = left > -G_MAXFLOAT && right < G_MAXFLOAT
                    && right - left < 1.5f * space_between (row, i - 1);
        }
      if (i >= row->n)
        break;
      left = MAX (left, row->words[i].x1);
    }
  if (best1 - best0 < NARROWEST * row->size || between)
    return FALSE;
  *x0 = best0;
  *x1 = best1;
  return TRUE;
}

static gboolean
is_far (const Row *above, const Row *below)
{
  return below->y0 - above->y1 > FARTHEST * MAX (above->y1 - above->y0, 4);
}

/* Whether the line below goes on with what the row says left of the strip: its first word
 * would have reached into that. */
static gboolean
is_wrapped (const Finder *self, guint i, gfloat x0)
{
  const Row *row = &self->rows[i];
  const Word *next = &self->rows[i + 1].words[0];

  return next->x0 < x0 && row->words[row->n - 1].x1 + (next->x1 - next->x0) > x0;
}

/* Whether a row stands out as a heading between two rows: after white, bold, and numbered
 * or with a colon, on one side of the strip. "11. ACCOUNTS FOR PAYMENT" ends a list of
 * sums, "Officers:" one of members in two columns. */
static gboolean
is_heading (const Finder *self, guint i, gfloat x0)
{
  const Row *row = &self->rows[i];
  const Word *last = &row->words[row->n - 1];
  gchar label[64];

  if (i == 0 || row_split (row, x0) < row->n
      || (self->glyphs[last->first].style & GLYPH_BOLD) == 0
      || row->y0 - self->rows[i - 1].y1 < 0.5f * (row->y1 - row->y0)
      || (i + 1 < self->n_rows && is_wrapped (self, i, x0)))
    return FALSE;
  if (row->n <= MAX_CAPTION && self->glyphs[last->first + last->n - 1].c == ':')
    return TRUE;
  word_text (&row->words[0], self->glyphs, label, sizeof label);
  return row->n > 1 && label_is (label);
}

/* Follows the strip in one direction; returns the last row that leaves it free. */
static guint
follow (Finder *self, guint row, gint step, gfloat *x0, gfloat *x1)
{
  guint last = row;
  gint64 next;

  for (next = (gint64)row + step; next >= 0 && next < self->n_rows; next += step)
    {
      const Row *here = &self->rows[next];
      const Row *before = &self->rows[next - step];

      if (++self->n_steps > MAX_STEPS
          || is_far (step > 0 ? before : here, step > 0 ? here : before)
          || is_heading (self, (guint)next, *x0) || !narrow (self, here, x0, x1))
        break;
      last = (guint)next;
    }
  return last;
}

gboolean
gutter_has_left (const Gutter *self, const Row *row)
{
  return row->words[0].x0 < self->x0;
}

gboolean
gutter_has_right (const Gutter *self, const Row *row)
{
  return row->words[row->n - 1].x0 >= self->x0;
}

/* Columns whose lines stand at different heights have their words in rows of their own,
 * which overlap. */
static gboolean
has_both (const Finder *self, const Gutter *gutter, guint row)
{
  gboolean left = gutter_has_left (gutter, &self->rows[row]),
           right = gutter_has_right (gutter, &self->rows[row]);
  gint step;

  if (left && right)
    return TRUE;
  for (step = -1; step <= 1; step += 2)
    {
      gint64 other = (gint64)row + step;
      const Row *a = &self->rows[row], *b;

      if (other < gutter->first || other > gutter->last)
        continue;
      b = &self->rows[other];
      if (MIN (a->y1, b->y1) - MAX (a->y0, b->y0) > 0.25f * (a->y1 - a->y0)
          && (left ? gutter_has_right (gutter, &self->rows[(guint)other])
                   : gutter_has_left (gutter, &self->rows[(guint)other])))
        return TRUE;
    }
  return FALSE;
}

/* Whether what stands left of the gutter in a row, up to the gap before it, is the label
 * of what stands right of it; not so figures beside figures. */
static gboolean
is_label (const Finder *self, const Gutter *gutter, guint row)
{
  const Row *r = &self->rows[row];
  guint end = row_split (r, gutter->x0);
  guint start = end;
  gchar text[64];
  gsize n;

  while (
      start > 0 && end - start < 5
      && (start == end || r->words[start].x0 - r->words[start - 1].x1 < WIDE * r->size))
    start--;
  if (start == end)
    return FALSE;
  if (start > 0 && end < r->n && r->words[end - 1].figure && r->words[end].figure)
    return FALSE;
  word_text (&r->words[end - 1], self->glyphs, text, sizeof text);
  n = strlen (text);
  return (n > 1 && text[n - 1] == ':' && end - start < 4)
         || (end - start == 1 && label_is (text));
}

/* Whether another gap of the row after a comma is as wide as that before word split: so
 * are all of a justified row whose other spaces do not stretch ("Mr M Sole"). */
static gboolean
has_like_gap (const Finder *self, const Row *row, guint split)
{
  gfloat gap = row->words[split].x0 - row->words[split - 1].x1;
  guint i;

  for (i = 1; i < row->n; i++)
    {
      const Word *before = &row->words[i - 1];

      if (i != split && fabsf (row->words[i].x0 - before->x1 - gap) < 0.06f * row->size
          && self->glyphs[before->first + before->n - 1].c == ',')
        return TRUE;
    }
  return FALSE;
}

/* "Mr M Sole,      Mr P Stepto,      Dr L Sullivan," in justified print: every row fills
 * the width, what is left of the gap ends with a comma, and what is right of it begins
 * anywhere, or all the row's gaps are alike. */
static gboolean
is_justified_list (const Finder *self, const Gutter *gutter)
{
  gfloat left0 = G_MAXFLOAT, left1 = -G_MAXFLOAT, start0 = G_MAXFLOAT,
         start1 = -G_MAXFLOAT, right0 = G_MAXFLOAT, right1 = -G_MAXFLOAT;
  guint commas = 0, like = 0;
  guint i;

  for (i = gutter->first; i <= gutter->last; i++)
    {
      const Row *row = &self->rows[i];
      guint split = row_split (row, gutter->x0);
      const Word *before;
      gunichar end;

      if (split == 0 || split == row->n)
        continue;
      before = &row->words[split - 1];
      end = self->glyphs[before->first + before->n - 1].c;
      if (end != ',' && end != ';' && (end != ':' || commas > 0))
        return FALSE;
      commas += end != ':';
      like += end != ':' && has_like_gap (self, row, split);
      left0 = MIN (left0, row->x0), left1 = MAX (left1, row->x0);
      start0 = MIN (start0, row->words[split].x0);
      start1 = MAX (start1, row->words[split].x0);
      right0 = MIN (right0, row->x1), right1 = MAX (right1, row->x1);
    }
  return commas > 0 && left1 - left0 < 2 && right1 - right0 < 2
         && (start1 - start0 > 0.5f || like == commas);
}

/* FALSE if it is no gutter after all. Its rows are cut to those it parts. */
static gboolean
judge (const Finder *self, Gutter *gutter)
{
  guint first = gutter->first, last = gutter->last;
  guint n_labels = 0;
  Sides sides;
  guint i;

  while (gutter->first < gutter->last && !has_both (self, gutter, gutter->first))
    gutter->first++;
  while (gutter->last > gutter->first && !has_both (self, gutter, gutter->last))
    gutter->last--;
  for (i = gutter->first; i <= gutter->last; i++)
    if (gutter_has_left (gutter, &self->rows[i])
        && gutter_has_right (gutter, &self->rows[i]))
      {
        gutter->n_both++;
        n_labels += is_label (self, gutter, i);
      }
    else
      gutter->n_both += has_both (self, gutter, i);
  if (n_labels * 4 >= gutter->n_both * 3)
    {
      gutter->kind = GUTTER_LABEL;
      return TRUE;
    }
  if (gutter->n_both < 2 || is_justified_list (self, gutter))
    return FALSE;
  sides = sides_measure (self->rows, gutter, self->glyphs, self->width);
  if (sides.n_left < 2 || sides.n_right < 2)
    return FALSE; /* a large page number beside two lines of a footer */
  gutter->kind =
      sides_are_columns (&sides, gutter, self->width) ? GUTTER_COLUMNS : GUTTER_TABLE;
  if (gutter->kind == GUTTER_TABLE
      && sides_are_notes (&sides, gutter, self->width, self->x1))
    gutter->kind = GUTTER_SIDE;
  /* The first lines of a cell stand above the label that is beside its middle. */
  while (gutter->kind == GUTTER_TABLE && gutter->first > first
         && !gutter_has_left (gutter, &self->rows[gutter->first - 1])
         && self->rows[gutter->first].y0 - self->rows[gutter->first - 1].y1
                < 0.35f * self->rows[gutter->first].size)
    gutter->first--;
  /* The longer of two columns goes on alone; so do the last lines of a cell. */
  while (gutter->last < last
         && (gutter->kind == GUTTER_COLUMNS
             || self->rows[gutter->last + 1].y0 - self->rows[gutter->last].y1
                    < 0.35f * self->rows[gutter->last].size))
    gutter->last++;
  return TRUE;
}

static gboolean
is_known (const Finder *self, guint row, gfloat x0, gfloat x1)
{
  guint i;

  for (i = self->gutters->len; i-- > 0;)
    {
      const Gutter *gutter = &g_array_index (self->gutters, Gutter, i);

      if (gutter->first <= row && row <= gutter->last && gutter->x0 < x1
          && x0 < gutter->x1)
        return TRUE;
    }
  return FALSE;
}

static void
consider (Finder *self, guint row, gfloat x0, gfloat x1)
{
  Gutter gutter = { 0 };

  if (is_known (self, row, x0, x1) || self->n_steps > MAX_STEPS
      || self->gutters->len >= MAX_GUTTERS)
    return;
  gutter.first = follow (self, row, -1, &x0, &x1);
  gutter.last = follow (self, row, +1, &x0, &x1);
  gutter.x0 = x0;
  gutter.x1 = x1;
  if (judge (self, &gutter))
    g_array_append_val (self->gutters, gutter);
}

/* Whether the white before word j of the row may be more than a space. */
static gboolean
is_gap (const Row *row, guint j, gfloat least)
{
  gfloat gap = row->words[j].x0 - row->words[j - 1].x1;

  return gap > least
         || (gap > WIDE * row->size && row->words[j - 1].figure && row->words[j].figure);
}

static void
consider_row (Finder *self, guint i)
{
  const Row *row = &self->rows[i];
  gfloat least = MAX (WIDE * row->size, WIDER * usual_space (row));
  guint j;

  for (j = 1; j < row->n; j++)
    if (is_gap (row, j, least))
      consider (self, i, row->words[j - 1].x1, row->words[j].x0);
  if (i + 1 < self->n_rows)
    {
      const Row *below = row + 1;

      if (MIN (row->y1, below->y1) - MAX (row->y0, below->y0)
          > 0.25f * (row->y1 - row->y0))
        {
          if (row->x1 + least < below->x0)
            consider (self, i, row->x1, below->x0);
          else if (below->x1 + least < row->x0)
            consider (self, i, below->x1, row->x0);
        }
    }
}

static gint
by_first (gconstpointer a, gconstpointer b)
{
  const Gutter *left = a, *right = b;

  return left->first != right->first ? (gint)left->first - (gint)right->first
         : left->x0 < right->x0      ? -1
                                     : left->x0 > right->x0;
}

GArray *
gutters_find (const Row *rows, guint n_rows, const Glyph *glyphs, gdouble width)
{
  Finder self = { .rows = rows,
                  .n_rows = n_rows,
                  .glyphs = glyphs,
                  .width = (gfloat)width,
                  .x0 = G_MAXFLOAT,
                  .x1 = -G_MAXFLOAT };
  guint i;

  self.gutters = g_array_new (FALSE, FALSE, sizeof (Gutter));
  for (i = 0; i < n_rows; i++)
    {
      self.x0 = MIN (self.x0, rows[i].x0);
      self.x1 = MAX (self.x1, rows[i].x1);
    }
  for (i = 0; i < n_rows; i++)
    consider_row (&self, i);
  g_array_sort (self.gutters, by_first);
  return self.gutters;
}
