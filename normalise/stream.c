/* stream.c: pages of lines become one list of rows: furniture out, a number beside its
 * text joined to it, text of a column apart put after the line beside which it stands. */

#include "normalise/stream.h"

#include "normalise/band.h"
#include "normalise/bar_table.h"
#include "normalise/field.h"
#include "normalise/flat_text.h"
#include "normalise/footnote.h"
#include "normalise/grid.h"
#include "normalise/label.h"
#include "normalise/letterspace.h"
#include "normalise/repair.h"
#include "normalise/side_note.h"
#include "normalise/spaced_table.h"

/* Space from line to line, in commonest line pitches, that sets two paragraphs apart. */
#define CLEAR 1.3
#define MAX_PITCH 60.0
/* Pitches wider than this, in letters' sizes, are of paragraphs, not of lines. */
#define LOOSE 1.6
/* Rows of a page with two columns, and points that a row may reach over its middle. */
#define MIN_COLUMN_ROWS 20
#define EDGE 10.0
/* Lines that show how long they get, and those of them that begin in mid-sentence. */
#define MIN_LINES 12
#define MIN_BROKEN 3
/* Longer lines than this are not wrapped text but whole paragraphs. */
#define MAX_WRAP 130
/* Bytes of a cell of a few lines. */
#define MAX_CELL_TEXT 260

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->text);
}

/* Glyphs of symbol fonts that draw a bullet, and signs that draw nothing. */
static gunichar
clean_sign (gunichar c)
{
  if (c >= 0xf000 && c <= 0xf0ff)
    return 0x2022;
  if (c == 0x200b || c == 0x200c || c == 0x200d || c == 0xfeff)
    return 0;
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) ? ' ' : c;
}

/* A sign is never longer than what it stands for, so that the text is cleaned into room
 * of its own size. */
static gchar *
clean (const gchar *text)
{
  gchar *clean = g_malloc (strlen (text) + 1);
  gchar *to = clean;

  for (const gchar *p = text; *p != '\0';)
    {
      gunichar c = (guchar)*p;

      if (c > ' ' && c < 0x7f)
        {
          *to++ = *p++;
          continue;
        }
      c = c == ' ' ? c : clean_sign (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
      if (c == ' ' && to > clean && to[-1] != ' ')
        *to++ = ' ';
      else if (c != 0 && c != ' ')
        to += g_unichar_to_utf8 (c, to);
    }
  if (to > clean && to[-1] == ' ')
    to--;
  *to = '\0';
  return clean;
}

static gint
compare_double (gconstpointer a, gconstpointer b)
{
  gdouble x = *(const gdouble *)a;
  gdouble y = *(const gdouble *)b;

  return x < y ? -1 : x > y;
}

/* The value below which the share of the values lie; 0 of none. Sorts them. */
static gdouble
quantile (GArray *values, gdouble share)
{
  if (values->len == 0)
    return 0;
  g_array_sort (values, compare_double);
  return g_array_index (values, gdouble, (guint)((values->len - 1) * share));
}

/* "84." or "2.1" in a column of its own, with its text beside it. */
static gboolean
is_bare_number (const gchar *text)
{
  gboolean digit = FALSE;

  if (strlen (text) > 14)
    return FALSE;
  for (; *text != '\0'; text++)
    {
      digit |= g_ascii_isdigit (*text);
      if (!g_ascii_isalnum (*text) && strchr ("./()-:", *text) == NULL)
        return FALSE;
    }
  return digit;
}

static gboolean
same_height (const Row *a, const Row *b)
{
  gdouble middle = (b->box.y0 + b->box.y1) / 2;

  return a->page == b->page && !box_is_none (a->box) && !box_is_none (b->box)
         && middle > a->box.y0 && middle < a->box.y1;
}

static void
join_number (Row *number, Row *text)
{
  stream_join_rows (number, text);
  number->bold = text->bold;
  number->size = text->size;
  number->role = text->role;
  number->line = text->line;
  number->block = text->block;
}

static gboolean
is_number_beside (const Row *number, const Row *text)
{
  return (number->role == LINE_ROLE_NONE || number->role == LINE_ROLE_CELL
          || number->role == LINE_ROLE_HEADING)
         && text->role == number->role && same_height (number, text)
         && text->box.x0 > number->box.x1 && is_bare_number (number->text)
         && (number->role != LINE_ROLE_CELL || text->column == number->column);
}

/* Each number in a column of its own to the text beside it. */
static void
join_numbers (Stream *self)
{
  guint last = 0;

  for (guint i = 1; i < self->rows->len; i++)
    {
      Row *number = &g_array_index (self->rows, Row, last);
      Row *row = &g_array_index (self->rows, Row, i);

      if (is_number_beside (number, row))
        join_number (number, row);
      else
        last = i;
    }
  stream_drop_rows (self->rows);
}

/* Rows of a column apart go after the row beside which they begin. */
static void
place_side (Stream *self, guint start, GArray *side)
{
  for (guint s = 0; s < side->len; s++)
    {
      Row *row = &g_array_index (side, Row, s);
      guint at = start;

      for (guint i = start; i < self->rows->len; i++)
        {
          const Row *other = stream_at (self, i);

          if (other->box.y0 <= row->box.y0 + 0.4 * (row->box.y1 - row->box.y0))
            at = i + 1;
        }
      g_array_insert_val (self->rows, at, *row);
    }
  g_array_set_size (side, 0);
}

/* Bounds the insertions above: a page with more side notes keeps its reading order. */
#define MAX_SIDE 200

static void
read_page (Stream *self, const Page *page, GHashTable *furniture, GHashTable *seen,
           guint *blocks)
{
  g_autoptr (GArray) side = g_array_new (FALSE, TRUE, sizeof (Row));
  guint start = self->rows->len;
  guint n_side = 0;
  guint last_block = 0;
  guint blank = 0;
  gboolean top = TRUE;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const Line *line = &g_array_index (page->lines, Line, i);
      g_autofree gchar *text = clean (line->text);
      Row row = { .line = line, .page = page->number, .box = line->box };

      if (text[0] == '\0')
        {
          blank++;
          continue;
        }
      if (line->role == LINE_ROLE_STAMP || g_hash_table_contains (furniture, line))
        {
          GPtrArray *into =
              line->role == LINE_ROLE_STAMP ? self->stamps : self->furniture;

          self->n_removed++;
          if (g_hash_table_add (seen, g_strdup (text)))
            g_ptr_array_add (into, g_steal_pointer (&text));
          continue;
        }
      letterspace_close (text);
      row.text = g_steal_pointer (&text);
      row.size = line->size;
      row.bold = line->bold;
      row.role = line->role;
      row.table = line->table;
      row.table_row = line->row;
      row.column = line->column;
      if (line->block != 0 && line->block != last_block)
        ++*blocks;
      last_block = line->block;
      row.block = line->block != 0 ? *blocks : 0;
      if (row.role == LINE_ROLE_SIDE && n_side++ < MAX_SIDE && !box_is_none (row.box))
        {
          g_array_append_val (side, row);
          continue;
        }
      row.blank_above = blank > 0;
      row.gap = blank;
      row.page_top = top;
      blank = 0;
      top = FALSE;
      g_array_append_val (self->rows, row);
    }
  place_side (self, start, side);
}

static void
measure_wrap (Stream *self)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (gdouble));
  gdouble full;
  guint broken = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const gchar *text = stream_at (self, i)->text;
      gdouble length = strlen (text);

      broken += g_ascii_islower (text[0]);
      g_array_append_val (lengths, length);
    }
  full = quantile (lengths, 0.9);
  /* Lines that begin in mid-sentence show it in a short text. */
  if ((lengths->len >= MIN_LINES || broken >= MIN_BROKEN) && full >= 50
      && g_array_index (lengths, gdouble, lengths->len - 1) <= MAX_WRAP)
    self->wrap = (guint)full;
}

static void
measure (Stream *self)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gdouble));
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gdouble));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = stream_at (self, i);
      gdouble step;

      self->boxed |= !box_is_none (row->box);
      if (row->size > 0)
        g_array_append_val (sizes, row->size);
      if (i == 0 || row->page_top || row->role == LINE_ROLE_SIDE)
        continue;
      step = row->box.y0 - stream_at (self, i - 1)->box.y0;
      if (step > 3 && step < MAX_PITCH)
        g_array_append_val (steps, step);
    }
  self->size = quantile (sizes, 0.5);
  self->pitch = quantile (steps, 0.4);
  /* Where most paragraphs have one line, the commonest step leads to the next one. */
  if (self->size > 0 && self->pitch > LOOSE * self->size)
    self->pitch = MAX (quantile (steps, 0.1), self->size);
  if (!self->boxed)
    measure_wrap (self);
}

/* Where the second of two columns of text begins on a page's rows [first, end), or
 * G_MAXDOUBLE where there is but one: few rows cross the middle, many begin behind it. */
static gdouble
second_column (const Stream *self, guint first, guint end)
{
  gdouble left = G_MAXDOUBLE, right = 0;
  guint n = 0, crossing = 0, behind = 0;
  gdouble middle;

  for (guint i = first; i < end; i++)
    if (stream_at (self, i)->role != LINE_ROLE_SIDE)
      {
        left = MIN (left, stream_at (self, i)->box.x0);
        right = MAX (right, stream_at (self, i)->box.x1);
      }
  middle = (left + right) / 2;
  for (guint i = first; i < end; i++)
    {
      const Row *row = stream_at (self, i);

      if (row->role == LINE_ROLE_SIDE)
        continue;
      n++;
      behind += row->box.x0 > middle - EDGE;
      crossing += row->box.x0 < middle - EDGE && row->box.x1 > middle + EDGE;
    }
  return n >= MIN_COLUMN_ROWS && 5 * crossing < n && 4 * behind >= n ? middle - EDGE
                                                                     : G_MAXDOUBLE;
}

/* Gives the rows of one page their `right`. */
static void
place_right (Stream *self, guint first, guint end)
{
  gdouble second = second_column (self, first, end);

  for (guint column = 0; column < 2; column++)
    {
      g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gdouble));
      gdouble right;

      for (guint i = first; i < end; i++)
        {
          const Row *row = stream_at (self, i);

          if (row->role != LINE_ROLE_SIDE && (row->box.x0 > second) == (column == 1)
              && (column == 1 || row->box.x1 < second + 3 * EDGE))
            g_array_append_val (ends, row->box.x1);
        }
      right = quantile (ends, 0.9);
      for (guint i = first; i < end; i++)
        if ((stream_at (self, i)->box.x0 > second) == (column == 1))
          g_array_index (self->rows, Row, i).right = right;
    }
}

/* Space above, and where full lines end on each page. */
static void
place (Stream *self)
{
  const Row *above = NULL;
  guint first = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      if (row->role == LINE_ROLE_SIDE)
        continue;
      if (above != NULL && above->page == row->page && self->pitch > 0
          && row->box.y0 - above->box.y1 > (CLEAR - 1) * self->pitch
          && row->box.y0 - above->box.y0 > CLEAR * self->pitch)
        row->blank_above = TRUE;
      above = row;
    }
  for (guint i = 1; i <= self->rows->len && self->boxed; i++)
    if (i == self->rows->len || stream_at (self, i)->page_top)
      {
        place_right (self, first, i);
        first = i;
      }
}

Stream *
stream_new (const Document *document)
{
  Stream *self = g_new0 (Stream, 1);
  g_autoptr (GHashTable) furniture = repair_furniture (document);
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint blocks = 0;

  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->furniture = g_ptr_array_new_with_free_func (g_free);
  self->stamps = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < document->pages->len; i++)
    read_page (self, g_ptr_array_index (document->pages, i), furniture, seen, &blocks);
  flat_text_part (self->rows);
  labels_join (self->rows);
  bands_order (self->rows);
  bar_tables_part (self->rows);
  spaced_tables_part (self->rows);
  grid_flatten (self->rows);
  side_notes_part (self->rows);
  join_numbers (self);
  measure (self);
  footnotes_mark (self->rows, self->size);
  place (self);
  return self;
}

void
stream_join_rows (Row *row, Row *rest)
{
  field_set (&row->text, g_strconcat (row->text, " ", rest->text, NULL));
  row->box = box_join (row->box, rest->box);
  g_clear_pointer (&rest->text, g_free);
}

void
stream_drop_rows (GArray *rows)
{
  guint kept = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      if (row->text == NULL || kept++ == i)
        continue;
      g_array_index (rows, Row, kept - 1) = *row;
      row->text = NULL;
    }
  g_array_set_size (rows, kept);
}

gboolean
stream_same_cell (const Row *a, const Row *b)
{
  return a->role == LINE_ROLE_CELL && b->role == LINE_ROLE_CELL && a->page == b->page
         && a->table == b->table && a->table_row == b->table_row
         && a->column == b->column;
}

gchar *
stream_cell_text (const Stream *self, guint i, guint end, guint *ret_end)
{
  const Row *first = stream_at (self, i);
  GString *text = g_string_new (first->text);

  *ret_end = i + 1;
  for (; *ret_end < end && stream_same_cell (first, stream_at (self, *ret_end));
       (*ret_end)++)
    {
      if (text->len > MAX_CELL_TEXT)
        {
          *ret_end = i + 1;
          g_string_assign (text, first->text);
          break;
        }
      g_string_append_printf (text, " %s", stream_at (self, *ret_end)->text);
    }
  return g_string_free (text, FALSE);
}

void
stream_free (Stream *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_ptr_array_unref (self->furniture);
  g_ptr_array_unref (self->stamps);
  g_free (self);
}
