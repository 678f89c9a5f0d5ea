/* database.h: an SQLite file that holds records as the tables of table.h.
 *
 * The file is made if absent or empty. It carries heed's application identifier and, as
 * user_version, the version of its tables: an older one is brought forward when it is
 * opened, one from the future is refused. Others may read it meanwhile; a second writer
 * waits. A process that is killed leaves what it had committed, whole documents only. */

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

/* (transfer full); messages name the file. */
Database *database_open (const gchar *path, GError **error);

/* Sees to it that the file is whole by itself. Without it nothing is lost. */
gboolean database_close (Database *self, GError **error);
void database_free (Database *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Database, database_free)

/* Writes the bundles in one transaction and counts them in *count. A document that is
 * there and was made with the same is passed over; made with something else, it is
 * replaced. A failure is kept until its document, or one with its source, comes; a
 * document that is there stays when a later run fails on it. Where a bundle is
 * DATABASE_ERROR_INVALID those before it are in the database; else none are. */
gboolean database_load (Database *self, const GPtrArray *bundles, DatabaseCount *count,
                        GError **error);
