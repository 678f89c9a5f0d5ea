/* crew.c: hands documents to workers, watches the clock and the dead. */

#include "pipelines/crew.h"

#include "pipelines/bundle.h"
#include "pipelines/json.h"
#include "pipelines/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE 2          /* times its seconds that a document may take by the clock */
#define TICK 200            /* milliseconds */
#define MAX_SAID 4096       /* bytes kept of what a worker says to standard error */
#define MAX_FAILURE 65536   /* bytes of a failure record */
#define RETIRE (256u << 20) /* a worker that keeps more memory than this is replaced */

typedef struct
{
  Worker *worker;
  gboolean busy;
  gboolean overdue; /* ended by us */
  guint index;      /* of its document, while busy */
  gboolean in_part; /* it has a range of the document's pages */
  guint part;       /* number of the range */
  WorkerTask task;  /* while busy, with files of its own, should another have to do it */
  gboolean prepared;
  gint64 given;    /* monotonic, microseconds */
  gint64 deadline; /* monotonic, microseconds; G_MAXINT64 for none */
  gint64 queued;   /* what the worker had waited for a processor when it was given */
  GString *said;
} Post;

typedef struct
{
  const CrewWork *work;
  Shelf *shelf;
  Post *posts;
  struct pollfd *polls; /* two a post: its socket and its standard error */
  GPtrArray *packs;     /* Pack *: those being shared */
  guint n_done;
  gint64 next_tick; /* monotonic, microseconds */
} Crew;

static gdouble
get_seconds (const Post *post)
{
  return (gdouble)(g_get_monotonic_time () - post->given) / G_USEC_PER_SEC;
}

static gboolean
put_failure (Crew *crew, guint index, gdouble seconds, Failure *failure, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Bundle) bundle = bundle_new ();
  CrewNews news = { .index = index, .seconds = seconds, .failure = failure };

  bundle->failure = failure;
  bundle->made_with = g_strdup (crew->work->made_with);
  bundle_write (bundle, text);
  crew->n_done++;
  crew->work->done (&news, crew->work->data);
  return shelf_put_text (crew->shelf, index, text->str, text->len, error);
}

static Pack *
find_pack (const Crew *crew, guint index)
{
  for (guint i = 0; i < crew->packs->len; i++)
    if (pack_get_index (crew->packs->pdata[i]) == index)
      return crew->packs->pdata[i];
  return NULL;
}

static void
vacate (Post *post)
{
  post->busy = FALSE;
  if (post->task.fd >= 0)
    close (post->task.fd);
  if (post->task.parts >= 0)
    close (post->task.parts);
  post->task.fd = post->task.parts = -1;
}

/* The document is not to be worked at any more, by whoever shares it. */
static void
abandon (Crew *crew, guint index)
{
  g_ptr_array_remove (crew->packs, find_pack (crew, index));
  for (guint i = 0; i < crew->work->n_workers; i++)
    {
      Post *post = &crew->posts[i];

      if (!post->busy || post->index != index)
        continue;
      worker_free (g_steal_pointer (&post->worker));
      vacate (post);
    }
}

/* Of the document that the post's worker was given. */
static gboolean
fail_post (Crew *crew, const Post *post, FailureReason reason, const gchar *detail,
           GError **error)
{
  const gchar *source = crew->work->source (post->index, crew->work->data);

  abandon (crew, post->index);
  return put_failure (crew, post->index, get_seconds (post),
                      failure_new (source, NULL, "extract", reason, detail), error);
}

/* Why a worker ended before its answer. */
static FailureReason
find_reason (const Post *post, gint status)
{
  static const gchar *const out_of_memory[] = { "failed to allocate", "bad_alloc",
                                                "Out of memory", "out of memory",
                                                "Cannot allocate memory" };

  if (post->overdue || (WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU))
    return FAILURE_TIMEOUT;
  for (guint i = 0; i < G_N_ELEMENTS (out_of_memory); i++)
    if (strstr (post->said->str, out_of_memory[i]) != NULL)
      return FAILURE_MEMORY;
  return FAILURE_CRASH;
}

static gchar *
describe (const CrewWork *work, FailureReason reason, gint status)
{
  if (reason == FAILURE_TIMEOUT)
    return g_strdup_printf ("not done within %u seconds", work->limits.seconds);
  if (reason == FAILURE_MEMORY)
    return g_strdup_printf ("needs more than %" G_GSIZE_FORMAT " MiB of memory",
                            work->limits.memory >> 20);
  if (WIFSIGNALED (status) && WTERMSIG (status) == SIGSYS)
    return g_strdup ("its process tried what the sandbox forbids");
  if (WIFSIGNALED (status))
    return g_strdup_printf ("its process was ended by signal %d (%s)", WTERMSIG (status),
                            strsignal (WTERMSIG (status)));
  return g_strdup_printf ("its process ended with status %d", WEXITSTATUS (status));
}

static void
drain (Post *post)
{
  gchar buffer[4096];
  gssize n;

  while ((n = read (post->worker->errors, buffer, sizeof buffer)) > 0)
    if (post->said->len < MAX_SAID)
      g_string_append_len (post->said, buffer, n);
}

static gboolean
man (Crew *crew, Post *post, GError **error)
{
  const CrewWork *work = crew->work;

  if (post->worker == NULL)
    post->worker = worker_new (&work->limits, post->prepared ? work->prepare : NULL,
                               work->work, work->data, error);
  return post->worker != NULL;
}

/* The same task, to a worker that was prepared for it. */
static gboolean
give_again (Crew *crew, Post *post, GError **error)
{
  post->prepared = TRUE;
  if (!man (crew, post, error))
    return FALSE;
  lseek (post->task.fd, 0, SEEK_SET);
  if (post->task.parts >= 0)
    lseek (post->task.parts, 0, SEEK_SET);
  post->task.source = crew->work->source (post->index, crew->work->data);
  worker_give (post->worker, &post->task);
  return TRUE;
}

static gboolean
bury (Crew *crew, Post *post, GError **error)
{
  FailureReason reason;
  g_autofree gchar *detail = NULL;
  gint status;

  drain (post);
  status = worker_free (g_steal_pointer (&post->worker));
  if (!post->busy)
    return TRUE;
  if (worker_asked (status) && !post->prepared && !post->overdue)
    return give_again (crew, post, error);
  vacate (post);
  reason = find_reason (post, status);
  detail = describe (crew->work, reason, status);
  return fail_post (crew, post, reason, detail, error);
}

/* The failure record that a worker left as its result; NULL if it is none. */
static Failure *
read_failure (const Post *post, guint64 length)
{
  g_autofree gchar *line = g_malloc (MIN (length, MAX_FAILURE));
  gssize n = pread (post->worker->result, line, MIN (length, MAX_FAILURE), 0);
  Record record = { 0 };
  Failure *failure;

  if (n <= 0 || !json_read_record (line, n, NULL, &record, NULL))
    return NULL;
  failure = g_steal_pointer (&record.base[BASE_FAILURE]);
  record_clear (&record);
  return failure;
}

static void
note_done (Crew *crew, const Post *post, const WorkerAnswer *answer)
{
  g_autoptr (Failure) failure =
      answer->failed ? read_failure (post, answer->length) : NULL;
  CrewNews news = { post->index, get_seconds (post), answer->yield, failure };

  crew->n_done++;
  crew->work->done (&news, crew->work->data);
}

/* The post's document turned out to be a large pack. */
static gboolean
share_out (Crew *crew, Post *post, guint n_pages, GError **error)
{
  Pack *pack = pack_new (post->index, post->task.fd, n_pages, crew->work->n_workers,
                         post->given, error);

  vacate (post);
  if (pack != NULL)
    g_ptr_array_add (crew->packs, pack);
  return pack != NULL;
}

static gboolean
collect_part (Crew *crew, Post *post, const WorkerAnswer *answer, GError **error)
{
  Pack *pack = find_pack (crew, post->index);
  guint seconds = crew->work->limits.seconds;

  if (!pack_put (pack, post->part, post->worker->result, answer->length, answer->seconds,
                 error))
    return FALSE;
  if (seconds > 0 && pack_get_seconds (pack) > seconds)
    {
      g_autofree gchar *detail = describe (crew->work, FAILURE_TIMEOUT, 0);

      return fail_post (crew, post, FAILURE_TIMEOUT, detail, error);
    }
  return TRUE;
}

static gboolean
collect_whole (Crew *crew, Post *post, const WorkerAnswer *answer, GError **error)
{
  g_ptr_array_remove (crew->packs, find_pack (crew, post->index));
  note_done (crew, post, answer);
  return shelf_put (crew->shelf, post->index, post->worker->result, answer->length,
                    error);
}

/* A worker that a document has taken over may say anything. */
static gboolean
may_answer (const Post *post, const WorkerAnswer *answer)
{
  struct stat status;

  return post->busy && fstat (post->worker->result, &status) == 0
         && answer->length <= (guint64)status.st_size
         && (answer->yield.shared == 0 || post->task.may_share);
}

static gboolean
collect (Crew *crew, Post *post, GError **error)
{
  WorkerAnswer answer;

  if (!worker_take (post->worker, &answer) || !may_answer (post, &answer))
    return bury (crew, post, error);
  drain (post);
  if (answer.yield.shared > 0)
    return share_out (crew, post, answer.yield.shared, error);
  vacate (post);
  if (answer.over)
    return fail_post (crew, post, FAILURE_TOO_LARGE,
                      "its records are longer than allowed", error);
  if (!(post->in_part ? collect_part : collect_whole) (crew, post, &answer, error))
    return FALSE;
  if (answer.resident > RETIRE)
    worker_free (g_steal_pointer (&post->worker));
  return TRUE;
}

/* A document that no worker is needed for. */
static gboolean
pass_by (Crew *crew, guint index, const GString *result, Failure *failure, GError **error)
{
  if (failure != NULL)
    return put_failure (crew, index, 0, failure, error);
  crew->n_done++;
  return shelf_put_text (crew->shelf, index, result->str, result->len, error);
}

/* task: what to do of document number index, which was begun then. */
static gboolean
give (Crew *crew, Post *post, guint index, WorkerTask task, gint64 begun, GError **error)
{
  const WorkerLimits *limits = &crew->work->limits;

  if (!man (crew, post, error))
    return FALSE;
  g_string_truncate (post->said, 0);
  post->busy = TRUE;
  post->overdue = FALSE;
  post->index = index;
  post->in_part = task.last > 0;
  post->given = begun;
  post->deadline = limits->seconds > 0
                       ? begun + PATIENCE * (gint64)limits->seconds * G_USEC_PER_SEC
                       : G_MAXINT64;
  post->queued = worker_get_queued (post->worker);
  task.source = crew->work->source (index, crew->work->data);
  post->task = task;
  post->task.fd = fcntl (task.fd, F_DUPFD_CLOEXEC, 0);
  post->task.parts = task.parts >= 0 ? fcntl (task.parts, F_DUPFD_CLOEXEC, 0) : -1;
  /* If the worker is gone, its socket will say so. */
  worker_give (post->worker, &task);
  return TRUE;
}

/* Gives the post something to do of a large pack: a range of pages, or all to be put
 * together. What others have spent on it is not left for this one. */
static gboolean
give_share (Crew *crew, Post *post, Pack *pack, GError **error)
{
  guint seconds = crew->work->limits.seconds;
  guint spent = (guint)pack_get_seconds (pack);
  WorkerTask task = { .fd = -1, .parts = -1 };
  gboolean ok = TRUE;

  if (!pack_next (pack, &post->part, &task.first, &task.last))
    task.parts = pack_take_parts (pack);
  if (task.last == 0 && task.parts < 0)
    return TRUE;
  if (seconds > 0)
    task.seconds = seconds > spent ? seconds - spent : 1;
  task.fd = pack_open (pack);
  if (task.fd >= 0)
    ok = give (crew, post, pack_get_index (pack), task, pack_get_begun (pack), error);
  else
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "cannot open a document again: %s", g_strerror (errno));
      ok = FALSE;
    }
  if (task.fd >= 0)
    close (task.fd);
  if (task.parts >= 0)
    close (task.parts);
  return ok;
}

/* A document can be shared if there are others, with nothing else to do, and it can be
 * opened anew. */
static gboolean
may_share (const Crew *crew, gint fd, guint n_left)
{
  struct stat status;

  return crew->work->n_workers > 1 && n_left < crew->work->n_workers
         && fstat (fd, &status) == 0 && S_ISREG (status.st_mode)
         && lseek (fd, 0, SEEK_CUR) == 0;
}

static gboolean
give_whole (Crew *crew, Post *post, guint index, gint fd, guint n_left, GError **error)
{
  WorkerTask task = { .fd = fd, .parts = -1, .may_share = may_share (crew, fd, n_left) };

  /* What comes through a pipe can be given once. */
  if (!post->prepared && lseek (fd, 0, SEEK_CUR) < 0)
    {
      post->prepared = crew->work->prepare != NULL;
      g_clear_pointer (&post->worker, worker_free);
    }
  return give (crew, post, index, task, g_get_monotonic_time (), error);
}

/* Gives the post a share in a pack, or else the next document that a worker is needed
 * for. */
static gboolean
employ (Crew *crew, Post *post, guint *next, guint n, GError **error)
{
  g_autoptr (GString) result = g_string_new (NULL);

  for (guint i = 0; i < crew->packs->len && !post->busy; i++)
    if (!give_share (crew, post, crew->packs->pdata[i], error))
      return FALSE;
  while (!post->busy && *next < n)
    {
      Failure *failure = NULL;
      guint index = (*next)++;
      gint fd = crew->work->open (index, result, &failure, crew->work->data);
      gboolean ok = fd < 0 ? pass_by (crew, index, result, failure, error)
                           : give_whole (crew, post, index, fd, n - *next, error);

      if (fd >= 0)
        close (fd);
      if (!ok)
        return FALSE;
      g_string_truncate (result, 0);
    }
  return TRUE;
}

/* The one that has been under way longest; NULL if none is. */
static const Post *
find_slowest (const Crew *crew)
{
  const Post *slowest = NULL;

  for (guint i = 0; i < crew->work->n_workers; i++)
    if (crew->posts[i].busy && (slowest == NULL || crew->posts[i].given < slowest->given))
      slowest = &crew->posts[i];
  return slowest;
}

static gboolean
tick (Crew *crew, GError **error)
{
  const Post *slowest = find_slowest (crew);
  CrewNews news = { 0 };

  if (g_get_monotonic_time () < crew->next_tick)
    return TRUE;
  crew->next_tick = g_get_monotonic_time () + TICK * 1000;
  if (slowest != NULL)
    news = (CrewNews){ .index = slowest->index, .seconds = get_seconds (slowest) };
  return crew->work->tick (slowest != NULL ? &news : NULL, crew->work->data, error);
}

/* Time in which the machine had no processor for the worker does not count. */
static void
end_overdue (Post *post)
{
  gint64 late = g_get_monotonic_time () - post->deadline;

  if (!post->busy || post->overdue || late < 0
      || late < worker_get_queued (post->worker) - post->queued)
    return;
  post->overdue = TRUE;
  kill (post->worker->pid, SIGKILL);
}

static gboolean
attend (Crew *crew, GError **error)
{
  guint n = crew->work->n_workers;

  for (guint i = 0; i < n; i++)
    {
      Post *post = &crew->posts[i];
      gboolean there = post->worker != NULL;

      crew->polls[2 * i] =
          (struct pollfd){ there ? post->worker->socket : -1, POLLIN, 0 };
      crew->polls[2 * i + 1] =
          (struct pollfd){ there ? post->worker->errors : -1, POLLIN, 0 };
    }
  if (poll (crew->polls, 2 * n, TICK) < 0 && errno != EINTR)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "poll: %s",
                   g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      Post *post = &crew->posts[i];

      if (post->worker == NULL) /* none, or ended with the pack that it shared */
        continue;
      if (crew->polls[2 * i + 1].revents & POLLIN)
        drain (post);
      if (crew->polls[2 * i].revents != 0 && !collect (crew, post, error))
        return FALSE;
      end_overdue (post);
    }
  return TRUE;
}

static gboolean
run (Crew *crew, guint n, const volatile gint *stop, GError **error)
{
  guint next = 0;

  while (!*stop)
    {
      for (guint i = 0; i < crew->work->n_workers; i++)
        if (!employ (crew, &crew->posts[i], &next, n, error))
          return FALSE;
      if (crew->n_done == n)
        return TRUE;
      if (!attend (crew, error))
        return FALSE;
      if (!tick (crew, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
crew_run (const CrewWork *work, guint n, Shelf *shelf, const volatile gint *stop,
          GError **error)
{
  Crew crew = { .work = work, .shelf = shelf };
  gboolean ok;

  crew.posts = g_new0 (Post, work->n_workers);
  crew.packs = g_ptr_array_new_with_free_func ((GDestroyNotify)pack_free);
  crew.polls = g_new0 (struct pollfd, 2 * work->n_workers);
  for (guint i = 0; i < work->n_workers; i++)
    {
      crew.posts[i].said = g_string_new (NULL);
      crew.posts[i].task.fd = crew.posts[i].task.parts = -1;
    }
  ok = run (&crew, n, stop, error);
  for (guint i = 0; i < work->n_workers; i++)
    if (crew.posts[i].worker != NULL)
      worker_dismiss (crew.posts[i].worker);
  for (guint i = 0; i < work->n_workers; i++)
    {
      if (crew.posts[i].worker != NULL)
        worker_free (crew.posts[i].worker);
      vacate (&crew.posts[i]);
      g_string_free (crew.posts[i].said, TRUE);
    }
  g_ptr_array_unref (crew.packs);
  g_free (crew.posts);
  g_free (crew.polls);
  return ok;
}
