/* load.c: the command that puts records into a database. */

#include "pipelines/command.h"
#include "pipelines/database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A transaction is ended after so many items or documents, or so much time, so that a
 * slow stream is seen in the database as it comes. */
#define MAX_ITEMS 2000
#define MAX_DOCUMENTS 200
#define MAX_WAIT (G_USEC_PER_SEC / 2)

typedef struct
{
  Database *database;
  GPtrArray *bundles; /* read and not written yet */
  guint n_items;      /* theirs */
  gint64 since;       /* when the first of them was read */
  DatabaseCount count;
} Load;

static gboolean
flush (Load *load, GError **error)
{
  gboolean ok = load->bundles->len == 0
                || database_load (load->database, load->bundles, &load->count, error);

  g_ptr_array_set_size (load->bundles, 0);
  load->n_items = 0;
  return ok;
}

static gboolean
check_bundle (const Bundle *bundle, GError **error)
{
  if (bundle->document == NULL || bundle->document->pages->len == 0)
    return TRUE;
  g_set_error (error, DATABASE_ERROR, DATABASE_ERROR_INVALID,
               "%s: pages, not meetings: pass them through 'heed normalise' first",
               bundle->document->source);
  return FALSE;
}

/* Takes the bundle over. */
static gboolean
add (Load *load, Bundle *bundle, GError **error)
{
  if (load->bundles->len == 0)
    load->since = g_get_monotonic_time ();
  g_ptr_array_add (load->bundles, bundle);
  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    load->n_items += ((const Meeting *)bundle->meetings->pdata[i])->items->len;
  if (load->n_items < MAX_ITEMS && load->bundles->len < MAX_DOCUMENTS
      && g_get_monotonic_time () - load->since < MAX_WAIT)
    return TRUE;
  return flush (load, error);
}

static gboolean
load_stream (Load *load, gint fd, const gchar *name, GError **error)
{
  g_autoptr (BundleReader) reader = bundle_reader_new (fd, name);

  for (;;)
    {
      g_autoptr (Bundle) bundle = NULL;

      if (!bundle_reader_next (reader, &bundle, error)
          || (bundle != NULL && !check_bundle (bundle, error)))
        {
          /* What was whole before is kept; the stream's error is the one to tell. */
          flush (load, NULL);
          return FALSE;
        }
      if (bundle == NULL)
        return TRUE;
      if (!add (load, g_steal_pointer (&bundle), error))
        return FALSE;
    }
}

static gboolean
load_file (Load *load, const gchar *path, GError **error)
{
  gboolean standard = strcmp (path, "-") == 0;
  gint fd = standard ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok;

  if (fd < 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "cannot read %s: %s", path, g_strerror (errno));
      flush (load, NULL);
      return FALSE;
    }
  ok = load_stream (load, fd, standard ? "standard input" : path, error);
  if (!standard)
    close (fd);
  return ok;
}

static gboolean
load_files (Load *load, gchar **paths, GError **error)
{
  gchar *standard[] = { (gchar *)"-", NULL };

  for (gchar **path = paths[0] != NULL ? paths : standard; *path != NULL; path++)
    if (!load_file (load, *path, error))
      return FALSE;
  return flush (load, error) && database_close (load->database, error);
}

static void
tell (const DatabaseCount *count, const gchar *path)
{
  g_printerr ("%s: %" G_GUINT64_FORMAT " documents added, %" G_GUINT64_FORMAT
              " replaced, %" G_GUINT64_FORMAT " there already, %" G_GUINT64_FORMAT
              " failures; %" G_GUINT64_FORMAT " items\n",
              path, count->added, count->replaced, count->skipped, count->failures,
              count->items);
}

gint
load_command (gint argc, gchar **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autoptr (Database) database = NULL;
  g_autoptr (GPtrArray) bundles =
      g_ptr_array_new_with_free_func ((GDestroyNotify)bundle_free);
  g_autoptr (GError) error = NULL;
  Load load = { .bundles = bundles };
  const gchar *path;
  gint status;

  if (!command_parse ("load", NULL, argc, argv, &options, &status))
    return status;
  path = options.arguments[0];
  if (path == NULL || options.output != NULL)
    {
      command_complain (path == NULL ? "no database named"
                                     : "--output is not for load: name the database");
      return EXIT_USAGE;
    }
  load.database = database = database_open (path, &error);
  if (database == NULL || !load_files (&load, options.arguments + 1, &error))
    {
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  if (options.verbose)
    tell (&load.count, database_get_name (database));
  return EXIT_DONE;
}
