/* site_page.c: a saved page's roles, or the one item that it holds, become items. */

#include "normalise/site_page.h"

#include "normalise/number.h"
#include "normalise/segment_rule.h"

#include <string.h>

/* Rows below "Supporting documents:", the names of files. */
#define SUPPORTING_ROWS 12
/* Rows of a site's menu above "Decision details". */
#define MENU_ROWS 4
/* Bytes of a line that is no title. */
#define MIN_SENTENCE 80
/* Rows above the label "Minutes:" of an item's page, and bytes of a title. */
#define LABEL_ROWS 14
#define MAX_TITLE 260

static gboolean
is (Patterns *patterns, guint rule, const Row *row)
{
  return patterns_match (patterns, rule, row->text, NULL);
}

/* Its title stands above the line that names the meeting, its text below. */
gboolean
site_page_read_item (Patterns *patterns, CandidateReader *candidates, const Stream *rows,
                     Segment *segment)
{
  SegmentItem item = { .end = segment->end };
  guint row = segment->page_row;
  PatternMatch match;

  if (row <= segment->start
      || !patterns_match (patterns, SEGMENT_ITEM_PAGE, stream_at (rows, row)->text,
                          &match))
    return FALSE;
  for (item.body_row = row + 1;
       item.body_row < segment->end
       && is (patterns, SEGMENT_SKIP, stream_at (rows, item.body_row));)
    item.body_row++;
  item.row = row - 1;
  item.number = pattern_match_dup (&match, 1, stream_at (rows, row)->text);
  item.title = candidate_clean_title (candidates, stream_at (rows, row - 1)->text);
  for (guint i = item.body_row; i < segment->end; i++)
    if (is (patterns, SEGMENT_SUPPORTING, stream_at (rows, i)))
      item.end = i;
  segment->issue = TRUE;
  segment->head_end = item.row;
  segment->tail = item.end;
  g_array_append_val (segment->items, item);
  return TRUE;
}

/* Whether a page that has lost its head begins so: "Minutes:", or, where the files of an
 * item are named below, the agenda's words or a sentence. */
static gboolean
begins_text (Patterns *patterns, const Row *row, gboolean supported)
{
  gsize length = strlen (row->text);

  if (g_ascii_strcasecmp (row->text, "minutes:") == 0)
    return TRUE;
  return supported
         && (is (patterns, SEGMENT_AGENDA_TEXT, row)
             || (length > MIN_SENTENCE && row->text[length - 1] == '.'));
}

/* "79 Learning Plan PDF 212 KB", "To consider …", "Minutes:": a title, the agenda's
 * words and one label, with nothing that belongs to the page of a whole meeting. */
static gboolean
is_headless (Patterns *patterns, const Stream *rows, const Segment *segment)
{
  guint labels = 0;

  for (guint i = segment->start; i < segment->end; i++)
    {
      const Row *row = stream_at (rows, i);

      if (g_ascii_strcasecmp (row->text, "minutes:") == 0)
        {
          if (labels++ > 0 || i > segment->start + LABEL_ROWS)
            return FALSE;
        }
      else if (labels == 0
               && (is (patterns, SEGMENT_PRESENT, row)
                   || is (patterns, SEGMENT_VENUE, row)
                   || row->role == LINE_ROLE_ITEM_TITLE))
        return FALSE;
    }
  return labels == 1;
}

/* The title that stands in a row, and its number; both empty where there is none. */
static void
take_title (Patterns *patterns, CandidateReader *candidates, const Stream *rows,
            SegmentItem *item)
{
  const Row *row = stream_at (rows, item->row);
  Number number;
  gsize from = 0;

  item->number = g_strdup ("");
  /* "TO RECEIVE MINUTES from the following" is a title all the same. */
  if ((is (patterns, SEGMENT_AGENDA_TEXT, row) && !g_str_has_prefix (row->text, "TO "))
      || strlen (row->text) > MAX_TITLE
      || (strlen (row->text) > MIN_SENTENCE && g_str_has_suffix (row->text, ".")))
    {
      item->title = g_strdup ("");
      return;
    }
  if (number_read (row->text, &number) && row->text[number.rest] != '\0')
    {
      g_free (item->number);
      item->number = g_strndup (row->text + number.printed.start,
                                number.printed.end - number.printed.start);
      from = number.rest;
    }
  item->title = candidate_clean_title (candidates, row->text + from);
  item->body_row = item->row + 1;
}

/* Whether the rows of a table gave titles of items. */
static gboolean
has_titles (const Stream *rows, const Segment *segment)
{
  for (guint i = segment->start; i < segment->end; i++)
    if (stream_at (rows, i)->role == LINE_ROLE_ITEM_TITLE)
      return TRUE;
  return FALSE;
}

gboolean
site_page_read_alone (Patterns *patterns, CandidateReader *candidates, const Stream *rows,
                      Segment *segment)
{
  SegmentItem item = { .end = segment->end };
  guint row = segment->start;
  gboolean labelled = FALSE;

  if (segment->start > 0 || segment->end < segment->start + 2)
    return FALSE;
  /* "Report a problem with this page" may stand above it. */
  for (guint i = row; i + 1 < segment->end && i < row + MENU_ROWS && !labelled; i++)
    if (strcmp (stream_at (rows, i)->text, "Agenda item") == 0
        && !g_ascii_isdigit (stream_at (rows, i + 1)->text[0]))
      {
        row = i;
        labelled = TRUE;
      }
  for (; row < segment->end && is (patterns, SEGMENT_ITEM_LABEL, stream_at (rows, row));
       row++)
    labelled = TRUE;
  for (guint i = segment->end; i > row && i + SUPPORTING_ROWS > segment->end; i--)
    if (is (patterns, SEGMENT_SUPPORTING, stream_at (rows, i - 1)))
      item.end = i - 1;
  if (row >= item.end)
    return FALSE;
  item.row = item.body_row = row;
  if (labelled || is_headless (patterns, rows, segment))
    take_title (patterns, candidates, rows, &item);
  else if (!has_titles (rows, segment)
           && begins_text (patterns, stream_at (rows, row), item.end < segment->end))
    {
      item.number = g_strdup ("");
      item.title = g_strdup ("");
    }
  else
    return FALSE;
  while (item.body_row < item.end
         && is (patterns, SEGMENT_SKIP, stream_at (rows, item.body_row)))
    item.body_row++;
  segment->issue = TRUE;
  segment->head_end = item.row;
  segment->tail = item.end;
  g_array_append_val (segment->items, item);
  return TRUE;
}

gboolean
site_page_read_decision (Patterns *patterns, CandidateReader *candidates,
                         const Stream *rows, Segment *segment)
{
  SegmentItem item = { .end = segment->end };
  guint row = segment->start;
  gboolean history, details, published;
  PatternMatch match;

  while (row + 1 < segment->end && row < segment->start + MENU_ROWS
         && !is (patterns, SEGMENT_DECISION_PAGE, stream_at (rows, row)))
    row++;
  if (row + 1 >= segment->end
      || !is (patterns, SEGMENT_DECISION_PAGE, stream_at (rows, row)))
    return FALSE;
  history = g_ascii_tolower (stream_at (rows, row)->text[0]) == 'i';
  details = g_str_has_suffix (stream_at (rows, row)->text, "etails");
  published = g_str_has_suffix (stream_at (rows, row)->text, "ublished");
  item.row = item.body_row = row + 1;
  item.number = g_strdup ("");
  item.title = g_strdup ("");
  /* "13/10/2020 - Youth Justice Plan" with nothing above it */
  if ((history || published)
      && patterns_match (patterns, SEGMENT_DECISION_LINE, stream_at (rows, row + 1)->text,
                         &match))
    {
      const gchar *said = stream_at (rows, row + 1)->text + match.group[0].end;
      const gchar *reference = strstr (said, " ref: ");
      g_autofree gchar *title =
          reference != NULL ? g_strndup (said, reference - said) : g_strdup (said);

      g_free (item.title);
      item.title = candidate_clean_title (candidates, title);
      item.body_row += published;
    }
  else if (history || !is (patterns, SEGMENT_DECISION_LABEL, stream_at (rows, row + 1)))
    {
      g_free (item.title);
      item.title = candidate_clean_title (candidates, stream_at (rows, row + 1)->text);
      item.body_row++;
    }
  if (history && item.body_row < segment->end
      && is (patterns, SEGMENT_DECISION_LINE, stream_at (rows, item.body_row)))
    {
      g_free (segment->line);
      segment->line = g_strdup (stream_at (rows, item.body_row)->text);
      item.body_row++;
    }
  segment->prose = segment->decision = TRUE;
  segment->issue = history && details;
  segment->head_end = item.body_row;
  segment->tail = segment->end;
  g_array_append_val (segment->items, item);
  return TRUE;
}

/* "44 Adoption Report", in the section of item 44: the number, and where the title
 * begins. (transfer full) (nullable) */
static gchar *
number_of_title (Patterns *patterns, const Segment *segment, const Row *row,
                 gsize *ret_title)
{
  g_autofree gchar *printed = NULL;
  g_autofree gchar *said = NULL;
  PatternMatch match;
  Number number;

  if (segment->line == NULL || !number_read (row->text, &number)
      || row->text[number.rest] == '\0'
      || !patterns_match (patterns, SEGMENT_MEETING_LINE, segment->line, &match))
    return NULL;
  said = pattern_match_dup (&match, 1, segment->line);
  printed = g_strndup (row->text + number.printed.start,
                       number.printed.end - number.printed.start);
  if (g_strcmp0 (said, printed) != 0)
    return NULL;
  *ret_title = number.rest;
  return g_steal_pointer (&printed);
}

/* "Part One – Business in public" in a row of its own, over the items of that part */
static gboolean
is_part (CandidateReader *candidates, const Stream *rows, const Segment *segment, guint i)
{
  Row row = *stream_at (rows, i);

  row.blank_above = TRUE; /* as every row of the site's table has */
  return candidate_is_part (candidates, &row) && i + 1 < segment->end
         && stream_at (rows, i + 1)->role == LINE_ROLE_ITEM_NUMBER;
}

/* The title of the last item, of which all lines are there. */
static void
end_title (CandidateReader *candidates, const GString *title, Segment *segment)
{
  if (segment->items->len > 0)
    g_array_index (segment->items, SegmentItem, segment->items->len - 1).title =
        candidate_clean_title (candidates, title->str);
}

gboolean
site_page_read_roles (Patterns *patterns, CandidateReader *candidates, const Stream *rows,
                      Segment *segment)
{
  g_autofree gchar *number = NULL;
  g_autoptr (GString) title = g_string_new (NULL); /* as printed */
  guint number_row = 0;

  for (guint i = segment->start; i < segment->end; i++)
    {
      const Row *row = stream_at (rows, i);
      SegmentItem item = { .row = i, .body_row = i + 1, .end = segment->end };
      gsize rest = 0;

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
      if (number == NULL && is_part (candidates, rows, segment, i))
        {
          if (segment->items->len > 0)
            g_array_index (segment->items, SegmentItem, segment->items->len - 1).end = i;
          continue;
        }
      if (segment->items->len > 0)
        {
          SegmentItem *last =
              &g_array_index (segment->items, SegmentItem, segment->items->len - 1);

          /* A title over two lines, or a second heading in the same cell. */
          if (number == NULL && last->body_row == i && (rows->boxed || row->block != 0)
              && row->block == stream_at (rows, i - 1)->block)
            {
              g_string_append_printf (title, " %s", row->text);
              last->body_row = i + 1;
              continue;
            }
          last->end = MIN (last->end, number != NULL ? number_row : i);
        }
      else
        segment->head_end = number != NULL ? number_row : i;
      if (number == NULL)
        number = number_of_title (patterns, segment, row, &rest);
      item.number = number != NULL ? g_steal_pointer (&number) : g_strdup ("");
      end_title (candidates, title, segment);
      g_string_assign (title, row->text + rest);
      g_array_append_val (segment->items, item);
    }
  end_title (candidates, title, segment);
  segment->tail = segment->end;
  return segment->items->len > 0;
}
