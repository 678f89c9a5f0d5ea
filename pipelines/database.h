/* database.h: a database that holds records as the tables of table.h: an SQLite file, or,
 * where the address begins with postgresql://, one of a PostgreSQL server.
 *
 * An SQLite file is made if absent or empty; in a PostgreSQL database the tables are made
 * in the first schema of the search path. Their version is kept with them: older ones are
 * brought forward when the database is opened for writing, ones from the future are
 * refused. Others may read meanwhile, and load. A process that is killed leaves what it
 * had committed, whole documents only. */

#pragma once

#include "pipelines/bundle.h"

typedef struct Database Database;

typedef enum
{
  DATABASE_ERROR_FAILED,  /* not readable, not writable, no room, no database */
  DATABASE_ERROR_FOREIGN, /* a database, but none of heed's */
  DATABASE_ERROR_FUTURE,  /* its tables are of a later version */
  DATABASE_ERROR_INVALID, /* the records cannot be rows: an identifier twice, a bad date
                           */
  DATABASE_ERROR_BUSY, /* somebody else's transaction is in the way; to be tried again */
} DatabaseError;

#define DATABASE_ERROR (database_error_quark ())
GQuark database_error_quark (void);

typedef struct
{
  guint64 added;    /* documents, inspection reports included */
  guint64 replaced; /* were there, made with something else */
  guint64 skipped;  /* were there already */
  guint64 failures;
  guint64 items;
} DatabaseCount;

/* Whether it is the address of a server rather than a path. */
gboolean database_is_address (const gchar *text);

/* (transfer full); messages name the database, without its password. */
Database *database_open (const gchar *address, GError **error);

/* As it is: nothing is made, changed or locked. (transfer full) */
Database *database_open_to_read (const gchar *address, GError **error);

/* The path, or the address without a password. (transfer none) */
const gchar *database_get_name (const Database *self);

/* Sees to it that the database is whole by itself. Without it nothing is lost. */
gboolean database_close (Database *self, GError **error);
void database_free (Database *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Database, database_free)

/* Writes the bundles, each whole or not at all, as many in a transaction as can be, and
 * counts them in *count. A document that is there and was made with the same is passed
 * over; made with something else, it is replaced. A failure is kept until its document,
 * or one with its source, comes; a document that is there stays when a later run fails on
 * it. Where a bundle is DATABASE_ERROR_INVALID those before it are in the database. */
gboolean database_load (Database *self, const GPtrArray *bundles, DatabaseCount *count,
                        GError **error);

/* Takes a row of a result: texts, NULL for null, for as long as the call lasts. FALSE and
 * error end the reading. */
typedef gboolean (*DatabaseFunc) (const gchar *const *values, gpointer data,
                                  GError **error);

/* Gives func each row that the statement has. Its parameters are $1, $2 …, in this order,
 * and texts. func: (nullable). */
gboolean database_select (Database *self, const gchar *sql,
                          const gchar *const *parameters, guint n_parameters,
                          DatabaseFunc func, gpointer data, GError **error);
