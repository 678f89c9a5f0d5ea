/* output.c: bytes to a file descriptor, whole or not at all. */

#include "pipelines/output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PIECE (1u << 18)

struct Output
{
  gint fd;
  gchar *path;   /* NULL for standard output */
  gchar *draft;  /* (nullable) */
  gboolean keep; /* the draft stays if the output is not closed */
  GString *pending;
};

static gboolean
fail (const Output *self, const gchar *what, GError **error)
{
  gint code = errno;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "cannot %s %s: %s",
               what, self->path != NULL ? self->path : "standard output",
               g_strerror (code));
  return FALSE;
}

static Output *
open_at (const gchar *path, const gchar *draft, gint fd, GError **error)
{
  g_autoptr (Output) self = g_new0 (Output, 1);

  self->path = g_strdup (path);
  self->draft = g_strdup (draft);
  self->fd = fd;
  self->pending = g_string_sized_new (PIECE);
  if (fd < 0)
    {
      self->keep = TRUE; /* whatever stands there is not ours */
      fail (self, "write", error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

Output *
output_open (const gchar *path, GError **error)
{
  g_autofree gchar *draft = NULL;
  struct stat status;

  if (path == NULL)
    return open_at (NULL, NULL, STDOUT_FILENO, error);
  /* A device or a pipe (/dev/null) cannot be replaced: it is written to as it is. */
  if (g_stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    return open_at (path, NULL, g_open (path, O_WRONLY | O_CLOEXEC, 0), error);
  draft = g_strdup_printf ("%s.%d.part", path, (gint)getpid ());
  return open_at (path, draft,
                  g_open (draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666), error);
}

Output *
output_open_draft (const gchar *path, const gchar *draft, GError **error)
{
  Output *self = open_at (
      path, draft, g_open (draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666), error);

  if (self != NULL)
    self->keep = TRUE;
  return self;
}

Output *
output_open_at (const gchar *path, goffset end, GError **error)
{
  gint fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  g_autoptr (Output) self = open_at (path, NULL, fd, error);
  gchar last = '\n';

  if (self == NULL)
    return NULL;
  if (ftruncate (fd, end) != 0 || lseek (fd, end, SEEK_SET) < 0
      || (end > 0 && pread (fd, &last, 1, end - 1) != 1))
    {
      fail (self, "write", error);
      return NULL;
    }
  if (last != '\n')
    g_string_append_c (self->pending, '\n');
  return g_steal_pointer (&self);
}

static gboolean
flush (Output *self, GError **error)
{
  gsize done = 0;

  while (done < self->pending->len)
    {
      gssize n = write (self->fd, self->pending->str + done, self->pending->len - done);

      if (n < 0 && errno != EINTR)
        return fail (self, "write", error);
      done += MAX (n, 0);
    }
  g_string_truncate (self->pending, 0);
  return TRUE;
}

gboolean
output_write (Output *self, const gchar *data, gsize length, GError **error)
{
  g_string_append_len (self->pending, data, length);
  return self->pending->len < PIECE || flush (self, error);
}

gboolean
output_sync (Output *self, GError **error)
{
  if (!flush (self, error))
    return FALSE;
  /* A pipe or a terminal has no disk to go to. */
  if (fdatasync (self->fd) != 0 && errno != EINVAL && errno != EROFS)
    return fail (self, "write", error);
  return TRUE;
}

/* A renamed file is safe when its folder is. */
static gboolean
sync_folder (const Output *self, GError **error)
{
  g_autofree gchar *folder = g_path_get_dirname (self->path);
  gint fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (!ok)
    fail (self, "write", error);
  if (fd >= 0)
    close (fd);
  return ok;
}

gboolean
output_close (Output *self, GError **error)
{
  if (!flush (self, error))
    return FALSE;
  if (self->draft == NULL)
    return TRUE;
  if (fsync (self->fd) != 0 || g_rename (self->draft, self->path) != 0)
    return fail (self, "write", error);
  g_clear_pointer (&self->draft, g_free);
  return sync_folder (self, error);
}

void
output_free (Output *self)
{
  if (self == NULL)
    return;
  if (self->path != NULL && self->fd >= 0)
    close (self->fd);
  if (self->draft != NULL && !self->keep)
    g_unlink (self->draft);
  g_free (self->path);
  g_free (self->draft);
  g_string_free (self->pending, TRUE);
  g_free (self);
}
