/* normaliser.c: a Document becomes its meetings: repair, meetings, items, content. */

#include "normalise/normaliser.h"

#include "normalise/content.h"
#include "normalise/joiner.h"
#include "normalise/heading.h"
#include "normalise/minutes_table.h"
#include "normalise/segment.h"

struct Normaliser
{
  gchar *council;
  MinutesTableReader *tables;
  Joiner *joiner;
  Segmenter *segmenter;
  HeadingReader *headings;
  Content *content;
};

Normaliser *
normaliser_new (const gchar *council)
{
  Normaliser *self = g_new0 (Normaliser, 1);

  self->council = g_strdup (council);
  self->tables = minutes_table_reader_new ();
  self->joiner = joiner_new ();
  self->segmenter = segmenter_new ();
  self->headings = heading_reader_new ();
  self->content = content_new ();
  return self;
}

void
normaliser_free (Normaliser *self)
{
  if (self == NULL)
    return;
  g_free (self->council);
  minutes_table_reader_free (self->tables);
  joiner_free (self->joiner);
  segmenter_free (self->segmenter);
  heading_reader_free (self->headings);
  content_free (self->content);
  g_free (self);
}

static void
add_parts (Normaliser *self, const Stream *rows, guint start, guint end, GArray *parts)
{
  for (guint i = start; i < end; i++)
    {
      JoinerPart part = { .row = i };

      if (!segmenter_skips (self->segmenter, stream_at (rows, i)))
        g_array_append_val (parts, part);
    }
}

static Item *
read_item (Normaliser *self, const Stream *rows, const Segment *segment, guint index,
           const gchar *id, GArray *tasks)
{
  const SegmentItem *from = &g_array_index (segment->items, SegmentItem, index);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (JoinerPart));
  Item *item = item_new ();

  item->id = g_strdup (id);
  item->number = g_strdup (from->number);
  item->agenda_number = g_strdup (from->agenda_number);
  item->title = g_strdup (from->title);
  item->page_start = item->page_end = stream_at (rows, from->row)->page;
  add_parts (self, rows, from->body_row, from->end, parts);
  if (parts->len > 0 && g_array_index (parts, JoinerPart, 0).row == from->body_row)
    g_array_index (parts, JoinerPart, 0).from = from->body_from;
  for (guint i = 0; i < segment->notes->len; i++)
    {
      const SegmentNote *note = &g_array_index (segment->notes, SegmentNote, i);

      if (note->item == index)
        add_parts (self, rows, note->start, note->end, parts);
    }
  joiner_fill (self->joiner, parts, item, tasks);
  return item;
}

static gboolean
has_headed (const Meeting *meeting)
{
  for (guint i = 0; i < meeting->items->len; i++)
    {
      const Item *item = g_ptr_array_index (meeting->items, i);

      if (item->title[0] != '\0' || item->number[0] != '\0')
        return TRUE;
    }
  return FALSE;
}

static Meeting *
read_meeting (Normaliser *self, const Document *document, const Stream *rows,
              const Segment *segment, guint number)
{
  Meeting *meeting = meeting_new ();
  g_autoptr (GPtrArray) tasks =
      g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  gboolean inspected;

  meeting->id = g_strdup_printf ("%s#%u", document->id, number);
  if (rows->rows->len > 0 && segment->end > segment->start)
    {
      meeting->page_start = stream_at (rows, segment->start)->page;
      meeting->page_end = stream_at (rows, segment->end - 1)->page;
    }
  for (guint i = 0; i < segment->items->len && rows->rows->len > 0; i++)
    {
      g_autofree gchar *id = g_strdup_printf ("%s.%u", meeting->id, i + 1);

      g_ptr_array_add (tasks, g_array_new (FALSE, FALSE, sizeof (Task)));
      g_ptr_array_add (meeting->items,
                       read_item (self, rows, segment, i, id, tasks->pdata[i]));
    }
  inspected = heading_reader_read (self->headings, document, rows, segment, meeting);
  /* The page of a meeting that never took place has text, but no business. */
  if (meeting->status == MEETING_STATUS_CANCELLED
      && (segment->prose || !has_headed (meeting)))
    g_ptr_array_set_size (meeting->items, 0);
  if (self->council != NULL)
    {
      g_free (meeting->council);
      meeting->council = g_strdup (self->council);
    }
  for (guint i = 0; i < meeting->items->len; i++)
    {
      Item *item = g_ptr_array_index (meeting->items, i);

      if (inspected)
        content_read_report (self->content, meeting, item);
      else
        content_read (self->content, meeting, item, tasks->pdata[i]);
    }
  return meeting;
}

/* Minutes in a council's pack are of that council, though only the agenda's front says
 * so; where meetings of several councils are bound together, nobody can tell. */
static void
share_council (GPtrArray *meetings)
{
  const gchar *council = NULL;

  for (guint i = 0; i < meetings->len; i++)
    {
      const Meeting *meeting = g_ptr_array_index (meetings, i);

      if (meeting->council == NULL)
        continue;
      if (council != NULL && g_ascii_strcasecmp (council, meeting->council) != 0)
        return;
      council = meeting->council;
    }
  for (guint i = 0; i < meetings->len && council != NULL; i++)
    {
      Meeting *meeting = g_ptr_array_index (meetings, i);

      if (meeting->council == NULL && meeting->body != NULL)
        meeting->council = g_strdup (council);
    }
}

GPtrArray *
normaliser_read (Normaliser *self, Document *document)
{
  GPtrArray *meetings = g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);
  g_autoptr (Stream) rows = stream_new (document);
  g_autoptr (GPtrArray) segments = NULL;

  minutes_table_reader_unfold (self->tables, rows);
  segments = segmenter_read (self->segmenter, document, rows);
  joiner_begin (self->joiner, rows);
  for (guint i = 0; i < segments->len; i++)
    g_ptr_array_add (meetings, read_meeting (self, document, rows,
                                             g_ptr_array_index (segments, i), i + 1));
  share_council (meetings);
  if (rows->n_removed > 0)
    document_warn (document, "removed %u line%s of page furniture", rows->n_removed,
                   rows->n_removed == 1 ? "" : "s");
  return meetings;
}
