/* tag.c: the memory of classify's records. */

#include "classify/tag.h"

static void
evidence_clear (gpointer data)
{
  Evidence *evidence = data;

  if (evidence->boxes != NULL)
    g_array_unref (evidence->boxes);
}

static GArray *
evidence_array_new (void)
{
  GArray *evidence = g_array_new (FALSE, TRUE, sizeof (Evidence));

  g_array_set_clear_func (evidence, evidence_clear);
  return evidence;
}

void
evidence_add (GArray *evidence, const Item *item, Span span)
{
  Evidence one = { span, item_boxes (item, span) };

  g_array_append_val (evidence, one);
}

Tag *
tag_new (void)
{
  Tag *tag = g_new0 (Tag, 1);

  tag->evidence = evidence_array_new ();
  return tag;
}

void
tag_free (Tag *tag)
{
  if (tag == NULL)
    return;
  g_free (tag->concept);
  g_free (tag->label);
  g_free (tag->theme);
  g_free (tag->reason);
  g_array_unref (tag->evidence);
  g_free (tag);
}

Match *
match_new (void)
{
  Match *match = g_new0 (Match, 1);

  match->evidence = evidence_array_new ();
  return match;
}

void
match_free (Match *match)
{
  if (match == NULL)
    return;
  g_free (match->recommendation);
  g_free (match->text);
  g_array_unref (match->evidence);
  g_free (match);
}

ItemTags *
item_tags_new (void)
{
  ItemTags *tags = g_new0 (ItemTags, 1);

  tags->tags = g_ptr_array_new_with_free_func ((GDestroyNotify)tag_free);
  tags->matches = g_ptr_array_new_with_free_func ((GDestroyNotify)match_free);
  return tags;
}

void
item_tags_free (ItemTags *tags)
{
  if (tags == NULL)
    return;
  g_ptr_array_unref (tags->tags);
  g_ptr_array_unref (tags->matches);
  g_free (tags);
}

MeetingTag *
meeting_tag_new (const gchar *id)
{
  MeetingTag *tag = g_new0 (MeetingTag, 1);

  tag->id = g_strdup (id);
  tag->items = g_ptr_array_new_with_free_func (g_free);
  return tag;
}

void
meeting_tag_free (MeetingTag *tag)
{
  if (tag == NULL)
    return;
  g_free (tag->id);
  g_ptr_array_unref (tag->items);
  g_free (tag);
}

MeetingTags *
meeting_tags_new (void)
{
  MeetingTags *tags = g_new0 (MeetingTags, 1);

  tags->items = g_ptr_array_new_with_free_func ((GDestroyNotify)item_tags_free);
  tags->tags = g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_tag_free);
  tags->matches = g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_tag_free);
  return tags;
}

void
meeting_tags_free (MeetingTags *tags)
{
  if (tags == NULL)
    return;
  g_ptr_array_unref (tags->items);
  g_ptr_array_unref (tags->tags);
  g_ptr_array_unref (tags->matches);
  g_free (tags);
}
