/* database.c: rows into SQLite. */

#include "pipelines/database.h"

#include "pipelines-resources.h"
#include "pipelines/rows.h"

#include <sqlite3.h>
#include <string.h>

/* "heed" in ASCII, in the file's header: what file (1) and we know it by. */
#define APPLICATION_ID 0x68656564

/* Of the tables: how many sqlite-N.sql there are. */
#define TABLES_VERSION 1

/* How long to wait for another writer. */
#define BUSY_MS 60000

/* Pages of the write-ahead log between checkpoints; memory for the cache, in KiB. */
#define CHECKPOINT_PAGES "4000"
#define CACHE_KIB "65536"

typedef enum
{
  QUERY_BEGIN,
  QUERY_COMMIT,
  QUERY_ROLLBACK,
  QUERY_SAVE,
  QUERY_RELEASE,
  QUERY_UNDO,
  QUERY_FIND,
  QUERY_DROP,
  QUERY_DROP_INSPECTION,
  QUERY_DROP_FAILURE,
  QUERY_INDEX,
  N_QUERIES
} QueryId;

static const gchar *const queries[N_QUERIES] = {
  [QUERY_BEGIN] = "begin immediate",
  [QUERY_COMMIT] = "commit",
  [QUERY_ROLLBACK] = "rollback",
  [QUERY_SAVE] = "savepoint bundle",
  [QUERY_RELEASE] = "release bundle",
  [QUERY_UNDO] = "rollback to bundle",
  [QUERY_FIND] = "select made_with from documents where document = ?1",
  [QUERY_DROP] = "delete from documents where document = ?1",
  /* The same inspection from another copy of its report. */
  [QUERY_DROP_INSPECTION] = "delete from documents where document in "
                            "(select document from inspections where inspection = ?1)",
  [QUERY_DROP_FAILURE] = "delete from failures where source = ?1 or document = ?2",
  [QUERY_INDEX] = "insert into items_search (rowid, title, text, resolved) "
                  "values (?1, ?2, ?3, ?4)",
};

struct Database
{
  gchar *path;
  sqlite3 *handle;
  sqlite3_stmt *queries[N_QUERIES];
  sqlite3_stmt *inserts[N_TABLES];
};

GQuark
database_error_quark (void)
{
  return g_quark_from_static_string ("heed-database-error");
}

/* Sets error to what SQLite says last; FALSE for the caller to return. */
static gboolean
fail (Database *self, GError **error)
{
  gint code = sqlite3_extended_errcode (self->handle) & 0xff;
  gboolean invalid = code == SQLITE_CONSTRAINT || code == SQLITE_TOOBIG;

  g_set_error (error, DATABASE_ERROR,
               invalid ? DATABASE_ERROR_INVALID : DATABASE_ERROR_FAILED, "%s: %s",
               self->path, sqlite3_errmsg (self->handle));
  return FALSE;
}

static gboolean
execute (Database *self, const gchar *sql, GError **error)
{
  return sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK
         || fail (self, error);
}

static gboolean
prepare (Database *self, const gchar *sql, sqlite3_stmt **ret_statement, GError **error)
{
  return sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                             ret_statement, NULL)
             == SQLITE_OK
         || fail (self, error);
}

/* Runs a query that gives no rows, with up to two texts. */
static gboolean
query (Database *self, QueryId id, const gchar *first, const gchar *second,
       GError **error)
{
  sqlite3_stmt *statement = self->queries[id];
  gint code;

  if (first != NULL)
    sqlite3_bind_text (statement, 1, first, -1, SQLITE_STATIC);
  if (second != NULL)
    sqlite3_bind_text (statement, 2, second, -1, SQLITE_STATIC);
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE)
    fail (self, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return code == SQLITE_DONE;
}

/* Opening */

static gboolean
get_integer (Database *self, const gchar *sql, gint64 *ret_value, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean ok = prepare (self, sql, &statement, error)
                && (sqlite3_step (statement) == SQLITE_ROW || fail (self, error));

  if (ok)
    *ret_value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return ok;
}

static gboolean
explain_columns (Database *self, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean ok = execute (self, "delete from columns_explained", error)
                && prepare (self, "insert into columns_explained values (?, ?, ?, ?)",
                            &statement, error);

  for (guint i = 0; i < N_TABLES && ok; i++)
    for (guint j = 0; tables[i].columns[j].name != NULL && ok; j++)
      {
        const Column *column = &tables[i].columns[j];

        sqlite3_bind_text (statement, 1, tables[i].name, -1, SQLITE_STATIC);
        sqlite3_bind_int64 (statement, 2, j + 1);
        sqlite3_bind_text (statement, 3, column->name, -1, SQLITE_STATIC);
        sqlite3_bind_text (statement, 4, table_explain (&tables[i], column), -1,
                           SQLITE_STATIC);
        ok = sqlite3_step (statement) == SQLITE_DONE || fail (self, error);
        sqlite3_reset (statement);
      }
  sqlite3_finalize (statement);
  return ok;
}

/* Runs sqlite-(N+1).sql … on tables of version N; 0 is an empty file. */
static gboolean
bring_forward (Database *self, gint64 version, GError **error)
{
  for (; version < TABLES_VERSION; version++)
    {
      g_autofree gchar *name = g_strdup_printf (
          "/heed/pipelines/sqlite-%" G_GINT64_FORMAT ".sql", version + 1);
      g_autofree gchar *set =
          g_strdup_printf ("pragma application_id = %d; pragma user_version = "
                           "%" G_GINT64_FORMAT,
                           APPLICATION_ID, version + 1);
      g_autoptr (GBytes) sql =
          g_resource_lookup_data (pipelines_get_resource (), name, 0, NULL);

      g_assert (sql != NULL);
      if (!execute (self, g_bytes_get_data (sql, NULL), error)
          || !execute (self, set, error))
        return FALSE;
    }
  return explain_columns (self, error);
}

/* Inside a transaction, so that two that make the same file do not meet. */
static gboolean
check_version (Database *self, GError **error)
{
  gint64 application;
  gint64 version;
  gint64 n_tables;

  if (!get_integer (self, "pragma application_id", &application, error)
      || !get_integer (self, "pragma user_version", &version, error)
      || !get_integer (self, "select count (*) from sqlite_schema", &n_tables, error))
    return FALSE;
  if (n_tables == 0 && application == 0 && version == 0)
    return bring_forward (self, 0, error);
  if (application != APPLICATION_ID || version < 1)
    {
      g_set_error (error, DATABASE_ERROR, DATABASE_ERROR_FOREIGN,
                   "%s: a database, but none that heed made; name another file",
                   self->path);
      return FALSE;
    }
  if (version > TABLES_VERSION)
    {
      g_set_error (error, DATABASE_ERROR, DATABASE_ERROR_FUTURE,
                   "%s: its tables are of version %" G_GINT64_FORMAT
                   ", this heed knows them up to %d; use a newer heed",
                   self->path, version, TABLES_VERSION);
      return FALSE;
    }
  return version == TABLES_VERSION || bring_forward (self, version, error);
}

static gboolean
prepare_all (Database *self, GError **error)
{
  for (guint i = 0; i < N_QUERIES; i++)
    if (self->queries[i] == NULL && !prepare (self, queries[i], &self->queries[i], error))
      return FALSE;
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_autoptr (GString) sql = g_string_new (NULL);

      g_string_append_printf (sql, "insert into %s (", tables[i].name);
      for (const Column *column = tables[i].columns; column->name != NULL; column++)
        g_string_append_printf (sql, "%s%s", column == tables[i].columns ? "" : ", ",
                                column->name);
      g_string_append (sql, ") values (?");
      for (guint j = 1; j < table_count_columns (&tables[i]); j++)
        g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
      if (!prepare (self, sql->str, &self->inserts[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_up (Database *self, GError **error)
{
  sqlite3_busy_timeout (self->handle, BUSY_MS);
  if (!execute (self, "pragma foreign_keys = on; pragma cache_size = -" CACHE_KIB, error)
      || !execute (self, "begin immediate", error))
    return FALSE;
  if (!check_version (self, error))
    {
      sqlite3_exec (self->handle, "rollback", NULL, NULL, NULL);
      return FALSE;
    }
  /* A log that is written ahead, and seen onto the disk at its checkpoints: after a loss
   * of power the last documents may be missing, never halves of any. */
  return execute (self, "commit", error)
         && execute (self,
                     "pragma journal_mode = wal; pragma synchronous = normal; "
                     "pragma wal_autocheckpoint = " CHECKPOINT_PAGES,
                     error)
         && prepare_all (self, error);
}

Database *
database_open (const gchar *path, GError **error)
{
  g_autoptr (Database) self = g_new0 (Database, 1);
  /* So that no path is taken for a "file:" address or ":memory:". */
  g_autofree gchar *file =
      g_path_is_absolute (path) ? g_strdup (path) : g_strconcat ("./", path, NULL);

  self->path = g_strdup (path);
  /* One thread, and nobody asks how much memory is used: counting it takes a lock for
   * every allocation. Refused, and harmless, once SQLite is in use. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  if (sqlite3_open_v2 (file, &self->handle,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                       NULL)
      != SQLITE_OK)
    {
      fail (self, error);
      return NULL;
    }
  return set_up (self, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
database_close (Database *self, GError **error)
{
  return execute (self, "pragma wal_checkpoint (passive)", error);
}

void
database_free (Database *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < N_QUERIES; i++)
    sqlite3_finalize (self->queries[i]);
  for (guint i = 0; i < N_TABLES; i++)
    sqlite3_finalize (self->inserts[i]);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

/* Loading */

/* The item that was inserted last. */
static gboolean
index_item (Database *self, const Value *values, GError **error)
{
  sqlite3_stmt *statement = self->queries[QUERY_INDEX];
  const Table *table = &tables[TABLE_ITEMS];
  gint n = 2;
  gboolean ok;

  sqlite3_bind_int64 (statement, 1, sqlite3_last_insert_rowid (self->handle));
  for (guint i = 0; table->columns[i].name != NULL; i++)
    if (g_str_equal (table->columns[i].name, "title")
        || g_str_equal (table->columns[i].name, "text")
        || g_str_equal (table->columns[i].name, "resolved"))
      sqlite3_bind_text64 (statement, n++, values[i].text, values[i].length,
                           SQLITE_STATIC, SQLITE_UTF8);
  ok = sqlite3_step (statement) == SQLITE_DONE || fail (self, error);
  sqlite3_reset (statement);
  return ok;
}

static gboolean
insert (TableId table, const Value *values, gpointer data, GError **error)
{
  Database *self = data;
  sqlite3_stmt *statement = self->inserts[table];
  guint n = table_count_columns (&tables[table]);
  gboolean ok;

  for (guint i = 0; i < n; i++)
    switch (values[i].kind)
      {
      case VALUE_TEXT:
        sqlite3_bind_text64 (statement, (gint)i + 1, values[i].text, values[i].length,
                             SQLITE_STATIC, SQLITE_UTF8);
        break;
      case VALUE_INTEGER:
        sqlite3_bind_int64 (statement, (gint)i + 1, values[i].integer);
        break;
      case VALUE_REAL:
        sqlite3_bind_double (statement, (gint)i + 1, values[i].real);
        break;
      case VALUE_NULL:
        sqlite3_bind_null (statement, (gint)i + 1);
        break;
      }
  ok = sqlite3_step (statement) == SQLITE_DONE || fail (self, error);
  sqlite3_reset (statement);
  return ok && (table != TABLE_ITEMS || index_item (self, values, error));
}

/* What the document in the database was made with; *ret_made NULL if it is not there. */
static gboolean
find_document (Database *self, const gchar *id, gchar **ret_made, GError **error)
{
  sqlite3_stmt *statement = self->queries[QUERY_FIND];
  gint code;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  code = sqlite3_step (statement);
  *ret_made = code == SQLITE_ROW
                  ? g_strdup ((const gchar *)sqlite3_column_text (statement, 0))
                  : NULL;
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    fail (self, error);
  sqlite3_reset (statement);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* Records that do not say what they were made with are told apart by what they are. */
static gchar *
get_made_with (const Bundle *bundle)
{
  g_autoptr (GString) records = NULL;
  g_autofree gchar *hash = NULL;

  if (bundle->made_with != NULL)
    return g_strdup (bundle->made_with);
  records = g_string_new (NULL);
  bundle_write (bundle, records);
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)records->str,
                                      records->len);
  return g_strconcat ("sha256:", hash, NULL);
}

static gboolean
load_failure (Database *self, const Bundle *bundle, DatabaseCount *count, GError **error)
{
  count->failures++;
  return query (self, QUERY_DROP_FAILURE, bundle->failure->source, NULL, error)
         && rows_write (bundle, bundle->made_with, insert, self, error);
}

static gboolean
load_document (Database *self, const Bundle *bundle, DatabaseCount *count, GError **error)
{
  const Document *document =
      bundle->inspection != NULL ? bundle->report : bundle->document;
  g_autofree gchar *made_with = get_made_with (bundle);
  g_autofree gchar *before = NULL;

  if (!find_document (self, document->id, &before, error)
      || !query (self, QUERY_DROP_FAILURE, document->source, document->id, error))
    return FALSE;
  if (g_strcmp0 (before, made_with) == 0)
    {
      count->skipped++;
      return TRUE;
    }
  if ((before != NULL && !query (self, QUERY_DROP, document->id, NULL, error))
      || (bundle->inspection != NULL
          && !query (self, QUERY_DROP_INSPECTION, bundle->inspection->id, NULL, error))
      || !rows_write (bundle, made_with, insert, self, error))
    return FALSE;
  *(before != NULL ? &count->replaced : &count->added) += 1;
  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    count->items += ((const Meeting *)bundle->meetings->pdata[i])->items->len;
  return TRUE;
}

/* One bundle whole or not at all, inside the transaction. */
static gboolean
load (Database *self, const Bundle *bundle, DatabaseCount *count, GError **error)
{
  gboolean ok = query (self, QUERY_SAVE, NULL, NULL, error);

  if (!ok)
    return FALSE;
  ok = bundle->failure != NULL ? load_failure (self, bundle, count, error)
                               : load_document (self, bundle, count, error);
  /* Where SQLite has rolled back everything by itself, as on a full disk, there is no
   * savepoint any more and nothing to undo. */
  if (!ok && !sqlite3_get_autocommit (self->handle))
    query (self, QUERY_UNDO, NULL, NULL, NULL);
  return ok && query (self, QUERY_RELEASE, NULL, NULL, error);
}

gboolean
database_load (Database *self, const GPtrArray *bundles, DatabaseCount *count,
               GError **error)
{
  DatabaseCount counted = *count;
  GError *problem = NULL;

  if (!query (self, QUERY_BEGIN, NULL, NULL, error))
    return FALSE;
  for (guint i = 0; i < bundles->len && problem == NULL; i++)
    load (self, bundles->pdata[i], &counted, &problem);
  if (problem != NULL && problem->domain == ROWS_ERROR)
    {
      problem->domain = DATABASE_ERROR;
      problem->code = DATABASE_ERROR_INVALID;
    }
  if ((problem == NULL
       || g_error_matches (problem, DATABASE_ERROR, DATABASE_ERROR_INVALID))
      && query (self, QUERY_COMMIT, NULL, NULL, problem == NULL ? &problem : NULL))
    *count = counted;
  if (!sqlite3_get_autocommit (self->handle))
    query (self, QUERY_ROLLBACK, NULL, NULL, NULL);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, problem);
  return FALSE;
}
