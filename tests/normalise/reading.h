/* reading.h: an item read from a text, for tests. */

#pragma once

#include "normalise/content.h"

#include <string.h>

/* The kind and day of the meetings that tests make up. */
static inline Meeting *
reading_meeting (MeetingKind kind)
{
  Meeting *meeting = meeting_new ();

  meeting->kind = kind;
  meeting->body = g_strdup ("Children’s Panel");
  meeting->date = g_strdup ("2024-05-15");
  return meeting;
}

/* (transfer full) */
static inline Item *
reading_of (MeetingKind kind, const gchar *title, const gchar *text)
{
  static Content *content;
  g_autoptr (Meeting) meeting = reading_meeting (kind);
  Item *item = item_new ();

  if (content == NULL)
    content = content_new ();
  item->number = g_strdup ("7");
  item->title = g_strdup (title);
  item->text = g_strdup (text);
  content_read (content, meeting, item, NULL);
  return item;
}

static inline gchar *
reading_exact (const Item *item, Span span)
{
  return g_strndup (item->text + span.start, span.end - span.start);
}
