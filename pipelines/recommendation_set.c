/* recommendation_set.c: files of inspection and recommendation records become a set. */

#include "pipelines/recommendation_set.h"

#include "pipelines/json.h"
#include "pipelines/records.h"

struct RecommendationSet
{
  GPtrArray *bundles; /* Bundle * */
  GHashTable *seen;   /* gchar *: identifiers of inspections, owned by their bundles */
  const gchar *path;  /* of the file that is being read; not owned */
  gchar *digest;
};

void
recommendation_set_free (RecommendationSet *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->bundles);
  g_free (self->digest);
  g_free (self);
}

const gchar *
recommendation_set_get_digest (const RecommendationSet *self)
{
  return self->digest;
}

/* Takes what the bundle holds. FALSE and error if it is of another kind. */
static gboolean
take (Bundle *bundle, gpointer data, GError **error)
{
  RecommendationSet *self = data;

  if (bundle->failure == NULL && bundle->inspection == NULL)
    {
      g_set_error (error, JSON_ERROR, JSON_ERROR_SCHEMA,
                   "%s: no set of recommendations, it holds a document (heed "
                   "recommendations makes one)",
                   self->path);
      return FALSE;
    }
  if (bundle->failure != NULL
      || g_hash_table_contains (self->seen, bundle->inspection->id))
    return TRUE;
  bundle = bundle_steal (bundle);
  g_clear_pointer (&bundle->made_with, g_free); /* what they are counts, not by whom */
  g_hash_table_add (self->seen, bundle->inspection->id);
  g_ptr_array_add (self->bundles, bundle);
  return TRUE;
}

static gboolean
read_file (RecommendationSet *self, const gchar *path, GError **error)
{
  guint before = self->bundles->len;
  gint fd = records_open (path, &self->path, error);
  gboolean ok = fd >= 0 && bundle_for_each (fd, self->path, take, self, error);

  records_close (fd);
  if (ok && self->bundles->len == before)
    {
      g_set_error (error, JSON_ERROR, JSON_ERROR_SCHEMA,
                   "%s: no set of recommendations, it holds no inspection%s", path,
                   before > 0 ? " that was not read already" : "");
      return FALSE;
    }
  return ok;
}

/* Of the records as heed writes them, whatever their spelling in the files. */
static gchar *
digest (const RecommendationSet *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < self->bundles->len; i++)
    bundle_write (self->bundles->pdata[i], lines);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, lines->str,
                                        (gssize)lines->len);
}

RecommendationSet *
recommendation_set_new (gchar **paths, GError **error)
{
  g_autoptr (RecommendationSet) self = g_new0 (RecommendationSet, 1);

  self->bundles = g_ptr_array_new_with_free_func ((GDestroyNotify)bundle_free);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (; *paths != NULL; paths++)
    if (!read_file (self, *paths, error))
      return NULL;
  self->digest = digest (self);
  return g_steal_pointer (&self);
}

Tracker *
recommendation_set_new_tracker (const RecommendationSet *self)
{
  Tracker *tracker = tracker_new ();

  for (guint i = 0; i < self->bundles->len; i++)
    {
      const Bundle *bundle = self->bundles->pdata[i];

      tracker_add (tracker, bundle->inspection, bundle->concepts);
    }
  return tracker;
}
