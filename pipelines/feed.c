/* feed.c: a bounded queue of bundles between two threads. */

#include "pipelines/feed.h"

#include "pipelines/records.h"

/* How much is read ahead: bundles, and items in them. One bundle of more is let in. */
#define MAX_BUNDLES 400
#define MAX_ITEMS 4000

/* Shared by the thread that reads and by who takes; whoever leaves last frees it. */
struct Feed
{
  gatomicrefcount count;
  gchar **paths;
  GMutex mutex; /* of what follows */
  GCond came;
  GCond went;
  GQueue bundles; /* Bundle * */
  guint n_items;  /* theirs */
  gboolean ended;
  gboolean left; /* nobody takes any more */
  GError *error; /* (nullable) why it ended */
};

static guint
count_items (const Bundle *bundle)
{
  guint n = 0;

  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    n += ((const Meeting *)bundle->meetings->pdata[i])->items->len;
  return n;
}

static void
unref (Feed *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;
  g_queue_clear_full (&self->bundles, (GDestroyNotify)bundle_free);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->came);
  g_cond_clear (&self->went);
  g_clear_error (&self->error);
  g_strfreev (self->paths);
  g_free (self);
}

/* Takes the bundle over. FALSE if nobody wants more. */
static gboolean
put (Feed *self, Bundle *bundle)
{
  gboolean wanted;

  g_mutex_lock (&self->mutex);
  while (!self->left
         && (self->bundles.length >= MAX_BUNDLES || self->n_items >= MAX_ITEMS))
    g_cond_wait (&self->went, &self->mutex);
  wanted = !self->left;
  if (wanted)
    {
      g_queue_push_tail (&self->bundles, bundle);
      self->n_items += count_items (bundle);
      g_cond_signal (&self->came);
    }
  g_mutex_unlock (&self->mutex);
  if (!wanted)
    bundle_free (bundle);
  return wanted;
}

/* FALSE with error, or without where nobody wants more. */
static gboolean
read_stream (Feed *self, gint fd, const gchar *name, GError **error)
{
  g_autoptr (BundleReader) reader = bundle_reader_new (fd, name);

  for (;;)
    {
      Bundle *bundle = NULL;

      if (!bundle_reader_next (reader, &bundle, error))
        return FALSE;
      if (bundle == NULL)
        return TRUE;
      if (!put (self, bundle))
        return FALSE;
    }
}

static gboolean
read_file (Feed *self, const gchar *path, GError **error)
{
  const gchar *name;
  gint fd = records_open (path, &name, error);
  gboolean ok = fd >= 0 && read_stream (self, fd, name, error);

  records_close (fd);
  return ok;
}

static gpointer
read_all (gpointer data)
{
  Feed *self = data;
  gchar *standard[] = { (gchar *)"-", NULL };
  GError *error = NULL;

  for (gchar **path = self->paths[0] != NULL ? self->paths : standard; *path != NULL;
       path++)
    if (!read_file (self, *path, &error))
      break;
  g_mutex_lock (&self->mutex);
  self->ended = TRUE;
  self->error = error;
  g_cond_signal (&self->came);
  g_mutex_unlock (&self->mutex);
  unref (self);
  return NULL;
}

Feed *
feed_new (gchar **paths)
{
  Feed *self = g_new0 (Feed, 1);

  g_atomic_ref_count_init (&self->count);
  g_atomic_ref_count_inc (&self->count);
  self->paths = g_strdupv (paths);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->came);
  g_cond_init (&self->went);
  g_queue_init (&self->bundles);
  g_thread_unref (g_thread_new ("feed", read_all, self));
  return self;
}

void
feed_free (Feed *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->left = TRUE;
  g_cond_signal (&self->went);
  g_mutex_unlock (&self->mutex);
  unref (self);
}

FeedResult
feed_next (Feed *self, gint64 until, Bundle **ret_bundle, GError **error)
{
  FeedResult result = FEED_BUNDLE;

  g_mutex_lock (&self->mutex);
  while (result == FEED_BUNDLE && self->bundles.length == 0 && !self->ended)
    if (until == 0)
      g_cond_wait (&self->came, &self->mutex);
    else if (!g_cond_wait_until (&self->came, &self->mutex, until))
      result = FEED_LATE;
  if (self->bundles.length > 0)
    {
      *ret_bundle = g_queue_pop_head (&self->bundles);
      self->n_items -= count_items (*ret_bundle);
      result = FEED_BUNDLE;
      g_cond_signal (&self->went);
    }
  else if (self->ended && self->error != NULL)
    {
      result = FEED_ERROR;
      g_propagate_error (error, g_steal_pointer (&self->error));
    }
  else if (self->ended)
    result = FEED_END;
  g_mutex_unlock (&self->mutex);
  return result;
}
