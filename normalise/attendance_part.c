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

void
attendance_part (PeopleReader *people, Meeting *meeting)
{
  move_attendance (meeting);
  part_officers (people, meeting);
}
