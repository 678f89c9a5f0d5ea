/* attendance.c: rows and sentences become lists of people. */

#include "normalise/attendance.h"

#include "normalise/apology.h"
#include "normalise/attendance_chair.h"
#include "normalise/attendance_columns.h"
#include "normalise/attendance_grid.h"
#include "normalise/attendance_part.h"
#include "normalise/attendance_row.h"
#include "normalise/attendance_rule.h"
#include "normalise/attendance_unlabelled.h"
#include "normalise/name_list.h"
#include "normalise/people.h"
#include "normalise/people_table.h"
#include "normalise/seating.h"

#define MAX_CUTS 8
/* A chair, his deputy and one more: whoever is listed behind them is of no other kind. */
#define MIN_MEMBERS 3
/* Items of which one may list who was there. */
#define MAX_LISTING 3

struct AttendanceReader
{
  Patterns *patterns;
  PeopleReader *people;
  SeatingReader *seating;
  GridReader *grids;
  ApologyReader *apologies;
  PeopleTable *table;
};

AttendanceReader *
attendance_reader_new (void)
{
  AttendanceReader *self = g_new0 (AttendanceReader, 1);

  self->patterns = patterns_new (attendance_rules, ATTENDANCE_N_RULES);
  self->people = people_reader_new ();
  self->seating = seating_reader_new ();
  self->grids = grid_reader_new ();
  self->apologies = apology_reader_new ();
  self->table = people_table_new ();
  return self;
}

void
attendance_reader_free (AttendanceReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  people_reader_free (self->people);
  seating_reader_free (self->seating);
  grid_reader_free (self->grids);
  apology_reader_free (self->apologies);
  people_table_free (self->table);
  g_free (self);
}

static gboolean
is (AttendanceReader *self, guint rule, const gchar *text)
{
  return patterns_match (self->patterns, rule, text, NULL);
}

/* Takes the Welsh out of a label in two languages. */
static void
make_english (AttendanceReader *self, gchar *text)
{
  PatternMatch match;
  Span welsh;

  if (!patterns_match (self->patterns, ATTENDANCE_WELSH, text, &match))
    return;
  welsh = pattern_match_has (&match, 1) ? match.group[1] : match.group[0];
  memmove (text + welsh.start, text + welsh.end, strlen (text + welsh.end) + 1);
}

/* "(* = present)": of the names in the list, those with a star were there. */
static gboolean
has_stars (AttendanceReader *self, const Stream *rows, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (strchr (stream_at (rows, i)->text, '*') != NULL
        && is (self, ATTENDANCE_STAR, stream_at (rows, i)->text))
      return TRUE;
  return FALSE;
}

gboolean
attendance_reader_is_label (AttendanceReader *self, const Row *row)
{
  g_autofree gchar *text = g_strdup (row->text);

  make_english (self, text);
  for (guint rule = ATTENDANCE_PRESENT; rule <= ATTENDANCE_BESIDE; rule++)
    if (is (self, rule, text))
      return TRUE;
  return FALSE;
}

/* "were submitted on behalf of Councillor Ruddock" below "Apologies for absence:" */
static const gchar *
skip_told (AttendanceReader *self, const gchar *text)
{
  PatternMatch match;

  return patterns_match (self->patterns, ATTENDANCE_TOLD, text, &match)
             ? text + match.group[0].end
             : text;
}

/* Whether anybody is known to have been there but for who took the chair. */
static gboolean
has_members (const Meeting *meeting)
{
  for (guint i = 0; i < meeting->present->len; i++)
    if (g_strcmp0 (g_array_index (meeting->present, Person, i).role, "Chair") != 0)
      return TRUE;
  return FALSE;
}

/* The list that a label opens, and where the names begin in the row. */
static gboolean
opens (AttendanceReader *self, const gchar *text, Meeting *meeting, GArray **ret_people,
       gsize *ret_from, gboolean *ret_chair)
{
  GArray *lists[] = { meeting->present, meeting->present, meeting->apologies,
                      meeting->in_attendance };
  static const guint order[] = { ATTENDANCE_APOLOGIES, ATTENDANCE_BESIDE,
                                 ATTENDANCE_CHAIR, ATTENDANCE_PRESENT };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      PatternMatch match;

      if (!patterns_match (self->patterns, order[i], text, &match))
        continue;
      *ret_people = lists[order[i]];
      /* "Members in attendance:" is of others where the members were named already. */
      if (order[i] == ATTENDANCE_BESIDE
          && patterns_match (self->patterns, ATTENDANCE_MEMBERS_HERE, text, &match)
          && (!has_members (meeting) || g_ascii_strncasecmp (text, "co-", 3) == 0))
        *ret_people = meeting->present;
      *ret_from = match.group[0].end;
      *ret_chair = order[i] == ATTENDANCE_CHAIR;
      return TRUE;
    }
  return FALSE;
}

/* "District Cllrs Bell and Cole were present" */
static gboolean
read_others (AttendanceReader *self, const gchar *text, Meeting *meeting, NameList *list)
{
  g_autofree gchar *names = NULL;
  PatternMatch match;

  if (!patterns_match (self->patterns, ATTENDANCE_WERE, text, &match))
    return FALSE;
  names = pattern_match_dup (&match, 1, text);
  name_list_read (list);
  if (meeting->present->len >= MIN_MEMBERS)
    list->people = meeting->in_attendance;
  name_list_add (list, names);
  name_list_read (list);
  return TRUE;
}

/* A piece of a row up to the next label that stands inside it. */
static void
read_piece (AttendanceReader *self, const gchar *text, Meeting *meeting, NameList *list)
{
  const gchar *label = text;
  GArray *people;
  gsize from;
  gboolean chair, seated;

  /* "adviser; Ella Strong" goes on with the row above. */
  if (!(list->people != NULL && g_ascii_islower (text[0])
        && !g_str_has_prefix (text, "the "))
      && opens (self, text, meeting, &people, &from, &chair))
    {
      /* "In attendance:" over "Councillors:", where members were listed above */
      if (list->people == meeting->in_attendance && list->text->len == 0
          && people == meeting->present && people->len > 0 && text[from] == '\0')
        return;
      /* "Also present:" over "Councillors: Simon Rook": they are none of the body. */
      if (list->people == meeting->in_attendance && list->text->len == 0
          && people == meeting->present && people->len > 0 && !chair
          && !attendance_says_present (text, from))
        {
          name_list_add (list, text + from);
          return;
        }
      /* "Apologies" beside "Councillors": whose they are */
      if (list->people == meeting->apologies && list->text->len == 0
          && people == meeting->present && !chair
          && !attendance_says_present (text, from))
        {
          name_list_add (list, text + from);
          return;
        }
      /* "Other Members:" below the members of the body, but for the one in the chair:
       * they only attended. */
      if (people == meeting->present && list->people == people && !chair
          && g_ascii_strncasecmp (text, "other members", strlen ("other members")) == 0)
        {
          name_list_read (list);
          if (meeting->present->len >= MIN_MEMBERS)
            people = meeting->in_attendance;
        }
      name_list_end (list);
      list->people = people;
      list->chair = chair;
      text += from;
      /* "Present: Councillors:A Bell", "Present: Chairman: Cllr Bell"; not "Present:
       * Chairman Cllr Bell" */
      if (people == meeting->present && !chair
          && opens (self, text, meeting, &people, &from, &seated)
          && people == meeting->present
          && (!seated
              || (memchr (text, ':', from) != NULL
                  && attendance_is_one_name (text + from))))
        {
          text += from;
          list->chair = chair = seated;
        }
      /* "IN ATTENDANCE: Councillor(s): G Haley" */
      else if (list->people != meeting->present
               && opens (self, text, meeting, &people, &from, &seated)
               && people == meeting->present && !seated
               && !attendance_says_present (text, from))
        text += from;
      name_list_add (list, text);
      /* "Clerk: Mrs S Roe" over the address of her office */
      if (list->people == meeting->in_attendance && text[0] != '\0'
          && is (self, ATTENDANCE_CLERK, label))
        name_list_end (list);
      /* "Chairman Cllr Lamb" over "Cllr Oakley": one of them takes the chair. */
      if (chair && attendance_is_one_name (text))
        {
          name_list_read (list);
          list->chair = FALSE;
        }
    }
  else if (is (self, ATTENDANCE_OTHER, text))
    name_list_end (list);
  else if (list->people != NULL && people_is_group (text))
    {
      name_list_read (list);
      if (strstr (text, "lerk") != NULL || strstr (text, "fficer") != NULL)
        list->people = meeting->in_attendance;
    }
  else if (list->people != NULL && read_others (self, text, meeting, list))
    return;
  else if (list->people != NULL)
    name_list_add (list, skip_told (self, text));
  else if (meeting->present->len == 0 && is (self, ATTENDANCE_NAMES, text))
    {
      list->people = meeting->present;
      list->chair = FALSE;
      name_list_add (list, text);
    }
}

static void
read_row (AttendanceReader *self, const Row *row, Meeting *meeting, NameList *list)
{
  g_autofree gchar *text = attendance_columns_of (row);
  gchar *piece = text;
  PatternMatch match;

  make_english (self, text);
  if (list->stars && !is (self, ATTENDANCE_STAR, text))
    {
      gboolean label = attendance_reader_is_label (self, row);

      if (label ? strchr (text, '*') != NULL : list->people == meeting->present)
        if (!attendance_keep_starred (text) && !label)
          return;
    }
  else if (list->stars && list->people == meeting->present
           && !attendance_reader_is_label (self, row))
    return;
  list->absent |=
      strstr (text, "bsen") != NULL && is (self, ATTENDANCE_ABSENT_MARK, text);
  if (list->absent && is (self, ATTENDANCE_ABSENT_NAME, text))
    return;
  if (row->blank_above && list->people != NULL && name_list_is_complete (list))
    name_list_read (list);

  for (guint i = 0;
       i < MAX_CUTS && patterns_match (self->patterns, ATTENDANCE_INSIDE, piece, &match);
       i++)
    {
      piece[match.group[0].start] = '\0';
      read_piece (self, piece, meeting, list);
      piece += match.group[0].end;
    }
  read_piece (self, piece, meeting, list);
}

/* A table with marks: FALSE if it is none. */
static gboolean
read_grid (AttendanceReader *self, const Stream *rows, guint start, guint end,
           guint head_end, Meeting *meeting, NameList *list)
{
  g_autoptr (GArray) seats =
      grid_reader_read (self->grids, rows, start, end, head_end, meeting->date);

  if (seats == NULL)
    return FALSE;
  name_list_end (list);
  list->people = meeting->present;
  for (guint i = 0; i < seats->len; i++)
    {
      const GridSeat *seat = &g_array_index (seats, GridSeat, i);

      /* "Officers", alone in its row */
      if (seat->mark == GRID_MARK_NONE && attendance_reader_is_label (self, seat->row))
        read_row (self, seat->row, meeting, list);
      else if (seat->mark == GRID_MARK_PRESENT)
        people_reader_seat (self->people, seat->name, seat->place,
                            list->people != NULL ? list->people : meeting->present);
      else if (seat->mark == GRID_MARK_APOLOGIES)
        people_reader_seat (self->people, seat->name, seat->place, meeting->apologies);
    }
  name_list_end (list);
  return TRUE;
}

/* A cell of a table of which no row says who holds what place. */
static void
read_cell (AttendanceReader *self, const Stream *rows, guint i, Meeting *meeting,
           NameList *list)
{
  g_autofree gchar *label = NULL;
  Row row = *stream_at (rows, i);

  if (people_table_is_rest (self->table, i)
      || (people_table_is_head (self->table, &row)
          && !attendance_reader_is_label (self, &row)
          && !is (self, ATTENDANCE_OTHER, row.text)))
    return;
  label = people_table_label (self->table, i);
  if (label != NULL)
    row.text = label;
  else if (people_table_is_group (self->table, i))
    return;
  read_row (self, &row, meeting, list);
}

/* "Members present" and "Officers" beside one another, each over the names in its column:
 * FALSE if the table at row start is none such. */
static gboolean
read_columns (AttendanceReader *self, const Stream *rows, guint start, guint end,
              Meeting *meeting, NameList *list)
{
  guint places = 0;
  guint columns =
      attendance_columns_heads (self, self->seating, rows, start, end, &places);

  for (guint column = 1; column <= columns; column++)
    for (guint i = start; i < end && (places & 1u << column) == 0; i++)
      {
        const Row *row = stream_at (rows, i), *place = NULL;

        if (row->column != column)
          continue;
        if ((places & 1u << (column + 1)) != 0 && i >= start + columns)
          place = attendance_columns_place (rows, i, end);
        if (place == NULL || list->people == NULL)
          read_row (self, row, meeting, list);
        else
          people_reader_seat (self->people, row->text, place->text, list->people);
      }
  return columns > 0;
}

/* Reads rows [start, head_end), the lists of a heading; people: (nullable) those whom a
 * label above it announced. */
static void
read_lists (AttendanceReader *self, const Stream *rows, guint start, guint head_end,
            GArray *people, Meeting *meeting)
{
  NameList list = { .people = people,
                    .text = g_string_new (NULL),
                    .patterns = self->patterns,
                    .reader = self->people,
                    .stars = has_stars (self, rows, start, head_end) };
  guint next, table_end = 0;

  for (guint i = start; i < head_end; i = next)
    {
      guint end = seating_end (rows, i, head_end);
      g_autoptr (GPtrArray) seats = NULL;

      next = i + 1;
      if (end > next && end > table_end)
        people_table_look (self->table, rows, i, table_end = end);
      if (end > next
          && (read_columns (self, rows, i, end, meeting, &list)
              || read_grid (self, rows, i, end, head_end, meeting, &list)))
        {
          next = end;
          continue;
        }
      if (end > next && !people_table_has_parties (self->table))
        seats = seating_read (self->seating, rows, i, end);
      if (seats == NULL
          && (grid_is_key (stream_at (rows, i))
              || seating_is_initials (stream_at (rows, i))))
        continue;
      if (seats == NULL)
        {
          if (i < table_end)
            read_cell (self, rows, i, meeting, &list);
          else
            read_row (self, stream_at (rows, i), meeting, &list);
          continue;
        }
      for (guint k = 0; k < seats->len; k++)
        {
          const Seat *seat = g_ptr_array_index (seats, k);

          if (seat->place == NULL && attendance_reader_is_label (self, seat->row))
            {
              read_row (self, seat->row, meeting, &list);
              continue;
            }
          name_list_read (&list);
          if (list.people == NULL)
            list.people = meeting->present;
          people_reader_seat (self->people, seat->name, seat->place, list.people);
        }
      next = end;
    }
  name_list_end (&list);
  g_string_free (list.text, TRUE);
}

/* Whether the item's text tells something: its title may be of attendance in schools. */
static gboolean
tells (AttendanceReader *self, const Stream *rows, const SegmentItem *item)
{
  for (guint i = item->body_row; i < item->end; i++)
    if (is (self, ATTENDANCE_SAID, stream_at (rows, i)->text))
      return TRUE;
  return FALSE;
}

/* "1. Present" over the names, where the heading has none. */
static void
read_listing_item (AttendanceReader *self, const Stream *rows, const Segment *segment,
                   Meeting *meeting)
{
  for (guint i = 0; i < segment->items->len && i < MAX_LISTING; i++)
    {
      const SegmentItem *item = &g_array_index (segment->items, SegmentItem, i);
      Row first = *stream_at (rows, MIN (item->body_row, rows->rows->len - 1));

      if (!is (self, ATTENDANCE_ITEM, item->title) || item->body_row >= item->end
          || tells (self, rows, item))
        continue;
      if (item->body_from > 0)
        people_reader_read (self->people, first.text + item->body_from, meeting->present);
      read_lists (self, rows, item->body_row + (item->body_from > 0), item->end,
                  meeting->present, meeting);
      return;
    }
}

void
attendance_reader_read (AttendanceReader *self, const Stream *rows,
                        const Segment *segment, Meeting *meeting)
{
  if (!segment->agenda && !segment->prose)
    read_lists (self, rows, segment->start, segment->head_end, NULL, meeting);
  if (!segment->agenda && !segment->prose && meeting->present->len == 0)
    read_listing_item (self, rows, segment, meeting);
  if (!segment->agenda && !segment->prose && meeting->present->len == 0
      && meeting->in_attendance->len == 0)
    unlabelled_read_seated (self->people, rows, segment, meeting);
  if (!segment->agenda && !segment->prose && meeting->present->len == 0)
    unlabelled_read_titled (self->patterns, self->people, rows, segment, meeting);
  if (!segment->agenda && !segment->prose)
    apology_reader_read (self->apologies, rows, segment, meeting);
  attendance_part (self->people, meeting);
  attendance_find_chair (self->patterns, self->people, rows, segment, meeting);
}
