/* sqlite.c: rows into an SQLite file, and out of it. */

#include "pipelines/engine.h"
#include "pipelines/word_cache.h"

#include <sqlite3.h>
#include <string.h>

/* "heed" in ASCII, in the file's header: what file (1) and we know it by. */
#define APPLICATION_ID 0x68656564

/* How long to wait for another writer. */
#define BUSY_MS 60000
#define RETRY_MS 20

/* Of a new file: an item with its text is a third of such a page or less. */
#define PAGE_BYTES "8192"

/* Pages of the write-ahead log between checkpoints; memory for the cache, in KiB. */
#define CHECKPOINT_PAGES "16000"
#define CACHE_KIB "65536"

typedef struct
{
  gchar *path;
  sqlite3 *handle;
  sqlite3_stmt *inserts[N_TABLES];
  sqlite3_stmt *index;   /* of the full-text index */
  fts5_tokenizer porter; /* SQLite's own */
  gpointer porter_data;  /* its */
} Sqlite;

/* Sets error to what SQLite says last; FALSE for the caller to return. */
static gboolean
fail (Sqlite *self, GError **error)
{
  gint code = sqlite3_extended_errcode (self->handle) & 0xff;
  gboolean invalid = code == SQLITE_CONSTRAINT || code == SQLITE_TOOBIG;

  g_set_error (error, DATABASE_ERROR,
               invalid ? DATABASE_ERROR_INVALID : DATABASE_ERROR_FAILED, "%s: %s",
               self->path, sqlite3_errmsg (self->handle));
  return FALSE;
}

static gboolean
execute (gpointer data, const gchar *sql, GError **error)
{
  Sqlite *self = data;

  return sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK
         || fail (self, error);
}

static gboolean
prepare (Sqlite *self, const gchar *sql, sqlite3_stmt **ret_statement, GError **error)
{
  return sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT,
                             ret_statement, NULL)
             == SQLITE_OK
         || fail (self, error);
}

static gboolean
step_through (Sqlite *self, sqlite3_stmt *statement, DatabaseFunc func, gpointer data,
              GError **error)
{
  gint n = sqlite3_column_count (statement);
  const gchar **values = g_newa0 (const gchar *, n + 1);
  gint code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (gint i = 0; i < n; i++)
        values[i] = (const gchar *)sqlite3_column_text (statement, i);
      if (func != NULL && !func (values, data, error))
        return FALSE;
    }
  return code == SQLITE_DONE || fail (self, error);
}

static gboolean
select_rows (gpointer data, const gchar *sql, const gchar *const *parameters,
             guint n_parameters, DatabaseFunc func, gpointer func_data, GError **error)
{
  Sqlite *self = data;
  sqlite3_stmt *statement = NULL;
  gboolean ok = prepare (self, sql, &statement, error);

  for (guint i = 0; i < n_parameters && ok; i++)
    sqlite3_bind_text (statement, (gint)i + 1, parameters[i], -1, SQLITE_STATIC);
  ok = ok && step_through (self, statement, func, func_data, error);
  sqlite3_finalize (statement);
  return ok;
}

/* The full-text index's tokeniser */

/* An fts5_tokenizer "porter" that does what SQLite's own does, by a WordCache. Files know
 * it by that name, and other programs read them with SQLite's own. */
typedef struct
{
  fts5_tokenizer own;
  Fts5Tokenizer *instance; /* its */
  WordCache *words;
} Porter;

static gint
tokenise_run (gpointer base, const gchar *text, gint length, gpointer data,
              WordTokenFunc func)
{
  Porter *porter = base;

  return porter->own.xTokenize (porter->instance, data, FTS5_TOKENIZE_DOCUMENT, text,
                                length, func);
}

static void
porter_delete (Fts5Tokenizer *tokeniser)
{
  Porter *porter = (Porter *)tokeniser;

  if (porter->instance != NULL)
    porter->own.xDelete (porter->instance);
  word_cache_free (porter->words);
  g_free (porter);
}

static gint
porter_create (gpointer data, const gchar **arguments, gint n_arguments,
               Fts5Tokenizer **ret_tokeniser)
{
  const Sqlite *sqlite = data;
  Porter *porter = g_new0 (Porter, 1);
  gint code;

  porter->own = sqlite->porter;
  code = porter->own.xCreate (sqlite->porter_data, arguments, n_arguments,
                              &porter->instance);
  if (code != SQLITE_OK)
    {
      porter_delete ((Fts5Tokenizer *)porter);
      return code;
    }
  porter->words = word_cache_new (tokenise_run, porter);
  *ret_tokeniser = (Fts5Tokenizer *)porter;
  return SQLITE_OK;
}

static gint
porter_tokenise (Fts5Tokenizer *tokeniser, gpointer data, gint flags, const gchar *text,
                 gint length, WordTokenFunc func)
{
  Porter *porter = (Porter *)tokeniser;

  if (flags != FTS5_TOKENIZE_DOCUMENT)
    return porter->own.xTokenize (porter->instance, data, flags, text, length, func);
  return word_cache_tokenise (porter->words, text, length, data, func);
}

/* Where SQLite's cannot be found, or wants more than we know of, it is left in place. */
static void
replace_porter (Sqlite *self)
{
  fts5_tokenizer mine = { porter_create, porter_delete, porter_tokenise };
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->handle, "select fts5 (?1)", -1, &statement, NULL)
      == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  if (api == NULL || api->iVersion < 2
      || api->xFindTokenizer (api, "porter", &self->porter_data, &self->porter)
             != SQLITE_OK)
    return;
  api->xCreateTokenizer (api, "porter", self, &mine, NULL);
}

/* Opening */

static gboolean
set_up (Sqlite *self, gboolean write, GError **error)
{
  sqlite3_busy_timeout (self->handle, BUSY_MS);
  if (!write)
    return execute (self, "pragma query_only = on", error);
  replace_porter (self);
  return execute (self,
                  "pragma page_size = " PAGE_BYTES
                  "; pragma foreign_keys = on; pragma synchronous = normal; "
                  "pragma cache_size = -" CACHE_KIB
                  "; pragma wal_autocheckpoint = " CHECKPOINT_PAGES,
                  error);
}

static void
sqlite_free (gpointer data)
{
  Sqlite *self = data;

  for (guint i = 0; i < N_TABLES; i++)
    sqlite3_finalize (self->inserts[i]);
  sqlite3_finalize (self->index);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

static gpointer
sqlite_open (const gchar *path, gboolean write, GError **error)
{
  Sqlite *self = g_new0 (Sqlite, 1);
  /* So that no path is taken for a "file:" address or ":memory:". */
  g_autofree gchar *file =
      g_path_is_absolute (path) ? g_strdup (path) : g_strconcat ("./", path, NULL);
  gint flags = write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;

  self->path = g_strdup (path);
  /* Nobody asks how much memory is used: counting it takes a lock for every allocation.
   * Refused, and harmless, once SQLite is in use. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  if ((sqlite3_open_v2 (file, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL)
           == SQLITE_OK
       || fail (self, error))
      && set_up (self, write, error))
    return self;
  sqlite_free (self);
  return NULL;
}

static const gchar *
get_name (gpointer self)
{
  return ((Sqlite *)self)->path;
}

/* Versions */

static gboolean
get_integer (Sqlite *self, const gchar *sql, gint64 *ret_value, GError **error)
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
get_version (gpointer data, gint *ret_version, GError **error)
{
  Sqlite *self = data;
  gint64 application;
  gint64 version;
  gint64 n_tables;

  if (!get_integer (self, "pragma application_id", &application, error)
      || !get_integer (self, "pragma user_version", &version, error)
      || !get_integer (self, "select count (*) from sqlite_schema", &n_tables, error))
    return FALSE;
  if ((n_tables != 0 || application != 0 || version != 0)
      && (application != APPLICATION_ID || version < 1))
    {
      g_set_error (error, DATABASE_ERROR, DATABASE_ERROR_FOREIGN,
                   "%s: a database, but none that heed made; name another file",
                   self->path);
      return FALSE;
    }
  *ret_version = (gint)version;
  return TRUE;
}

static gboolean
set_version (gpointer self, gint version, GError **error)
{
  g_autofree gchar *sql = g_strdup_printf (
      "pragma application_id = %d; pragma user_version = %d", APPLICATION_ID, version);

  return execute (self, sql, error);
}

static gboolean
explain (gpointer self, GError **error)
{
  gboolean ok = execute (self, "delete from columns_explained", error);

  for (guint i = 0; i < N_TABLES && ok; i++)
    for (guint j = 0; tables[i].columns[j].name != NULL && ok; j++)
      {
        const Column *column = &tables[i].columns[j];
        g_autofree gchar *position = g_strdup_printf ("%u", j + 1);
        const gchar *parameters[] = { tables[i].name, position, column->name,
                                      table_explain (&tables[i], column) };

        ok = select_rows (self, "insert into columns_explained values ($1, $2, $3, $4)",
                          parameters, G_N_ELEMENTS (parameters), NULL, NULL, error);
      }
  return ok;
}

/* A log that is written ahead, and seen onto the disk at its checkpoints: others can read
 * meanwhile; after a loss of power the last documents may be missing, never halves of
 * any. For others who are writing SQLite waits by itself, but not here. */
static gboolean
write_ahead (Sqlite *self, GError **error)
{
  for (guint waited = 0;; waited += RETRY_MS)
    {
      gint code =
          sqlite3_exec (self->handle, "pragma journal_mode = wal", NULL, NULL, NULL);

      if (code == SQLITE_OK)
        return TRUE;
      if (code != SQLITE_BUSY || waited >= BUSY_MS)
        return fail (self, error);
      g_usleep (RETRY_MS * 1000);
    }
}

static gboolean
prepare_inserts (gpointer data, GError **error)
{
  Sqlite *self = data;

  for (guint i = 0; i < N_TABLES; i++)
    {
      g_autofree gchar *columns = table_list_columns (&tables[i]);
      g_autoptr (GString) sql = g_string_new (NULL);

      g_string_printf (sql, "insert into %s (%s) values (?", tables[i].name, columns);
      for (guint j = 1; j < table_count_columns (&tables[i]); j++)
        g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
      if (!prepare (self, sql->str, &self->inserts[i], error))
        return FALSE;
    }
  return write_ahead (self, error)
         && prepare (self,
                     "insert into items_search (rowid, title, text, resolved) "
                     "values (?1, ?2, ?3, ?4)",
                     &self->index, error);
}

/* Writing */

static void
bind (sqlite3_stmt *statement, gint n, const Value *value)
{
  switch (value->kind)
    {
    case VALUE_TEXT:
      sqlite3_bind_text64 (statement, n, value->text, value->length, SQLITE_STATIC,
                           SQLITE_UTF8);
      break;
    case VALUE_INTEGER:
      sqlite3_bind_int64 (statement, n, value->integer);
      break;
    case VALUE_REAL:
      sqlite3_bind_double (statement, n, value->real);
      break;
    case VALUE_NULL:
      sqlite3_bind_null (statement, n);
      break;
    }
}

static gboolean
step (Sqlite *self, sqlite3_stmt *statement, GError **error)
{
  gboolean ok = sqlite3_step (statement) == SQLITE_DONE || fail (self, error);

  sqlite3_reset (statement);
  return ok;
}

/* The item that was inserted last. */
static gboolean
index_item (Sqlite *self, const Value *values, GError **error)
{
  const Table *table = &tables[TABLE_ITEMS];
  gint n = 2;

  bind (self->index, 1, &values[0]); /* id */
  for (guint i = 0; table->columns[i].name != NULL; i++)
    if (g_str_equal (table->columns[i].name, "title")
        || g_str_equal (table->columns[i].name, "text")
        || g_str_equal (table->columns[i].name, "resolved"))
      bind (self->index, n++, &values[i]);
  return step (self, self->index, error);
}

static gboolean
insert (TableId table, const Value *values, gpointer data, GError **error)
{
  Sqlite *self = data;
  guint n = table_count_columns (&tables[table]);

  for (guint i = 0; i < n; i++)
    bind (self->inserts[table], (gint)i + 1, &values[i]);
  return step (self, self->inserts[table], error)
         && (table != TABLE_ITEMS || index_item (self, values, error));
}

/* The transaction is the only one that writes. */
static gboolean
reserve (gpointer self, TableId table, guint n, gint64 *ret_first, GError **error)
{
  g_autofree gchar *sql =
      g_strdup_printf ("select coalesce (max (id), 0) + 1 from %s", tables[table].name);

  return get_integer (self, sql, ret_first, error);
}

static gboolean
flush (gpointer self, GError **error)
{
  return TRUE;
}

/* SQLite may have done so by itself, as on a full disk. */
static void
rollback (gpointer data)
{
  Sqlite *self = data;

  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "rollback", NULL, NULL, NULL);
}

/* Where nothing has been written since the file was opened, the full-text index may still
 * be reading its own settings, which SQLite calls locked. */
static gboolean
sqlite_close (gpointer data, GError **error)
{
  Sqlite *self = data;
  gint code =
      sqlite3_exec (self->handle, "pragma wal_checkpoint (passive)", NULL, NULL, NULL);

  return code == SQLITE_OK || code == SQLITE_LOCKED || fail (self, error);
}

const Engine sqlite_engine = {
  .name = "sqlite",
  .begin = "begin immediate",
  .unpack = "json_each",
  .open = sqlite_open,
  .free = sqlite_free,
  .get_name = get_name,
  .execute = execute,
  .select = select_rows,
  .get_version = get_version,
  .set_version = set_version,
  .explain = explain,
  .prepare = prepare_inserts,
  .reserve = reserve,
  .insert = insert,
  .flush = flush,
  .rollback = rollback,
  .close = sqlite_close,
};
