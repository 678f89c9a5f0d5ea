/* seating.c: cells of a table become names with the places beside them. */

#include "normalise/seating.h"

#include "normalise/field.h"
#include "normalise/pattern.h"

#include <string.h>

/* Cells of one table that are looked at: 80 members in three columns. */
#define MAX_CELLS 300
/* Of the cells beside the names, the share that names a place or a body, in tenths. */
#define PLACES 6
#define MAX_NAME 60
/* Names behind their places that make a table such a one. */
#define MIN_BEHIND 3
/* Bytes of a head or an entry of a column of initials: "Initials" */
#define MAX_INITIALS 8

enum
{
  RULE_PLACE,
  RULE_PERSON,
  RULE_NAME,
  RULE_HEAD,
  RULE_INITIALS,
  RULE_FIELD,
};

/* clang-format off */
static const PatternRule rules[] = {
  /* "Virtual School Head", "Panel member", "Children in Care Council" */
  { "a place or a body",
    "\\b(?:member|head|nurse|officer|manager|council|team|lead|service|services|panel|"
    "school|representative|governor|carer|worker|adviser|advisor|director|chair(?:man|"
    "person|woman)?|doctor|scrutineer|cabinet|trust|police|deputy|assistant|secretary|clerk|leader|"
    "children|champion|authority|board|partnership|nhs|constabulary|solicitor|coordinator|"
    "co-ordinator|consultant|apprentice|commissioner|executive|principal|housing|health|"
    "party|independent|labour|conservative|liberal|green|ward|headteacher|teacher|parent|primary|secondary|"
    "academy|academies|infants|junior|nursery|college|university|diocese|union|owner|co-opted)s?\\b",
    PATTERN_CASELESS },
  { "a person",
    "^(?:councillors?|cllrs?|mr|mrs|ms|miss|dr|sir|dame|baroness|lord|lady|prof(?:essor)?)\\b",
    PATTERN_CASELESS },
  /* "Andy Burrow (in the Chair)", "Una O'Hare" */
  { "a first name and a surname",
    "^\\p{Lu}[\\p{L}’'-]*\\.?(?: \\p{Lu}[\\p{L}’'-]*\\.?){1,3}(?: \\([^()]*\\))?$", PATTERN_PLAIN },
  { "the head of a table of people",
    "^(?:name|names|member|initial|title|role|organisation|position|designation|representing|job title|"
    "initials|capacity|post)s?$",
    PATTERN_CASELESS },
  { "initials or a tick", "^(?:\\p{Lu}{2,4}|\\W|[xyXYPA])$", PATTERN_PLAIN },
  /* "In attendance | Joyce Nettle (Lead Member); Paul Adeoti": a label and its list */
  { "a field of the heading",
    "^(?:date|time|venue|location|place|chair|present|also in|in attendance|attend(?:ance)?|apologies|members|"
    "officers|employees|also present|minutes|notes|clerk|subject|title|meeting|to(?=:)|from(?=:)|ask for|ext(?=[:.])|"
    "tel|e-?mail|our ref|contact|officer contact|councillors|co-?optees|others?)\\b",
    PATTERN_CASELESS },
};
/* clang-format on */

struct SeatingReader
{
  Patterns *patterns;
};

SeatingReader *
seating_reader_new (void)
{
  SeatingReader *self = g_new0 (SeatingReader, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  return self;
}

void
seating_reader_free (SeatingReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  g_free (self);
}

static void
seat_free (gpointer data)
{
  g_free (((Seat *)data)->name);
  g_free (((Seat *)data)->place);
  g_free (data);
}

static gboolean
is (SeatingReader *self, guint rule, const gchar *text)
{
  return patterns_match (self->patterns, rule, text, NULL);
}

gboolean
seating_is_head (SeatingReader *self, const Row *row)
{
  return is (self, RULE_HEAD, row->text);
}

gboolean
seating_is_initials (const Row *row)
{
  return row->role == LINE_ROLE_SIDE && strlen (row->text) <= MAX_INITIALS
         && strchr (row->text, ' ') == NULL;
}

guint
seating_end (const Stream *rows, guint i, guint end)
{
  const Row *first = stream_at (rows, i);
  guint k = i;

  if (first->role != LINE_ROLE_CELL)
    return i + 1;
  for (guint at = i; at < end && at < i + MAX_CELLS; at++)
    if (stream_at (rows, at)->role == LINE_ROLE_CELL
        && stream_at (rows, at)->page == first->page
        && stream_at (rows, at)->table == first->table)
      k = at + 1;
    else if (!seating_is_initials (stream_at (rows, at)))
      break;
  return MAX (k, i + 1);
}

/* What says nothing of anybody's place: the table's head, initials, a tick. */
static gboolean
is_aside (SeatingReader *self, const gchar *text)
{
  return is (self, RULE_HEAD, text) || is (self, RULE_INITIALS, text);
}

static gdouble
middle (const Row *row)
{
  return (row->box.y0 + row->box.y1) / 2;
}

/* The name that a cell of a later column stands beside: the nearest by height. */
static Seat *
seat_beside (GPtrArray *seats, const Row *row)
{
  Seat *best = NULL;
  gdouble distance = G_MAXDOUBLE;

  for (guint i = 0; i < seats->len; i++)
    {
      Seat *seat = g_ptr_array_index (seats, i);
      gdouble apart = ABS (middle (seat->row) - middle (row));

      /* A page of HTML has rows, and no heights. */
      if (box_is_none (row->box))
        {
          if (seat->row->table_row == row->table_row)
            return seat;
          continue;
        }
      if (apart < distance)
        {
          best = seat;
          distance = apart;
        }
    }
  return distance < 3 * (row->box.y1 - row->box.y0) ? best : NULL;
}

/* "Cllr Amy Ames (in place of Cllr" over "Bell)": the second line belongs to the first.
 */
static gboolean
ends_bracket (GPtrArray *seats, const Row *row)
{
  Seat *last = seats->len > 0 ? g_ptr_array_index (seats, seats->len - 1) : NULL;
  const gchar *open = last != NULL ? strrchr (last->name, '(') : NULL;

  if (open == NULL || strchr (open, ')') != NULL || row->table_row != last->row->table_row
      || strchr (row->text, '(') != NULL || strchr (row->text, ')') == NULL)
    return FALSE;
  field_set (&last->name, g_strconcat (last->name, " ", row->text, NULL));
  return TRUE;
}

/* Members in two columns: "Cllr Amy Ames | Cllr Bo Ryle" */
static gboolean
is_second_person (SeatingReader *self, GPtrArray *seats, const Row *row)
{
  const Seat *last = seats->len > 0 ? g_ptr_array_index (seats, seats->len - 1) : NULL;

  return row->column > 1 && last != NULL && last->row->table_row == row->table_row
         && is (self, RULE_PERSON, row->text) && is (self, RULE_PERSON, last->name);
}

static void
add_seat (GPtrArray *seats, const Row *row)
{
  Seat *seat = g_new0 (Seat, 1);

  seat->row = row;
  seat->name = g_strdup (row->text);
  g_ptr_array_add (seats, seat);
}

/* Whether first names and surnames stand in the first column, and titles before most of
 * them: then a word alone beside them ("Burydale") is no name. */
static void
look_at_names (SeatingReader *self, GPtrArray *seats, gboolean *ret_full,
               gboolean *ret_titled)
{
  guint full = 0, titled = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      const Seat *seat = g_ptr_array_index (seats, i);

      full += strchr (seat->name, ' ') != NULL;
      titled += is (self, RULE_PERSON, seat->name);
    }
  *ret_full = 10 * full >= 8 * seats->len;
  *ret_titled = 10 * titled >= 8 * seats->len;
}

/* "Andy Burrow (in the Chair)", not "Harbour Office" */
static gboolean
is_full_name (SeatingReader *self, const gchar *text)
{
  g_autofree gchar *name = g_strndup (text, strcspn (text, "("));

  return is (self, RULE_NAME, text) && !is (self, RULE_PLACE, name);
}

/* Combined authorities name the place first: "Burydale | Councillor Bo Ryle", "Harbour
 * Office | Ann Bell". The column of the names, 1 where they stand as elsewhere. */
static guint
name_column (SeatingReader *self, const Stream *rows, guint start, guint end)
{
  guint column = 1, cells[2] = { 0 }, titled[2] = { 0 }, names = 0, places = 0;

  for (guint i = start; i < end; i++)
    {
      const Row *row = stream_at (rows, i);
      gboolean second = row->column > 1;

      if ((second && column > 1 && row->column != column)
          || is (self, RULE_FIELD, row->text))
        return 1;
      column = MAX (column, row->column);
      cells[second]++;
      if (is (self, RULE_PERSON, row->text))
        titled[second]++;
      else if (second)
        names += is_full_name (self, row->text);
      else
        places += is (self, RULE_PLACE, row->text) || strchr (row->text, ' ') == NULL;
    }
  if (cells[1] < MIN_BEHIND || titled[0] > 0 || 10 * (titled[1] + names) < 9 * cells[1])
    return 1;
  return 2 * titled[1] >= cells[1] || 2 * places > cells[0] ? column : 1;
}

GPtrArray *
seating_read (SeatingReader *self, const Stream *rows, guint start, guint end)
{
  g_autoptr (GPtrArray) seats = g_ptr_array_new_with_free_func (seat_free);
  guint places = 0, beside = 0, words = 0, untitled = 0;
  guint names = name_column (self, rows, start, end);
  gboolean full, titled;

  if (stream_at (rows, start)->column != 1)
    return NULL;
  for (guint i = start; i < end; i++)
    {
      const Row *row = stream_at (rows, i);

      if (row->column == names && !is (self, RULE_HEAD, row->text))
        {
          if (!ends_bracket (seats, row))
            add_seat (seats, row);
        }
      else if (names > 1)
        places++;
      else if (is_second_person (self, seats, row))
        add_seat (seats, row);
      else if (row->column > 1 && !is_aside (self, row->text))
        {
          gboolean place =
              is (self, RULE_PLACE, row->text) && !is (self, RULE_PERSON, row->text);

          beside++;
          places += place;
          words += !place && strchr (row->text, ' ') == NULL;
          untitled += !place && !is (self, RULE_PERSON, row->text);
        }
    }
  look_at_names (self, seats, &full, &titled);
  places += titled ? untitled : full ? words : 0;
  beside += names > 1;
  if (beside == 0 || seats->len == 0 || 10 * places < PLACES * beside)
    return NULL;
  for (guint i = start; i < end; i++)
    {
      const Row *row = stream_at (rows, i);
      Seat *seat;
      gchar *place;

      if (row->column == names || (names == 1 && is_aside (self, row->text)))
        continue;
      seat = seat_beside (seats, row);
      if (seat == NULL || seat->row == row)
        continue;
      place = seat->place == NULL ? g_strdup (row->text)
                                  : g_strconcat (seat->place, " ", row->text, NULL);
      g_free (seat->place);
      seat->place = place;
    }
  for (guint i = 0; i < seats->len; i++)
    {
      const Seat *seat = g_ptr_array_index (seats, i);

      /* Lists of names in one cell are for others to read. */
      if (seat->place != NULL
          && (is (self, RULE_FIELD, seat->row->text)
              || strchr (seat->row->text, ',') != NULL
              || strlen (seat->row->text) > MAX_NAME))
        return NULL;
    }
  return g_steal_pointer (&seats);
}
