/* business.c: what holds of all meetings, whatever they were made from. */

#include "tests/fuzz/business.h"

#include <string.h>

static void
assert_span (const gchar *text, Span span)
{
  gsize length = strlen (text);

  g_assert_cmpuint (span.start, <=, span.end);
  g_assert_cmpuint (span.end, <=, length);
  /* Never within a character. */
  g_assert_true ((text[span.start] & 0xC0) != 0x80);
  g_assert_true ((text[span.end] & 0xC0) != 0x80);
}

static void
assert_text (const gchar *text)
{
  if (text != NULL)
    g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
assert_people (const GArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const Person *person = &g_array_index (people, Person, i);

      g_assert_nonnull (person->name);
      assert_text (person->name);
      assert_text (person->role);
    }
}

static void
assert_lines (const Document *document, const Item *item)
{
  gsize end = 0;

  for (guint i = 0; i < item->lines->len; i++)
    {
      const ItemLine *line = &g_array_index (item->lines, ItemLine, i);

      assert_span (item->text, line->span);
      g_assert_cmpuint (line->span.start, >=, end);
      g_assert_cmpuint (line->page, <=, document->n_pages);
      end = line->span.end;
    }
}

static void
assert_item (const Document *document, const Item *item)
{
  g_assert_nonnull (item->text);
  g_assert_nonnull (item->title);
  g_assert_nonnull (item->number);
  assert_text (item->text);
  assert_text (item->title);
  assert_text (item->number);
  assert_text (item->agenda_number);
  g_assert_null (strchr (item->title, '\n'));
  g_assert_cmpuint (item->page_start, <=, item->page_end);
  g_assert_cmpuint (item->page_end, <=, document->n_pages);
  assert_lines (document, item);
  for (guint i = 0; i < item->paragraphs->len; i++)
    assert_span (item->text, g_array_index (item->paragraphs, Paragraph, i).span);
  for (guint i = 0; i < item->resolutions->len; i++)
    assert_span (item->text, g_array_index (item->resolutions, Resolution, i).span);
  for (guint i = 0; i < item->votes->len; i++)
    assert_span (item->text, g_array_index (item->votes, Vote, i).span);
  for (guint i = 0; i < item->actions->len; i++)
    assert_span (item->text, g_array_index (item->actions, Action, i).span);
  for (guint i = 0; i < item->references->len; i++)
    assert_span (item->text, g_array_index (item->references, Reference, i).span);
  for (guint i = 0; i < item->inspections->len; i++)
    assert_span (item->text,
                 g_array_index (item->inspections, InspectionMention, i).span);
}

void
assert_business (const Document *document, const GPtrArray *meetings)
{
  g_assert_cmpuint (meetings->len, >=, 1);
  for (guint i = 0; i < meetings->len; i++)
    {
      const Meeting *meeting = meetings->pdata[i];

      g_assert_nonnull (meeting->id);
      assert_text (meeting->council);
      assert_text (meeting->body);
      assert_text (meeting->venue);
      assert_text (meeting->chair);
      assert_people (meeting->present);
      assert_people (meeting->apologies);
      assert_people (meeting->in_attendance);
      g_assert_cmpuint (meeting->page_start, <=, meeting->page_end);
      for (guint j = 0; j < meeting->items->len; j++)
        assert_item (document, meeting->items->pdata[j]);
    }
}

static void
assert_tag (const Item *item, const Tag *tag)
{
  g_assert_nonnull (tag->concept);
  g_assert_true (tag->score >= 0 && tag->score <= 1);
  g_assert_cmpuint (tag->evidence->len, >=, 1);
  for (guint i = 0; i < tag->evidence->len; i++)
    {
      Span span = g_array_index (tag->evidence, Evidence, i).span;

      assert_span (item->text, span);
      g_assert_cmpuint (span.start, <, span.end);
    }
}

void
assert_tags (const GPtrArray *meetings, const GPtrArray *tags)
{
  g_assert_cmpuint (tags->len, ==, meetings->len);
  for (guint i = 0; i < meetings->len; i++)
    {
      const Meeting *meeting = meetings->pdata[i];
      const MeetingTags *of_meeting = tags->pdata[i];

      g_assert_cmpuint (of_meeting->items->len, ==, meeting->items->len);
      for (guint j = 0; j < meeting->items->len; j++)
        {
          const ItemTags *of_item = of_meeting->items->pdata[j];

          for (guint k = 0; k < of_item->tags->len; k++)
            assert_tag (meeting->items->pdata[j], of_item->tags->pdata[k]);
        }
    }
}
