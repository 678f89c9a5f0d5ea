/* attendance_unlabelled.c: names that no label goes before become those present. */

#include "normalise/attendance_unlabelled.h"

#include "normalise/attendance_rule.h"

#include <string.h>

/* Bytes of a name with a place, and how many of them are a list. */
#define MAX_SEATED 110
#define MIN_SEATED 3

/* "Ann Moss – Ferrow Constabulary": two or more words with capitals, a dash, a place. */
static gboolean
is_seated (const gchar *text)
{
  const gchar *dash = strstr (text, " - ");
  guint words = 0;

  if (dash == NULL)
    dash = strstr (text, " – ");
  if (dash == NULL || strlen (text) > MAX_SEATED || strpbrk (text, ":0123456789") != NULL)
    return FALSE;
  for (const gchar *p = text; p < dash; p += strcspn (p, " ") + 1, words++)
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  return words >= 2 && words <= 4;
}

/* Nothing says who was there, but names stand one below the other, each with a place. */
void
unlabelled_read_seated (PeopleReader *people, const Stream *rows, const Segment *segment,
                        Meeting *meeting)
{
  guint first = segment->start, n = 0;

  for (guint i = segment->start; i < segment->head_end; i++)
    if (!is_seated (stream_at (rows, i)->text))
      {
        if (n >= MIN_SEATED)
          break;
        first = i + 1;
        n = 0;
      }
    else
      n++;
  for (guint i = first; n >= MIN_SEATED && i < first + n; i++)
    people_reader_read (people, stream_at (rows, i)->text, meeting->present);
}

/* "Apologies: …", or another line of the heading */
static gboolean
says_something_else (Patterns *patterns, const gchar *text)
{
  for (guint rule = ATTENDANCE_PRESENT; rule <= ATTENDANCE_OTHER; rule++)
    if (patterns_match (patterns, rule, text, NULL))
      return TRUE;
  return FALSE;
}

/* People with titles under the label of others in attendance are no members. */
static void
drop_attending (Meeting *meeting)
{
  for (guint i = 0; i < meeting->present->len;)
    {
      const gchar *name = g_array_index (meeting->present, Person, i).name;
      gboolean attends = FALSE;

      for (guint k = 0; k < meeting->in_attendance->len && !attends; k++)
        attends =
            g_str_equal (g_array_index (meeting->in_attendance, Person, k).name, name);
      if (attends)
        g_array_remove_index (meeting->present, i);
      else
        i++;
    }
}

/* Nothing says who was there: those who are named with a title. */
void
unlabelled_read_titled (Patterns *patterns, PeopleReader *people, const Stream *rows,
                        const Segment *segment, Meeting *meeting)
{
  for (guint i = segment->start; i < segment->head_end; i++)
    {
      const Row *row = stream_at (rows, i);
      PatternMatch match;

      if (says_something_else (patterns, row->text)
          || strstr (row->text, "substitut") != NULL
          || !patterns_match (patterns, ATTENDANCE_TITLED, row->text, &match))
        continue;
      people_reader_read (
          people,
          row->text + (pattern_match_has (&match, 1) ? match.group[1].end + 1 : 0),
          meeting->present);
    }
  drop_attending (meeting);
}
