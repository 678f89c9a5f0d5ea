/* crew.h: many documents done by several workers, each result in its turn.
 *
 * A worker that dies or overruns its limits costs its document a `failure` and is
 * replaced; the others go on. A large pack is shared by workers that would have nothing
 * else to do: what one range of its pages costs, it costs the pack, whose limits of time
 * hold for all its ranges together. */

#pragma once

#include "pipelines/record.h"
#include "pipelines/shelf.h"
#include "pipelines/worker.h"

/* Of one document. */
typedef struct
{
  guint index;
  gdouble seconds;        /* since a worker was given it; 0 if none was */
  WorkerYield yield;      /* when done */
  const Failure *failure; /* (nullable) when done */
} CrewNews;

typedef struct
{
  guint n_workers; /* at least 1; each is started when there is work for it */
  WorkerLimits limits;
  WorkerFunc work; /* runs in the workers, with data */
  void (*prepare) (
      void); /* (nullable) of a worker for a task that asked for such a one */
  /* The name of document number index, as records have it. (transfer none) */
  const gchar *(*source) (guint index, gpointer data);
  /* Opens it for a worker. -1 if none is needed: *ret_failure (transfer full) says why it
   * cannot be read, or its records, maybe none, have been appended to result. */
  gint (*open) (guint index, GString *result, Failure **ret_failure, gpointer data);
  /* Told of each document that a worker was given or that failed, when it is done, in any
   * order. */
  void (*done) (const CrewNews *news, gpointer data);
  /* Called a few times a second. slowest: of those under way, (nullable). */
  gboolean (*tick) (const CrewNews *slowest, gpointer data, GError **error);
  const gchar
      *made_with; /* of the failures of documents that took their worker with them */
  gpointer data;
} CrewWork;

/* Does documents 0 … n - 1 and puts their results on the shelf. TRUE when all are done,
 * or when *stop became TRUE (then those under way are dropped, not failed). FALSE and
 * error if results cannot be put away or no worker can be started. */
gboolean crew_run (const CrewWork *work, guint n, Shelf *shelf, const volatile gint *stop,
                   GError **error);
