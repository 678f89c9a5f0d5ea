/* segment.c: rows become meetings, and the items of each. */

#include "normalise/segment.h"

#include "normalise/action_table.h"
#include "normalise/boundary.h"
#include "normalise/chain.h"
#include "normalise/date.h"
#include "normalise/form.h"
#include "normalise/imprint.h"
#include "normalise/itemise.h"
#include "normalise/segment_rule.h"
#include "normalise/site_page.h"
#include "normalise/title.h"
#include "normalise/colon_title.h"
#include "normalise/unheaded.h"

/* Bytes of the title of an issue's section: reports have long ones. */
#define MAX_SECTION 240
/* Headings that the page of one decision may seem to have. */
#define MAX_FORM_ITEMS 2

struct Segmenter
{
  Patterns *patterns;
  CandidateReader *candidates;
  DateReader *dates;
  BoundaryReader *boundaries;
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
segment_new (const Opening *opening, guint end)
{
  Segment *segment = g_new0 (Segment, 1);

  segment->start = opening->row;
  segment->end = end;
  segment->page_row = opening->page_row;
  segment->issue = opening->issue;
  segment->line = g_strdup (opening->line);
  segment->items = g_array_new (FALSE, TRUE, sizeof (SegmentItem));
  g_array_set_clear_func (segment->items, segment_item_clear);
  segment->notes = g_array_new (FALSE, TRUE, sizeof (SegmentNote));
  return segment;
}

Segmenter *
segmenter_new (void)
{
  Segmenter *self = g_new0 (Segmenter, 1);

  self->patterns = patterns_new (segment_rules, SEGMENT_N_RULES);
  self->candidates = candidate_reader_new ();
  self->dates = date_reader_new ();
  self->boundaries = boundary_reader_new (self->patterns, self->dates);
  return self;
}

void
segmenter_free (Segmenter *self)
{
  if (self == NULL)
    return;
  boundary_reader_free (self->boundaries);
  patterns_free (self->patterns);
  candidate_reader_free (self->candidates);
  date_reader_free (self->dates);
  g_free (self);
}

gboolean
segmenter_skips (Segmenter *self, const Row *row)
{
  /* A site's mark of a key decision, and the brackets of its own making. */
  if (row->page == 0
      && (g_str_equal (row->text, "*") || g_str_has_prefix (row->text, "<AI")
          || g_str_has_prefix (row->text, "</AI")))
    return TRUE;
  return row->role == LINE_ROLE_ATTACHMENT || row->role == LINE_ROLE_MEETING
         || is (self, SEGMENT_SKIP, row) || candidate_is_part (self->candidates, row);
}

/* The meetings, without items yet. (transfer full) */
static GPtrArray *
find_meetings (Segmenter *self, const Stream *rows)
{
  GPtrArray *segments = g_ptr_array_new_with_free_func (segment_free);
  g_autoptr (GArray) openings = boundary_reader_find (self->boundaries, rows);

  for (guint i = 0; i < openings->len; i++)
    {
      const Opening *opening = &g_array_index (openings, Opening, i);
      guint end = i + 1 < openings->len ? opening[1].row : rows->rows->len;

      g_ptr_array_add (segments, segment_new (opening, end));
    }
  return segments;
}

/* Headings without numbers are looked for below the meeting's own heading: its list of
 * those present, or the lines that name council, body and date. */
static guint
find_headed (Segmenter *self, const Stream *rows, const Segment *segment)
{
  guint headed = segment->start;
  gboolean listed = FALSE;

  for (guint i = segment->start;
       i < segment->end && i < segment->start + BOUNDARY_PRESENT_ROWS; i++)
    {
      const Row *row = stream_at (rows, i);
      gsize length = strlen (row->text);
      Date date;

      if (candidate_is_lettered (self->candidates, row))
        break;
      /* A site's page: items stand below, "Minutes of the meeting held on 9 July" one. */
      if (g_ascii_strcasecmp (row->text, "no. item") == 0
          || g_ascii_strcasecmp (row->text, "agenda items") == 0)
        return i + 1;
      if (is (self, SEGMENT_PRESENT, row))
        {
          headed = i + 1;
          listed = TRUE;
        }
      else if (!listed && i < segment->start + BOUNDARY_HEAD_ROWS && length < 100
               && ((date_reader_find (self->dates, row->text, length, 0, &date)
                    && date.day != 0 && date.year != 0)
                   || (is (self, SEGMENT_BODY, row)
                       && (row->size > rows->size + 0.7
                           || row->role == LINE_ROLE_HEADING))))
        headed = i + 1;
    }
  return headed;
}

/* "33.1 The minutes were approved.", "33.2 …": the paragraphs of one item's text, where
 * nothing stands above them but the agenda's words. */
static gboolean
is_one_item (const Stream *rows, const GArray *candidates, const GArray *chain)
{
  const Candidate *first =
      &g_array_index (candidates, Candidate, g_array_index (chain, guint, 0));
  guint told = 0;

  if (rows->boxed || chain->len < 3)
    return FALSE;
  for (guint i = 0; i < chain->len; i++)
    {
      const Candidate *candidate =
          &g_array_index (candidates, Candidate, g_array_index (chain, guint, i));
      gsize length = strlen (stream_at (rows, candidate->row)->text);

      if (!candidate->numbered || candidate->number.n_values != 2
          || candidate->number.values[0] != first->number.values[0])
        return FALSE;
      told += length > BOUNDARY_MAX_HEADING;
    }
  return told == chain->len;
}

/* "10." at the end of a page's text that was cut: the number of an item without any. */
static void
drop_last_number (const Stream *rows, Segment *segment)
{
  SegmentItem *last =
      &g_array_index (segment->items, SegmentItem, segment->items->len - 1);
  Number number;

  if (rows->boxed || last->end != segment->end || last->end < last->body_row + 2
      || !number_read (stream_at (rows, last->end - 1)->text, &number)
      || stream_at (rows, last->end - 1)->text[number.rest] != '\0'
      || number.values[0] != (guint)g_ascii_strtoull (last->number, NULL, 10) + 1)
    return;
  last->end--;
  segment->tail = last->end;
}

/* A section of an issue's history holds one item: headings of which none bears its number
 * stand inside it. */
static gboolean
has_number (const GArray *candidates, const GArray *chain, const gchar *number)
{
  for (guint i = 0; i < chain->len; i++)
    if (g_strcmp0 (g_array_index (candidates, Candidate, g_array_index (chain, guint, i))
                       .printed,
                   number)
        == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_chain (Segmenter *self, const Stream *rows, Segment *segment, GHashTable *titles)
{
  guint closing =
      boundary_reader_closing (self->boundaries, rows, segment->start, segment->end);
  g_autofree gchar *number = NULL;
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GArray) chain = NULL;

  if (segment->line != NULL)
    {
      PatternMatch match;

      if (patterns_match (self->patterns, SEGMENT_MEETING_LINE, segment->line, &match))
        number = pattern_match_dup (&match, 1, segment->line);
    }
  candidates = candidate_reader_read (
      self->candidates, rows, segment->start,
      boundary_reader_report (self->boundaries, rows, segment->start, segment->end),
      find_headed (self, rows, segment), titles, number);
  chain = chain_best (candidates, closing);
  if (chain->len == 0
      || (chain->len <= MAX_FORM_ITEMS && form_is (rows, segment->start, segment->end))
      || is_one_item (rows, candidates, chain)
      || (number != NULL && segment->issue && !has_number (candidates, chain, number)))
    return FALSE;
  itemise (rows, candidates, chain, closing, segment);
  drop_last_number (rows, segment);
  return TRUE;
}

/* "Resolved – That the notes be signed." above the first heading: the titles of a site's
 * first items are lost, but not what was resolved. */
static void
keep_resolved (Segmenter *self, const Stream *rows, Segment *segment)
{
  SegmentItem item = { .row = segment->start, .end = segment->head_end };
  gboolean resolved = FALSE;

  if (rows->boxed || segment->issue || segment->agenda)
    return;
  for (guint i = segment->start; i < segment->head_end; i++)
    {
      const Row *row = stream_at (rows, i);

      if (is (self, SEGMENT_PRESENT, row))
        return;
      if (i >= item.row && boundary_is_resolved (row))
        resolved = TRUE;
      else if (is (self, SEGMENT_VENUE, row)
               || (i < segment->start + BOUNDARY_HEAD_ROWS
                   && strlen (row->text) < BOUNDARY_MAX_HEADING
                   && row->text[strlen (row->text) - 1] != '.'
                   && is (self, SEGMENT_BODY, row)))
        item.row = i + 1;
    }
  if (!resolved || item.row >= item.end)
    return;
  item.body_row = item.row;
  item.number = g_strdup ("");
  item.title = g_strdup ("");
  segment->head_end = item.row;
  g_array_prepend_val (segment->items, item);
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
      if (is (self, SEGMENT_MINUTES, row) && !is (self, SEGMENT_AGENDA, row))
        return;
      segment->agenda |= is (self, SEGMENT_AGENDA, row);
    }
  segment->agenda &= !boundary_resolves (rows, segment->start, segment->end);
  if (!segment->agenda || segment->items->len == 0)
    return;
  last = &g_array_index (segment->items, SegmentItem, segment->items->len - 1);
  for (i = last->body_row + 1; i < last->end; i++)
    if (stream_at (rows, i)->page_top)
      {
        last->end = i;
        segment->tail = i;
      }
  segment->pack = segment->end > segment->tail + BOUNDARY_HEAD_ROWS;
}

/* "Meeting: 07/11/2023 - Cabinet (Item 8)" over a title that bears no number. */
static gboolean
read_section (Segmenter *self, const Stream *rows, Segment *segment, SegmentItem *item)
{
  guint row = segment->start;
  const gchar *title;
  PatternMatch match;

  if (!segment->issue || segment->line == NULL
      || !patterns_match (self->patterns, SEGMENT_MEETING_LINE, segment->line, &match)
      || !pattern_match_has (&match, 1))
    return FALSE;
  while (row < segment->end && !is (self, SEGMENT_MEETING_LINE, stream_at (rows, row)))
    row++;
  if (row + 2 >= segment->end)
    return FALSE;
  title = stream_at (rows, row + 1)->text;
  if (strlen (title) > MAX_SECTION || g_str_has_suffix (title, "."))
    return FALSE;
  item->number = pattern_match_dup (&match, 1, segment->line);
  item->title = candidate_clean_title (self->candidates, title);
  item->row = row + 1;
  item->body_row = row + 2;
  segment->head_end = item->row;
  segment->tail = segment->end;
  g_array_append_val (segment->items, *item);
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

      if (is (self, SEGMENT_BYLINE, row) || length > 200
          || (length > 0 && strchr (".:;,", row->text[length - 1]) != NULL))
        break;
      /* A label, or a line that the next one goes on from, is no headline. */
      if (length > longest && !is (self, SEGMENT_DECISION_LABEL, row)
          && (rows->boxed || i + 1 >= segment->end
              || (!g_unichar_islower (g_utf8_get_char (stream_at (rows, i + 1)->text))
                  && !title_is_full (rows, row, stream_at (rows, i + 1)))))
        {
          longest = length;
          best = i;
        }
    }
  segment->prose = TRUE;
  if (read_section (self, rows, segment, &item))
    return;
  item.number = g_strdup ("");
  if (best != G_MAXUINT && segment->end - segment->start > 3)
    {
      g_autofree gchar *title =
          stream_cell_text (rows, best, segment->end, &item.body_row);

      item.title = candidate_clean_title (self->candidates, title);
      item.row = best;
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
      g_hash_table_add (titles, title_fold (title));
      if (number_read (title, &number))
        g_hash_table_add (titles, title_fold (title + number.rest));
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
          && segment->end - segment->start < BOUNDARY_COVER_ROWS)
        {
          next->start = segment->start;
          g_ptr_array_remove_index (segments, i);
        }
      else
        i++;
    }
}

/* Items that the source itself marks; the last of minutes in a table ends where the
 * meeting does. */
static gboolean
read_roles (Segmenter *self, const Stream *rows, Segment *segment)
{
  SegmentItem *last;
  guint closing;

  if (!site_page_read_roles (self->patterns, self->candidates, rows, segment))
    return FALSE;
  if (!rows->boxed || segment->items->len == 0)
    return TRUE;
  last = &g_array_index (segment->items, SegmentItem, segment->items->len - 1);
  closing =
      boundary_reader_closing (self->boundaries, rows, last->body_row, segment->end);
  if (closing > last->body_row && closing < last->end)
    last->end = segment->tail = closing;
  return TRUE;
}

GPtrArray *
segmenter_read (Segmenter *self, const Document *document, const Stream *rows)
{
  GPtrArray *segments = find_meetings (self, rows);
  g_autoptr (GHashTable) titles = outline_titles (document);

  for (guint i = 0; i < segments->len; i++)
    {
      Segment *segment = g_ptr_array_index (segments, i);

      if (!site_page_read_item (self->patterns, self->candidates, rows, segment)
          && !site_page_read_decision (self->patterns, self->candidates, rows, segment)
          && !site_page_read_alone (self->patterns, self->candidates, rows, segment)
          && !read_roles (self, rows, segment)
          && !read_chain (self, rows, segment, titles)
          && !unheaded_read (self->patterns, self->boundaries, self->dates, rows,
                             segment))
        read_prose (self, rows, segment);
      colon_titles_part (self->candidates, rows, segment);
      end_agenda (self, rows, segment);
      keep_resolved (self, rows, segment);
      imprint_cut (rows, segment);
      action_table_share (rows, segment);
      segment->pack |= segment->agenda && segments->len > 1;
    }
  drop_covers (segments);
  return segments;
}
