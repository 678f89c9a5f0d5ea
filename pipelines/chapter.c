/* chapter.c: what a council's meetings and the report upon it say, row by row. */

#include "pipelines/chapter.h"

#include <string.h>

#include "pipelines/calendar.h"

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_free (subject->id);
  g_free (subject->source);
  g_ptr_array_unref (subject->concepts);
  g_ptr_array_unref (subject->mentions);
  g_free (subject);
}

void
chapter_free (Chapter *chapter)
{
  g_free (chapter->council);
  g_free (chapter->key);
  g_ptr_array_unref (chapter->sittings);
  g_ptr_array_unref (chapter->subjects);
  g_free (chapter);
}

Chapter *
chapter_new (const gchar *council, const gchar *key)
{
  Chapter *self = g_new0 (Chapter, 1);

  if (council != NULL)
    self->council = sitting_tidy_name (council);
  self->key = g_strdup (key);
  self->sittings = g_ptr_array_new_with_free_func ((GDestroyNotify)sitting_free);
  self->subjects = g_ptr_array_new_with_free_func (subject_free);
  return self;
}

gint
chapter_compare (gconstpointer a, gconstpointer b)
{
  const Chapter *first = *(const Chapter *const *)a;
  const Chapter *second = *(const Chapter *const *)b;

  if ((*first->key == '\0') != (*second->key == '\0'))
    return *first->key == '\0' ? 1 : -1; /* a council that is not named last */
  return strcmp (first->key, second->key);
}

void
chapter_sort (Chapter *chapter)
{
  g_ptr_array_sort (chapter->sittings, sitting_compare);
  for (guint i = 0; i < chapter->sittings->len; i++)
    {
      Sitting *sitting = chapter->sittings->pdata[i];

      sitting->number = i;
      if (sitting->date == NULL)
        continue;
      if (chapter->oldest == NULL)
        chapter->oldest = sitting->date;
      chapter->newest = sitting->date;
    }
}

Subject *
chapter_add_subject (Chapter *chapter, const gchar *id)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->chapter = chapter;
  subject->id = g_strdup (id);
  subject->concepts = g_ptr_array_new_with_free_func (g_free);
  subject->mentions = g_ptr_array_new ();
  g_ptr_array_add (chapter->subjects, subject);
  return subject;
}

static gint
compare_concepts (gconstpointer a, gconstpointer b)
{
  const Subject *first = *(const Subject *const *)a;
  const Subject *second = *(const Subject *const *)b;
  gint order = g_strcmp0 (first->theme, second->theme);

  if (order == 0)
    order = g_strcmp0 (first->text, second->text);
  return order != 0 ? order : strcmp (first->id, second->id);
}

void
chapter_add_concepts (Chapter *chapter)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  chapter->concepts = TRUE;
  for (guint i = 0; i < chapter->sittings->len; i++)
    {
      const GPtrArray *businesses =
          ((const Sitting *)chapter->sittings->pdata[i])->business;

      for (guint j = 0; j < businesses->len; j++)
        {
          const GPtrArray *tags = ((const Business *)businesses->pdata[j])->tags->tags;

          for (guint k = 0; k < tags->len; k++)
            {
              const Tag *tag = tags->pdata[k];
              Subject *subject;

              if (!g_hash_table_add (seen, tag->concept))
                continue;
              subject = chapter_add_subject (chapter, tag->concept);
              subject->text = tag->label;
              subject->theme = tag->theme;
              g_ptr_array_add (subject->concepts, g_strdup (tag->concept));
            }
        }
    }
  g_ptr_array_sort (chapter->subjects, compare_concepts);
}

/* Whether nothing can be said of it, for no meeting could have. */
static gboolean
is_unread (const Subject *subject)
{
  const GPtrArray *sittings = subject->chapter->sittings;
  const History *history = subject->history;

  if (history == NULL || subject->mentions->len > 0)
    return FALSE;
  for (guint i = 0; i < sittings->len; i++)
    {
      const gchar *date = ((const Sitting *)sittings->pdata[i])->date;

      if (date != NULL && g_strcmp0 (date, history->since) >= 0
          && (history->until == NULL || strcmp (date, history->until) < 0))
        return FALSE;
    }
  return TRUE;
}

void
subject_judge (Subject *subject)
{
  const Chapter *chapter = subject->chapter;
  const History *history = subject->history;
  const gchar *from = history != NULL ? history->since : chapter->oldest;

  subject->silent = subject->counts[TAG_MODE_LISTED] == subject->mentions->len;
  for (guint i = 0; i < subject->mentions->len; i++)
    {
      const Mention *one = subject->mentions->pdata[i];

      if (one->business->sitting->date == NULL)
        continue;
      if (one->mode == TAG_MODE_LISTED)
        subject->last_listed = one;
      else
        subject->last = one;
    }
  subject->replaced =
      history != NULL && history->until != NULL
      && (chapter->newest == NULL || strcmp (history->until, chapter->newest) <= 0);
  subject->early = history != NULL && history->since != NULL && subject->silent
                   && g_strcmp0 (history->since, chapter->newest) > 0;
  subject->unread = is_unread (subject);
  if (subject->last != NULL)
    from = subject->last->business->sitting->date;
  else if (!subject->silent)
    from = NULL; /* when, is not known */
  subject->months =
      calendar_months (from, subject->replaced ? history->until : chapter->newest);
}
