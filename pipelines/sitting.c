/* sitting.c: what a meeting is called at the head of its column. */

#include "pipelines/sitting.h"

#include <string.h>

static gboolean
is_small (const gchar *word, gsize length)
{
  static const gchar *const small[] = { "and", "cum", "for",   "in",   "le", "of",
                                        "on",  "the", "under", "upon", "to" };

  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    if (strlen (small[i]) == length && strncmp (word, small[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* A word in lower case, with a capital where a name has one: "Stoke-on-Trent",
 * "Sub-Committee", but "Co-operation". */
static void
append_word (GString *out, const gchar *word, gboolean first)
{
  gsize before = G_MAXSIZE; /* letters of the part before the hyphen */

  for (const gchar *part = word; part != NULL;)
    {
      const gchar *hyphen = strchr (part, '-');
      gsize length = hyphen != NULL ? (gsize)(hyphen - part) : strlen (part);
      const gchar *rest = part;

      if (length > 0 && before > 2 && (first || !is_small (part, length)))
        {
          g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (part)));
          rest = g_utf8_next_char (part);
        }
      g_string_append_len (out, rest, part + length - rest);
      if (hyphen != NULL)
        g_string_append_c (out, '-');
      first = FALSE;
      before = is_small (part, length) ? G_MAXSIZE : length;
      part = hyphen != NULL ? hyphen + 1 : NULL;
    }
}

gchar *
sitting_tidy_name (const gchar *name)
{
  g_autofree gchar *lower = g_utf8_strdown (name, -1);
  g_autofree gchar *upper = g_utf8_strup (name, -1);
  g_auto (GStrv) words = NULL;
  GString *tidy;

  if (strcmp (name, lower) == 0)
    {
      g_autofree gchar *first = g_utf8_strup (name, g_utf8_next_char (name) - name);

      return g_strconcat (first, g_utf8_next_char (name), NULL);
    }
  if (strcmp (name, upper) != 0 || (strchr (name, ' ') == NULL && strlen (name) < 6))
    return g_strdup (name); /* "SACRE" is no word */
  words = g_strsplit (lower, " ", -1);
  tidy = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (tidy, ' ');
      append_word (tidy, words[i], i == 0);
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
  if (meeting->body != NULL && *meeting->body != '\0')
    sitting->body = sitting_tidy_name (meeting->body);
  else
    sitting->body = g_strdup (
        sitting->article && meeting->body == NULL ? "Newspaper" : "Body not named");
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
