/* itemise.c: a chain of candidates becomes the items of a segment. */

#include "normalise/itemise.h"

#include "normalise/title.h"
#include "normalise/word_list.h"

#include <string.h>

/* Rows below a heading in which its number is looked for, and how far it may have got. */
#define BELOW_ROWS 60
#define BELOW_STEP 6

static const Candidate *
link_of (const GArray *candidates, const GArray *chain, guint i)
{
  return &g_array_index (candidates, Candidate, g_array_index (chain, guint, i));
}

/* "Deputation – Save Our Playrooms", all of it bold above a text that is not, is a title
 * with a dash in it. */
static gboolean
is_whole_title (const Stream *rows, const Candidate *candidate)
{
  const Row *row = stream_at (rows, candidate->run_in_row);
  gsize at = candidate->run_in_from;

  while (at > 0 && row->text[at - 1] == ' ')
    at--;
  return row->bold && (at == 0 || strchr (":-", row->text[at - 1]) == NULL)
         && candidate->body_row < rows->rows->len
         && !stream_at (rows, candidate->body_row)->bold;
}

/* Whether the titles of the chain are followed by their text in the same row, as in
 * "2448. Police Report: Attached." */
static gboolean
runs_in (const Stream *rows, const GArray *candidates, const GArray *chain)
{
  guint n = 0;

  for (guint i = 0; i < chain->len; i++)
    {
      const Candidate *candidate = link_of (candidates, chain, i);
      const Row *row = stream_at (rows, candidate->run_in_row);

      n += candidate->run_in_title != NULL && !is_whole_title (rows, candidate)
           && (row->text[candidate->run_in_from] != '\0'
               || g_str_has_suffix (row->text, ":-"));
    }
  return (chain->len > 1 || link_of (candidates, chain, 0)->run_in_caps)
         && 10 * n >= 6 * chain->len;
}

/* Gives the body the row from a byte on. */
static void
begin_body (SegmentItem *item, guint row, gsize from)
{
  item->body_row = row;
  item->body_from = from;
}

/* "5. Declarations of Interest – none" over item 6: what a dash parts from the title is
 * all that was said; or it goes on in the next row. end: where the next item begins. */
static gboolean
runs_in_by_dash (const Stream *rows, const Candidate *candidate, guint end)
{
  const Row *row = stream_at (rows, candidate->run_in_row);
  gsize at = candidate->run_in_from;
  guint next = candidate->run_in_row + 1;
  static const gchar *const nothing[] = { "None", "Nil", "Nothing", "Noted", "N/A" };

  if (candidate->run_in_title == NULL || at < strlen ("– ") || row->text[at] == '\0'
      || is_whole_title (rows, candidate))
    return FALSE;
  while (at > 0 && row->text[at - 1] == ' ')
    at--;
  return (row->text[at - 1] == '-' || row->text[at - 1] == ':'
          || (guchar)row->text[at - 1] >= 0x80)
         && (g_ascii_islower (row->text[candidate->run_in_from]) || candidate->known
             || candidate->prose
             || word_list_begins (nothing, G_N_ELEMENTS (nothing),
                                  row->text + candidate->run_in_from))
         && (next >= end
             || (!stream_at (rows, next)->blank_above
                 && title_is_full (rows, row, stream_at (rows, next))));
}

static void
add_item (const Stream *rows, Segment *segment, const Candidate *candidate,
          gboolean run_in)
{
  SegmentItem item = { .row = candidate->row };
  const gchar *title = candidate->title;
  g_autofree gchar *opening = NULL;

  begin_body (&item, candidate->body_row, candidate->body_from);
  item.number = g_strdup (candidate->printed);
  item.agenda_number = g_strdup (candidate->agenda_number);
  /* The minute's own number; the agenda's alone stands in for it. */
  if (item.number[0] == '\0' && item.agenda_number != NULL)
    {
      g_free (item.number);
      item.number = g_steal_pointer (&item.agenda_number);
    }
  /* "1. Election of Chairman. Cllr Moss was …", where most titles have their own line */
  if ((run_in
       || (candidate->prose && candidate->known
           && candidate->run_in_from > candidate->number.rest))
      && candidate->run_in_title != NULL && !is_whole_title (rows, candidate))
    {
      title = candidate->run_in_title;
      begin_body (&item, candidate->run_in_row, candidate->run_in_from);
    }
  else if (candidate->prose)
    {
      const gchar *text = stream_at (rows, candidate->row)->text + candidate->number.rest;
      gsize length = title_of_opening (text);

      if (text[length] != '\0')
        begin_body (&item, candidate->row,
                    candidate->number.rest + length + (length > 0 ? strlen (". ") : 0));
      while (length > 0 && text[length - 1] == '.')
        length--;
      opening = g_strndup (text, length);
      title = opening;
    }
  item.title = g_strdup (title);
  g_array_append_val (segment->items, item);
}

/* The first number in an item's body that goes on from last: at its head, or further down
 * where text without a number goes before. Returns its row, or end. */
static guint
find_below (const Stream *rows, const SegmentItem *item, guint last, Number *number)
{
  for (guint i = item->body_row; i < item->end && i < item->body_row + BELOW_ROWS; i++)
    if (number_read (stream_at (rows, i)->text, number) && number->values[0] > last
        && (i == item->body_row || number->values[0] <= last + BELOW_STEP))
      return i;
  return item->end;
}

/* "APOLOGIES" / "1284 Apologies were sent by …": the number below the heading is the
 * item's, if most items begin with one and they go up; agenda: those that the items have
 * are the agenda's ("Minutes" / "(Agenda No. 3)" / "CFS/36 It was moved …"). */
static void
number_below (const Stream *rows, gboolean agenda, Segment *segment)
{
  guint n = segment->items->len;
  guint first = 0;
  guint last = 0;

  for (guint i = 0; i < n; i++)
    {
      const SegmentItem *item = &g_array_index (segment->items, SegmentItem, i);
      Number number;

      if (item->number[0] != '\0' && !agenda)
        return;
      if (item->body_row < item->end
          && number_read (stream_at (rows, item->body_row)->text, &number))
        {
          if (number.values[0] <= last)
            return;
          last = number.values[0];
          first++;
        }
    }
  if (first < 2 || 10 * first < 6 * n)
    return;
  last = 0;
  for (guint i = 0; i < n; i++)
    {
      SegmentItem *item = &g_array_index (segment->items, SegmentItem, i);
      Number number;
      guint row = find_below (rows, item, last, &number);
      const gchar *text;

      if (row == item->end)
        continue;
      text = stream_at (rows, row)->text;
      if (item->number[0] != '\0' && item->agenda_number == NULL)
        item->agenda_number = g_steal_pointer (&item->number);
      g_free (item->number);
      item->number = g_strndup (text + number.printed.start,
                                number.printed.end - number.printed.start);
      if (row == item->body_row)
        item->body_from = number.rest;
      last = number.values[0];
    }
}

/* The end of an item in which, or behind which, the meeting closes. */
static guint
closed_end (const Stream *rows, const SegmentItem *item, guint closing)
{
  guint end = closing;

  if (closing > item->body_row)
    return closing;
  /* "36. Close" / "The meeting closed at 6.20 pm." is an item of its own. */
  do
    end++;
  while (end < item->end && !stream_at (rows, end)->page_top
         && !stream_at (rows, end)->blank_above
         && g_ascii_islower (stream_at (rows, end)->text[0]));
  return end;
}

/* Whether at least half of the headings are paragraphs without titles, as in a report. */
static gboolean
is_mostly_prose (const GArray *candidates, const GArray *chain)
{
  guint prose = 0;

  for (guint i = 0; i < chain->len; i++)
    prose += link_of (candidates, chain, i)->prose != FALSE;
  return 2 * prose >= chain->len;
}

/* "20. Most children live in settled homes with carers who know" / "them well.": among
 * such paragraphs one more, though its first line alone does not read as a sentence. */
static gboolean
goes_on_below (const Stream *rows, const Candidate *candidate, guint end)
{
  guint next = candidate->row + 1;

  return candidate->numbered && !candidate->bold && !candidate->caps
         && !candidate->heading && candidate->agenda_number == NULL
         && candidate->body_row == next && next < end
         && (g_ascii_islower (stream_at (rows, next)->text[0])
             || (!stream_at (rows, next)->blank_above
                 && title_is_full (rows, stream_at (rows, candidate->row),
                                   stream_at (rows, next))));
}

void
itemise (const Stream *rows, const GArray *candidates, const GArray *chain, guint closing,
         Segment *segment)
{
  gboolean run_in = runs_in (rows, candidates, chain);
  gboolean prose = is_mostly_prose (candidates, chain);
  gboolean agenda = TRUE;

  for (guint i = 0; i < chain->len; i++)
    {
      Candidate candidate = *link_of (candidates, chain, i);

      guint end =
          i + 1 < chain->len ? link_of (candidates, chain, i + 1)->row : segment->end;

      agenda &= candidate.printed[0] == '\0';
      candidate.prose |= prose && goes_on_below (rows, &candidate, segment->end);
      add_item (rows, segment, &candidate,
                run_in || runs_in_by_dash (rows, &candidate, end));
    }
  segment->head_end = g_array_index (segment->items, SegmentItem, 0).row;
  for (guint i = 0; i < segment->items->len; i++)
    {
      SegmentItem *item = &g_array_index (segment->items, SegmentItem, i);

      item->end = i + 1 < segment->items->len ? (item + 1)->row : segment->end;
      if (closing >= item->body_row && closing < item->end)
        item->end = closed_end (rows, item, closing);
      segment->tail = item->end;
    }
  number_below (rows, agenda, segment);
}
