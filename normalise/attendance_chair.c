/* attendance_chair.c: one of those present took the chair. */

#include "normalise/attendance_chair.h"

#include "normalise/attendance_rule.h"

static void
take_chair (Patterns *patterns, PeopleReader *people, const gchar *text, Meeting *meeting)
{
  g_autofree gchar *name = NULL;
  PatternMatch match;

  if (!patterns_match (patterns, ATTENDANCE_TOOK_CHAIR, text, &match))
    return;
  name = pattern_match_dup (&match, 1, text);
  meeting->chair =
      g_strdup (people_reader_skip_titles (people, name, &(gboolean){ FALSE }));
}

void
attendance_find_chair (Patterns *patterns, PeopleReader *people, const Stream *rows,
                       const Segment *segment, Meeting *meeting)
{
  for (guint i = 0; i < meeting->present->len && meeting->chair == NULL; i++)
    {
      const Person *person = &g_array_index (meeting->present, Person, i);

      if (person->role != NULL && people_reader_is_chair (people, person->role))
        meeting->chair = g_strdup (person->name);
    }
  /* "The Lord Mayor, Councillor Edwina Marsh, in the Chair" above the list */
  for (guint i = segment->start; i < segment->head_end && meeting->chair == NULL; i++)
    take_chair (patterns, people, stream_at (rows, i)->text, meeting);
  for (guint i = 0; i < meeting->items->len && i < 3 && meeting->chair == NULL; i++)
    {
      const Item *item = g_ptr_array_index (meeting->items, i);

      take_chair (patterns, people, item->text, meeting);
    }
}
