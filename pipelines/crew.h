/* crew.h: many documents done by several workers, each result in its turn.
 *
 * A worker that dies or overruns its limits costs its document a `failure` and is
 * replaced; the others go on. */

#pragma once

#include "pipelines/record.h"
#include "pipelines/shelf.h"
#include "pipelines/worker.h"

typedef struct
{
  guint n_workers; /* at least 1 */
  WorkerLimits limits;
  WorkerFunc work; /* runs in the workers, with data */
  /* The name of document number index, as records have it. (transfer none) */
  const gchar *(*source) (guint index, gpointer data);
  /* Opens it for a worker; -1 and *ret_failure (transfer full) if that cannot be. */
  gint (*open) (guint index, Failure **ret_failure, gpointer data);
  /* (nullable) told of each document when it is done, in any order. failure: (nullable).
   */
  void (*done) (guint index, const Failure *failure, gpointer data);
  /* (nullable) called a few times a second. */
  void (*tick) (gpointer data);
  gpointer data;
} CrewWork;

/* Does documents 0 … n - 1 and puts their results on the shelf. TRUE when all are done,
 * or when *stop became TRUE (then those under way are dropped, not failed). FALSE and
 * error if results cannot be put away or no worker can be started. */
gboolean crew_run (const CrewWork *work, guint n, Shelf *shelf, const volatile gint *stop,
                   GError **error);
