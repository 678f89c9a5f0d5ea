/* The clock that a document's worker is under, and what does not count on it. */

#include "tests/pipelines/rig.h"

#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <sys/wait.h>
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

static void
test_asleep (void)
{
  const WorkerLimits limits = { .seconds = 1, .sandbox = SANDBOX_OFF };
  const gchar *const name = "asleep.pdf";
  g_auto (GStrv) lines = rig_run (&name, 1, &limits, sleep_on);

  g_assert_nonnull (strstr (lines[0], "\"reason\":\"timeout\""));
}

static void
test_queued (void)
{
  const WorkerLimits limits = { .sandbox = SANDBOX_OFF };
  const WorkerTask task = { .fd = open ("/dev/null", O_RDONLY | O_CLOEXEC),
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

/* One that is idle ends when it is told to, with nobody to end it. */
static void
test_dismissed (void)
{
  const WorkerLimits limits = { .sandbox = SANDBOX_OFF };
  Worker *worker = worker_new (&limits, NULL, sleep_on, NULL, NULL);
  siginfo_t ended;

  g_assert_nonnull (worker);
  worker_dismiss (worker);
  g_assert_cmpint (waitid (P_PID, (id_t)worker->pid, &ended, WEXITED | WNOWAIT), ==, 0);
  g_assert_cmpint (ended.si_code, ==, CLD_EXITED);
  g_assert_cmpint (worker_free (worker), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/asleep", test_asleep);
  g_test_add_func ("/worker/queued", test_queued);
  g_test_add_func ("/worker/dismissed", test_dismissed);
  return g_test_run ();
}
