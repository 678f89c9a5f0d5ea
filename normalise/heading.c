/* heading.c: the rows above the first item become a meeting's council, body, date … */

#include "normalise/heading.h"

#include "normalise/attendance.h"
#include "normalise/date.h"
#include "normalise/pattern.h"

#define MAX_PHRASES 60
#define MAX_BODY 140

enum
{
  RULE_LINE,
  RULE_OF,
  RULE_MEETING_OF,
  RULE_BODY,
  RULE_GENERIC,
  RULE_COUNCIL,
  RULE_COUNCIL_ANYWHERE,
  RULE_TRIM,
  RULE_FRONT,
  RULE_HELD,
  RULE_OLD,
  RULE_WEEKDAY,
  RULE_TIME,
  RULE_HOUR,
  RULE_VENUE_LABEL,
  RULE_VENUE_HELD,
  RULE_VENUE_PLACE,
  RULE_DRAFT,
  RULE_CANCELLED,
  RULE_FINAL,
  RULE_MINUTES,
  RULE_AGENDA,
  RULE_DECISIONS,
  RULE_REPORT,
  RULE_ISSUE,
  RULE_NEWS,
  RULE_NEWS_BODY,
  RULE_OPEN_END,
  RULE_NOT_BODY,
};

#define NOUN                                                                             \
  "(?:sub-?committee|committee|panel|board|cabinet|council|assembly|forum|executive|"    \
  "commission|working group|working party|steering group|task (?:and finish )?group|"    \
  "group|authority|partnership|trust|conference|pwyllgor|cyngor|cabinet member|court)"

static const PatternRule rules[] = {
  /* "Meeting: 16/07/2025 - Cabinet (Item 23)" */
  { "a section of an issue's history",
    "^meeting:\\s*([0-9/]+)\\s*[-–]\\s*(.+?)\\s*(?:\\(item[^)]*\\))?$",
    PATTERN_CASELESS },
  /* "Minutes of the Children's Panel held on", "Record of the Board" */
  { "minutes of a body",
    "\\b(?:minutes|notes|record|proceedings|agenda|summons)\\s+(?:of|for)\\s+(?:the\\s+|"
    "an?"
    "\\s+)?(?:(?:extra-?ordinary|ordinary|special|annual|virtual|remote|public|monthly|"
    "statutory|joint)\\s+)*(?:(?:general\\s+)?meetings?\\s+(?:of\\s+)?(?:the\\s+)?)?(.+?)"
    "(?:,?\\s+(?:meetings?\\b|held\\b|which\\b|on\\s+(?=\\w+day|[0-9])|at\\s+(?=[0-9A-Z])"
    "|"
    "commenc|convened|in the )|\\s*[(,;]|\\s+[-–—]\\s|\\s*[0-9]|$)",
    PATTERN_CASELESS },
  /* "A meeting of the Cabinet was held", "At a meeting of the Board held" */
  { "a meeting of a body",
    "\\bmeeting of (?:the "
    ")?(.+?)(?:,?\\s+(?:was|will|held|which|on\\s+(?=\\w+day|[0-9])|at\\s"
    "|to be|is to)|\\s*[(,;]|\\s+[-–—]\\s|$)",
    PATTERN_CASELESS },
  { "a body's noun", "\\b" NOUN "\\b", PATTERN_CASELESS },
  { "a body that another line names",
    "^(?:above |full |said )?(?:parish |town |community |district |borough |city )?"
    "(?:council|committee|meeting|board|panel)$",
    PATTERN_CASELESS },
  /* "Aldermoor City Council", "London Borough of X", "Cyngor Sir Ddinbych" */
  { "a council's name alone",
    "^(?:the\\s+)?(?:(?:london|royal) borough of [\\p{L}' -]+|[\\p{L}'’.&, "
    "-]+\\b(?:council|"
    "combined authority|corporation|county combined authority)|council of the .+|city of "
    "[\\p{L} ]+ (?:council)?|cyngor [\\p{L}' -]+)$",
    PATTERN_CASELESS },
  /* the same inside a line, by its capitals */
  { "a council's name",
    "\\b((?:(?:London|Royal) Borough of|City of) \\p{Lu}[\\p{L}'’-]+(?: "
    "(?:and|upon|on|in|of|"
    "the|\\p{Lu}[\\p{L}'’-]+))*|(?:\\p{Lu}[\\p{L}'’.-]+(?: "
    "(?:and|upon|on|in|of|the|with|&|-"
    "|under|le) )?\\s?){1,5}\\b(?:Borough |City |County |District |Parish |Town "
    "|Community |"
    "Metropolitan |Unitary )*(?:Council|Combined Authority))\\b(?! "
    "(?:Tax|Chamber|Housing|"
    "House|Offices?|Members?|Meeting|Leader))",
    PATTERN_PLAIN },
  /* what follows a body's name in its line: a date, a dash, "Minutes" */
  { "behind a body's name",
    "(?:\\s+(?:held|met|meeting "
    "held)\\b.*|\\s*[-–—,:(]?\\s*(?:(?:on|held|at)\\s+)*(?:(?:mon|tues|wednes|thurs|fri|"
    "satur|"
    "sun)day\\b"
    ".*|[0-3]?[0-9](?:st|nd|rd|th)?\\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
    "dec).*"
    "|[0-3]?[0-9][./][01]?[0-9][./].*)|\\s*[-–—:,]?\\s*(?:(?:draft|public|agenda "
    "and)\\s+)*"
    "(?:minutes|agenda|action notes|notes|decisions?|meeting|cancelled)\\s*|\\s+[-–—]\\s+"
    "(?:agenda|minutes|notes|\\d).*|[\\s:,–-]+)$",
    PATTERN_CASELESS },
  { "before a body's name",
    "^(?:(?:draft|unconfirmed|confirmed|approved|final)\\s+)*(?:agenda and "
    "minutes|minutes|"
    "notes|agenda|record|decisions?|printed minutes|meeting|committee|report "
    "to)?\\s*(?:for|"
    "of|from)?\\s*(?:(?:a|the)\\b)?\\s*(?:(?:public|virtual|ordinary|special|"
    "extraordinary|"
    "annual)?"
    "\\s*meeting of)?\\s*(?:the\\s+)?[:–-]?\\s*",
    PATTERN_CASELESS },
  { "the meeting's own date",
    "\\bheld\\b|\\bmeeting\\b|^minutes|^date\\b|\\bat [0-9]|^notes|commenc",
    PATTERN_CASELESS },
  { "another date",
    "publish|issued|despatch|dispatch|circulat|previous|last meeting|next meeting|"
    "deadline|printed|minutes of the meeting held|confirm|^[0-9]+\\.? ",
    PATTERN_CASELESS },
  { "a day of the week", "\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b",
    PATTERN_CASELESS },
  /* "4.30 pm", "7:00", "14:00", "10.30am" */
  { "a time",
    "(?<![0-9./:])([01]?[0-9]|2[0-3])(?:\\s?[.:]\\s?|(?=[0-5][0-9] "
    "?(?:hours|hrs)\\b))([0-5][0-9])(?![0-9./:])\\s*(?:[-–—]\\s*"
    "[0-9]{1,2}[.:][0-9]{2}\\s*)?([ap]\\.?\\s?m\\b|noon|hrs|hours)?",
    PATTERN_CASELESS },
  /* "at 7 pm", "12 noon" */
  { "a whole hour", "(?<![0-9./:])(1[0-2]|[1-9])\\s?([ap]\\.?\\s?m\\b|noon|midday)",
    PATTERN_CASELESS },
  { "the venue's label",
    "^(?:proposed )?(?:venue|place|location)\\s*[:–-]?\\s+(.+?)(?:\\s*View directions)?$",
    PATTERN_CASELESS },
  /* "held in the Darent Room, Sessions House on Tuesday" */
  { "where it was held",
    "\\bheld\\s+(?:(?:remotely|virtually|online|on [^,]*?)\\s+)?(?:at|in|via|on (?=zoom|"
    "microsoft|teams))\\s+(?:the\\s+)?(?![0-9]{1,2}[.:]?[0-9]* "
    "?[ap]m)(.+?)(?:,?\\s+(?:on|at)"
    "\\s+(?:the\\s+)?(?=(?:mon|tues|wednes|thurs|fri|satur|sun|[0-9])))",
    PATTERN_CASELESS },
  { "a place",
    "^(?!.*\\b(?:meeting|minutes|present)\\b)(?:.*\\b(?:room|hall|chamber|centre|house|"
    "offices|library|school|church|guildhall|teams|zoom)\\b.*)$",
    PATTERN_CASELESS },
  { "a draft",
    "^\\W*(?:\\w+ ){0,4}?(?:draft|unconfirmed|unapproved)\\b|\\(draft\\)|subject to "
    "(?:confirmation|approval)|\\bdrafft\\b",
    PATTERN_CASELESS },
  { "a cancelled meeting", "\\bcancelled\\b|\\bcanceled\\b|\\bpostponed\\b",
    PATTERN_CASELESS },
  { "a final version",
    "^(?:approved|confirmed|final|signed) minutes|minutes \\((?:approved|"
    "confirmed|final)\\)",
    PATTERN_CASELESS },
  { "minutes",
    "^(?:[\\w’'&,-]+ ){0,9}?(?:minutes|cofnodion)\\b|^(?:action )?notes "
    "(?:of|and|from)\\b|"
    "^notes$|^note of|^record of (?:the )?(?:meeting|proceedings)|^action notes",
    PATTERN_CASELESS },
  { "an agenda", "^(?:supplementary |public )?(?:agenda|summons)\\b|\\bagenda$",
    PATTERN_CASELESS },
  { "decisions",
    "^(?:\\w+ ){0,4}?(?:decisions?|decision "
    "(?:sheet|notice|record|list|statement)|record of "
    "decisions?|decisions? (?:taken|made))\\b",
    PATTERN_CASELESS },
  { "a report", "^(?:report (?:to|of|for|by)\\b|inspection of|ofsted\\b)",
    PATTERN_CASELESS },
  { "an issue's history", "^issue (?:- meetings|details|history)", PATTERN_CASELESS },
  { "a newspaper's article",
    "^by (?-i:\\p{Lu})|local democracy report|^read more|(?:cllr|councillor|mr|ms|mrs) "
    "\\p{L}+ "
    "said[:"
    ",]|(?:he|she) (?:said|added)[:,] ?[“\"]|,[”\"] (?:he|she|(?-i:\\p{Lu})\\p{L}+ "
    "(?-i:\\p{Lu})\\p{L}+) "
    "said|[”\"] said \\p{L}",
    PATTERN_CASELESS },
  /* "members of the council's children and young people scrutiny committee" */
  { "a body that an article names",
    "\\b(?:the|its|a|[’']s)\\s+((?:(?!of |the |that |with |for |has |to "
    "|(?:town|city|borough|council|county)[’']s )[\\p{L}’'-]+,? "
    "){1,7}"
    "(?:committee|panel|board))\\b",
    PATTERN_PLAIN },
  { "a line that goes on", "(?:\\b(?:of|the|and|for|to|in|on|held|at|with)|[&,–—-])$",
    PATTERN_CASELESS },
  { "no body's name",
    "\\b(?:was|were|is|are|will|must|may|should|members of the "
    "public|contact|venue|chamber|"
    "report|apologies|present|telephone|email|www)\\b|@|^(?:to|membership|councillors|"
    "members|quorum|notice)\\b",
    PATTERN_CASELESS },
};

struct HeadingReader
{
  Patterns *patterns;
  DateReader *dates;
  AttendanceReader *attendance;
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

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  self->dates = date_reader_new ();
  self->attendance = attendance_reader_new ();
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
  g_free (self);
}

static gboolean
is (HeadingReader *self, guint rule, const gchar *text)
{
  return patterns_match (self->patterns, rule, text, NULL);
}

static gboolean
joins (HeadingReader *self, const Phrase *phrase, const Row *row, const Row *above)
{
  gboolean same = phrase->bold == row->bold && ABS (phrase->size - row->size) < 0.6;

  if (above->role != row->role)
    return FALSE;
  if (is (self, RULE_OPEN_END, phrase->text))
    return strlen (phrase->text) < 400;
  if (!same)
    return FALSE;
  if (g_unichar_islower (g_utf8_get_char (row->text)))
    return TRUE;
  /* "OVERVIEW AND SCRUTINY" / "COMMITTEE", "Transport & Connectivity" / "Policy
   * Committee" */
  if (is (self, RULE_BODY, row->text) && !is (self, RULE_BODY, phrase->text)
      && strlen (row->text) < 40 && !row->blank_above && strchr (row->text, ':') == NULL
      && !is (self, RULE_WEEKDAY, phrase->text))
    return TRUE;
  /* A sentence over two lines. */
  return !row->blank_above && row->right > 0 && above->box.x1 > row->right - 45
         && is (self, RULE_HELD, phrase->text);
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

      if (row->role == LINE_ROLE_MEETING && is (self, RULE_LINE, row->text))
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
      points += is (self, RULE_HELD, phrase->text) ? 3 : 0;
      points += is (self, RULE_WEEKDAY, phrase->text) ? 2 : 0;
      points += 2 * (date.span.end - date.span.start) > length ? 2 : 0;
      points -= is (self, RULE_OLD, phrase->text) ? 4 : 0;
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

static void
read_time (HeadingReader *self, const GArray *phrases, Meeting *meeting)
{
  for (guint i = 0; i < phrases->len && meeting->time == NULL; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      const gchar *text = phrase->text;
      gboolean exact;
      gboolean late = FALSE;
      PatternMatch match;
      guint hour, minute, half;
      Date date;

      if (phrase->people)
        continue;
      exact = patterns_match (self->patterns, RULE_TIME, text, &match);
      if (!exact && !patterns_match (self->patterns, RULE_HOUR, text, &match))
        continue;
      half = exact ? 3 : 2;
      /* "10.10" needs more than two figures to be a time: am, a colon, or a date by it.
       */
      if (!pattern_match_has (&match, half) && strchr (text, ':') == NULL
          && !date_reader_find (self->dates, text, strlen (text), 0, &date))
        continue;
      hour = number_in (&match, 1, text);
      minute = exact ? number_in (&match, 2, text) : 0;
      if (pattern_match_has (&match, half))
        late = g_ascii_tolower (text[match.group[half].start]) == 'p';
      /* "(7:00 - 9:41 pm)" */
      else if (strstr (text, "pm") != NULL || strstr (text, "p.m") != NULL)
        late = strstr (text, "am") == NULL;
      if (late && hour < 12)
        hour += 12;
      set (&meeting->time, g_strdup_printf ("%02u:%02u", hour, minute));
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
  for (guint rule = RULE_VENUE_LABEL; rule <= RULE_VENUE_PLACE; rule++)
    for (guint i = 0; i < phrases->len && meeting->venue == NULL; i++)
      {
        const Phrase *phrase = &g_array_index (phrases, Phrase, i);
        g_autofree gchar *venue = NULL;
        gsize length;
        PatternMatch match;

        if ((phrase->people && rule != RULE_VENUE_LABEL)
            || !patterns_match (self->patterns, rule, phrase->text, &match))
          continue;
        venue =
            pattern_match_dup (&match, rule == RULE_VENUE_PLACE ? 0 : 1, phrase->text);
        /* "Tuesday 11 November 2025, 5.30 pm, Committee Room A" */
        if (rule == RULE_VENUE_PLACE && has_date (self, venue))
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

static gchar *
trim_body (HeadingReader *self, const gchar *text)
{
  g_autofree gchar *body = g_strdup (text);
  PatternMatch match;

  if (patterns_match (self->patterns, RULE_FRONT, body, &match)
      && match.group[0].end < strlen (body))
    {
      gchar *rest = g_strdup (body + match.group[0].end);

      set (&body, rest);
    }
  for (guint i = 0; i < 3; i++)
    if (patterns_match (self->patterns, RULE_TRIM, body, &match)
        && match.group[0].start > 0)
      body[match.group[0].start] = '\0';
  g_strstrip (body);
  return g_steal_pointer (&body);
}

static gboolean
is_council (HeadingReader *self, const gchar *text)
{
  return is (self, RULE_COUNCIL, text) && !is (self, RULE_GENERIC, text)
         && g_ascii_strcasecmp (text, "county council") != 0 && strlen (text) < 80;
}

/* "Minutes of the Panel held on …", or a line that is nothing but a body's name. */
static gchar *
body_of (HeadingReader *self, const Phrase *phrase, gdouble *ret_points)
{
  PatternMatch match;
  g_autofree gchar *body = NULL;
  gsize length = strlen (phrase->text);

  *ret_points = 0;
  for (guint rule = RULE_OF; rule <= RULE_MEETING_OF; rule++)
    if (patterns_match (self->patterns, rule, phrase->text, &match))
      {
        g_autofree gchar *name = pattern_match_dup (&match, 1, phrase->text);

        set (&body, trim_body (self, name));
        if (is (self, RULE_BODY, body) && strlen (body) < MAX_BODY)
          {
            *ret_points = is (self, RULE_GENERIC, body) ? 0.5 : 4;
            return g_steal_pointer (&body);
          }
      }
  if (length > MAX_BODY || !is (self, RULE_BODY, phrase->text)
      || is (self, RULE_NOT_BODY, phrase->text))
    return NULL;
  set (&body, trim_body (self, phrase->text));
  if (!is (self, RULE_BODY, body) || is (self, RULE_GENERIC, body))
    return NULL;
  *ret_points = 2 + (phrase->bold ? 0.5 : 0) + (is_council (self, body) ? -1 : 0);
  if (body[strlen (body) - 1] == '.')
    *ret_points -= 1;
  return g_steal_pointer (&body);
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
      if (meeting->council == NULL && is_council (self, phrase->text))
        meeting->council = g_strdup (phrase->text);
      body = body_of (self, phrase, &points);
      if (body != NULL && points > best)
        {
          best = points;
          set (&meeting->body, g_steal_pointer (&body));
        }
    }
  /* "Minutes of the Parish Council meeting" below the parish's name. */
  if (meeting->body != NULL && is (self, RULE_GENERIC, meeting->body)
      && meeting->council != NULL)
    set (&meeting->body, g_strdup (meeting->council));
}

static void
council_from (HeadingReader *self, const gchar *text, Meeting *meeting)
{
  gsize from = 0;
  PatternMatch match;

  while (meeting->council == NULL
         && patterns_find (self->patterns, RULE_COUNCIL_ANYWHERE, text, strlen (text),
                           from, &match))
    {
      g_autofree gchar *name = pattern_match_dup (&match, 1, text);
      const gchar *start = g_str_has_prefix (name, "The ") ? name + 4 : name;

      if (!is (self, RULE_GENERIC, start) && strcmp (start, "County Council") != 0
          && strcmp (start, "Modern Council") != 0)
        meeting->council = g_strdup (start);
      from = match.group[0].end;
    }
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
  if (document->title != NULL)
    council_from (self, document->title, meeting);
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
  gboolean minutes = is (self, RULE_MINUTES, title);
  gboolean agenda = is (self, RULE_AGENDA, title) && !minutes;
  gboolean decisions = FALSE, report = FALSE;

  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      gboolean short_line = strlen (phrase->text) < 160;

      minutes |= is (self, RULE_MINUTES, phrase->text);
      agenda |= short_line && is (self, RULE_AGENDA, phrase->text);
      decisions |=
          short_line && !phrase->people && is (self, RULE_DECISIONS, phrase->text);
      report |= i < 4 && is (self, RULE_REPORT, phrase->text);
      if (short_line && is (self, RULE_DRAFT, phrase->text)
          && meeting->status == MEETING_STATUS_NULL)
        meeting->status = MEETING_STATUS_DRAFT;
      if (short_line && is (self, RULE_FINAL, phrase->text))
        meeting->status = MEETING_STATUS_FINAL;
      if (short_line && is (self, RULE_CANCELLED, phrase->text))
        meeting->status = MEETING_STATUS_CANCELLED;
    }
  for (guint i = 0; i < rows->furniture->len + rows->stamps->len; i++)
    {
      const gchar *line =
          i < rows->furniture->len
              ? g_ptr_array_index (rows->furniture, i)
              : g_ptr_array_index (rows->stamps, i - rows->furniture->len);

      if (meeting->status == MEETING_STATUS_NULL && strlen (line) < 60
          && is (self, RULE_DRAFT, line))
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

/* --- an article --- */

static void
read_article (HeadingReader *self, const Stream *rows, const Segment *segment,
              Meeting *meeting)
{
  guint news = 0;
  gint published = -1;
  Date day = { 0 };

  for (guint i = segment->start; i < segment->end; i++)
    {
      const gchar *text = stream_at (rows, i)->text;
      Date date;

      news += is (self, RULE_NEWS, text);
      if (published < 0 && strlen (text) < 60 && i < segment->start + 12
          && date_reader_find (self->dates, text, strlen (text), 0, &date)
          && date.year != 0 && date.day != 0)
        {
          published = date_days (&date);
          day = date;
        }
    }
  if (news < 2)
    return;
  meeting->kind = MEETING_KIND_ARTICLE;
  set (&meeting->date, NULL);
  set (&meeting->body, NULL);
  set (&meeting->time, NULL);
  set (&meeting->venue, NULL);
  for (guint i = segment->head_end; i < segment->end; i++)
    {
      const gchar *text = stream_at (rows, i)->text;
      gsize length = strlen (text);
      PatternMatch match;
      Date date;

      if (!patterns_match (self->patterns, RULE_NEWS_BODY, text, &match))
        continue;
      if (meeting->body == NULL)
        meeting->body = pattern_match_dup (&match, 1, text);
      /* "on Tuesday night (18 November)", in a paper of 20 November 2025 */
      if (meeting->date != NULL
          || !date_reader_find (self->dates, text, length, match.group[0].start, &date)
          || date.day == 0 || date.span.start > match.group[0].end + 60)
        continue;
      if (date.year == 0 && published >= 0)
        {
          date.year = day.year;
          if (date_days (&date) > published)
            date.year--;
        }
      meeting->date = date_format (&date);
    }
}

static void
read_line (HeadingReader *self, const Segment *segment, Meeting *meeting)
{
  PatternMatch match;
  Date date;

  if (segment->line == NULL
      || !patterns_match (self->patterns, RULE_LINE, segment->line, &match))
    return;
  set (&meeting->body, pattern_match_dup (&match, 2, segment->line));
  if (date_reader_find (self->dates, segment->line, match.group[1].end,
                        match.group[1].start, &date))
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
  if (!segment->prose)
    return;
  read_article (self, rows, segment, meeting);
  if (meeting->kind == MEETING_KIND_UNKNOWN)
    {
      set (&meeting->body, NULL);
      set (&meeting->date, NULL);
      set (&meeting->time, NULL);
      set (&meeting->venue, NULL);
    }
}
