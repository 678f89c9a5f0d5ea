/* journal.c: the lock, the parts and the output of a run. */

#include "pipelines/journal.h"

#include "pipelines/output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct Journal
{
  gchar *path; /* NULL: standard output, or a device: nothing to go on with */
  gchar *part;
  gint lock;
  guint n_parts; /* FILE.part.1 … FILE.part.n, of earlier runs */
  Output *output;
};

static gchar *
lock_name (const Journal *self)
{
  return g_strconcat (self->path, ".lock", NULL);
}

static gchar *
part_name (const Journal *self, guint number)
{
  return g_strdup_printf ("%s.%u", self->part, number);
}

static gboolean
fail (const gchar *name, GError **error)
{
  gint code = errno;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "cannot write %s: %s",
               name, g_strerror (code));
  return FALSE;
}

/* The lock's file goes with the run that held it: who waited for it must look whether
 * what they hold is still the file of that name. */
static gboolean
take_lock (Journal *self, GError **error)
{
  g_autofree gchar *name = lock_name (self);

  for (;;)
    {
      struct stat held, there;

      self->lock = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
      if (self->lock < 0)
        return fail (name, error);
      if (flock (self->lock, LOCK_EX | LOCK_NB) != 0)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_PERM,
                       "another run is writing %s", self->path);
          return FALSE;
        }
      if (fstat (self->lock, &held) == 0 && g_stat (name, &there) == 0
          && held.st_ino == there.st_ino)
        return TRUE;
      close (self->lock);
    }
}

static void
drop_lock (Journal *self)
{
  g_autofree gchar *name = lock_name (self);

  g_unlink (name);
  close (self->lock);
  self->lock = -1;
}

static gboolean
put_aside (Journal *self, GError **error)
{
  for (;; self->n_parts++)
    {
      g_autofree gchar *name = part_name (self, self->n_parts + 1);

      if (g_file_test (name, G_FILE_TEST_EXISTS))
        continue;
      if (!g_file_test (self->part, G_FILE_TEST_EXISTS))
        return TRUE;
      self->n_parts++;
      return g_rename (self->part, name) == 0 || fail (name, error);
    }
}

static gboolean
gather (Journal *self, Earlier *earlier, GError **error)
{
  if (!earlier_add (earlier, self->path, NULL, error))
    return FALSE;
  for (guint i = 1; i <= self->n_parts; i++)
    {
      g_autofree gchar *name = part_name (self, i);

      if (!earlier_add (earlier, name, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static void
drop_parts (Journal *self)
{
  for (guint i = 1; i <= self->n_parts; i++)
    {
      g_autofree gchar *name = part_name (self, i);

      g_unlink (name);
    }
  self->n_parts = 0;
}

/* For a path (nullable) that results can be gone on with, or not. */
static Journal *
journal_new (const gchar *path)
{
  Journal *self = g_new0 (Journal, 1);
  struct stat status;

  self->lock = -1;
  if (path != NULL && (g_stat (path, &status) != 0 || S_ISREG (status.st_mode)))
    {
      self->path = g_strdup (path);
      self->part = g_strconcat (path, ".part", NULL);
    }
  return self;
}

/* Whoever names a file of something else must not lose it: "heed run -o a.pdf b.pdf", the
 * output's own name forgotten, names a document. */
static gboolean
check_records (const gchar *path, const gchar *kept, GError **error)
{
  static const gchar begin[] = "{\"type\":\"";
  gchar found[sizeof begin - 1];
  gint fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gssize n = fd >= 0 ? read (fd, found, sizeof found) : 0;

  if (fd >= 0)
    close (fd);
  if (n <= 0 || memcmp (found, begin, n) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
               "%s holds something else than records: %s", path, kept);
  return FALSE;
}

Journal *
journal_open_at_end (const gchar *path, Earlier *earlier, GError **error)
{
  g_autoptr (Journal) self = journal_new (path);
  goffset whole = 0;

  if (self->path == NULL)
    self->output = output_open (path, error);
  else if (check_records (path, "nothing is added to it", error)
           && take_lock (self, error) && earlier_add (earlier, path, &whole, error))
    self->output = output_open_at (path, whole, error);
  return self->output != NULL ? g_steal_pointer (&self) : NULL;
}

Journal *
journal_open (const gchar *path, Earlier *earlier, GError **error)
{
  g_autoptr (Journal) self = journal_new (path);

  if (self->path == NULL)
    {
      self->output = output_open (path, error);
      return self->output != NULL ? g_steal_pointer (&self) : NULL;
    }
  if (!check_records (path, "it is not written over", error) || !take_lock (self, error)
      || !put_aside (self, error))
    return NULL;
  if (earlier != NULL && !gather (self, earlier, error))
    return NULL;
  self->output = output_open_draft (path, self->part, error);
  return self->output != NULL ? g_steal_pointer (&self) : NULL;
}

gboolean
journal_write (Journal *self, const gchar *data, gsize length, GError **error)
{
  return output_write (self->output, data, length, error);
}

gboolean
journal_sync (Journal *self, GError **error)
{
  return output_sync (self->output, error);
}

gboolean
journal_close (Journal *self, GError **error)
{
  if (!output_close (self->output, error))
    return FALSE;
  if (self->path != NULL)
    {
      drop_parts (self);
      drop_lock (self);
    }
  return TRUE;
}

void
journal_free (Journal *self)
{
  if (self == NULL)
    return;
  if (self->lock >= 0)
    close (self->lock);
  output_free (self->output);
  g_free (self->path);
  g_free (self->part);
  g_free (self);
}
