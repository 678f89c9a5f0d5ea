/* postgresql.c: rows into a PostgreSQL database, by COPY, and out of it.
 *
 * libpq is loaded when an address asks for it, never linked: with what it brings,
 * eighteen libraries for passwords, certificates and directories, it would be half the
 * start of every heed. */

#include "pipelines/engine.h"

#ifdef HAVE_LIBPQ

#include <dlfcn.h>
#include <libpq-fe.h>
#include <string.h>

#define LIBRARY "libpq.so.5"

/* Who makes or migrates the tables holds this advisory lock: "heed" in ASCII. */
#define LOCK "select pg_advisory_xact_lock (1751475556)"

/* Seconds to wait for a server, unless the address says otherwise. */
#define CONNECT_TIMEOUT "10"

/* Bytes of rows handed over at a time. */
#define COPY_SIZE ((gsize)1 << 20)

typedef struct
{
  gchar *name; /* the address without a password */
  PGconn *connection;
  GString *rows[N_TABLES]; /* not sent yet, as COPY's text format has them */
  gchar *copies[N_TABLES]; /* "copy items (item, …) from stdin" */
} Postgresql;

/* The functions of the library, under their own names less "PQ". */
static struct
{
  __typeof__ (&PQclear) clear;
  __typeof__ (&PQconnectdbParams) connect;
  __typeof__ (&PQdb) database;
  __typeof__ (&PQerrorMessage) error_message;
  __typeof__ (&PQexec) exec;
  __typeof__ (&PQfinish) finish;
  __typeof__ (&PQgetResult) get_result;
  __typeof__ (&PQgetisnull) is_null;
  __typeof__ (&PQgetvalue) get_value;
  __typeof__ (&PQhost) host;
  __typeof__ (&PQnfields) n_fields;
  __typeof__ (&PQntuples) n_rows;
  __typeof__ (&PQport) port;
  __typeof__ (&PQputCopyData) put_copy_data;
  __typeof__ (&PQputCopyEnd) put_copy_end;
  __typeof__ (&PQresultErrorField) result_error_field;
  __typeof__ (&PQresultErrorMessage) result_error_message;
  __typeof__ (&PQresultStatus) result_status;
  __typeof__ (&PQsendQueryParams) send_query_params;
  __typeof__ (&PQsetNoticeProcessor) set_notice_processor;
  __typeof__ (&PQsetSingleRowMode) set_single_row_mode;
  __typeof__ (&PQstatus) status;
  __typeof__ (&PQuser) user;
} pq;

static gboolean
bind_functions (void *library)
{
  const struct
  {
    const gchar *name;
    gpointer *function;
  } functions[] = {
    { "PQclear", (gpointer *)&pq.clear },
    { "PQconnectdbParams", (gpointer *)&pq.connect },
    { "PQdb", (gpointer *)&pq.database },
    { "PQerrorMessage", (gpointer *)&pq.error_message },
    { "PQexec", (gpointer *)&pq.exec },
    { "PQfinish", (gpointer *)&pq.finish },
    { "PQgetResult", (gpointer *)&pq.get_result },
    { "PQgetisnull", (gpointer *)&pq.is_null },
    { "PQgetvalue", (gpointer *)&pq.get_value },
    { "PQhost", (gpointer *)&pq.host },
    { "PQnfields", (gpointer *)&pq.n_fields },
    { "PQntuples", (gpointer *)&pq.n_rows },
    { "PQport", (gpointer *)&pq.port },
    { "PQputCopyData", (gpointer *)&pq.put_copy_data },
    { "PQputCopyEnd", (gpointer *)&pq.put_copy_end },
    { "PQresultErrorField", (gpointer *)&pq.result_error_field },
    { "PQresultErrorMessage", (gpointer *)&pq.result_error_message },
    { "PQresultStatus", (gpointer *)&pq.result_status },
    { "PQsendQueryParams", (gpointer *)&pq.send_query_params },
    { "PQsetNoticeProcessor", (gpointer *)&pq.set_notice_processor },
    { "PQsetSingleRowMode", (gpointer *)&pq.set_single_row_mode },
    { "PQstatus", (gpointer *)&pq.status },
    { "PQuser", (gpointer *)&pq.user },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if ((*functions[i].function = dlsym (library, functions[i].name)) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
load_library (GError **error)
{
  static void *library;

  if (library == NULL)
    library = dlopen (LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library != NULL && bind_functions (library))
    return TRUE;
  g_set_error (error, DATABASE_ERROR, DATABASE_ERROR_FAILED,
               "PostgreSQL's library %s is not to be had", LIBRARY);
  return FALSE;
}

/* What the server says, on one line. */
static gchar *
get_message (const gchar *text)
{
  gchar *message = g_strdup (g_str_has_prefix (text, "ERROR:  ") ? text + 8 : text);

  g_strdelimit (g_strstrip (message), "\n\t", ' ');
  return message;
}

/* By the classes of SQLSTATE. */
static DatabaseError
classify (const gchar *state)
{
  if (state == NULL)
    return DATABASE_ERROR_FAILED;
  /* Somebody else's transaction: a deadlock, or a row that came between. */
  if (g_str_has_prefix (state, "40") || g_str_equal (state, "23505"))
    return DATABASE_ERROR_BUSY;
  /* Values that do not fit: no such date, a row too long for an index. */
  if (g_str_has_prefix (state, "22") || g_str_has_prefix (state, "23")
      || g_str_has_prefix (state, "54"))
    return DATABASE_ERROR_INVALID;
  return DATABASE_ERROR_FAILED;
}

/* FALSE for the caller to return. */
static gboolean
fail (Postgresql *self, const PGresult *result, GError **error)
{
  const gchar *state =
      result != NULL ? pq.result_error_field (result, PG_DIAG_SQLSTATE) : NULL;
  g_autofree gchar *message =
      get_message (result != NULL ? pq.result_error_message (result)
                                  : pq.error_message (self->connection));

  g_set_error (error, DATABASE_ERROR, classify (state), "%s: %s", self->name, message);
  return FALSE;
}

static gboolean
check (Postgresql *self, PGresult *result, GError **error)
{
  ExecStatusType status = pq.result_status (result);
  gboolean ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK
                || fail (self, result, error);

  pq.clear (result);
  return ok;
}

static gboolean
execute (gpointer data, const gchar *sql, GError **error)
{
  Postgresql *self = data;

  return check (self, pq.exec (self->connection, sql), error);
}

/* A row at a time, so that a large result need not fit into memory. */
static gboolean
give_rows (const PGresult *result, DatabaseFunc func, gpointer data, GError **error)
{
  gint n = pq.n_fields (result);
  const gchar **values = g_newa0 (const gchar *, n + 1);

  for (gint row = 0; row < pq.n_rows (result) && func != NULL; row++)
    {
      for (gint i = 0; i < n; i++)
        values[i] = pq.is_null (result, row, i) ? NULL : pq.get_value (result, row, i);
      if (!func (values, data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
select_rows (gpointer data, const gchar *sql, const gchar *const *parameters,
             guint n_parameters, DatabaseFunc func, gpointer func_data, GError **error)
{
  Postgresql *self = data;
  PGresult *result;
  gboolean ok = pq.send_query_params (self->connection, sql, (gint)n_parameters, NULL,
                                      parameters, NULL, NULL, 0)
                || fail (self, NULL, error);

  if (ok)
    pq.set_single_row_mode (self->connection);
  while ((result = pq.get_result (self->connection)) != NULL)
    {
      if (ok && pq.result_status (result) == PGRES_SINGLE_TUPLE)
        ok = give_rows (result, func, func_data, error);
      else if (ok && pq.result_status (result) != PGRES_TUPLES_OK
               && pq.result_status (result) != PGRES_COMMAND_OK)
        ok = fail (self, result, error);
      pq.clear (result);
    }
  return ok;
}

/* Opening */

/* "postgresql://user@host:5432/database", of what the connection came to. */
static gchar *
make_name (PGconn *connection)
{
  const gchar *user = pq.user (connection);
  const gchar *host = pq.host (connection);
  const gchar *port = pq.port (connection);
  const gchar *database = pq.database (connection);
  gboolean socket = host != NULL && *host == '/';

  return g_strdup_printf (
      "postgresql://%s%s%s%s%s/%s", user != NULL ? user : "",
      user != NULL && *user != '\0' ? "@" : "", host != NULL && !socket ? host : "",
      port != NULL && *port != '\0' && !socket ? ":" : "",
      port != NULL && !socket ? port : "", database != NULL ? database : "");
}

/* "word is too long to be indexed" is nobody's business. */
static void
ignore (void *data, const char *message)
{
}

static void
postgresql_free (gpointer data)
{
  Postgresql *self = data;

  for (guint i = 0; i < N_TABLES; i++)
    {
      g_string_free (self->rows[i], TRUE);
      g_free (self->copies[i]);
    }
  pq.finish (self->connection);
  g_free (self->name);
  g_free (self);
}

static gpointer
postgresql_open (const gchar *address, gboolean write, GError **error)
{
  /* The address comes before what it may not change, and after what it may. */
  const gchar *const keywords[] = { "connect_timeout", "fallback_application_name",
                                    "dbname", "client_encoding", NULL };
  const gchar *const values[] = { CONNECT_TIMEOUT, "heed", address, "UTF8", NULL };
  Postgresql *self;

  if (!load_library (error))
    return NULL;
  self = g_new0 (Postgresql, 1);
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_autofree gchar *columns = table_list_columns (&tables[i]);

      self->rows[i] = g_string_new (NULL);
      self->copies[i] =
          g_strdup_printf ("copy %s (%s) from stdin", tables[i].name, columns);
    }
  self->connection = pq.connect (keywords, values, 1);
  self->name = make_name (self->connection);
  pq.set_notice_processor (self->connection, ignore, NULL);
  if ((pq.status (self->connection) == CONNECTION_OK || fail (self, NULL, error))
      && execute (self,
                  write ? "set datestyle = iso; set extra_float_digits = 3"
                        : "set datestyle = iso; set extra_float_digits = 3; "
                          "set default_transaction_read_only = on; "
                          "set default_transaction_isolation = 'repeatable read'",
                  error))
    return self;
  postgresql_free (self);
  return NULL;
}

static const gchar *
get_name (gpointer self)
{
  return ((Postgresql *)self)->name;
}

/* Versions */

static gboolean
note_integer (const gchar *const *values, gpointer data, GError **error)
{
  *(gint *)data = values[0] != NULL ? (gint)g_ascii_strtoll (values[0], NULL, 10) : 0;
  return TRUE;
}

static gboolean
get_version (gpointer self, gint *ret_version, GError **error)
{
  gint there = 0;

  *ret_version = 0;
  return execute (self, LOCK, error)
         && select_rows (self,
                         "select (to_regclass ('heed_tables') is not null)::integer",
                         NULL, 0, note_integer, &there, error)
         && (there == 0
             || select_rows (self, "select max (version) from heed_tables", NULL, 0,
                             note_integer, ret_version, error));
}

static gboolean
set_version (gpointer self, gint version, GError **error)
{
  g_autofree gchar *sql = g_strdup_printf (
      "delete from heed_tables; insert into heed_tables values (%d)", version);

  return execute (self, sql, error);
}

/* "'it''s'" */
static void
append_literal (GString *sql, const gchar *text)
{
  g_autoptr (GString) quoted = g_string_new (text);

  g_string_replace (quoted, "'", "''", 0);
  g_string_append_printf (sql, "'%s'", quoted->str);
}

static gboolean
explain (gpointer self, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < N_TABLES; i++)
    {
      const Table *table = &tables[i];

      g_string_append_printf (sql, "comment on table %s is ", table->name);
      append_literal (sql, table->meaning);
      for (const Column *column = table->columns; column->name != NULL; column++)
        {
          g_string_append_printf (sql, "; comment on column %s.%s is ", table->name,
                                  column->name);
          append_literal (sql, table_explain (table, column));
        }
      g_string_append (sql, "; ");
    }
  return execute (self, sql->str, error);
}

static gboolean
prepare (gpointer self, GError **error)
{
  return TRUE;
}

/* Writing */

/* Two that reserve at the same time would get the same numbers but for the lock, which is
 * held for that moment alone. */
#define RESERVE                                                                          \
  "select pg_advisory_lock (1751475557); "                                               \
  "select setval (pg_get_serial_sequence ('%s', 'id'), "                                 \
  "nextval (pg_get_serial_sequence ('%s', 'id')) + %u); "                                \
  "select pg_advisory_unlock (1751475557), "                                             \
  "currval (pg_get_serial_sequence ('%s', 'id'))"

static gboolean
reserve (gpointer data, TableId table, guint n, gint64 *ret_first, GError **error)
{
  Postgresql *self = data;
  const gchar *name = tables[table].name;
  g_autofree gchar *sql = g_strdup_printf (RESERVE, name, name, n - 1, name);
  PGresult *result = pq.exec (self->connection, sql);

  if (pq.result_status (result) == PGRES_TUPLES_OK)
    *ret_first = g_ascii_strtoll (pq.get_value (result, 0, 1), NULL, 10) - n + 1;
  return check (self, result, error);
}

/* As COPY's text format has it: a backslash before what would end the field or the row.
 */
static void
append_text (GString *rows, const gchar *text, gsize length)
{
  gsize done = 0;

  for (gsize i = 0; i < length; i++)
    {
      gchar letter = text[i] == '\n'   ? 'n'
                     : text[i] == '\t' ? 't'
                     : text[i] == '\r' ? 'r'
                     : text[i] == '\\' ? '\\'
                                       : '\0';

      if (letter == '\0')
        continue;
      g_string_append_len (rows, text + done, (gssize)(i - done));
      g_string_append_c (rows, '\\');
      g_string_append_c (rows, letter);
      done = i + 1;
    }
  g_string_append_len (rows, text + done, (gssize)(length - done));
}

static gboolean
insert (TableId table, const Value *values, gpointer data, GError **error)
{
  Postgresql *self = data;
  GString *rows = self->rows[table];
  guint n = table_count_columns (&tables[table]);
  gchar real[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < n; i++)
    {
      if (values[i].kind == VALUE_TEXT)
        append_text (rows, values[i].text, values[i].length);
      else if (values[i].kind == VALUE_INTEGER)
        g_string_append_printf (rows, "%" G_GINT64_FORMAT, values[i].integer);
      else if (values[i].kind == VALUE_REAL)
        g_string_append (rows, g_ascii_dtostr (real, sizeof real, values[i].real));
      else
        g_string_append (rows, "\\N");
      g_string_append_c (rows, i + 1 < n ? '\t' : '\n');
    }
  return TRUE;
}

/* The server says what was wrong with the rows once it has them all. */
static gboolean
copy (Postgresql *self, TableId table, GError **error)
{
  const GString *rows = self->rows[table];
  PGresult *result = pq.exec (self->connection, self->copies[table]);
  gboolean ok = pq.result_status (result) == PGRES_COPY_IN || fail (self, result, error);

  pq.clear (result);
  if (!ok)
    return FALSE;
  for (gsize i = 0; i < rows->len && ok; i += COPY_SIZE)
    ok = pq.put_copy_data (self->connection, rows->str + i,
                           (gint)MIN (COPY_SIZE, rows->len - i))
         == 1;
  if (!ok || pq.put_copy_end (self->connection, NULL) != 1)
    return fail (self, NULL, error);
  while ((result = pq.get_result (self->connection)) != NULL)
    {
      if (ok && pq.result_status (result) != PGRES_COMMAND_OK)
        ok = fail (self, result, error);
      pq.clear (result);
    }
  return ok;
}

static void
forget (Postgresql *self)
{
  for (guint i = 0; i < N_TABLES; i++)
    g_string_truncate (self->rows[i], 0);
}

static gboolean
flush (gpointer data, GError **error)
{
  Postgresql *self = data;
  gboolean ok = TRUE;

  for (guint i = 0; i < N_TABLES && ok; i++)
    ok = self->rows[i]->len == 0 || copy (self, i, error);
  forget (self);
  return ok;
}

static void
rollback (gpointer data)
{
  Postgresql *self = data;

  forget (self);
  if (pq.status (self->connection) == CONNECTION_OK)
    pq.clear (pq.exec (self->connection, "rollback"));
}

static gboolean
postgresql_close (gpointer self, GError **error)
{
  return TRUE;
}

const Engine postgresql_engine = {
  .name = "postgresql",
  .begin = "begin",
  .unpack = "json_array_elements_text",
  .open = postgresql_open,
  .free = postgresql_free,
  .get_name = get_name,
  .execute = execute,
  .select = select_rows,
  .get_version = get_version,
  .set_version = set_version,
  .explain = explain,
  .prepare = prepare,
  .reserve = reserve,
  .insert = insert,
  .flush = flush,
  .rollback = rollback,
  .close = postgresql_close,
};

#else

static gpointer
refuse (const gchar *address, gboolean write, GError **error)
{
  g_set_error (error, DATABASE_ERROR, DATABASE_ERROR_FAILED,
               "this heed was built without PostgreSQL's library");
  return NULL;
}

const Engine postgresql_engine = { .name = "postgresql", .open = refuse };

#endif
