/* The clock that a document's worker is under, and what does not count on it. */

#include "pipelines/crew.h"
#include "pipelines/shelf.h"

#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* In the worker: no processor's time, and no end. */
static void
sleep_on (const WorkerTask *task, GString *out, WorkerYield *ret_yield, gpointer data)
{
  for (;;)
    pause ();
}

/* In the worker: a fifth of a second of the processor that all such workers share. */
static void
spin (const WorkerTask *task, GString *out, WorkerYield *ret_yield, gpointer data)
{
  cpu_set_t all, one;

  CPU_ZERO (&all);
  CPU_ZERO (&one);
  sched_getaffinity (0, sizeof all, &all);
  for (gint i = 0; i < CPU_SETSIZE && CPU_COUNT (&one) == 0; i++)
    if (CPU_ISSET (i, &all))
      CPU_SET (i, &one);
  sched_setaffinity (0, sizeof one, &one);
  while (clock () < CLOCKS_PER_SEC / 5)
    ;
}

static const gchar *
get_name (guint index, gpointer data)
{
  return "asleep.pdf";
}

static gint
open_document (guint index, GString *result, Failure **ret_failure, gpointer data)
{
  return open ("/dev/null", O_RDONLY | O_CLOEXEC);
}

static void
note_done (const CrewNews *news, gpointer data)
{
}

static gboolean
tick (const CrewNews *slowest, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
keep (const gchar *piece, gsize length, gpointer data, GError **error)
{
  g_string_append_len (data, piece, (gssize)length);
  return TRUE;
}

static void
test_asleep (void)
{
  g_autoptr (GString) results = g_string_new (NULL);
  g_autoptr (Shelf) shelf = shelf_new (keep, results);
  g_autoptr (GError) error = NULL;
  const CrewWork work = { .n_workers = 1,
                          .limits = { .seconds = 1, .sandbox = SANDBOX_OFF },
                          .work = sleep_on,
                          .source = get_name,
                          .open = open_document,
                          .done = note_done,
                          .tick = tick,
                          .made_with = "test" };
  const volatile gint stop = 0;

  crew_run (&work, 1, shelf, &stop, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (results->str, "\"reason\":\"timeout\""));
}

static void
test_queued (void)
{
  const WorkerLimits limits = { .sandbox = SANDBOX_OFF };
  const WorkerTask task = { .fd = open_document (0, NULL, NULL, NULL),
                            .parts = -1,
                            .source = "busy.pdf" };
  Worker *workers[2];
  gint64 queued = 0;

  if (!g_file_test ("/proc/self/schedstat", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("this kernel does not say how long a process was queued");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    {
      workers[i] = worker_new (&limits, NULL, spin, NULL, NULL);
      g_assert_nonnull (workers[i]);
      g_assert_true (worker_give (workers[i], &task));
    }
  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    {
      WorkerAnswer answer;

      g_assert_true (worker_take (workers[i], &answer));
      queued += worker_get_queued (workers[i]);
      worker_free (workers[i]);
    }
  g_assert_cmpint (queued, >, 0);
  close (task.fd);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/asleep", test_asleep);
  g_test_add_func ("/worker/queued", test_queued);
  return g_test_run ();
}
