/* engine.h: what a Database asks of the system that keeps it: SQLite or PostgreSQL.
 *
 * Statements are SQL that both understand. What they do not share stands here. An
 * Engine's functions take its handle as self; their errors are DATABASE_ERROR, name the
 * database and never a password. */

#pragma once

#include "pipelines/database.h"
#include "pipelines/rows.h"

typedef struct
{
  const gchar *name;   /* "sqlite": its own SQL is sqlite-N.sql */
  const gchar *begin;  /* the statement that begins a transaction that writes */
  const gchar *unpack; /* the table function that gives a JSON array's texts as `value` */

  /* write: or only to be read. (transfer full) */
  gpointer (*open) (const gchar *address, gboolean write, GError **error);
  void (*free) (gpointer self);

  /* How the database is called in messages. (transfer none) */
  const gchar *(*get_name) (gpointer self);

  /* Statements, separated by semicolons, without parameters and results. */
  gboolean (*execute) (gpointer self, const gchar *sql, GError **error);

  /* func: (nullable). */
  gboolean (*select) (gpointer self, const gchar *sql, const gchar *const *parameters,
                      guint n_parameters, DatabaseFunc func, gpointer data,
                      GError **error);

  /* Of the tables; 0 where heed has made none. Inside a transaction, and such that nobody
   * else makes them meanwhile. */
  gboolean (*get_version) (gpointer self, gint *ret_version, GError **error);
  gboolean (*set_version) (gpointer self, gint version, GError **error);

  /* Says in the database what its tables and columns mean. */
  gboolean (*explain) (gpointer self, GError **error);

  /* Called once the tables are there and before the first insert. */
  gboolean (*prepare) (gpointer self, GError **error);

  /* So many numbers for rows of meetings or of items, one after the other, which nobody
   * else gets. Inside a transaction that writes. */
  gboolean (*reserve) (gpointer self, TableId table, guint n, gint64 *ret_first,
                       GError **error);

  /* A row may be kept back until flush, which comes before the commit; all are forgotten
   * when a transaction is rolled back. */
  RowFunc insert;
  gboolean (*flush) (gpointer self, GError **error);
  void (*rollback) (gpointer self);

  /* The database is whole by itself. */
  gboolean (*close) (gpointer self, GError **error);
} Engine;

extern const Engine sqlite_engine;
extern const Engine postgresql_engine; /* its open fails where heed was built without */
