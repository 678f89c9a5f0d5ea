/* worker.c: both ends of a worker's socket, and the loop inside it. */

#include "pipelines/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* A task is one message: numbers, the source's name, and beside it one or two open files.
 */
#define MAX_TASK 65536

/* Exit status of a worker that asks for one that was prepared, and of one that could not
 * be caged: above what sanitizers use. */
#define ASKS 113
#define UNCAGED 114
/* Files that a worker has open at a time: its own, its task's, a few fonts. */
#define MAX_FILES 256

#if defined(__SANITIZE_ADDRESS__)
#define LIMIT_MEMORY FALSE /* the sanitizer's shadow is larger than any bound */
#else
#define LIMIT_MEMORY TRUE
#endif

typedef struct
{
  guint first, last, seconds;
  gboolean may_share;
} TaskHead;

typedef union
{
  struct cmsghdr header;
  gchar space[CMSG_SPACE (2 * sizeof (gint))];
} Passengers;

gboolean
worker_give (Worker *worker, const WorkerTask *task)
{
  const gint fds[2] = { task->fd, task->parts };
  gsize size = (task->parts >= 0 ? 2 : 1) * sizeof (gint);
  TaskHead head = { task->first, task->last, task->seconds, task->may_share };
  Passengers passengers = { 0 };
  struct iovec pieces[2] = { { &head, sizeof head },
                             { (gpointer)task->source,
                               MIN (strlen (task->source), MAX_TASK - 1) } };
  struct msghdr message = { .msg_iov = pieces,
                            .msg_iovlen = 2,
                            .msg_control = &passengers,
                            .msg_controllen = CMSG_SPACE (size) };
  gssize n;

  passengers.header.cmsg_level = SOL_SOCKET;
  passengers.header.cmsg_type = SCM_RIGHTS;
  passengers.header.cmsg_len = CMSG_LEN (size);
  memcpy (CMSG_DATA (&passengers.header), fds, size);
  do
    n = sendmsg (worker->socket, &message, MSG_NOSIGNAL);
  while (n < 0 && errno == EINTR);
  return n >= 0;
}

gboolean
worker_take (Worker *worker, WorkerAnswer *ret_answer)
{
  gssize n;

  do
    n = recv (worker->socket, ret_answer, sizeof *ret_answer, 0);
  while (n < 0 && errno == EINTR);
  return n == sizeof *ret_answer;
}

/* Inside the worker */

/* source: room for MAX_TASK bytes, which the task points to. */
static gboolean
receive_task (gint socket, gchar *source, WorkerTask *ret_task)
{
  TaskHead head;
  Passengers passengers = { 0 };
  gint fds[2] = { -1, -1 };
  struct iovec pieces[2] = { { &head, sizeof head }, { source, MAX_TASK - 1 } };
  struct msghdr message = { .msg_iov = pieces,
                            .msg_iovlen = 2,
                            .msg_control = &passengers,
                            .msg_controllen = sizeof passengers };
  gssize n;

  do
    n = recvmsg (socket, &message, MSG_CMSG_CLOEXEC);
  while (n < 0 && errno == EINTR);
  if (n < (gssize)sizeof head || passengers.header.cmsg_type != SCM_RIGHTS)
    return FALSE; /* the parent is done, or gone */
  source[n - sizeof head] = '\0';
  memcpy (fds, CMSG_DATA (&passengers.header),
          MIN (passengers.header.cmsg_len - CMSG_LEN (0), sizeof fds));
  *ret_task = (WorkerTask){ fds[0],    fds[1],       source,        head.first,
                            head.last, head.seconds, head.may_share };
  return TRUE;
}

static gdouble
get_seconds (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static guint64
get_resident (gint statm)
{
  gchar text[128] = "";
  guint64 pages = 0;

  if (pread (statm, text, sizeof text - 1, 0) > 0 && strchr (text, ' ') != NULL)
    pages = g_ascii_strtoull (strchr (text, ' '), NULL, 10);
  return pages * (guint64)sysconf (_SC_PAGESIZE);
}

/* Processor time counts from the worker's start, so the bound moves on with every task.
 */
static void
renew_seconds (guint seconds)
{
  struct rusage usage;
  struct rlimit limit;

  if (seconds == 0 || getrusage (RUSAGE_SELF, &usage) != 0
      || getrlimit (RLIMIT_CPU, &limit) != 0)
    return;
  limit.rlim_cur = MIN ((rlim_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + seconds),
                        limit.rlim_max);
  setrlimit (RLIMIT_CPU, &limit);
}

static void
bound_process (const WorkerLimits *limits)
{
  struct rlimit none = { 0, 0 };
  struct rlimit memory = { limits->memory, limits->memory };

  struct rlimit files = { MAX_FILES, MAX_FILES };
  struct rlimit output = { limits->output, limits->output };

  setrlimit (RLIMIT_CORE, &none);
  setrlimit (RLIMIT_NOFILE, &files);
  if (limits->output > 0)
    setrlimit (RLIMIT_FSIZE, &output);
  if (limits->memory > 0 && LIMIT_MEMORY)
    setrlimit (RLIMIT_AS, &memory);
  /* The parent alone is told to stop, though systemd and Slurm tell every process: else
   * documents under way would fail. A worker never outlives it. */
  signal (SIGINT, SIG_IGN);
  signal (SIGTERM, SIG_IGN);
  signal (SIGHUP, SIG_IGN);
  signal (SIGXCPU, SIG_DFL);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static gboolean
leave_result (gint file, const GString *out)
{
  gsize done = 0;

  if (ftruncate (file, 0) != 0)
    return FALSE;
  while (done < out->len)
    {
      gssize n = pwrite (file, out->str + done, out->len - done, done);

      if (n < 0 && errno != EINTR)
        return FALSE;
      done += MAX (n, 0);
    }
  return TRUE;
}

/* What the parent has open, its output among it, is none of the worker's business. */
static void
keep_open (gint a, gint b, gint c)
{
  const guint low = (guint)MIN (MIN (a, b), c), high = (guint)MAX (MAX (a, b), c);
  const guint middle = (guint)(a + b + c) - low - high;
  gint nothing = open ("/dev/null", O_RDWR);

  if (nothing < 0) /* a bare chroot */
    nothing = STDERR_FILENO;
  dup2 (nothing, STDIN_FILENO);
  dup2 (nothing, STDOUT_FILENO);
  if (low > STDERR_FILENO + 1)
    close_range (STDERR_FILENO + 1, low - 1, 0);
  if (middle > low + 1)
    close_range (low + 1, middle - 1, 0);
  if (high > middle + 1)
    close_range (middle + 1, high - 1, 0);
  close_range (high + 1, G_MAXUINT, 0);
}

static gboolean must_ask;

void
worker_ask (void)
{
  if (must_ask)
    _exit (ASKS);
}

gboolean
worker_asked (gint status)
{
  return WIFEXITED (status) && WEXITSTATUS (status) == ASKS;
}

static void
shut_in (const WorkerLimits *limits)
{
  g_autoptr (GError) error = NULL;

  if (sandbox_enter (limits->sandbox, &error))
    return;
  fprintf (stderr, "%s\n", error->message);
  _exit (UNCAGED);
}

static void
serve (gint socket, gint result, gint statm, const WorkerLimits *limits, WorkerFunc work,
       gpointer data)
{
  g_autofree gchar *source = g_malloc (MAX_TASK);
  g_autoptr (GString) out = g_string_new (NULL);
  WorkerTask task;

  while (receive_task (socket, source, &task))
    {
      WorkerAnswer answer = { 0 };
      gdouble begun = get_seconds ();

      renew_seconds (task.seconds > 0 ? task.seconds : limits->seconds);
      g_string_truncate (out, 0);
      work (&task, out, &answer.yield, data);
      close (task.fd);
      if (task.parts >= 0)
        close (task.parts);
      answer.seconds = get_seconds () - begun;
      answer.over = limits->output > 0 && out->len > limits->output;
      answer.failed = g_str_has_prefix (out->str, "{\"type\":\"failure\"");
      answer.length = answer.over ? 0 : out->len;
      if (!answer.over && !leave_result (result, out))
        return;
      answer.resident = get_resident (statm);
      if (send (socket, &answer, sizeof answer, MSG_NOSIGNAL) != sizeof answer)
        return;
    }
}

/* In the parent */

static void
begin_child (gint socket, gint result, gint errors, pid_t parent,
             const WorkerLimits *limits, void (*prepare) (void), WorkerFunc work,
             gpointer data)
{
  gint statm = open ("/proc/self/statm", O_RDONLY | O_CLOEXEC);

  bound_process (limits);
  if (getppid () != parent)
    _exit (0);
  dup2 (errors, STDERR_FILENO);
  keep_open (socket, result, statm >= 0 ? statm : result); /* there may be no /proc */
  if (prepare != NULL)
    prepare ();
  must_ask = prepare == NULL && limits->sandbox != SANDBOX_OFF;
  shut_in (limits);
  serve (socket, result, statm, limits, work, data);
  _exit (0);
}

static void
close_if_open (gint fd)
{
  if (fd >= 0)
    close (fd);
}

Worker *
worker_new (const WorkerLimits *limits, void (*prepare) (void), WorkerFunc work,
            gpointer data, GError **error)
{
  gint sockets[2] = { -1, -1 };
  gint errors[2] = { -1, -1 };
  gint result = memfd_create ("heed-result", MFD_CLOEXEC);
  pid_t parent = getpid ();
  pid_t pid = -1;
  Worker *worker;

  if (result >= 0 && socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) == 0
      && pipe2 (errors, O_CLOEXEC | O_NONBLOCK) == 0)
    pid = fork ();
  if (pid == 0)
    begin_child (sockets[1], result, errors[1], parent, limits, prepare, work, data);
  if (pid < 0)
    g_set_error (error, G_UNIX_ERROR, 0, "cannot start a worker: %s", g_strerror (errno));
  close_if_open (sockets[1]);
  close_if_open (errors[1]);
  if (pid < 0)
    {
      close_if_open (sockets[0]);
      close_if_open (errors[0]);
      close_if_open (result);
      return NULL;
    }
  worker = g_new0 (Worker, 1);
  *worker = (Worker){ pid, sockets[0], result, errors[0] };
  return worker;
}

gint64
worker_get_queued (const Worker *worker)
{
  g_autofree gchar *path = g_strdup_printf ("/proc/%d/schedstat", (gint)worker->pid);
  g_autofree gchar *text = NULL;
  guint64 ran, queued; /* nanoseconds */

  if (!g_file_get_contents (path, &text, NULL, NULL)
      || sscanf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &ran, &queued) != 2)
    return 0;
  return (gint64)(queued / 1000);
}

void
worker_dismiss (Worker *worker)
{
  shutdown (worker->socket, SHUT_RDWR);
}

gint
worker_free (Worker *worker)
{
  gint status = 0;

  close (worker->socket);
  if (waitpid (worker->pid, &status, WNOHANG) == 0)
    {
      kill (worker->pid, SIGKILL);
      while (waitpid (worker->pid, &status, 0) < 0 && errno == EINTR)
        ;
    }
  close (worker->result);
  close (worker->errors);
  g_free (worker);
  return status;
}
