/* heading.c: the rows above the first item become a meeting's council, body, date … */

#include "normalise/heading.h"

#include "normalise/article.h"
#include "normalise/attendance.h"
#include "normalise/date.h"
#include "normalise/form.h"
#include "normalise/heading_rule.h"
#include "normalise/pattern.h"

#define MAX_PHRASES 60
#define MAX_BODY 140
/* "Draft minutes to be approved at the meeting to be held on Wednesday, 19th March" */
#define MAX_RUNNING 120

struct HeadingReader
{
  Patterns *patterns;
  DateReader *dates;
  AttendanceReader *attendance;
  ArticleReader *articles;
  FormReader *forms;
};

/* Lines of the heading that belong together, as one. */
typedef struct
{
  gchar *text;
  gboolean bold;
  gdouble size;
  gboolean people; /* of a list of members: nothing to look for but dates */
} Phrase;

static void
phrase_clear (gpointer data)
{
  g_free (((Phrase *)data)->text);
}

HeadingReader *
heading_reader_new (void)
{
  HeadingReader *self = g_new0 (HeadingReader, 1);

  self->patterns = patterns_new (heading_rules, HEADING_N_RULES);
  self->dates = date_reader_new ();
  self->attendance = attendance_reader_new ();
  self->articles = article_reader_new ();
  self->forms = form_reader_new ();
  return self;
}

void
heading_reader_free (HeadingReader *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  date_reader_free (self->dates);
  attendance_reader_free (self->attendance);
  article_reader_free (self->articles);
  form_reader_free (self->forms);
  g_free (self);
}

static gboolean
is (HeadingReader *self, guint rule, const gchar *text)
{
  return patterns_match (self->patterns, rule, text, NULL);
}

static gboolean
is_council (HeadingReader *self, const gchar *text)
{
  return is (self, HEADING_COUNCIL, text) && !is (self, HEADING_GENERIC, text)
         && g_ascii_strcasecmp (text, "county council") != 0 && strlen (text) < 80;
}

static gboolean
joins (HeadingReader *self, const Phrase *phrase, const Row *row, const Row *above)
{
  gboolean same = phrase->bold == row->bold && ABS (phrase->size - row->size) < 0.6;

  if (above->role != row->role)
    return FALSE;
  if (is (self, HEADING_OPEN_END, phrase->text))
    return strlen (phrase->text) < 400;
  /* "Tuesday 4" / "th" / "June 2024": an ordinal that was raised */
  if (is (self, HEADING_ORDINAL, row->text)
      || (is (self, HEADING_ORDINAL_END, phrase->text)
          && is (self, HEADING_ORDINAL, above->text)))
    return TRUE;
  /* "held on Thursday, 14 March" / "2019 at 6.30 pm" */
  if (!row->blank_above && is (self, HEADING_YEAR, row->text)
      && is (self, HEADING_MONTH_END, phrase->text))
    return TRUE;
  if (!same)
    return FALSE;
  if (g_unichar_islower (g_utf8_get_char (row->text)))
    return TRUE;
  /* "OVERVIEW AND SCRUTINY" / "COMMITTEE", "Transport & Connectivity" / "Policy
   * Committee" */
  if (is (self, HEADING_BODY, row->text) && !is (self, HEADING_BODY, phrase->text)
      && strlen (row->text) < 40 && !row->blank_above && !is_council (self, phrase->text)
      && strchr (row->text, ':') == NULL && !is (self, HEADING_WEEKDAY, phrase->text))
    return TRUE;
  /* A sentence over two lines. */
  return !row->blank_above && row->right > 0 && above->box.x1 > row->right - 45
         && is (self, HEADING_HELD, phrase->text);
}

static GArray *
read_phrases (HeadingReader *self, const Stream *rows, const Segment *segment)
{
  GArray *phrases = g_array_new (FALSE, TRUE, sizeof (Phrase));
  gboolean people = FALSE;

  g_array_set_clear_func (phrases, phrase_clear);
  for (guint i = segment->start; i < segment->head_end && phrases->len < MAX_PHRASES; i++)
    {
      const Row *row = stream_at (rows, i);
      Date date;
      Phrase phrase = { .bold = row->bold, .size = row->size };

      if (row->role == LINE_ROLE_MEETING && is (self, HEADING_LINE, row->text))
        continue;
      if (attendance_reader_is_label (self->attendance, row))
        people = TRUE;
      else if (row->bold && row->size > rows->size + 0.6)
        people = FALSE;
      else if (date_reader_find (self->dates, row->text, strlen (row->text), 0, &date)
               && date.day != 0 && date.year != 0)
        people = FALSE;
      if (phrases->len > 0)
        {
          Phrase *last = &g_array_index (phrases, Phrase, phrases->len - 1);

          /* A table of "Date", "Venue": the label and what stands beside it. */
          if (row->role == LINE_ROLE_CELL && (row - 1)->role == LINE_ROLE_CELL
              && row->table == (row - 1)->table && row->table_row == (row - 1)->table_row
              && row->page == (row - 1)->page)
            {
              gchar *text =
                  g_strconcat (last->text, row->column != (row - 1)->column ? ": " : " ",
                               row->text, NULL);

              g_free (last->text);
              last->text = text;
              continue;
            }
          if (!people && !last->people && joins (self, last, row, row - 1))
            {
              gchar *text = g_strconcat (last->text, " ", row->text, NULL);

              g_free (last->text);
              last->text = text;
              continue;
            }
        }
      phrase.people = people;
      phrase.text = g_strdup (row->text);
      g_array_append_val (phrases, phrase);
    }
  return phrases;
}

static void
set (gchar **field, gchar *value)
{
  g_free (*field);
  *field = value;
}

/* --- date, time, venue --- */

static void
read_date (HeadingReader *self, const GArray *phrases, Meeting *meeting)
{
  gdouble best = -100;

  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      gsize length = strlen (phrase->text);
      gdouble points = -0.01 * i;
      Date date;

      if (!date_reader_find (self->dates, phrase->text, length, 0, &date) || date.day == 0
          || date.year == 0)
        continue;
      points += is (self, HEADING_HELD, phrase->text) ? 3 : 0;
      points += is (self, HEADING_WEEKDAY, phrase->text) ? 2 : 0;
      points += 2 * (date.span.end - date.span.start) > length ? 2 : 0;
      points -= is (self, HEADING_OLD, phrase->text) ? 4 : 0;
      points -= phrase->people ? 2 : 0;
      if (points > best)
        {
          best = points;
          set (&meeting->date, date_format (&date));
        }
    }
}

static guint
number_in (const PatternMatch *match, guint group, const gchar *text)
{
  g_autofree gchar *number = pattern_match_dup (match, group, text);

  return number != NULL ? (guint)g_ascii_strtoull (number, NULL, 10) : 0;
}

/* The time that a text names, "18:30", or NULL. (transfer full) */
static gchar *
time_of (HeadingReader *self, const gchar *text)
{
  PatternMatch match;
  gboolean exact = patterns_match (self->patterns, HEADING_TIME, text, &match);
  guint half = exact ? 3 : 2;
  gboolean late = FALSE;
  guint hour, minute;
  Date date;

  if (!exact && !patterns_match (self->patterns, HEADING_HOUR, text, &match))
    return NULL;
  /* "10.10" needs more than two figures to be a time: am, a colon, or a date by it. */
  if (!pattern_match_has (&match, half) && strchr (text, ':') == NULL
      && !date_reader_find (self->dates, text, strlen (text), 0, &date))
    return NULL;
  hour = number_in (&match, 1, text);
  minute = exact ? number_in (&match, 2, text) : 0;
  if (pattern_match_has (&match, half))
    late = g_ascii_tolower (text[match.group[half].start]) == 'p';
  /* "(7:00 - 9:41 pm)" */
  else if (strstr (text, "pm") != NULL || strstr (text, "p.m") != NULL)
    late = strstr (text, "am") == NULL;
  if (late && hour < 12)
    hour += 12;
  return g_strdup_printf ("%02u:%02u", hour, minute);
}

static void
read_time (HeadingReader *self, const GArray *phrases, Meeting *meeting)
{
  for (guint i = 0; i < phrases->len && meeting->time == NULL; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);

      if (!phrase->people)
        set (&meeting->time, time_of (self, phrase->text));
    }
}

static gboolean
has_date (HeadingReader *self, const gchar *text)
{
  Date date;

  return date_reader_find (self->dates, text, strlen (text), 0, &date);
}

static void
read_venue (HeadingReader *self, const GArray *phrases, Meeting *meeting)
{
  for (guint rule = HEADING_VENUE_LABEL; rule <= HEADING_VENUE_PLACE; rule++)
    for (guint i = 0; i < phrases->len && meeting->venue == NULL; i++)
      {
        const Phrase *phrase = &g_array_index (phrases, Phrase, i);
        g_autofree gchar *venue = NULL;
        gsize length;
        PatternMatch match;

        if ((phrase->people && rule != HEADING_VENUE_LABEL)
            || !patterns_match (self->patterns, rule, phrase->text, &match))
          continue;
        venue =
            pattern_match_dup (&match, rule == HEADING_VENUE_PLACE ? 0 : 1, phrase->text);
        /* "Tuesday 11 November 2025, 5.30 pm, Committee Room A" */
        if (rule == HEADING_VENUE_PLACE && has_date (self, venue))
          {
            const gchar *place = strstr (venue, "m, ");

            if (place == NULL || has_date (self, place))
              continue;
            set (&venue, g_strdup (place + strlen ("m, ")));
          }
        length = strlen (venue);
        while (length > 0 && strchr (" .,;", venue[length - 1]) != NULL)
          venue[--length] = '\0';
        if (length > 0 && length < 150)
          meeting->venue = g_steal_pointer (&venue);
      }
}

/* --- body and council --- */

/* "PORTH WEN TOWN COUNCIL / CYNGOR TREF PORTH WEN": the name in one language, where both
 * sides name a body; otherwise all of it. (transfer full) */
static gchar *
one_language (HeadingReader *self, const gchar *text)
{
  static const gchar *const bars[] = { " / ", " | ", " – ", " - " };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      const gchar *bar = strstr (text, bars[i]);
      g_autofree gchar *left = NULL;
      const gchar *right;

      if (bar == NULL)
        continue;
      left = g_strndup (text, bar - text);
      right = bar + strlen (bars[i]);
      if (!is (self, HEADING_BODY, left) || !is (self, HEADING_BODY, right)
          || is (self, HEADING_WELSH, left) == is (self, HEADING_WELSH, right))
        continue;
      return is (self, HEADING_WELSH, left) ? g_strdup (right) : g_steal_pointer (&left);
    }
  return g_strdup (text);
}

static gchar *
trim_body (HeadingReader *self, const gchar *text)
{
  g_autofree gchar *body = one_language (self, text);
  PatternMatch match;

  if (patterns_match (self->patterns, HEADING_FRONT, body, &match)
      && match.group[0].end < strlen (body))
    {
      gchar *rest = g_strdup (body + match.group[0].end);

      set (&body, rest);
    }
  for (guint i = 0; i < 3; i++)
    if (patterns_match (self->patterns, HEADING_TRIM, body, &match)
        && match.group[0].start > 0)
      body[match.group[0].start] = '\0';
  g_strstrip (body);
  return g_steal_pointer (&body);
}

/* "Minutes of the Panel held on …", or a line that is nothing but a body's name. */
static gchar *
body_of (HeadingReader *self, const Phrase *phrase, gdouble *ret_points)
{
  PatternMatch match;
  g_autofree gchar *body = NULL;
  gsize length = strlen (phrase->text);

  *ret_points = 0;
  for (guint rule = HEADING_OF; rule <= HEADING_MEETING_OF; rule++)
    if (patterns_match (self->patterns, rule, phrase->text, &match))
      {
        g_autofree gchar *name = pattern_match_dup (&match, 1, phrase->text);

        set (&body, trim_body (self, name));
        if (is (self, HEADING_BODY, body) && strlen (body) < MAX_BODY)
          {
            *ret_points = is (self, HEADING_GENERIC, body) ? 0.5 : 4;
            return g_steal_pointer (&body);
          }
      }
  if (length > MAX_BODY || !is (self, HEADING_BODY, phrase->text)
      || is (self, HEADING_NOT_BODY, phrase->text))
    return NULL;
  set (&body, trim_body (self, phrase->text));
  if (!is (self, HEADING_BODY, body) || is (self, HEADING_GENERIC, body))
    return NULL;
  *ret_points = 2 + (phrase->bold ? 0.5 : 0) + (is_council (self, body) ? -1 : 0);
  /* "PWYLLGOR CRAFFU" above "SCRUTINY COMMITTEE": the name that both can read. */
  if (is (self, HEADING_WELSH, body))
    *ret_points -= 0.4;
  /* "Tidewater Safeguarding Children Partnership" above "Executive Group": whose body */
  if (is (self, HEADING_ORGANISATION, body))
    *ret_points -= 0.6;
  if (body[strlen (body) - 1] == '.')
    *ret_points -= 1;
  return g_steal_pointer (&body);
}

/* "Minutes of the Audit Committee of Leven Council" name both. */
static void
part_body (HeadingReader *self, Meeting *meeting)
{
  g_autofree gchar *body = NULL;
  PatternMatch match;

  if (meeting->body == NULL
      || !patterns_match (self->patterns, HEADING_BODY_OF, meeting->body, &match))
    return;
  body = pattern_match_dup (&match, 1, meeting->body);
  set (&meeting->council, pattern_match_dup (&match, 2, meeting->body));
  set (&meeting->body, g_steal_pointer (&body));
}

static gboolean
names_council (const gchar *body)
{
  gsize length = strlen (body);

  return length >= strlen ("council")
         && g_ascii_strcasecmp (body + length - strlen ("council"), "council") == 0;
}

static void
read_body (HeadingReader *self, const GArray *phrases, Meeting *meeting)
{
  gdouble best = 0;

  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      g_autofree gchar *body = NULL;
      gdouble points;

      if (phrase->people)
        continue;
      if (meeting->council == NULL)
        {
          g_autofree gchar *council = one_language (self, phrase->text);

          /* "MINUTES OF THE MEETING OF WYKE PARISH COUNCIL" */
          if (is (self, HEADING_MINUTES, council) || is (self, HEADING_AGENDA, council))
            {
              g_autofree gchar *named = body_of (self, phrase, &points);

              set (&council, named != NULL ? g_steal_pointer (&named) : g_strdup (""));
            }
          if (is_council (self, council))
            meeting->council = g_steal_pointer (&council);
        }
      body = body_of (self, phrase, &points);
      if (body != NULL && points > best)
        {
          best = points;
          set (&meeting->body, g_steal_pointer (&body));
        }
    }
  part_body (self, meeting);
  /* "Minutes of the Parish Council meeting" below the parish's name; a city's "Council"
   * is one of its bodies, and called so. */
  if (meeting->body != NULL && is (self, HEADING_GENERIC, meeting->body)
      && meeting->council != NULL
      && (is (self, HEADING_PARISH, meeting->council)
          || is (self, HEADING_PARISH, meeting->body) || !names_council (meeting->body)))
    set (&meeting->body, g_strdup (meeting->council));
}

static void
council_from (HeadingReader *self, const gchar *text, Meeting *meeting)
{
  gsize from = 0;
  PatternMatch match;

  while (meeting->council == NULL
         && patterns_find (self->patterns, HEADING_COUNCIL_ANYWHERE, text, strlen (text),
                           from, &match))
    {
      g_autofree gchar *name = pattern_match_dup (&match, 1, text);
      const gchar *start = g_str_has_prefix (name, "The ") ? name + 4 : name;

      if (!is (self, HEADING_GENERIC, start) && strcmp (start, "County Council") != 0
          && strcmp (start, "Modern Council") != 0)
        meeting->council = g_strdup (start);
      from = match.group[0].end;
    }
}

/* "Issue - meetings - Adoption Report - Leven Council": one of the title's parts. */
static void
council_from_title (HeadingReader *self, const gchar *title, Meeting *meeting)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\s+[-|–—]\\s+", title, 0, 0);

  for (guint i = g_strv_length (parts); i > 0 && meeting->council == NULL; i--)
    if (is_council (self, parts[i - 1]))
      meeting->council = g_strdup (parts[i - 1]);
  council_from (self, title, meeting);
}

static void
read_council (HeadingReader *self, const Document *document, const Stream *rows,
              const GArray *phrases, Meeting *meeting)
{
  for (guint i = 0; i < rows->furniture->len && meeting->council == NULL; i++)
    {
      const gchar *line = g_ptr_array_index (rows->furniture, i);

      if (is_council (self, line))
        meeting->council = g_strdup (line);
      else
        council_from (self, line, meeting);
    }
  if (document->title != NULL && meeting->council == NULL)
    council_from_title (self, document->title, meeting);
  for (guint i = 0; i < phrases->len && meeting->council == NULL; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);

      if (!phrase->people)
        council_from (self, phrase->text, meeting);
    }
}

/* --- kind and status --- */

static void
read_kind (HeadingReader *self, const Document *document, const Stream *rows,
           const Segment *segment, const GArray *phrases, Meeting *meeting)
{
  const gchar *title = document->title != NULL ? document->title : "";
  gboolean minutes = is (self, HEADING_MINUTES, title);
  gboolean agenda = is (self, HEADING_AGENDA, title) && !minutes;
  gboolean decisions = FALSE, report = FALSE;

  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      gboolean short_line = strlen (phrase->text) < 160;

      minutes |= is (self, HEADING_MINUTES, phrase->text);
      agenda |= short_line && is (self, HEADING_AGENDA, phrase->text);
      decisions |=
          short_line && !phrase->people && is (self, HEADING_DECISIONS, phrase->text);
      report |= i < 4 && is (self, HEADING_REPORT, phrase->text);
      if (short_line && is (self, HEADING_DRAFT, phrase->text)
          && meeting->status == MEETING_STATUS_NULL)
        meeting->status = MEETING_STATUS_DRAFT;
      if (short_line && is (self, HEADING_FINAL, phrase->text))
        meeting->status = MEETING_STATUS_FINAL;
      if (short_line && is (self, HEADING_CANCELLED, phrase->text))
        meeting->status = MEETING_STATUS_CANCELLED;
    }
  for (guint i = 0; i < rows->furniture->len + rows->stamps->len; i++)
    {
      const gchar *line =
          i < rows->furniture->len
              ? g_ptr_array_index (rows->furniture, i)
              : g_ptr_array_index (rows->stamps, i - rows->furniture->len);

      if (meeting->status == MEETING_STATUS_NULL && strlen (line) < MAX_RUNNING
          && is (self, HEADING_DRAFT, line))
        meeting->status = MEETING_STATUS_DRAFT;
    }
  if (segment->issue)
    meeting->kind = MEETING_KIND_ISSUE;
  else if (segment->agenda)
    meeting->kind = segment->pack ? MEETING_KIND_PACK : MEETING_KIND_AGENDA;
  else if (minutes && !segment->prose)
    meeting->kind = MEETING_KIND_MINUTES;
  else if (decisions && !segment->prose)
    meeting->kind = MEETING_KIND_DECISION;
  else if (agenda && (!segment->prose || meeting->status == MEETING_STATUS_CANCELLED))
    meeting->kind = MEETING_KIND_AGENDA;
  else if (report)
    meeting->kind = MEETING_KIND_REPORT;
  else if (meeting->present->len > 0 && !segment->prose)
    meeting->kind = MEETING_KIND_MINUTES;
}

static void
read_line (HeadingReader *self, const Segment *segment, Meeting *meeting)
{
  PatternMatch match;
  guint body = 2, day = 1;
  Date date;

  if (segment->line == NULL)
    return;
  if (!patterns_match (self->patterns, HEADING_LINE, segment->line, &match))
    {
      if (!patterns_match (self->patterns, HEADING_ITEM_LINE, segment->line, &match))
        return;
      body = 1;
      day = 2;
      set (&meeting->time, time_of (self, segment->line));
    }
  set (&meeting->body, pattern_match_dup (&match, body, segment->line));
  if (date_reader_find (self->dates, segment->line, match.group[day].end,
                        match.group[day].start, &date))
    set (&meeting->date, date_format (&date));
}

void
heading_reader_read (HeadingReader *self, const Document *document, const Stream *rows,
                     const Segment *segment, Meeting *meeting)
{
  g_autoptr (GArray) phrases = read_phrases (self, rows, segment);

  attendance_reader_read (self->attendance, rows, segment, meeting);
  read_date (self, phrases, meeting);
  read_time (self, phrases, meeting);
  read_venue (self, phrases, meeting);
  read_body (self, phrases, meeting);
  read_line (self, segment, meeting);
  read_council (self, document, rows, phrases, meeting);
  if (meeting->body == NULL && meeting->council != NULL && !segment->prose)
    meeting->body = g_strdup (meeting->council);
  read_kind (self, document, rows, segment, phrases, meeting);
  if (!segment->prose || form_reader_read (self->forms, rows, segment, meeting))
    return;
  article_reader_read (self->articles, rows, segment, meeting);
  if (meeting->kind == MEETING_KIND_UNKNOWN)
    {
      set (&meeting->body, NULL);
      set (&meeting->date, NULL);
      set (&meeting->time, NULL);
      set (&meeting->venue, NULL);
    }
}
