/* layout.c: the rows of a page become lines, in the order a person reads them.
 *
 *   glyphs → words → rows → gutters → lines
 *
 * Rows without a gutter are read as they stand. Columns are cut apart and each is laid
 * out as a page of its own; so is the text left of side notes, and the notes are put
 * after the paragraph that they stand beside. Tables are read row by row, cell by cell.
 */

#include "extract/layout.h"
#include "extract/label.h"
#include "extract/note.h"
#include "extract/stamp.h"
#include "extract/table.h"

#include <math.h>
#include <string.h>

/* Columns in columns in columns. */
#define MAX_DEPTH 5
/* Of the bytes of one line; poppler's own lines end long before. */
#define MAX_LINE_BYTES (64 * 1024)

typedef struct
{
  const Glyph *glyphs;
  gdouble width; /* of the page, as its text is turned */
  guint n_tables;
} Layout;

static void
line_free (gpointer data)
{
  g_free (((Line *)data)->text);
}

static GArray *
lines_new (void)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));

  g_array_set_clear_func (lines, line_free);
  return lines;
}

/* Moves lines from one array to the end of another. */
static void
move_lines (GArray *to, GArray *from, guint first, guint n)
{
  guint i;

  if (n > 0)
    g_array_append_vals (to, &g_array_index (from, Line, first), n);
  for (i = first; i < first + n; i++)
    g_array_index (from, Line, i).text = NULL;
}

static gfloat
commonest_size (const Word *words, guint n)
{
  gfloat sizes[8] = { 0 };
  guint letters[8] = { 0 };
  guint n_sizes = 0, best = 0;
  guint i, j;

  for (i = 0; i < n; i++)
    {
      for (j = 0; j < n_sizes && sizes[j] != words[i].size; j++)
        ;
      if (j == G_N_ELEMENTS (sizes))
        continue;
      if (j == n_sizes)
        sizes[n_sizes++] = words[i].size;
      letters[j] += words[i].n;
      if (letters[j] > letters[best])
        best = j;
    }
  return sizes[best];
}

/* Words that are read from right to left, which stand side by side, in the order of
 * reading, with the figures among them. (transfer full) (nullable): NULL where there are
 * none. */
static Word *
turn_leftward (const Word *words, guint n)
{
  Word *turned = NULL;
  guint start, end, last, i;

  for (start = 0; start < n; start = last + 1)
    {
      last = start;
      if (!words[start].leftward)
        continue;
      for (end = start; end < n && (words[end].leftward || words[end].figure); end++)
        if (words[end].leftward)
          last = end;
      if (turned == NULL)
        turned = g_memdup2 (words, n * sizeof (Word));
      for (i = start; i <= last; i++)
        turned[i] = words[start + last - i];
    }
  return turned;
}

static Line *
add_line (const Layout *self, const Word *words, guint n, GArray *lines)
{
  g_autofree Word *turned = turn_leftward (words, n);
  GString *text = g_string_sized_new (128);
  Line line = { 0 };
  gfloat x0 = G_MAXFLOAT, y0 = G_MAXFLOAT, x1 = -G_MAXFLOAT, y1 = -G_MAXFLOAT;
  guint bold = 0, italic = 0, letters = 0;
  guint i, j;

  words = turned != NULL ? turned : words;
  for (i = 0; i < n && text->len < MAX_LINE_BYTES; i++)
    {
      if (i > 0 && word_is_apart (&words[i - 1], &words[i]))
        g_string_append_c (text, ' ');
      for (j = words[i].first; j < words[i].first + words[i].n; j++)
        {
          const Glyph *glyph = &self->glyphs[j];
          gunichar c = words[i].mark ? glyph_raised (glyph->c) : glyph->c;

          x0 = MIN (x0, glyph->x0);
          y0 = MIN (y0, glyph->y0);
          x1 = MAX (x1, glyph->x1);
          y1 = MAX (y1, glyph->y1);
          if (c < 0x80)
            g_string_append_c (text, (gchar)c);
          else
            g_string_append_unichar (text, c);
          letters++;
          bold += (glyph->style & GLYPH_BOLD) != 0;
          italic += (glyph->style & GLYPH_ITALIC) != 0;
        }
    }
  line.box = (Box){ x0, y0, x1, y1 };
  line.text = g_string_free (text, FALSE);
  line.size = commonest_size (words, n);
  line.bold = bold * 2 > letters;
  line.italic = italic * 2 > letters;
  g_array_append_val (lines, line);
  return &g_array_index (lines, Line, lines->len - 1);
}

static void
add_table (Layout *self, const Row *rows, guint first, guint last, const GArray *gutters,
           GArray *lines)
{
  g_autoptr (GArray) cells = table_cells (rows, first, last, gutters, self->glyphs);
  guint i;

  self->n_tables++;
  for (i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      Line *line = add_line (self, cell->words, cell->n, lines);

      line->role = LINE_ROLE_CELL;
      line->table = self->n_tables;
      line->row = cell->row;
      line->column = cell->column;
    }
}

/* The words of some rows on one side of x. */
static GArray *
words_beside (const Row *rows, guint first, guint last, gfloat x, gboolean right)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint i;

  for (i = first; i <= last; i++)
    {
      guint split = row_split (&rows[i], x);

      if (right)
        g_array_append_vals (words, rows[i].words + split, rows[i].n - split);
      else
        g_array_append_vals (words, rows[i].words, split);
    }
  return words;
}

static void
add_row (const Layout *self, const Row *rows, guint i, guint n, gfloat right,
         GArray *lines)
{
  const Row *row = &rows[i];
  guint note = note_start (rows, i, n, self->glyphs, right, (gfloat)self->width);

  add_line (self, row->words, note, lines);
  if (note < row->n)
    add_line (self, row->words + note, row->n - note, lines)->role = LINE_ROLE_SIDE;
}

static void lay (Layout *self, Word *words, guint n, guint depth, GArray *lines);

static GArray *
lay_beside (Layout *self, const Row *rows, guint first, guint last, gfloat x,
            gboolean right, guint depth)
{
  g_autoptr (GArray) words = words_beside (rows, first, last, x, right);
  GArray *lines = lines_new ();

  lay (self, (Word *)(gpointer)words->data, words->len, depth + 1, lines);
  return lines;
}

/* Whether the line after a line of prose begins a paragraph: by the white above it, or
 * since it begins with a number. */
static gboolean
begins_paragraph (const Line *before, const Line *line)
{
  if (line->box.y0 - before->box.y1 > 0.45 * (line->box.y1 - line->box.y0))
    return TRUE;
  return line->box.x0 < before->box.x0 + 1 && label_begins (line->text);
}

/* Each note after the paragraph that it stands beside. */
static void
merge_notes (GArray *text, GArray *notes, GArray *lines)
{
  guint done = 0;
  guint i;

  for (i = 0; i < notes->len; i++)
    {
      const Line *note = &g_array_index (notes, Line, i);
      gdouble middle = (note->box.y0 + note->box.y1) / 2;
      guint end = done;

      while (end < text->len && g_array_index (text, Line, end).box.y0 < middle)
        end++;
      while (end > done && end < text->len
             && !begins_paragraph (&g_array_index (text, Line, end - 1),
                                   &g_array_index (text, Line, end)))
        end++;
      move_lines (lines, text, done, end - done);
      done = end;
      move_lines (lines, notes, i, 1);
    }
  move_lines (lines, text, done, text->len - done);
}

static void
lay_gutter (Layout *self, const Row *rows, guint first, const Gutter *gutter, guint depth,
            GArray *lines)
{
  g_autoptr (GArray) left =
      lay_beside (self, rows, first, gutter->last, gutter->x0, FALSE, depth);
  g_autoptr (GArray) right =
      lay_beside (self, rows, first, gutter->last, gutter->x0, TRUE, depth);
  guint i;

  if (gutter->kind == GUTTER_SIDE)
    {
      for (i = 0; i < right->len; i++)
        g_array_index (right, Line, i).role = LINE_ROLE_SIDE;
      merge_notes (left, right, lines);
      return;
    }
  move_lines (lines, left, 0, left->len);
  move_lines (lines, right, 0, right->len);
}

/* The gutter to cut row at: side notes first, then columns, then those of a table. */
static const Gutter *
gutter_at (const GArray *gutters, guint row)
{
  const Gutter *best = NULL;
  guint i;

  for (i = 0; i < gutters->len; i++)
    {
      const Gutter *gutter = &g_array_index (gutters, Gutter, i);

      if (gutter->kind != GUTTER_LABEL && gutter->first <= row && row <= gutter->last
          && (best == NULL || gutter->kind > best->kind))
        best = gutter;
    }
  return best;
}

/* The last row of the table that begins at row: as far as its gutters reach, each from
 * within the reach of another. */
static guint
table_end (const GArray *gutters, guint row, guint n_rows)
{
  guint end = row;
  guint i;

  for (; row <= end && row < n_rows; row++)
    for (i = 0; i < gutters->len; i++)
      {
        const Gutter *gutter = &g_array_index (gutters, Gutter, i);

        if (gutter->kind == GUTTER_LABEL || gutter->first > row || gutter->last < row)
          continue;
        if (gutter->kind != GUTTER_TABLE)
          return row - 1;
        end = MAX (end, gutter->last);
      }
  return end;
}

static void
lay (Layout *self, Word *words, guint n, guint depth, GArray *lines)
{
  g_autoptr (GArray) rows_array = text_rows_new (words, n, self->glyphs);
  const Row *rows = (const Row *)(gpointer)rows_array->data;
  g_autoptr (GArray) gutters = NULL;
  gfloat right = -G_MAXFLOAT;
  guint i, end;

  for (i = 0; i < rows_array->len; i++)
    right = MAX (right, rows[i].x1);
  if (depth >= MAX_DEPTH)
    gutters = g_array_new (FALSE, FALSE, sizeof (Gutter));
  else
    gutters = gutters_find (rows, rows_array->len, self->glyphs, self->width);
  for (i = 0; i < rows_array->len; i = end + 1)
    {
      const Gutter *gutter = gutter_at (gutters, i);

      end = i;
      if (gutter == NULL)
        add_row (self, rows, i, rows_array->len, right, lines);
      else if (gutter->kind != GUTTER_TABLE)
        {
          end = gutter->last;
          lay_gutter (self, rows, i, gutter, depth, lines);
        }
      else
        {
          end = table_end (gutters, i, rows_array->len);
          add_table (self, rows, i, end, gutters, lines);
        }
    }
}

/* Takes "DRAFT" across the page out of its text. */
static void
take_huge (const Layout *self, GArray *words, GArray *stamps)
{
  g_autoptr (GArray) huge = stamp_take (words);

  if (huge->len > 0)
    add_line (self, (const Word *)(gpointer)huge->data, huge->len, stamps)->role =
        LINE_ROLE_STAMP;
}

/* Takes the words that are turned another way than the page out of its text, as stamps:
 * one line for each of the reader's. Returns how many words stay. */
static guint
take_stamps (const Layout *self, GArray *words, Turn turn, GArray *stamps)
{
  Word *w = (Word *)(gpointer)words->data;
  guint n = 0;
  guint start, end;

  for (start = 0; start < words->len; start = end)
    {
      end = start + 1;
      if (w[start].turn == turn)
        {
          w[n] = w[start];
          word_turn (&w[n++], turn);
          continue;
        }
      while (end < words->len && w[end].line == w[start].line && w[end].turn != turn)
        end++;
      add_line (self, w + start, end - start, stamps)->role = LINE_ROLE_STAMP;
    }
  return n;
}

/* The reader's own lines, where it lost the places of its words. */
static void
lay_unplaced (const Layout *self, const GArray *words, GArray *lines)
{
  const Word *w = (const Word *)(gconstpointer)words->data;
  guint start, end;

  for (start = 0; start < words->len; start = end)
    {
      for (end = start + 1; end < words->len && w[end].line == w[start].line; end++)
        ;
      add_line (self, w + start, end - start, lines);
    }
}

void
layout_page (const Glyph *glyphs, gsize n_glyphs, Page *page)
{
  Layout self = { .glyphs = glyphs, .width = page->width };
  g_autoptr (GArray) words = words_new (glyphs, n_glyphs);
  g_autoptr (GArray) lines = lines_new ();
  g_autoptr (GArray) stamps = lines_new ();
  Turn turn = words_turn (words);
  guint n;

  if (words->len == 0)
    return;
  if (glyphs[0].x1 <= 0 && glyphs[n_glyphs - 1].x1 <= 0)
    lay_unplaced (&self, words, lines);
  else
    {
      if (turn == TURN_UP || turn == TURN_DOWN)
        self.width = page->height;
      take_huge (&self, words, stamps);
      n = take_stamps (&self, words, turn, stamps);
      lay (&self, (Word *)(gpointer)words->data, n, 0, lines);
      if (turn == TURN_NONE)
        notes_mark_lone (lines, self.width);
    }
  move_lines (page->lines, lines, 0, lines->len);
  move_lines (page->lines, stamps, 0, stamps->len);
}
