/* records.c: bundles from a stream or from a database. */

#include "pipelines/records.h"

#include "pipelines/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* What an SQLite file begins with, its NUL included. */
static const gchar sqlite_mark[] = "SQLite format 3";

static gboolean
read_database (const gchar *address, BundleFunc func, gpointer data, GError **error)
{
  g_autoptr (Database) database = database_open_to_read (address, error);

  return database != NULL && archive_read (database, func, data, error);
}

/* A pipe is never looked ahead into: pread fails on it. */
static gboolean
is_database (gint fd)
{
  gchar start[sizeof sqlite_mark];

  return pread (fd, start, sizeof start, 0) == (gssize)sizeof start
         && memcmp (start, sqlite_mark, sizeof start) == 0;
}

gboolean
records_read (const gchar *path, BundleFunc func, gpointer data, GError **error)
{
  gboolean ok;
  gint fd;

  if (strcmp (path, "-") == 0)
    return bundle_for_each (STDIN_FILENO, "standard input", func, data, error);
  if (database_is_address (path))
    return read_database (path, func, data, error);
  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "cannot read %s: %s", path, g_strerror (errno));
      return FALSE;
    }
  ok = is_database (fd) ? read_database (path, func, data, error)
                        : bundle_for_each (fd, path, func, data, error);
  close (fd);
  return ok;
}

gboolean
records_read_all (gchar **paths, BundleFunc func, gpointer data, GError **error)
{
  if (paths[0] == NULL)
    return records_read ("-", func, data, error);
  for (; *paths != NULL; paths++)
    if (!records_read (*paths, func, data, error))
      return FALSE;
  return TRUE;
}
