/* load.c: the command that puts records into a database. */

#include "pipelines/command.h"
#include "pipelines/database.h"
#include "pipelines/feed.h"

/* A transaction is ended after so many items or documents, or so much time, so that a
 * slow stream is seen in the database as it comes. */
#define MAX_ITEMS 4000
#define MAX_DOCUMENTS 400
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
  return (load->n_items < MAX_ITEMS && load->bundles->len < MAX_DOCUMENTS)
         || flush (load, error);
}

/* What is too late is written with what is there. */
static gboolean
load_all (Load *load, Feed *feed, GError **error)
{
  for (;;)
    {
      g_autoptr (Bundle) bundle = NULL;
      gint64 until = load->bundles->len > 0 ? load->since + MAX_WAIT : 0;

      switch (feed_next (feed, until, &bundle, error))
        {
        case FEED_BUNDLE:
          if (!check_bundle (bundle, error))
            {
              flush (load, NULL);
              return FALSE;
            }
          if (!add (load, g_steal_pointer (&bundle), error))
            return FALSE;
          break;
        case FEED_LATE:
          if (!flush (load, error))
            return FALSE;
          break;
        case FEED_END:
          return flush (load, error) && database_close (load->database, error);
        case FEED_ERROR:
          /* What was whole before is kept; the stream's error is the one to tell. */
          flush (load, NULL);
          return FALSE;
        }
    }
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
  g_autoptr (Feed) feed = NULL;
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
  if (database != NULL)
    feed = feed_new (options.arguments + 1);
  if (database == NULL || !load_all (&load, feed, &error))
    {
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  if (options.verbose)
    tell (&load.count, database_get_name (database));
  return EXIT_DONE;
}
