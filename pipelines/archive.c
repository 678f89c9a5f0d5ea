/* archive.c: a database read document by document, some hundred at a time. */

#include "pipelines/archive.h"

#include "pipelines/sheaf.h"

#include <string.h>

/* Documents that are in memory at a time. */
#define CHUNK_SIZE "200"

typedef struct
{
  Sheaf *sheaf;
  TableId table;
} Reading;

static gboolean
add_row (const gchar *const *values, gpointer data, GError **error)
{
  const Reading *reading = data;

  return sheaf_add (reading->sheaf, reading->table, values, error);
}

/* The column that puts a table's rows in order; NULL if they have none. */
static const gchar *
find_order (const Table *table)
{
  for (const Column *column = table->columns; column->name != NULL; column++)
    if (strcmp (column->name, "position") == 0 || strcmp (column->name, "number") == 0)
      return column->name;
  return NULL;
}

/* "select tags.item, … from tags join items on … where meetings.document > $1 …"
 * (transfer full) */
static gchar *
make_query (TableId id)
{
  GString *sql = g_string_new ("select ");
  const Table *table = &tables[id];
  const gchar *order = find_order (table);

  for (const Column *column = table->columns; column->name != NULL; column++)
    g_string_append_printf (sql, "%s%s.%s", column == table->columns ? "" : ", ",
                            table->name, column->name);
  g_string_append_printf (sql, " from %s", table->name);
  while (id != TABLE_DOCUMENTS && tables[id].parent != TABLE_DOCUMENTS)
    {
      const Table *parent = &tables[tables[id].parent];

      g_string_append_printf (sql, " join %s on %s.%s = %s.%s", parent->name,
                              parent->name, parent->columns[0].name, tables[id].name,
                              table_get_reference (&tables[id]));
      id = tables[id].parent;
    }
  g_string_append_printf (sql, " where %s.document > $1 and %s.document <= $2 order by ",
                          tables[id].name, tables[id].name);
  if (order != NULL)
    g_string_append_printf (sql, "%s.%s", table->name, order);
  else
    g_string_append (sql, "1, 2");
  return g_string_free (sql, FALSE);
}

static gboolean
give (Sheaf *sheaf, ArchiveFunc func, gpointer data, GError **error)
{
  const GPtrArray *bundles = sheaf_get_bundles (sheaf);

  for (guint i = 0; i < bundles->len; i++)
    if (!func (bundles->pdata[i], data, error))
      return FALSE;
  return TRUE;
}

/* Those after $1 up to $2, in all tables. */
static gboolean
read_chunk (Database *database, const gchar *const *bounds, ArchiveFunc func,
            gpointer data, GError **error)
{
  g_autoptr (Sheaf) sheaf = sheaf_new ();
  Reading reading = { .sheaf = sheaf };

  for (reading.table = 0; reading.table < N_TABLES; reading.table++)
    {
      g_autofree gchar *sql = NULL;

      if (reading.table == TABLE_FAILURES)
        continue;
      sql = make_query (reading.table);
      if (!database_select (database, sql, bounds, 2, add_row, &reading, error))
        return FALSE;
    }
  return give (sheaf, func, data, error);
}

static gboolean
read_failures (Database *database, ArchiveFunc func, gpointer data, GError **error)
{
  g_autoptr (Sheaf) sheaf = sheaf_new ();
  Reading reading = { sheaf, TABLE_FAILURES };
  g_autofree gchar *columns = table_list_columns (&tables[TABLE_FAILURES]);
  g_autofree gchar *sql =
      g_strdup_printf ("select %s from failures order by source", columns);

  return database_select (database, sql, NULL, 0, add_row, &reading, error)
         && give (sheaf, func, data, error);
}

static gboolean
note_last (const gchar *const *values, gpointer data, GError **error)
{
  g_free (*(gchar **)data);
  *(gchar **)data = g_strdup (values[0]);
  return TRUE;
}

static gboolean
read_all (Database *database, ArchiveFunc func, gpointer data, GError **error)
{
  g_autofree gchar *from = g_strdup ("");

  for (;;)
    {
      g_autofree gchar *to = NULL;
      const gchar *bounds[] = { from, NULL };

      if (!database_select (database,
                            "select max (document) from (select document from documents "
                            "where document > $1 order by document limit " CHUNK_SIZE
                            ") as chunk",
                            bounds, 1, note_last, &to, error))
        return FALSE;
      if (to == NULL)
        return read_failures (database, func, data, error);
      bounds[1] = to;
      if (!read_chunk (database, bounds, func, data, error))
        return FALSE;
      g_free (from);
      from = g_steal_pointer (&to);
    }
}

gboolean
archive_read (Database *database, ArchiveFunc func, gpointer data, GError **error)
{
  gboolean ok = database_select (database, "begin", NULL, 0, NULL, NULL, error)
                && read_all (database, func, data, error);

  database_select (database, "rollback", NULL, 0, NULL, NULL, NULL);
  /* The other errors name it already. */
  if (!ok && error != NULL && (*error)->domain == ROWS_ERROR)
    g_prefix_error (error, "%s: ", database_get_name (database));
  return ok;
}
