/* check.h: what was found of one stream, and what its checks share. */

#pragma once

#include "pipelines/history.h"

typedef struct
{
  const gchar *name;
  guint n_documents;
  guint n_failures;
  guint n_histories;
  guint n_faults;
  History *before; /* (nullable) the history read last */
} Check;

/* Tells of a fault at a record, unless of too many already. */
void check_fault (Check *check, const gchar *where, const gchar *format, ...)
    G_GNUC_PRINTF (3, 4);

/* "2023", "2023-07" or "2023-07-10", of a day that there is; nullable. */
void check_date (Check *check, const gchar *where, const gchar *date);

/* 0 to 1, of what. */
void check_score (Check *check, const gchar *where, const gchar *what, gdouble score);

/* A BundleHistoryFunc: holds a history against itself and the one before it. data: Check
 */
gboolean check_take_history (const gchar *line, gsize length, gpointer data,
                             GError **error);
