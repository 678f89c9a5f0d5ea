/* heading.c: the rows above the first item become a meeting's council, body, date … */

#include "normalise/heading.h"

#include "normalise/article.h"
#include "normalise/attendance.h"
#include "normalise/body.h"
#include "normalise/boundary.h"
#include "normalise/date.h"
#include "normalise/field.h"
#include "normalise/form.h"
#include "normalise/heading_rule.h"
#include "normalise/pattern.h"
#include "normalise/phrase.h"
#include "normalise/report_head.h"

#include <string.h>

/* "Draft minutes to be approved at the meeting to be held on Wednesday, 19th March" */
#define MAX_RUNNING 120
/* Rows behind the last item that may say when the meeting began. */
#define MAX_TAIL 12
/* Rows of a notice that a meeting will not be, and their bytes: more says something else,
 * which must not be lost. */
#define MAX_NOTICE 25
#define MAX_NOTICE_BYTES 600

struct HeadingReader
{
  Patterns *patterns;
  DateReader *dates;
  AttendanceReader *attendance;
  PhraseReader *phrases;
  ArticleReader *articles;
  FormReader *forms;
  CoverReader *covers;
};

HeadingReader *
heading_reader_new (void)
{
  HeadingReader *self = g_new0 (HeadingReader, 1);

  self->patterns = patterns_new (heading_rules, HEADING_N_RULES);
  self->dates = date_reader_new ();
  self->attendance = attendance_reader_new ();
  self->phrases = phrase_reader_new (self->patterns, self->dates, self->attendance);
  self->articles = article_reader_new ();
  self->forms = form_reader_new ();
  self->covers = cover_reader_new ();
  return self;
}

void
heading_reader_free (HeadingReader *self)
{
  if (self == NULL)
    return;
  phrase_reader_free (self->phrases);
  patterns_free (self->patterns);
  date_reader_free (self->dates);
  attendance_reader_free (self->attendance);
  article_reader_free (self->articles);
  form_reader_free (self->forms);
  cover_reader_free (self->covers);
  g_free (self);
}

static gboolean
is (HeadingReader *self, guint rule, const gchar *text)
{
  return patterns_match (self->patterns, rule, text, NULL);
}

/* --- date, time, venue --- */

/* "13 June 2024: 11 July 2024: …", the head of a table of who came to which meeting */
static gboolean
is_calendar (HeadingReader *self, const gchar *text, gsize end)
{
  gsize length = strlen (text);
  Date next;

  return g_str_has_prefix (text + end, ": ")
         && date_reader_find (self->dates, text, length, end, &next)
         && next.span.start == end + strlen (": ");
}

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
      if (is_calendar (self, phrase->text, date.span.end))
        continue;
      points += is (self, HEADING_HELD, phrase->text) ? 3 : 0;
      points += is (self, HEADING_OWN, phrase->text) ? 3 : 0;
      points += is (self, HEADING_WEEKDAY, phrase->text) ? 2 : 0;
      points += 2 * (date.span.end - date.span.start) > length ? 2 : 0;
      points -=
          is (self, HEADING_OLD, phrase->text) && !is (self, HEADING_OWN, phrase->text)
              ? 4
              : 0;
      points -= phrase->people ? 2 : 0;
      if (points > best)
        {
          best = points;
          field_set (&meeting->date, date_format (&date));
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
        field_set (&meeting->time, time_of (self, phrase->text));
    }
}

/* "The meeting began at 7.00 pm and ended at 8.25 pm", behind the last item */
static void
read_began (HeadingReader *self, const Stream *rows, const Segment *segment,
            Meeting *meeting)
{
  for (guint i = segment->tail;
       i < segment->end && i < segment->tail + MAX_TAIL && meeting->time == NULL; i++)
    {
      PatternMatch match;
      g_autofree gchar *time = NULL;

      if (!patterns_match (self->patterns, HEADING_BEGAN, stream_at (rows, i)->text,
                           &match))
        continue;
      time = pattern_match_dup (&match, 1, stream_at (rows, i)->text);
      field_set (&meeting->time, time_of (self, time));
    }
}

static gboolean
has_date (HeadingReader *self, const gchar *text)
{
  Date date;

  return date_reader_find (self->dates, text, strlen (text), 0, &date);
}

/* "Merrow ME4 2QT", "London WC1H 2QT": the end of an address, in a letter's head */
static gboolean
ends_in_postcode (const gchar *text)
{
  gsize n = strlen (text);
  const gchar *inward = text + n - MIN (n, strlen ("2QT"));
  const gchar *space = inward > text ? inward - 1 : text;

  return n > strlen ("M1 2QT") && *space == ' '
         && (g_ascii_isdigit (space[-1])
             || (g_ascii_isupper (space[-1]) && g_ascii_isdigit (space[-2])))
         && g_ascii_isdigit (inward[0]) && g_ascii_isupper (inward[1])
         && g_ascii_isupper (inward[2]);
}

/* Whether a line is of the address at a letter's head: a postcode ends it, or the next
 * line; and a date stands further down, where the meeting's own place is. */
static gboolean
is_letterhead (HeadingReader *self, const GArray *phrases, guint i)
{
  const Phrase *phrase = &g_array_index (phrases, Phrase, i);

  if (has_date (self, phrase->text)
      || !(ends_in_postcode (phrase->text)
           || (i + 1 < phrases->len && strlen (phrase[1].text) < 40
               && ends_in_postcode (phrase[1].text))))
    return FALSE;
  for (guint k = 0; k < i; k++)
    if (has_date (self, g_array_index (phrases, Phrase, k).text))
      return FALSE;
  return TRUE;
}

static const gchar *
skip_article (const gchar *place)
{
  return g_ascii_strncasecmp (place, "the ", strlen ("the ")) == 0
             ? place + strlen ("the ")
             : place;
}

/* "Place: V Ivory", among the people: of a directorate of that name */
static gboolean
is_directorate (HeadingReader *self, const gchar *text)
{
  return g_ascii_strncasecmp (text, "place", strlen ("place")) == 0
         && !is (self, HEADING_VENUE_PLACE, text);
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

        if ((phrase->people
             && (rule != HEADING_VENUE_LABEL || is_directorate (self, phrase->text)))
            || !patterns_match (self->patterns, rule, phrase->text, &match)
            || (rule != HEADING_VENUE_LABEL && is_letterhead (self, phrases, i)))
          continue;
        venue =
            pattern_match_dup (&match, rule == HEADING_VENUE_PLACE ? 0 : 1, phrase->text);
        /* "Tuesday 11 November 2025, 5.30 pm, Committee Room A" */
        if (rule == HEADING_VENUE_PLACE && has_date (self, venue))
          {
            const gchar *place = strstr (venue, "m, ");

            if (place == NULL || has_date (self, place))
              continue;
            field_set (&venue, g_strdup (place + strlen ("m, ")));
          }
        /* "7.30pm in the Village Hall" */
        if (rule == HEADING_VENUE_PLACE && g_ascii_isdigit (venue[0])
            && strstr (venue, "m in ") != NULL)
          field_set (&venue, g_strdup (skip_article (strstr (venue, "m in ")
                                                     + strlen ("m in "))));
        /* "In the Mill Room, Shirehall" on a line of its own */
        if (g_str_has_prefix (venue, "In the ") || g_str_has_prefix (venue, "In The "))
          field_set (&venue, g_strdup (venue + strlen ("In the ")));
        if (g_ascii_strncasecmp (venue, "held on ", strlen ("held on ")) == 0)
          field_set (&venue, g_strdup (venue + strlen ("held on ")));
        length = strlen (venue);
        while (length > 0 && strchr (" .,;", venue[length - 1]) != NULL)
          venue[--length] = '\0';
        if (length > 0 && length < 150)
          meeting->venue = g_steal_pointer (&venue);
      }
}

/* --- kind and status --- */

/* Whether items have the label "Minutes:", as a council's site prints it. */
static gboolean
is_minuted (const Meeting *meeting)
{
  guint n = 0;

  for (guint i = 0; i < meeting->items->len; i++)
    {
      const Item *item = g_ptr_array_index (meeting->items, i);

      n += g_str_has_prefix (item->text, "Minutes:\n")
           || strstr (item->text, "\nMinutes:\n") != NULL;
    }
  return n >= 2;
}

/* "PLEASE NOTE THAT THIS MEETING HAS BEEN CANCELLED", and little else */
static gboolean
is_cancelled (HeadingReader *self, const Stream *rows, const Segment *segment,
              const Meeting *meeting)
{
  gboolean cancelled = FALSE;
  gsize bytes = 0;

  if (!segment->prose || meeting->date == NULL || meeting->body == NULL
      || segment->end - segment->start > MAX_NOTICE)
    return FALSE;
  for (guint i = segment->start; i < segment->end; i++)
    {
      const gchar *text = stream_at (rows, i)->text;

      bytes += strlen (text);
      cancelled |=
          strlen (text) < MAX_RUNNING && is (self, HEADING_CANCELLED, text)
          && (strstr (text, "eeting") != NULL || strstr (text, "MEETING") != NULL);
    }
  return cancelled && bytes <= MAX_NOTICE_BYTES;
}

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
  if (is_cancelled (self, rows, segment, meeting))
    {
      meeting->status = MEETING_STATUS_CANCELLED;
      agenda = TRUE;
    }
  minutes |= agenda && boundary_resolves (rows, segment->start, segment->end);
  if (segment->issue)
    meeting->kind = MEETING_KIND_ISSUE;
  else if (segment->agenda)
    meeting->kind = segment->pack ? MEETING_KIND_PACK : MEETING_KIND_AGENDA;
  else if (minutes && !segment->prose)
    meeting->kind = MEETING_KIND_MINUTES;
  else if (segment->ofsted)
    meeting->kind = MEETING_KIND_REPORT;
  else if (decisions && !segment->prose)
    meeting->kind = MEETING_KIND_DECISION;
  else if (agenda && (!segment->prose || meeting->status == MEETING_STATUS_CANCELLED))
    meeting->kind = MEETING_KIND_AGENDA;
  else if (report)
    meeting->kind = MEETING_KIND_REPORT;
  else if ((meeting->present->len > 0 && !segment->prose) || is_minuted (meeting))
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
  /* "28/05/2015 - Special meeting held on 2 April 2015" */
  if (segment->decision)
    {
      if (date_reader_find (self->dates, segment->line, strcspn (segment->line, " "), 0,
                            &date))
        field_set (&meeting->date, date_format (&date));
      return;
    }
  if (!patterns_match (self->patterns, HEADING_LINE, segment->line, &match))
    {
      if (!patterns_match (self->patterns, HEADING_ITEM_LINE, segment->line, &match))
        return;
      body = 1;
      day = 2;
      field_set (&meeting->time, time_of (self, segment->line));
    }
  field_set (&meeting->body, pattern_match_dup (&match, body, segment->line));
  if (date_reader_find (self->dates, segment->line, match.group[day].end,
                        match.group[day].start, &date))
    field_set (&meeting->date, date_format (&date));
}

static void
read_all (HeadingReader *self, const Document *document, const Stream *rows,
          const Segment *segment, const GArray *phrases, Meeting *meeting)
{
  read_date (self, phrases, meeting);
  attendance_reader_read (self->attendance, rows, segment, meeting);
  read_time (self, phrases, meeting);
  read_began (self, rows, segment, meeting);
  read_venue (self, phrases, meeting);
  body_read (self->patterns, phrases, meeting);
  read_line (self, segment, meeting);
  body_read_council (self->patterns, document, rows, phrases, meeting);
  if (meeting->body == NULL && meeting->council != NULL && !segment->prose)
    meeting->body = g_strdup (meeting->council);
  read_kind (self, document, rows, segment, phrases, meeting);
  if (!segment->prose || form_reader_read (self->forms, rows, segment, meeting))
    return;
  if (segment->decision)
    {
      field_set (&meeting->body, NULL);
      meeting->kind = segment->issue ? MEETING_KIND_ISSUE : MEETING_KIND_DECISION;
      return;
    }
  if (!segment->ofsted)
    article_reader_read (self->articles, rows, segment, meeting);
  if (meeting->kind == MEETING_KIND_UNKNOWN)
    {
      field_set (&meeting->body, NULL);
      field_set (&meeting->date, NULL);
      field_set (&meeting->time, NULL);
      field_set (&meeting->venue, NULL);
    }
}

gboolean
heading_reader_read (HeadingReader *self, const Document *document, const Stream *rows,
                     const Segment *segment, Meeting *meeting)
{
  g_autoptr (GArray) phrases = NULL;

  if (segment->ofsted
      && report_head_read (self->covers, document, segment, FALSE, meeting))
    return TRUE;
  phrases = phrase_reader_read (self->phrases, rows, segment->start, segment->head_end);
  read_kind (self, document, rows, segment, phrases, meeting);
  if (meeting->kind == MEETING_KIND_REPORT
      && report_head_read (self->covers, document, segment, segment->ofsted, meeting))
    return TRUE;
  read_all (self, document, rows, segment, phrases, meeting);
  return FALSE;
}
