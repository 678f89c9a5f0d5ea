/* meeting.c: the memory of normalise's records, and where a span of an item stands. */

#include "normalise/meeting.h"

static void
person_clear (gpointer data)
{
  Person *person = data;

  g_free (person->name);
  g_free (person->role);
}

static void
paragraph_clear (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->number);
}

static void
resolution_clear (gpointer data)
{
  Resolution *resolution = data;

  g_free (resolution->number);
  g_free (resolution->verb);
}

static void
action_clear (gpointer data)
{
  Action *action = data;

  g_free (action->owner);
  g_free (action->due);
}

static void
reference_clear (gpointer data)
{
  Reference *reference = data;

  g_free (reference->minute);
  g_free (reference->date);
}

static void
judgement_clear (gpointer data)
{
  Judgement *judgement = data;

  g_free (judgement->judgement);
  g_free (judgement->grade);
}

static void
inspection_mention_clear (gpointer data)
{
  InspectionMention *mention = data;

  g_free (mention->framework);
  g_free (mention->kind);
  g_free (mention->date);
  g_free (mention->published);
  if (mention->judgements != NULL)
    g_array_unref (mention->judgements);
}

static GArray *
array_of (guint size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

GArray *
judgements_new (void)
{
  return array_of (sizeof (Judgement), judgement_clear);
}

Meeting *
meeting_new (void)
{
  Meeting *meeting = g_new0 (Meeting, 1);

  meeting->kind = MEETING_KIND_UNKNOWN;
  meeting->present = array_of (sizeof (Person), person_clear);
  meeting->apologies = array_of (sizeof (Person), person_clear);
  meeting->in_attendance = array_of (sizeof (Person), person_clear);
  meeting->items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_free);
  return meeting;
}

void
meeting_free (Meeting *meeting)
{
  if (meeting == NULL)
    return;
  g_free (meeting->id);
  g_free (meeting->council);
  g_free (meeting->body);
  g_free (meeting->date);
  g_free (meeting->time);
  g_free (meeting->venue);
  g_free (meeting->chair);
  g_array_unref (meeting->present);
  g_array_unref (meeting->apologies);
  g_array_unref (meeting->in_attendance);
  g_ptr_array_unref (meeting->items);
  g_free (meeting);
}

Item *
item_new (void)
{
  Item *item = g_new0 (Item, 1);

  item->lines = array_of (sizeof (ItemLine), NULL);
  item->paragraphs = array_of (sizeof (Paragraph), paragraph_clear);
  item->resolutions = array_of (sizeof (Resolution), resolution_clear);
  item->votes = array_of (sizeof (Vote), NULL);
  item->actions = array_of (sizeof (Action), action_clear);
  item->references = array_of (sizeof (Reference), reference_clear);
  item->inspections = array_of (sizeof (InspectionMention), inspection_mention_clear);
  return item;
}

void
item_free (Item *item)
{
  if (item == NULL)
    return;
  g_free (item->id);
  g_free (item->number);
  g_free (item->agenda_number);
  g_free (item->title);
  g_free (item->text);
  g_array_unref (item->lines);
  g_array_unref (item->paragraphs);
  g_array_unref (item->resolutions);
  g_array_unref (item->votes);
  g_array_unref (item->actions);
  g_array_unref (item->references);
  g_array_unref (item->inspections);
  g_free (item);
}

/* Lines that overlap across the page stand in one column; a line that begins right of the
 * column's end, or above its last line, opens another. */
static gboolean
same_column (Box column, Box line)
{
  return line.x0 < column.x1 && line.x1 > column.x0 && line.y1 > column.y0;
}

GArray *
item_boxes (const Item *item, Span span)
{
  GArray *boxes = array_of (sizeof (PageBox), NULL);

  for (guint i = 0; i < item->lines->len; i++)
    {
      const ItemLine *line = &g_array_index (item->lines, ItemLine, i);
      PageBox *last = NULL;

      if (line->span.end <= span.start || box_is_none (line->box) || line->page == 0)
        continue;
      if (line->span.start >= span.end)
        break;
      if (boxes->len > 0)
        last = &g_array_index (boxes, PageBox, boxes->len - 1);
      if (last != NULL && last->page == line->page && same_column (last->box, line->box))
        last->box = box_join (last->box, line->box);
      else
        {
          PageBox box = { line->page, line->box };
          g_array_append_val (boxes, box);
        }
    }
  return boxes;
}
