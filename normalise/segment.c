/* segment.c: rows become meetings, and the items of each. */

#include "normalise/segment.h"

#include "normalise/action_table.h"
#include "normalise/chain.h"
#include "normalise/date.h"
#include "normalise/itemise.h"

/* Rows in which the heading of a meeting shows itself, and in which its list of members
 * follows. */
#define HEAD_ROWS 14
#define PRESENT_ROWS 45
/* Rows that may follow "The meeting closed at 9 pm" on its page. */
#define CLOSING_ROWS 14
#define MAX_MEETINGS 2000
#define COVER_ROWS 60

enum
{
  RULE_MEETING_LINE,
  RULE_ITEM_PAGE,
  RULE_MINUTES,
  RULE_BODY,
  RULE_PRESENT,
  RULE_CLOSING,
  RULE_REPORT,
  RULE_AGENDA,
  RULE_SKIP,
  RULE_SUPPORTING,
  RULE_BYLINE,
  RULE_STAMP,
};

static const PatternRule rules[] = {
  /* "Meeting: 15/05/2024 - Assembly (Item 8)" */
  { "a meeting of an issue's history",
    "^meeting:\\s*[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\\s*[-–]\\s*.+?"
    "(?:\\(item\\s*([0-9A-Za-z./]+)\\))?$",
    PATTERN_CASELESS },
  /* "Meeting of Executive, Tuesday, 12th March, 2024 6.00 pm (Item 65.)" */
  { "the page of one item",
    "^(?:[•-]\\s*)?meeting "
    "of\\s.{3,120}?[0-9]{4}\\b.{0,20}\\(item\\s*([0-9A-Za-z./]+?)\\.?\\)$",
    PATTERN_CASELESS },
  /* "MINUTES of a meeting of …", "Notes and actions", "DRAFT MINUTES" */
  { "minutes begin",
    "^(?:\\w+ ){0,8}?(?:minutes|notes|record|cofnodion)(?: and "
    "\\w+)?(?:\\s+(?:of|from)\\b|"
    "\\s*[:–-]|$)",
    PATTERN_CASELESS },
  { "a body's name",
    "\\b(?:committee|panel|board|cabinet|council|assembly|forum|executive|commission|"
    "group|"
    "authority|partnership|trust|pwyllgor|cyngor)\\b",
    PATTERN_CASELESS },
  /* "PRESENT: Cllr …", "Members in attendance" */
  { "a list of those present",
    "^(?:(?:councillors|members|cllrs|those|also|committee members|others?|board members|"
    "panel members)\\s+)*(?:present\\b|in attendance\\b|attendance\\b|attendees\\b|"
    "(?:hefyd )?yn bresennol|presennol)|^(?:councillors|members|apologies|panel "
    "members|y cynghorwyr / councillors)\\s*:",
    PATTERN_CASELESS },
  /* "The meeting closed at 8.17 pm", "Signed …… (Chair)" */
  { "the end of a meeting",
    "^(?:there being no (?:further|other|more) business|as there was no "
    "(?:further|other)|"
    "with no further business|the (?:chair|chairman|chairperson|chairwoman|mayor|leader)"
    "(?: \\w+){0,12} (?:closed|concluded|ended|declared) the (?:meeting|proceedings)|"
    "\\(?(?:the |this )?(?:\\w+ ){0,3}meeting (?:was |having |then |formally |duly )*(?:"
    "closed|ended|finished|concluded|terminated|rose|commenced|began|started )|\\(?"
    "(?:the )?(?:committee|panel|cabinet|board|council|assembly|meeting) rose|(?:signed|"
    "chair(?:man|person|woman)?|mayor|date|dated)\\b[^a-z]{0,6}(?:\\.{3}|…|_{3})|"
    "\\*+ ?denotes|end of (?:the )?(?:meeting|minutes)$|(?:time )?finish(?:ed)?(?: "
    "time)?:? [0-9]|"
    "duration of (?:the )?meeting|date of publication\\b.{0,20} [0-9]|share this page$|"
    "chair(?:man|person|woman)?$|[0-9]{1,2}[.:][0-9]{2} ?[ap]\\.?m\\.? ?[-–] "
    "?[0-9]{1,2}[.:]"
    "[0-9]{2} ?[ap]\\.?m\\.?$|[.…_]{6})",
    PATTERN_CASELESS },
  /* the first line of a report in a pack: "Report to: Cabinet", "Agenda Item 5" */
  { "a report begins",
    "^(?:report to\\b|report of\\b|report for\\b|report by\\b|agenda item(?: no\\.?)?:? "
    "?[0-9]+[a-z]?$|appendix\\b|annex\\b|enclosure\\b|item no\\.? ?[0-9]+$|information "
    "for "
    "(?:visitors|the public)|this page is intentionally)",
    PATTERN_CASELESS },
  { "an agenda begins",
    "^(?:agenda|summons|notice of (?:a )?meeting|supplementary agenda|agenda and\\b|"
    "agenda for\\b.*)$|\\bagenda$",
    PATTERN_CASELESS },
  { "no part of an item",
    "^(?:[•-]\\s*)?(?:additional documents:|view the (?:full )?(?:list|"
    "background|minutes)|share this (?:item|page)|skip to )",
    PATTERN_CASELESS },
  { "files that go with an item", "^supporting documents:?$", PATTERN_CASELESS },
  { "who wrote an article", "^by (?-i:\\p{Lu})", PATTERN_CASELESS },
  /* "Agenda Item 3", "Minute Item 12", "Appendix 1" above the minutes that a pack holds
   */
  { "the stamp of a pack",
    "^(?:(?:agenda|minute) item(?: no\\.?)?:? ?[0-9]+[a-z]?|item no\\.? ?[0-9]+[a-z]?|"
    "(?:appendix|annex|enclosure) ?[0-9a-z]{0,2})$",
    PATTERN_CASELESS },
};

struct Segmenter
{
  Patterns *patterns;
  CandidateReader *candidates;
  DateReader *dates;
};

static gboolean
is (Segmenter *self, guint rule, const Row *row)
{
  return patterns_match (self->patterns, rule, row->text, NULL);
}

static void
segment_item_clear (gpointer data)
{
  SegmentItem *item = data;

  g_free (item->number);
  g_free (item->agenda_number);
  g_free (item->title);
}

static void
segment_free (gpointer data)
{
  Segment *segment = data;

  g_free (segment->line);
  g_array_unref (segment->items);
  g_array_unref (segment->notes);
  g_free (segment);
}

static Segment *
segment_new (guint start)
{
  Segment *segment = g_new0 (Segment, 1);

  segment->start = start;
  segment->items = g_array_new (FALSE, TRUE, sizeof (SegmentItem));
  g_array_set_clear_func (segment->items, segment_item_clear);
  segment->notes = g_array_new (FALSE, TRUE, sizeof (SegmentNote));
  return segment;
}

Segmenter *
segmenter_new (void)
{
  Segmenter *self = g_new0 (Segmenter, 1);

  self->patterns = patterns_new (rules, G_N_ELEMENTS (rules));
  self->candidates = candidate_reader_new ();
  self->dates = date_reader_new ();
  return self;
}

void
segmenter_free (Segmenter *self)
{
  if (self == NULL)
    return;
  patterns_free (self->patterns);
  candidate_reader_free (self->candidates);
  date_reader_free (self->dates);
  g_free (self);
}

gboolean
segmenter_skips (Segmenter *self, const Row *row)
{
  return row->role == LINE_ROLE_ATTACHMENT || row->role == LINE_ROLE_MEETING
         || is (self, RULE_SKIP, row) || candidate_is_part (self->candidates, row);
}

/* What the rows from i on say of a meeting's heading. */
typedef struct
{
  gboolean minutes, body, date, present;
} Signs;

static Signs
signs_at (Segmenter *self, const Stream *rows, guint i)
{
  Signs signs = { 0 };
  guint n = rows->rows->len;

  for (guint k = i; k < n && k < i + PRESENT_ROWS; k++)
    {
      const Row *row = stream_at (rows, k);
      gsize length = strlen (row->text);
      Date date;
      Number number;

      if (k > i && row->page > stream_at (rows, i)->page + 1)
        break;
      signs.present |= is (self, RULE_PRESENT, row);
      if (k >= i + HEAD_ROWS || row->page != stream_at (rows, i)->page || length > 160
          || number_read (row->text, &number))
        continue;
      signs.minutes |= is (self, RULE_MINUTES, row);
      signs.body |= is (self, RULE_BODY, row);
      signs.date |=
          date_reader_find (self->dates, row->text, length, 0, &date) && date.day != 0;
    }
  return signs;
}

/* A meeting's heading in mid-document: at the top of a page, or below the end of the
 * meeting before where there are no pages. */
static gboolean
is_head (Segmenter *self, const Stream *rows, guint i, guint closed)
{
  const Row *row = stream_at (rows, i);
  gboolean top = row->page_top;
  Signs signs;
  Number number;

  /* "Agenda Item 3": a pack stamps what belongs to an item so. */
  if (top && is (self, RULE_STAMP, row) && i + 1 < rows->rows->len
      && stream_at (rows, i + 1)->page == row->page)
    row = stream_at (rows, ++i);
  if (row->page != 0 ? !top : closed == 0 || i > closed + CLOSING_ROWS)
    return FALSE;
  if (number_read (row->text, &number) || strlen (row->text) > 160)
    return FALSE;
  if (row->page == 0 && !is (self, RULE_MINUTES, row) && !is (self, RULE_BODY, row))
    return FALSE;
  signs = signs_at (self, rows, i);
  return signs.date && signs.present && (signs.minutes || signs.body);
}

/* The starts of the meetings; the first is always row 0. (transfer full) */
static GPtrArray *
find_meetings (Segmenter *self, const Stream *rows)
{
  GPtrArray *segments = g_ptr_array_new_with_free_func (segment_free);
  guint closed = 0;
  gboolean issue = FALSE;

  g_ptr_array_add (segments, segment_new (0));
  for (guint i = 0; i < rows->rows->len && segments->len < MAX_MEETINGS; i++)
    {
      const Row *row = stream_at (rows, i);

      if (row->role == LINE_ROLE_MEETING || is (self, RULE_MEETING_LINE, row)
          || is (self, RULE_ITEM_PAGE, row))
        {
          Segment *segment = g_ptr_array_index (segments, segments->len - 1);

          if (segment->issue)
            {
              segment = segment_new (i);
              g_ptr_array_add (segments, segment);
            }
          segment->issue = is (self, RULE_MEETING_LINE, row);
          if (!segment->issue && is (self, RULE_ITEM_PAGE, row))
            segment->page_row = i;
          issue |= segment->issue;
          g_free (segment->line);
          segment->line = g_strdup (row->text);
        }
      else if (!issue && i > 2 && is_head (self, rows, i, closed))
        {
          g_ptr_array_add (segments, segment_new (i));
          closed = 0;
        }
      if (is (self, RULE_CLOSING, row))
        closed = i;
    }
  for (guint i = 0; i < segments->len; i++)
    {
      Segment *segment = g_ptr_array_index (segments, i);

      segment->end = i + 1 < segments->len
                         ? ((Segment *)g_ptr_array_index (segments, i + 1))->start
                         : rows->rows->len;
    }
  return segments;
}

/* Where a meeting is over though its rows go on: behind its closing words, or where a
 * pack's first report begins. */
static guint
find_closing (Segmenter *self, const Stream *rows, const Segment *segment)
{
  for (guint i = segment->start + 1; i < segment->end; i++)
    {
      const Row *row = stream_at (rows, i);

      if (row->page_top && is (self, RULE_REPORT, row))
        return i;
      if (is (self, RULE_CLOSING, row))
        {
          guint k = i + 1;

          while (k < segment->end && k <= i + CLOSING_ROWS
                 && !stream_at (rows, k)->page_top)
            k++;
          if (k <= i + CLOSING_ROWS)
            return i;
        }
    }
  return segment->end;
}

/* "44 Adoption Report", in the section of item 44: the number, and where the title
 * begins. (transfer full) (nullable) */
static gchar *
number_of_title (Segmenter *self, const Segment *segment, const Row *row,
                 gsize *ret_title)
{
  g_autofree gchar *printed = NULL;
  g_autofree gchar *said = NULL;
  PatternMatch match;
  Number number;

  if (segment->line == NULL || !number_read (row->text, &number)
      || row->text[number.rest] == '\0'
      || !patterns_match (self->patterns, RULE_MEETING_LINE, segment->line, &match))
    return NULL;
  said = pattern_match_dup (&match, 1, segment->line);
  printed = g_strndup (row->text + number.printed.start,
                       number.printed.end - number.printed.start);
  if (g_strcmp0 (said, printed) != 0)
    return NULL;
  *ret_title = number.rest;
  return g_steal_pointer (&printed);
}

/* A saved page tells items by role. */
static gboolean
read_roles (Segmenter *self, const Stream *rows, Segment *segment)
{
  g_autofree gchar *number = NULL;
  guint number_row = 0;

  for (guint i = segment->start; i < segment->end; i++)
    {
      const Row *row = stream_at (rows, i);
      SegmentItem item = { .row = i, .body_row = i + 1, .end = segment->end };
      gsize title = 0;

      if (row->role == LINE_ROLE_ITEM_NUMBER)
        {
          gsize length = strlen (row->text);

          g_free (number);
          while (length > 0 && strchr (".:)", row->text[length - 1]) != NULL)
            length--;
          number = g_strndup (row->text, length);
          number_row = i;
          continue;
        }
      if (row->role != LINE_ROLE_ITEM_TITLE)
        continue;
      if (segment->items->len > 0)
        {
          SegmentItem *last =
              &g_array_index (segment->items, SegmentItem, segment->items->len - 1);

          /* A title over two lines, or a second heading in the same cell. */
          if (number == NULL && last->body_row == i
              && row->block == stream_at (rows, i - 1)->block)
            {
              g_autofree gchar *whole = g_strconcat (last->title, " ", row->text, NULL);

              g_free (last->title);
              last->title = candidate_clean_title (self->candidates, whole);
              last->body_row = i + 1;
              continue;
            }
          last->end = number != NULL ? number_row : i;
        }
      else
        segment->head_end = number != NULL ? number_row : i;
      if (number == NULL)
        number = number_of_title (self, segment, row, &title);
      item.number = number != NULL ? g_steal_pointer (&number) : g_strdup ("");
      item.title = candidate_clean_title (self->candidates, row->text + title);
      g_array_append_val (segment->items, item);
    }
  segment->tail = segment->end;
  return segment->items->len > 0;
}

/* A page that holds one item of a meeting: its title stands above the line that names the
 * meeting, its text below. */
static gboolean
read_item_page (Segmenter *self, const Stream *rows, Segment *segment)
{
  SegmentItem item = { .end = segment->end };
  guint row = segment->page_row;
  PatternMatch match;

  if (row <= segment->start
      || !patterns_match (self->patterns, RULE_ITEM_PAGE, stream_at (rows, row)->text,
                          &match))
    return FALSE;
  for (item.body_row = row + 1; item.body_row < segment->end
                                && is (self, RULE_SKIP, stream_at (rows, item.body_row));)
    item.body_row++;
  item.row = row - 1;
  item.number = pattern_match_dup (&match, 1, stream_at (rows, row)->text);
  item.title = candidate_clean_title (self->candidates, stream_at (rows, row - 1)->text);
  for (guint i = item.body_row; i < segment->end; i++)
    if (is (self, RULE_SUPPORTING, stream_at (rows, i)))
      item.end = i;
  segment->issue = TRUE;
  segment->head_end = item.row;
  segment->tail = item.end;
  g_array_append_val (segment->items, item);
  return TRUE;
}

/* Headings without numbers are looked for below the meeting's own heading: its list of
 * those present, or the lines that name council, body and date. */
static guint
find_headed (Segmenter *self, const Stream *rows, const Segment *segment)
{
  guint headed = segment->start;
  gboolean listed = FALSE;

  for (guint i = segment->start; i < segment->end && i < segment->start + PRESENT_ROWS;
       i++)
    {
      const Row *row = stream_at (rows, i);
      gsize length = strlen (row->text);
      Date date;

      if (candidate_is_lettered (self->candidates, row))
        break;
      if (is (self, RULE_PRESENT, row))
        {
          headed = i + 1;
          listed = TRUE;
        }
      else if (!listed && i < segment->start + HEAD_ROWS && length < 100
               && ((date_reader_find (self->dates, row->text, length, 0, &date)
                    && date.day != 0 && date.year != 0)
                   || (is (self, RULE_BODY, row)
                       && (row->size > rows->size + 0.7
                           || row->role == LINE_ROLE_HEADING))))
        headed = i + 1;
    }
  return headed;
}

static gboolean
read_chain (Segmenter *self, const Stream *rows, Segment *segment, GHashTable *titles)
{
  guint closing = find_closing (self, rows, segment);
  g_autofree gchar *number = NULL;
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GArray) chain = NULL;

  if (segment->line != NULL)
    {
      PatternMatch match;

      if (patterns_match (self->patterns, RULE_MEETING_LINE, segment->line, &match))
        number = pattern_match_dup (&match, 1, segment->line);
    }
  candidates =
      candidate_reader_read (self->candidates, rows, segment->start, segment->end,
                             find_headed (self, rows, segment), titles, number);
  chain = chain_best (candidates, closing);
  if (chain->len == 0)
    return FALSE;
  itemise (rows, candidates, chain, closing, segment);
  return TRUE;
}

/* An agenda's last entry does not run over the page. */
static void
end_agenda (Segmenter *self, const Stream *rows, Segment *segment)
{
  SegmentItem *last;
  guint i;

  for (i = segment->start; i < segment->head_end; i++)
    {
      const Row *row = stream_at (rows, i);

      if (strlen (row->text) > 160)
        continue;
      if (is (self, RULE_MINUTES, row) && !is (self, RULE_AGENDA, row))
        return;
      segment->agenda |= is (self, RULE_AGENDA, row);
    }
  if (!segment->agenda || segment->items->len == 0)
    return;
  last = &g_array_index (segment->items, SegmentItem, segment->items->len - 1);
  for (i = last->body_row + 1; i < last->end; i++)
    if (stream_at (rows, i)->page_top)
      {
        last->end = i;
        segment->tail = i;
      }
  segment->pack = segment->end > segment->tail + HEAD_ROWS;
}

/* "Present: Councillors Bloom and Whittle. … no quorum being present": a meeting that has
 * a heading, but no headed business. */
static gboolean
read_unheaded (Segmenter *self, const Stream *rows, Segment *segment)
{
  SegmentItem item = { .end = segment->end };
  Signs signs;
  guint head = segment->start;

  if (segment->end - segment->start > COVER_ROWS)
    return FALSE;
  signs = signs_at (self, rows, segment->start);
  if (!signs.present || !signs.date || !signs.body)
    return FALSE;
  for (guint i = segment->start; i < segment->end && i < segment->start + PRESENT_ROWS;
       i++)
    if (is (self, RULE_PRESENT, stream_at (rows, i)))
      head = i + 1;
  /* Names over several lines. */
  while (head < segment->end && !stream_at (rows, head)->blank_above
         && !stream_at (rows, head)->page_top)
    head++;
  if (head >= segment->end)
    return FALSE;
  item.row = item.body_row = head;
  item.number = g_strdup ("");
  item.title = g_strdup ("");
  segment->head_end = head;
  segment->tail = segment->end;
  g_array_append_val (segment->items, item);
  return TRUE;
}

/* No headings: one item that holds everything. An article's headline is its title. */
static void
read_prose (Segmenter *self, const Stream *rows, Segment *segment)
{
  SegmentItem item = { .row = segment->start,
                       .body_row = segment->start,
                       .end = segment->end };
  guint best = G_MAXUINT;
  gsize longest = 24;

  for (guint i = segment->start; i < segment->end && i < segment->start + 8; i++)
    {
      const Row *row = stream_at (rows, i);
      gsize length = strlen (row->text);

      if (is (self, RULE_BYLINE, row) || length > 200
          || (length > 0 && strchr (".:;,", row->text[length - 1]) != NULL))
        break;
      if (length > longest)
        {
          longest = length;
          best = i;
        }
    }
  segment->prose = TRUE;
  item.number = g_strdup ("");
  if (best != G_MAXUINT && segment->end - segment->start > 3)
    {
      item.title = candidate_clean_title (self->candidates, stream_at (rows, best)->text);
      item.row = best;
      item.body_row = best + 1;
    }
  else
    item.title = g_strdup ("");
  segment->head_end = item.body_row;
  segment->tail = segment->end;
  g_array_append_val (segment->items, item);
}

static GHashTable *
outline_titles (const Document *document)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < document->outline->len; i++)
    {
      const gchar *title = g_array_index (document->outline, Bookmark, i).title;
      Number number;

      if (title == NULL)
        continue;
      g_hash_table_add (titles, candidate_fold (title));
      if (number_read (title, &number))
        g_hash_table_add (titles, candidate_fold (title + number.rest));
    }
  return titles;
}

/* A cover without business before the meeting's own heading is part of that. */
static void
drop_covers (GPtrArray *segments)
{
  for (guint i = 0; i + 1 < segments->len;)
    {
      const Segment *segment = g_ptr_array_index (segments, i);
      Segment *next = g_ptr_array_index (segments, i + 1);

      if (segment->prose && !segment->issue && !next->issue
          && segment->end - segment->start < COVER_ROWS)
        {
          next->start = segment->start;
          g_ptr_array_remove_index (segments, i);
        }
      else
        i++;
    }
}

GPtrArray *
segmenter_read (Segmenter *self, const Document *document, const Stream *rows)
{
  GPtrArray *segments = find_meetings (self, rows);
  g_autoptr (GHashTable) titles = outline_titles (document);

  for (guint i = 0; i < segments->len; i++)
    {
      Segment *segment = g_ptr_array_index (segments, i);

      if (!read_item_page (self, rows, segment) && !read_roles (self, rows, segment)
          && !read_chain (self, rows, segment, titles)
          && !read_unheaded (self, rows, segment))
        read_prose (self, rows, segment);
      end_agenda (self, rows, segment);
      action_table_share (rows, segment);
      segment->pack |= segment->agenda && segments->len > 1;
    }
  drop_covers (segments);
  return segments;
}
