/* unheaded.c: where the heading ends of minutes without headings of items. */

#include "normalise/unheaded.h"

#include "normalise/segment_rule.h"

#include <string.h>

/* Rows in which a form has two labels. */
#define FORM_ROWS 8
/* Bytes of "Members Present:", "Apologies for absence:" alone on a line. */
#define MAX_LABEL 30
/* Lists of people below one another. */
#define MAX_LISTS 4

static gboolean
is (Patterns *patterns, guint rule, const Row *row)
{
  return patterns_match (patterns, rule, row->text, NULL);
}

/* Behind "Venue: …", "Contact: …", "No. Item" of a site's page of a meeting; 0: none. */
static guint
site_head (Patterns *patterns, const Stream *rows, const Segment *segment)
{
  guint head = 0;

  for (guint i = segment->start;
       i < segment->end && i < segment->start + BOUNDARY_HEAD_ROWS; i++)
    if (is (patterns, SEGMENT_VENUE, stream_at (rows, i)))
      head = i + 1;
  return head;
}

/* Whether the first row is nothing but a body and the day on which it met. */
static gboolean
names_meeting (Patterns *patterns, DateReader *dates, const Stream *rows,
               const Segment *segment)
{
  const Row *row = stream_at (rows, segment->start);
  gsize length = strlen (row->text);
  Date date;

  return length < BOUNDARY_MAX_HEADING && length > 0 && row->text[length - 1] != '.'
         && is (patterns, SEGMENT_BODY, row)
         && date_reader_find (dates, row->text, length, 0, &date) && date.day != 0
         && date.year != 0 && g_unichar_isupper (g_utf8_get_char (row->text));
}

/* Whether the page is one of labels: "Decision type: Key", with no heading above it. */
static gboolean
is_form (Patterns *patterns, const Stream *rows, const Segment *segment)
{
  guint labels = 0;

  for (guint i = segment->start; i < segment->end && i < segment->start + FORM_ROWS; i++)
    labels += is (patterns, SEGMENT_DECISION_LABEL, stream_at (rows, i));
  return labels >= 2;
}

/* "Apologies for absence:" alone on its line, below those who were present */
static gboolean
is_apologies (const Row *row)
{
  return strlen (row->text) <= MAX_LABEL && g_str_has_suffix (row->text, ":")
         && g_ascii_strncasecmp (row->text, "apolog", strlen ("apolog")) == 0;
}

/* The end of the names that a label above row head opens: the next free line. The first
 * of them may have one above it, below "Present" alone on its line. */
static guint
names_end (const Stream *rows, const Segment *segment, guint head)
{
  for (guint lists = 0; lists < MAX_LISTS; lists++)
    {
      if (head < segment->end && head > segment->start
          && strlen (stream_at (rows, head - 1)->text) <= MAX_LABEL)
        head++;
      while (head < segment->end && !stream_at (rows, head)->blank_above
             && !stream_at (rows, head)->page_top
             && !boundary_is_resolved (stream_at (rows, head)))
        head++;
      if (head >= segment->end || !is_apologies (stream_at (rows, head)))
        break;
      head++;
    }
  return head;
}

gboolean
unheaded_read (Patterns *patterns, BoundaryReader *boundaries, DateReader *dates,
               const Stream *rows, Segment *segment)
{
  SegmentItem item = { .end = segment->end };
  HeadSigns signs;
  guint head = segment->start;
  guint present = 0, site;

  if (segment->issue || segment->end - segment->start > BOUNDARY_COVER_ROWS
      || is_form (patterns, rows, segment))
    return FALSE;
  signs = boundary_reader_signs (boundaries, rows, segment->start);
  site = site_head (patterns, rows, segment);
  if (!signs.date || !signs.body
      || (!signs.present && site == 0 && !names_meeting (patterns, dates, rows, segment)))
    return FALSE;
  for (guint i = segment->start;
       i < segment->end && i < segment->start + BOUNDARY_PRESENT_ROWS; i++)
    if (is (patterns, SEGMENT_PRESENT, stream_at (rows, i)))
      head = present = i + 1;
  /* "Children's Panel - Tuesday 26 November 2024 9.30 am", and its text */
  if (!signs.present)
    head = site > 0 ? site : segment->start + 1;
  else
    head = names_end (rows, segment, head);
  /* Where no line is left free, they end at the first sentence. */
  if (head >= segment->end && present > 0)
    for (head = present; head < segment->end; head++)
      if (g_str_has_suffix (stream_at (rows, head)->text, "."))
        break;
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
