/* attendance_grid.c: cells with ticks and letters tell who was there. */

#include "normalise/attendance_grid.h"

#include "normalise/date.h"
#include "normalise/word_list.h"

#include <string.h>

#define MAX_COLUMNS 24
/* Bytes of a mark. */
#define MAX_MARK 12
/* Rows with a mark that make a table such a one. */
#define MIN_MARKED 3
/* Rows below a table in which its key stands, and bytes of a key. */
#define KEY_ROWS 12
#define MAX_KEY 200

typedef enum
{
  SIGN_NONE,
  SIGN_YES,
  SIGN_APOLOGIES,
  SIGN_ABSENT,
  SIGN_A,
  SIGN_X,
} Sign;

/* In lower case */
static const struct
{
  const gchar *text;
  Sign sign;
} signs[] = {
  { "p", SIGN_YES },
  { "✓", SIGN_YES },
  { "✔", SIGN_YES },
  { "√", SIGN_YES },
  { "☑", SIGN_YES },
  { "ü", SIGN_YES },
  { "\xef\x83\xbc", SIGN_YES },
  { "y", SIGN_YES },
  { "yes", SIGN_YES },
  { "present", SIGN_YES },
  { "pres", SIGN_YES },
  { "/", SIGN_YES },
  { "attended", SIGN_YES },
  { "1", SIGN_YES },
  { "ap", SIGN_APOLOGIES },
  { "apol", SIGN_APOLOGIES },
  { "apols", SIGN_APOLOGIES },
  { "aps", SIGN_APOLOGIES },
  { "apologies", SIGN_APOLOGIES },
  { "apology", SIGN_APOLOGIES },
  { "ab", SIGN_ABSENT },
  { "abs", SIGN_ABSENT },
  { "absent", SIGN_ABSENT },
  { "n", SIGN_ABSENT },
  { "no", SIGN_ABSENT },
  { "0", SIGN_ABSENT },
  { "-", SIGN_ABSENT },
  { "–", SIGN_ABSENT },
  { "✗", SIGN_ABSENT },
  { "✘", SIGN_ABSENT },
  { "×", SIGN_ABSENT },
  { "û", SIGN_ABSENT },
  { "\xef\x83\xbb", SIGN_ABSENT },
  { "n/a", SIGN_ABSENT },
  { "s", SIGN_ABSENT },
  { "sub", SIGN_ABSENT },
  { "a", SIGN_A },
  { "x", SIGN_X },
};

typedef struct
{
  guint signs[MAX_COLUMNS + 1];   /* marks in the column below the head */
  guint others[MAX_COLUMNS + 1];  /* cells that are none */
  guint words[MAX_COLUMNS + 1];   /* those of several words */
  GridMark kind[MAX_COLUMNS + 1]; /* what its head says: "Apologies" */
  gboolean yes, apologies;        /* such signs occur */
  GridMark a, x;                  /* what the key says that they mean */
  guint name;                     /* column */
  guint place;                    /* column, or 0 */
  guint head_end;
} Grid;

struct GridReader
{
  DateReader *dates;
};

GridReader *
grid_reader_new (void)
{
  GridReader *self = g_new0 (GridReader, 1);

  self->dates = date_reader_new ();
  return self;
}

void
grid_reader_free (GridReader *self)
{
  if (self == NULL)
    return;
  date_reader_free (self->dates);
  g_free (self);
}

static Sign
sign_of (const Row *row)
{
  g_autofree gchar *text = NULL;
  g_autofree gchar *lower = NULL;

  if (strlen (row->text) > MAX_MARK)
    return SIGN_NONE;
  /* A tick of a font of symbols is cleaned into a bullet. */
  text =
      g_strstrip (g_strdup (strcmp (row->text, "•") == 0 ? row->line->text : row->text));
  lower = g_utf8_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (signs[i].text, lower) == 0)
      return signs[i].sign;
  return SIGN_NONE;
}

static gboolean
begins_with (const gchar *text, const gchar *word)
{
  return g_ascii_strncasecmp (text, word, strlen (word)) == 0;
}

static GridMark
kind_of (const gchar *head)
{
  if (begins_with (head, "apol"))
    return GRID_MARK_APOLOGIES;
  return begins_with (head, "absent") || begins_with (head, "not present")
             ? GRID_MARK_ABSENT
             : GRID_MARK_PRESENT;
}

gboolean
grid_is_key (const Row *row)
{
  g_autofree gchar *lower = NULL;

  if (strlen (row->text) > MAX_KEY
      || (strchr (row->text, '=') == NULL && !begins_with (row->text, "key")))
    return FALSE;
  lower = g_ascii_strdown (row->text, -1);
  return strstr (lower, "present") != NULL || strstr (lower, "apolog") != NULL
         || strstr (lower, "absent") != NULL || strstr (lower, "attended") != NULL;
}

/* Behind the spaces, and the quotation mark or bracket that closes before text. */
static const gchar *
skip_closing (const gchar *text)
{
  static const gchar *const closing[] = { " ", ")", "'", "\"", "’", "”" };
  gsize length;

  while ((length = word_list_prefix (closing, G_N_ELEMENTS (closing), text)) > 0)
    text += length;
  return text;
}

/* What the key says of a letter: "A = absent", "A – Apologies". */
static GridMark
key_of (const gchar *key, gchar letter)
{
  for (const gchar *p = key; *p != '\0'; p++)
    {
      const gchar *rest = p + 1;

      if (*p != letter || (p > key && g_ascii_isalnum (p[-1])) || g_ascii_isalnum (*rest))
        continue;
      rest = skip_closing (rest);
      if (*rest != '=' && *rest != '-' && *rest != ':' && !g_str_has_prefix (rest, "–"))
        continue;
      rest += strcspn (rest, "aAPpNnsSdD");
      if (begins_with (rest, "ap"))
        return GRID_MARK_APOLOGIES;
      if (begins_with (rest, "abs") || begins_with (rest, "not ")
          || begins_with (rest, "did not"))
        return GRID_MARK_ABSENT;
      if (begins_with (rest, "pres") || begins_with (rest, "att"))
        return GRID_MARK_PRESENT;
    }
  return GRID_MARK_NONE;
}

/* The end of the table's row of cells that begins at i. */
static guint
row_end (const Stream *rows, guint i, guint end)
{
  guint k = i + 1;

  while (k < end && stream_at (rows, k)->table_row == stream_at (rows, i)->table_row)
    k++;
  return k;
}

/* Counts what the columns hold below the first row that has a mark. */
static void
measure (const Stream *rows, guint start, guint end, Grid *grid)
{
  gboolean below = FALSE;

  for (guint i = start; i < end;)
    {
      guint next = row_end (rows, i, end);
      gboolean marked = FALSE;

      for (guint k = i; k < next; k++)
        marked |= stream_at (rows, k)->column > 1
                  && sign_of (stream_at (rows, k)) != SIGN_NONE
                  && strcmp (stream_at (rows, i)->text, stream_at (rows, k)->text) != 0;
      if (marked && !below && i > start)
        {
          below = TRUE;
          grid->head_end = i;
        }
      for (guint k = i; below && k < next; k++)
        {
          const Row *row = stream_at (rows, k);
          Sign sign = sign_of (row);

          if (row->column > MAX_COLUMNS)
            continue;
          grid->signs[row->column] += sign != SIGN_NONE;
          grid->others[row->column] += sign == SIGN_NONE;
          grid->words[row->column] += strchr (row->text, ' ') != NULL;
          grid->yes |= sign == SIGN_YES && strcmp (row->text, "1") != 0;
          grid->apologies |= sign == SIGN_APOLOGIES;
        }
      i = next;
    }
}

static gboolean
is_marks (const Grid *grid, guint column)
{
  return grid->signs[column] > 0 && grid->signs[column] > 4 * grid->others[column];
}

/* Sets what the heads say; FALSE: they say nothing of attendance. */
static gboolean
read_heads (GridReader *self, const Stream *rows, guint start, Grid *grid)
{
  static const gchar *const heads[] = { "present", "attend", "apol",  "absent",
                                        "in att",  "p/a",    "p / a", "meeting" };
  guint known = 0;

  for (guint i = start; i < grid->head_end; i++)
    {
      const Row *row = stream_at (rows, i);
      Date date;

      if (row->column > MAX_COLUMNS || !is_marks (grid, row->column))
        continue;
      known += word_list_begins (heads, G_N_ELEMENTS (heads), row->text)
               || date_reader_find (self->dates, row->text, strlen (row->text), 0, &date)
               || (g_ascii_isdigit (row->text[0]) && strpbrk (row->text, "/.") != NULL);
      if (grid->kind[row->column] == GRID_MARK_NONE)
        grid->kind[row->column] = kind_of (row->text);
    }
  return known > 0;
}

/* "12 September 2024", "12 Sept", "12/9" of a meeting on "2024-09-12" */
static gboolean
is_day_of (GridReader *self, const gchar *head, const gchar *day)
{
  Date date, held;
  gchar *end;
  guint64 first, second;

  if (!date_parse (day, &held))
    return FALSE;
  if (date_reader_find (self->dates, head, strlen (head), 0, &date) && date.day != 0)
    return date.day == held.day && date.month == held.month
           && (date.year == 0 || date.year == held.year);
  first = g_ascii_strtoull (head, &end, 10);
  if (end == head || strchr ("/.", *end) == NULL || *end == '\0')
    return FALSE;
  second = g_ascii_strtoull (end + 1, NULL, 10);
  return first == held.day && second == held.month;
}

/* Leaves the columns of marks of this meeting only; FALSE: none can be told. */
static gboolean
choose (GridReader *self, const Stream *rows, guint start, const gchar *date, Grid *grid)
{
  guint n = 0, dated = 0, ours = 0;

  for (guint column = 2; column <= MAX_COLUMNS; column++)
    n += is_marks (grid, column);
  for (guint i = start; i < grid->head_end; i++)
    {
      const Row *row = stream_at (rows, i);
      Date found;

      if (row->column > MAX_COLUMNS || !is_marks (grid, row->column))
        continue;
      dated +=
          g_ascii_isdigit (row->text[0])
          || date_reader_find (self->dates, row->text, strlen (row->text), 0, &found);
      if (date != NULL && is_day_of (self, row->text, date))
        ours = row->column;
    }
  if (n == 1 || (n > 1 && dated == 0 && n <= 3))
    return TRUE;
  for (guint column = 2; column <= MAX_COLUMNS && ours > 0; column++)
    if (column != ours)
      grid->signs[column] = 0;
  return ours > 0;
}

static GridMark
mark_of (const Grid *grid, Sign sign, GridMark kind)
{
  GridMark mark = kind == GRID_MARK_NONE ? GRID_MARK_PRESENT : kind;

  switch (sign)
    {
    case SIGN_YES:
      return mark;
    case SIGN_APOLOGIES:
      return GRID_MARK_APOLOGIES;
    case SIGN_A:
      if (grid->a != GRID_MARK_NONE)
        return grid->a;
      return grid->apologies ? GRID_MARK_ABSENT : GRID_MARK_APOLOGIES;
    case SIGN_X:
      if (grid->x != GRID_MARK_NONE)
        return grid->x;
      return grid->yes ? GRID_MARK_ABSENT : mark;
    default:
      return GRID_MARK_ABSENT;
    }
}

/* Finds the column in which people's places stand, if a head says so. */
static void
find_place (const Stream *rows, guint start, Grid *grid)
{
  static const gchar *const heads[] = { "role",  "position",    "job title",
                                        "title", "designation", "capacity" };

  for (guint i = start; i < grid->head_end && grid->place == 0; i++)
    {
      const Row *row = stream_at (rows, i);

      if (row->column <= MAX_COLUMNS && row->column != grid->name
          && !is_marks (grid, row->column)
          && word_list_begins (heads, G_N_ELEMENTS (heads), row->text))
        grid->place = row->column;
    }
}

/* All lines of one cell of the table's row [start, end). (transfer full) (nullable) */
static gchar *
cell_text (const Stream *rows, guint start, guint end, guint column)
{
  GString *text = NULL;

  for (guint i = start; i < end && column > 0; i++)
    {
      const Row *row = stream_at (rows, i);

      if (row->column != column)
        continue;
      if (text == NULL)
        text = g_string_new (row->text);
      else
        g_string_append_printf (text, " %s", row->text);
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

static void
clear_seat (gpointer data)
{
  g_free (((GridSeat *)data)->name);
  g_free (((GridSeat *)data)->place);
}

/* The row of a table: whose it is, and the mark. */
static GridSeat
seat_of (const Stream *rows, guint start, guint end, const Grid *grid)
{
  GridSeat seat = { .row = stream_at (rows, start) };

  for (guint i = start; i < end; i++)
    {
      const Row *row = stream_at (rows, i);
      GridMark mark;

      if (row->column == grid->name && seat.row->column != grid->name)
        seat.row = row;
      if (row->column > MAX_COLUMNS || row->column == grid->name
          || !is_marks (grid, row->column) || sign_of (row) == SIGN_NONE)
        continue;
      mark = mark_of (grid, sign_of (row), grid->kind[row->column]);
      if (seat.mark == GRID_MARK_NONE || seat.mark == GRID_MARK_ABSENT)
        seat.mark = mark;
    }
  seat.name = cell_text (rows, start, end, seat.row->column);
  seat.place = cell_text (rows, start, end, grid->place);
  return seat;
}

GArray *
grid_reader_read (GridReader *self, const Stream *rows, guint start, guint end,
                  guint head_end, const gchar *date)
{
  Grid grid = { .name = 1, .head_end = start };
  guint marked = 0;
  gboolean ours;
  GArray *seats;

  measure (rows, start, end, &grid);
  for (guint column = 2; column <= MAX_COLUMNS; column++)
    if (is_marks (&grid, column))
      marked = MAX (marked, grid.signs[column]);
  if (marked < MIN_MARKED || grid.head_end == start
      || !read_heads (self, rows, start, &grid))
    return NULL;
  /* "1 | Ann Mott | P" */
  if (2 * grid.words[1] < grid.words[2])
    grid.name = 2;
  for (guint i = end; i < head_end && i < end + KEY_ROWS; i++)
    if (grid_is_key (stream_at (rows, i)))
      {
        grid.a = key_of (stream_at (rows, i)->text, 'A');
        grid.x = key_of (stream_at (rows, i)->text, 'X');
      }
  find_place (rows, start, &grid);
  ours = choose (self, rows, start, date, &grid);
  seats = g_array_new (FALSE, TRUE, sizeof (GridSeat));
  g_array_set_clear_func (seats, clear_seat);
  for (guint i = grid.head_end; i < end;)
    {
      guint next = row_end (rows, i, end);
      GridSeat seat = seat_of (rows, i, next, &grid);

      if (!ours)
        seat.mark = GRID_MARK_ABSENT;
      if (seat.row->column == grid.name || next == i + 1)
        g_array_append_val (seats, seat);
      else
        clear_seat (&seat);
      i = next;
    }
  return seats;
}
