/* diary.c: a set of "2024-07-10 cabinet" for each council. */

#include "pipelines/diary.h"

#include "normalise/council.h"

#include <string.h>

struct Diary
{
  GHashTable *met; /* council's key: set of gchar * */
};

Diary *
diary_new (void)
{
  Diary *self = g_new0 (Diary, 1);

  self->met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify)g_hash_table_unref);
  return self;
}

void
diary_free (Diary *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->met);
  g_free (self);
}

void
diary_add (Diary *self, const gchar *council, const gchar *date, const gchar *body)
{
  g_autofree gchar *key = council_key (council);
  g_autofree gchar *lower = body != NULL ? g_utf8_strdown (body, -1) : g_strdup ("");
  GHashTable *met = g_hash_table_lookup (self->met, key);

  if (met == NULL)
    {
      met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->met, g_steal_pointer (&key), met);
    }
  g_hash_table_add (met, g_strconcat (date, " ", lower, NULL));
}

guint
diary_count (const Diary *self, const gchar *council, const gchar *since,
             const gchar *until, const gchar *as_of)
{
  g_autofree gchar *key = council != NULL ? council_key (council) : NULL;
  GHashTable *met = key != NULL ? g_hash_table_lookup (self->met, key) : NULL;
  GHashTableIter iter;
  gpointer day;
  guint n = 0;

  if (met == NULL)
    return 0;
  g_hash_table_iter_init (&iter, met);
  while (g_hash_table_iter_next (&iter, &day, NULL))
    n += g_strcmp0 (day, since) >= 0 && (until == NULL || strcmp (day, until) < 0)
         && (as_of == NULL || strncmp (day, as_of, strlen (as_of)) <= 0);
  return n;
}
