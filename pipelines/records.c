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

gint
records_open (const gchar *path, const gchar **ret_name, GError **error)
{
  gboolean standard = strcmp (path, "-") == 0;
  gint fd = standard ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);

  *ret_name = standard ? "standard input" : path;
  if (fd < 0)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                 "cannot read %s: %s", path, g_strerror (errno));
  return fd;
}

void
records_close (gint fd)
{
  if (fd >= 0 && fd != STDIN_FILENO)
    close (fd);
}

gboolean
records_read (const gchar *path, BundleFunc func, gpointer data, GError **error)
{
  const gchar *name;
  gboolean ok;
  gint fd;

  if (database_is_address (path))
    return read_database (path, func, data, error);
  fd = records_open (path, &name, error);
  if (fd < 0)
    return FALSE;
  ok = name == path && is_database (fd) ? read_database (path, func, data, error)
                                        : bundle_for_each (fd, name, func, data, error);
  records_close (fd);
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
