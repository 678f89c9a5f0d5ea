/* attendance_part.c: those named are told apart into members and others. */

#include "normalise/attendance_part.h"

/* Notes of a board list everybody under "In attendance": they were present. */
static void
move_attendance (Meeting *meeting)
{
  guint named = 0;

  for (guint i = 0; i < meeting->present->len; i++)
    named += g_strcmp0 (g_array_index (meeting->present, Person, i).role, "Chair") != 0;
  if (named > 0)
    return;
  for (guint i = 0; i < meeting->in_attendance->len; i++)
    {
      const Person *person = &g_array_index (meeting->in_attendance, Person, i);

      people_add (meeting->present, person->name, person->role);
    }
  g_array_set_size (meeting->in_attendance, 0);
}

/* The clerk stands in the list of members in many parishes' minutes. */
static void
part_officers (PeopleReader *people, Meeting *meeting)
{
  for (guint i = 0; i < meeting->present->len;)
    {
      const Person *person = &g_array_index (meeting->present, Person, i);

      if (person->role != NULL && people_reader_is_officer (people, person->role))
        {
          people_add (meeting->in_attendance, person->name, person->role);
          g_array_remove_index (meeting->present, i);
        }
      else
        i++;
    }
}

/* A letter's head names the clerk, and so does the list of who came. */
static void
drop_twice (GArray *people)
{
  for (guint i = 1; i < people->len;)
    {
      Person *person = &g_array_index (people, Person, i);
      guint k = 0;

      while (k < i && !g_str_equal (g_array_index (people, Person, k).name, person->name))
        k++;
      if (k == i)
        {
          i++;
          continue;
        }
      if (g_array_index (people, Person, k).role == NULL)
        g_array_index (people, Person, k).role = g_steal_pointer (&person->role);
      g_array_remove_index (people, i);
    }
}

void
attendance_part (PeopleReader *people, Meeting *meeting)
{
  drop_twice (meeting->in_attendance);
  move_attendance (meeting);
  part_officers (people, meeting);
}
