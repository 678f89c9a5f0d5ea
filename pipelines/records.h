/* records.h: the records that a command is given, wherever they are kept. */

#pragma once

#include "pipelines/bundle.h"

/* Opens a file of records, or for "-" standard input; *ret_name is what messages call it.
 * -1 if and only if error is set (G_FILE_ERROR). */
gint records_open (const gchar *path, const gchar **ret_name, GError **error);
/* Closes what records_open () gave, -1 as well; standard input stays. */
void records_close (gint fd);

/* Gives func each bundle of a file of records, of an SQLite database that holds them
 * (told by its first bytes), of a PostgreSQL database (postgresql://…), or, for "-", of
 * standard input. From a database they come without what its tables leave out: see
 * archive.h. */
gboolean records_read (const gchar *path, BundleFunc func, gpointer data, GError **error);

/* The same of each path; of standard input where there is none. */
gboolean records_read_all (gchar **paths, BundleFunc func, gpointer data, GError **error);
