/* worker.h: a process of its own that does one document after the other, because a call
 * into poppler can neither be interrupted nor trusted.
 *
 * Parent and worker share a socket (tasks one way, answers the other), an anonymous file
 * that the worker leaves its result in, and a pipe for what the worker says to standard
 * error. It keeps nothing else open, and is caged (sandbox.h) before its first task. */

#pragma once

#include "pipelines/sandbox.h"

#include <glib.h>
#include <sys/types.h>

/* Bounds on one task; 0: none. */
typedef struct
{
  guint seconds; /* of processor time; twice that on the clock, queues left out */
  gsize memory;  /* bytes of address space */
  gsize output;  /* bytes of result */
  SandboxMode sandbox;
} WorkerLimits;

/* What came of a document, for the summary. */
typedef struct
{
  guint pages;
  guint items;
  guint resolutions;
  guint tags;
  guint recommendations;
  guint shared; /* not done, but a pack of so many pages that is to be shared; else 0 */
} WorkerYield;

/* What is to be done of a document: all, or a part of a large pack that several share. */
typedef struct
{
  gint fd;             /* the document, open; of one worker alone, for its place moves */
  gint parts;          /* what was made of the parts, one after the other; else -1 */
  const gchar *source; /* its name */
  guint first, last;   /* pages of the part; 0: not a part */
  guint seconds;       /* in place of the limits', for a part; 0: none */
  gboolean may_share;  /* if it is large, only say so (yield.shared) */
} WorkerTask;

/* Done in the worker: the records of the task. fd and parts are closed by the caller. */
typedef void (*WorkerFunc) (const WorkerTask *task, GString *out, WorkerYield *ret_yield,
                            gpointer data);

typedef struct
{
  pid_t pid;
  gint socket;
  gint result; /* anonymous file */
  gint errors; /* what it says to standard error; never blocks */
} Worker;

typedef struct
{
  WorkerYield yield;
  guint64 length;   /* of the result */
  guint64 resident; /* bytes of memory in use afterwards */
  gdouble seconds;  /* of processor time */
  gboolean failed;  /* the result is a failure record */
  gboolean over;    /* no result: it would be longer than limits->output */
} WorkerAnswer;

/* prepare: (nullable): called in the worker before it is caged. (transfer full) or NULL
 * and error. */
Worker *worker_new (const WorkerLimits *limits, void (*prepare) (void), WorkerFunc work,
                    gpointer data, GError **error);
/* There is nothing more to do: an idle worker ends by itself, while others are told. */
void worker_dismiss (Worker *worker);
/* Ends the process if it has not ended; returns its wait status. */
gint worker_free (Worker *worker);
/* Microseconds that it has been ready to run and no processor was free; 0 where /proc
 * does not say. */
gint64 worker_get_queued (const Worker *worker);

/* Within work: this task takes a worker that was prepared. Ends the process, so that the
 * task is given to such a one; returns if this is one, or is not caged. */
void worker_ask (void);
/* Whether a wait status says that. */
gboolean worker_asked (gint status);

/* Hands over a task. FALSE if the worker is gone. */
gboolean worker_give (Worker *worker, const WorkerTask *task);
/* FALSE if the worker is gone. */
gboolean worker_take (Worker *worker, WorkerAnswer *ret_answer);
