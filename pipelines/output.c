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
  gchar *path; /* NULL for standard output */
  gchar *draft;
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

Output *
output_open (const gchar *path, GError **error)
{
  g_autoptr (Output) self = g_new0 (Output, 1);

  self->pending = g_string_sized_new (PIECE);
  self->fd = STDOUT_FILENO;
  if (path != NULL)
    {
      struct stat status;

      self->path = g_strdup (path);
      /* A device or a pipe (/dev/null) cannot be replaced: it is written to as it is. */
      if (g_stat (path, &status) == 0 && !S_ISREG (status.st_mode))
        self->fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
      else
        {
          self->draft = g_strdup_printf ("%s.%d.part", path, (gint)getpid ());
          self->fd = g_open (self->draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        }
      if (self->fd < 0)
        {
          fail (self, "write", error);
          g_clear_pointer (&self->draft, g_free);
          return NULL;
        }
    }
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
output_close (Output *self, GError **error)
{
  if (!flush (self, error))
    return FALSE;
  if (self->draft == NULL)
    return TRUE;
  if (fsync (self->fd) != 0 || g_rename (self->draft, self->path) != 0)
    return fail (self, "write", error);
  g_clear_pointer (&self->draft, g_free);
  return TRUE;
}

void
output_free (Output *self)
{
  if (self == NULL)
    return;
  if (self->path != NULL && self->fd >= 0)
    close (self->fd);
  if (self->draft != NULL)
    g_unlink (self->draft);
  g_free (self->path);
  g_free (self->draft);
  g_string_free (self->pending, TRUE);
  g_free (self);
}
