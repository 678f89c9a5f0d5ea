/* boundary.c: rows become the places where meetings begin and end. */

#include "normalise/boundary.h"

#include "normalise/number.h"
#include "normalise/segment_rule.h"
#include "normalise/word_list.h"

#include <string.h>

/* Rows that may follow "The meeting closed at 9 pm" on its page. */
#define CLOSING_ROWS 14
#define MAX_MEETINGS 2000
/* Rows at a page's top in which a report says to whom it is made. */
#define REPORT_ROWS 5
/* An agenda may hold one resolution, which might be passed: to exclude the public. */
#define MIN_RESOLVED 2
/* Bytes of a line that may be part of a heading. */
#define MAX_LINE 160

struct BoundaryReader
{
  Patterns *patterns;
  DateReader *dates;
};

BoundaryReader *
boundary_reader_new (Patterns *patterns, DateReader *dates)
{
  BoundaryReader *self = g_new0 (BoundaryReader, 1);

  self->patterns = patterns;
  self->dates = dates;
  return self;
}

void
boundary_reader_free (BoundaryReader *self)
{
  g_free (self);
}

static gboolean
is (BoundaryReader *self, guint rule, const Row *row)
{
  return patterns_match (self->patterns, rule, row->text, NULL);
}

/* What the rows of the heading itself say. */
static HeadSigns
read_head (BoundaryReader *self, const Stream *rows, guint i)
{
  HeadSigns signs = { 0 };
  guint end = MIN (i + BOUNDARY_HEAD_ROWS, rows->rows->len);

  for (guint k = i; k < end; k++)
    {
      const Row *row = stream_at (rows, k);
      gsize length = strlen (row->text);
      Date date;
      Number number;

      if (row->page != stream_at (rows, i)->page)
        break;
      if (length > MAX_LINE || number_read (row->text, &number))
        continue;
      signs.minutes |= is (self, SEGMENT_MINUTES, row);
      signs.body |= is (self, SEGMENT_BODY, row);
      signs.date |=
          date_reader_find (self->dates, row->text, length, 0, &date) && date.day != 0;
    }
  return signs;
}

/* Whether a list of those present follows, on this page or the next. */
static gboolean
has_present (BoundaryReader *self, const Stream *rows, guint i)
{
  guint end = MIN (i + BOUNDARY_PRESENT_ROWS, rows->rows->len);

  for (guint k = i; k < end; k++)
    if (k > i && stream_at (rows, k)->page > stream_at (rows, i)->page + 1)
      break;
    else if (is (self, SEGMENT_PRESENT, stream_at (rows, k)))
      return TRUE;
  return FALSE;
}

HeadSigns
boundary_reader_signs (BoundaryReader *self, const Stream *rows, guint i)
{
  HeadSigns signs = read_head (self, rows, i);

  signs.present = has_present (self, rows, i);
  return signs;
}

/* A meeting's heading in mid-document: at the top of a page, or below the end of the
 * meeting before where there are no pages. */
static gboolean
is_head (BoundaryReader *self, const Stream *rows, guint i, guint closed)
{
  const Row *row = stream_at (rows, i);
  gboolean top = row->page_top;
  HeadSigns signs;
  Number number;

  /* "Agenda Item 3": a pack stamps what belongs to an item so. */
  if (top && is (self, SEGMENT_STAMP, row) && i + 1 < rows->rows->len
      && stream_at (rows, i + 1)->page == row->page)
    row = stream_at (rows, ++i);
  if (row->page != 0 ? !top : closed == 0 || i > closed + CLOSING_ROWS)
    return FALSE;
  if (number_read (row->text, &number) || strlen (row->text) > MAX_LINE)
    return FALSE;
  if (row->page == 0 && !is (self, SEGMENT_MINUTES, row) && !is (self, SEGMENT_BODY, row))
    return FALSE;
  signs = read_head (self, rows, i);
  return signs.date && (signs.minutes || signs.body) && has_present (self, rows, i);
}

static Opening *
last_of (GArray *openings)
{
  return &g_array_index (openings, Opening, openings->len - 1);
}

static void
open_at (GArray *openings, guint row)
{
  Opening opening = { .row = row };

  g_array_append_val (openings, opening);
}

GArray *
boundary_reader_find (BoundaryReader *self, const Stream *rows)
{
  GArray *openings = g_array_new (FALSE, TRUE, sizeof (Opening));
  guint closed = 0;
  gboolean issue = FALSE;

  open_at (openings, 0);
  for (guint i = 0; i < rows->rows->len && openings->len < MAX_MEETINGS; i++)
    {
      const Row *row = stream_at (rows, i);

      if (row->role == LINE_ROLE_MEETING || is (self, SEGMENT_MEETING_LINE, row)
          || is (self, SEGMENT_ITEM_PAGE, row))
        {
          Opening *opening;

          if (last_of (openings)->issue)
            open_at (openings, i);
          opening = last_of (openings);
          opening->issue = is (self, SEGMENT_MEETING_LINE, row);
          if (!opening->issue && is (self, SEGMENT_ITEM_PAGE, row))
            opening->page_row = i;
          issue |= opening->issue;
          opening->line = row->text;
        }
      else if (!issue && i > 2 && is_head (self, rows, i, closed))
        {
          open_at (openings, i);
          closed = 0;
        }
      if (is (self, SEGMENT_CLOSING, row))
        closed = i;
    }
  return openings;
}

/* "Report to: Cabinet"; an agenda's entry has the report of somebody. */
static gboolean
is_report_label (const gchar *text)
{
  static const gchar *const labels[] = { "report to ", "report to:", "report of:",
                                         "report by:", "report for:" };

  return word_list_begins (labels, G_N_ELEMENTS (labels), text);
}

/* Whether the first page of a report begins at row i, which names council and body above
 * "Report to: Cabinet". */
static gboolean
begins_report (BoundaryReader *self, const Stream *rows, guint i, guint end)
{
  for (guint k = i; k < end && k < i + REPORT_ROWS; k++)
    if (strlen (stream_at (rows, k)->text) > MAX_LINE / 2)
      return FALSE;
    else if (is_report_label (stream_at (rows, k)->text))
      return is (self, SEGMENT_BODY, stream_at (rows, i));
  return FALSE;
}

guint
boundary_reader_report (BoundaryReader *self, const Stream *rows, guint start, guint end)
{
  for (guint i = start + 1; i < end; i++)
    if (stream_at (rows, i)->page_top && begins_report (self, rows, i, end))
      return i;
  return end;
}

guint
boundary_reader_closing (BoundaryReader *self, const Stream *rows, guint start, guint end)
{
  for (guint i = start + 1; i < end; i++)
    {
      const Row *row = stream_at (rows, i);

      if (row->page_top
          && (is (self, SEGMENT_REPORT, row) || begins_report (self, rows, i, end)))
        return i;
      if (is (self, SEGMENT_CLOSING, row))
        {
          guint k = i + 1;

          while (k < end && k <= i + CLOSING_ROWS && !stream_at (rows, k)->page_top)
            k++;
          if (k <= i + CLOSING_ROWS)
            return i;
        }
    }
  return end;
}

gboolean
boundary_is_resolved (const Row *row)
{
  static const gchar label[] = "resolved";
  const gchar *text = row->text;
  gsize length = strlen (label);

  return g_ascii_strncasecmp (text, label, length) == 0 && g_ascii_isupper (text[0])
         && !g_ascii_isalpha (text[length]);
}

gboolean
boundary_resolves (const Stream *rows, guint start, guint end)
{
  guint resolved = 0;

  for (guint i = start; i < end; i++)
    {
      const Row *row = stream_at (rows, i);

      /* "51.3 RESOLVED – That …" */
      if (row->page != 0
          || !g_str_has_prefix (row->text + strspn (row->text, "0123456789. "),
                                "RESOLVED"))
        continue;
      /* That minutes be confirmed is never but resolved; that the public be excluded may
       * be shown so that it can be. */
      resolved += strstr (row->text, "inutes") != NULL ? MIN_RESOLVED : 1;
    }
  return resolved >= MIN_RESOLVED;
}
