/* sitting.c: what a meeting is called at the head of its column. */

#include "pipelines/sitting.h"

#include <string.h>

/* "CHILDREN AND FAMILIES COMMITTEE" as "Children and Families Committee", "cabinet" as
 * "Cabinet". */
static gchar *
tidy_body (const gchar *body)
{
  static const gchar *const small[] = { "and", "of", "the", "for", "on", "in", "to" };
  g_autofree gchar *lower = g_utf8_strdown (body, -1);
  g_autofree gchar *upper = g_utf8_strup (body, -1);
  g_auto (GStrv) words = NULL;
  GString *tidy;

  if (*body == '\0')
    return g_strdup ("Body not named");
  if (strcmp (body, lower) == 0)
    {
      g_autofree gchar *first = g_utf8_strup (body, g_utf8_next_char (body) - body);

      return g_strconcat (first, g_utf8_next_char (body), NULL);
    }
  if (strcmp (body, upper) != 0 || (strchr (body, ' ') == NULL && strlen (body) < 6))
    return g_strdup (body); /* "SACRE" is no word */
  words = g_strsplit (lower, " ", -1);
  tidy = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_small = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (small) && i > 0; j++)
        is_small = is_small || strcmp (words[i], small[j]) == 0;
      if (i > 0)
        g_string_append_c (tidy, ' ');
      if (is_small || *words[i] == '\0')
        g_string_append (tidy, words[i]);
      else
        {
          g_string_append_unichar (tidy, g_unichar_toupper (g_utf8_get_char (words[i])));
          g_string_append (tidy, g_utf8_next_char (words[i]));
        }
    }
  return g_string_free (tidy, FALSE);
}

static const gchar *
find_remark (const Meeting *meeting)
{
  if (meeting->status == MEETING_STATUS_CANCELLED)
    return "cancelled";
  if (meeting->status == MEETING_STATUS_DRAFT)
    return "draft minutes";
  if (meeting->kind == MEETING_KIND_AGENDA)
    return "agenda only";
  if (meeting->kind == MEETING_KIND_ARTICLE)
    return meeting->body != NULL ? "newspaper article" : "article";
  return NULL;
}

Sitting *
sitting_new (const Meeting *meeting, const gchar *key)
{
  Sitting *sitting = g_new0 (Sitting, 1);

  sitting->article = meeting->kind == MEETING_KIND_ARTICLE;
  sitting->body = meeting->body != NULL
                      ? tidy_body (meeting->body)
                      : g_strdup (sitting->article ? "Newspaper" : "Body not named");
  sitting->remark = find_remark (meeting);
  sitting->date = meeting->date;
  sitting->key = g_strdup (key);
  sitting->business = g_ptr_array_new ();
  return sitting;
}

void
sitting_free (Sitting *sitting)
{
  if (sitting == NULL)
    return;
  g_free (sitting->body);
  g_free (sitting->key);
  g_ptr_array_unref (sitting->business);
  g_free (sitting);
}

void
sitting_join (Sitting *sitting, const Meeting *meeting)
{
  if (g_strcmp0 (sitting->remark, find_remark (meeting)) != 0)
    sitting->remark = NULL;
}

gint
sitting_compare (gconstpointer a, gconstpointer b)
{
  const Sitting *first = *(const Sitting *const *)a;
  const Sitting *second = *(const Sitting *const *)b;

  if ((first->date == NULL) != (second->date == NULL))
    return first->date == NULL ? 1 : -1;
  return g_strcmp0 (first->date, second->date) != 0
             ? g_strcmp0 (first->date, second->date)
             : strcmp (first->key, second->key);
}
