/* run.c: the commands extract, run and recommendations: documents in, records out, each
 * document in a worker. */

#include "extract/ocr.h"
#include "pipelines/crew.h"
#include "pipelines/input.h"
#include "pipelines/journal.h"
#include "pipelines/progress.h"
#include "pipelines/settings.h"
#include "pipelines/terminal.h"
#include "pipelines/watcher.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define WATCH_TICK 1000 /* milliseconds */
/* Pages from which on a document's pages are shared out among workers that would have
 * nothing else to do: a month's pack of a council's committee has some 50 to 300. */
#define LARGE_PACK 100

typedef struct
{
  const Settings *settings;
  const gchar *made_with; /* of pipeline */
  GPtrArray *inputs;      /* Input * */
  Earlier *earlier;       /* (nullable) */
  Journal *journal;
  Watcher *watcher; /* (nullable) */
  Progress *progress;
  gboolean failed_before; /* among the results of an earlier run is a failure */
  Pipeline *pipeline;     /* made before the workers, which share its pages by fork */
  FILE *log;              /* (nullable) */
  GString *log_lines;     /* of documents whose records are not on the disk yet */
} Run;

/* The signal that asked to stop, or 0. */
static volatile gint stop_signal;

static void
on_signal (gint number)
{
  stop_signal = number;
}

/* What whoever started us wants ignored stays so: SIGHUP under nohup(1). */
static void
catch_signals (void)
{
  const gint numbers[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction action = { .sa_handler = on_signal };
  struct sigaction before;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (sigaction (numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
      sigaction (numbers[i], &action, NULL);
}

/* In the worker */

static void
count_yield (const Bundle *bundle, WorkerYield *yield)
{
  const Document *document =
      bundle->inspection != NULL ? bundle->report : bundle->document;

  yield->pages = document != NULL ? document->pages->len : 0;
  yield->recommendations =
      bundle->inspection != NULL ? bundle->inspection->recommendations->len : 0;
  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    {
      const Meeting *meeting = bundle->meetings->pdata[i];
      const MeetingTags *tags = bundle->tags != NULL ? bundle->tags->pdata[i] : NULL;

      yield->items += meeting->items->len;
      for (guint j = 0; j < meeting->items->len; j++)
        {
          yield->resolutions += ((Item *)meeting->items->pdata[j])->resolutions->len;
          if (tags != NULL)
            yield->tags += ((ItemTags *)tags->items->pdata[j])->tags->len;
        }
    }
}

static void
work (const WorkerTask *task, GString *out, WorkerYield *ret_yield, gpointer data)
{
  Run *run = data;
  g_autoptr (Bundle) bundle = NULL;

  if (task->may_share)
    {
      guint n_pages = pipeline_count_pages (run->pipeline, task->fd);

      ret_yield->shared = n_pages >= LARGE_PACK ? n_pages : 0;
      if (ret_yield->shared > 0)
        return;
    }
  if (task->last > 0)
    {
      bundle = pipeline_extract_part (run->pipeline, task->fd, task->source, task->first,
                                      task->last);
      bundle_write (bundle, out);
      return;
    }
  bundle = task->parts >= 0
               ? pipeline_join (run->pipeline, task->fd, task->source, task->parts)
               : pipeline_extract (run->pipeline, task->fd, task->source);
  if (run->settings->stages & STAGE_NORMALISE)
    pipeline_normalise (run->pipeline, bundle);
  if (run->settings->stages & STAGE_CLASSIFY)
    pipeline_classify (run->pipeline, bundle);
  if (run->settings->stages & STAGE_REPORT)
    pipeline_report (run->pipeline, bundle);
  count_yield (bundle, ret_yield);
  bundle_write (bundle, out);
}

static void
load_ocr (void)
{
  ocr_load ();
}

/* In the parent */

static const Input *
get_input (const Run *run, guint index)
{
  return run->inputs->pdata[index];
}

static const gchar *
get_source (guint index, gpointer data)
{
  return get_input (data, index)->source;
}

/* Whether the output that a watch adds to has the document under that name; if not, it
 * soon will. */
static gboolean
is_told (Run *run, const gchar *document, const gchar *source)
{
  if (earlier_has (run->earlier, document, source))
    {
      progress_skip (run->progress);
      return TRUE;
    }
  earlier_note (run->earlier, document, source);
  return FALSE;
}

/* Whether an earlier run has the document's result; then it is in result. */
static gboolean
use_earlier (Run *run, guint index, gint fd, GString *result)
{
  g_autofree gchar *document = NULL;
  gboolean failed;

  if (run->earlier == NULL || strcmp (get_input (run, index)->path, "-") == 0)
    return FALSE;
  document = input_identify (fd);
  if (document == NULL)
    return FALSE;
  if (run->watcher != NULL && is_told (run, document, get_source (index, run)))
    return TRUE;
  if (!earlier_find (run->earlier, document, get_source (index, run), result, &failed))
    return FALSE;
  run->failed_before |= failed;
  progress_skip (run->progress);
  return TRUE;
}

/* Documents are shared out by a hash of their bytes (of their name, if they have none to
 * be read), so that a share is the same wherever and however often it is worked out. */
static gboolean
is_ours (const Run *run, guint index, gint fd)
{
  g_autofree gchar *document = NULL;
  g_autofree gchar *of_name = NULL;

  if (run->settings->n_shards <= 1)
    return TRUE;
  document = fd >= 0 ? input_identify (fd) : NULL;
  if (document == NULL)
    of_name = g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                             get_input (run, index)->source, -1);
  return input_share (document != NULL ? document : of_name, run->settings->n_shards)
         == run->settings->shard;
}

static gint
open_input (guint index, GString *result, Failure **ret_failure, gpointer data)
{
  Run *run = data;
  g_autoptr (GError) error = NULL;
  gint fd = input_open (get_input (run, index), &error);

  if (!is_ours (run, index, fd))
    progress_skip (run->progress);
  else if (fd < 0)
    *ret_failure = failure_new (get_source (index, data), NULL, "extract",
                                FAILURE_UNREADABLE, error->message);
  else if (!use_earlier (run, index, fd, result))
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

static void
log_done (Run *run, const CrewNews *news)
{
  g_autofree gchar *source = NULL;

  if (run->log == NULL)
    return;
  source = terminal_make_plain (get_source (news->index, run));
  g_string_append_printf (
      run->log_lines, "%s\t%.3f s\t%u pages\t%u items\t%u resolutions\t%u tags\t%s\n",
      news->failure != NULL ? failure_reason_get_name (news->failure->reason) : "done",
      news->seconds, news->yield.pages, news->yield.items, news->yield.resolutions,
      news->yield.tags, source);
}

static void
note_done (const CrewNews *news, gpointer data)
{
  Run *run = data;

  progress_add (run->progress, news);
  log_done (run, news);
  if (news->failure == NULL)
    return;
  progress_clear (run->progress);
  command_complain ("%s: %s", news->failure->source, news->failure->detail);
}

static gboolean
write_piece (const gchar *piece, gsize length, gpointer data, GError **error)
{
  Run *run = data;

  return journal_write (run->journal, piece, length, error);
}

/* A document's line is in the log only when its records are on the disk. */
static gboolean
write_log (Run *run, GError **error)
{
  if (run->log == NULL || run->log_lines->len == 0)
    return TRUE;
  if (fwrite (run->log_lines->str, 1, run->log_lines->len, run->log)
          == run->log_lines->len
      && fflush (run->log) == 0)
    {
      g_string_truncate (run->log_lines, 0);
      return TRUE;
    }
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               "cannot write %s: %s", run->settings->log, g_strerror (errno));
  return FALSE;
}

static gboolean
tick (const CrewNews *slowest, gpointer data, GError **error)
{
  Run *run = data;

  progress_draw (run->progress, slowest,
                 slowest != NULL ? get_source (slowest->index, data) : NULL);
  return journal_sync (run->journal, error) && write_log (run, error);
}

static gboolean
run_inputs (Run *run, GError **error)
{
  g_autoptr (Shelf) shelf = shelf_new (write_piece, run);
  CrewWork crew = { .n_workers = run->settings->jobs,
                    .limits = run->settings->limits,
                    .work = work,
                    .prepare =
                        run->settings->pipeline.limits.ocr != OCR_NEVER ? load_ocr : NULL,
                    .source = get_source,
                    .open = open_input,
                    .done = note_done,
                    .tick = tick,
                    .made_with = run->made_with,
                    .data = run };

  return crew_run (&crew, run->inputs->len, shelf, &stop_signal, error)
         && journal_sync (run->journal, error) && write_log (run, error);
}

static void
say_summary (const Run *run)
{
  g_autofree gchar *summary = progress_summarise (run->progress);

  progress_clear (run->progress);
  if (!run->settings->common.quiet
      && (run->settings->progress || run->settings->common.verbose))
    command_complain ("%s", summary);
}

/* What is there is done, then what arrives, each time as a run of its own. */
static gboolean
watch (Run *run, GError **error)
{
  while (stop_signal == 0)
    {
      g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

      if (!watcher_wait (run->watcher, WATCH_TICK, paths, error))
        return FALSE;
      if (paths->len == 0)
        continue;
      g_ptr_array_set_size (run->inputs, 0);
      for (guint i = 0; i < paths->len; i++)
        input_add (run->inputs, paths->pdata[i]);
      progress_free (run->progress);
      run->progress = progress_new (run->inputs->len, run->settings->progress);
      if (!run_inputs (run, error))
        return FALSE;
      if (stop_signal == 0)
        say_summary (run);
    }
  return journal_close (run->journal, error);
}

static gboolean
run_documents (Run *run, GError **error)
{
  catch_signals ();
  if (run->watcher != NULL)
    return watch (run, error);
  return run_inputs (run, error)
         && (stop_signal != 0 || journal_close (run->journal, error));
}

static gboolean
open_log (Run *run, GError **error)
{
  if (run->settings->log == NULL)
    return TRUE;
  run->log = fopen (run->settings->log, "ae");
  if (run->log == NULL)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                 "cannot write %s: %s", run->settings->log, g_strerror (errno));
  return run->log != NULL;
}

static gboolean
open_run (Run *run, GError **error)
{
  const Settings *settings = run->settings;

  if (settings->watch != NULL
      && (run->watcher = watcher_new (settings->watch, error)) == NULL)
    return FALSE;
  run->pipeline = pipeline_new (&settings->pipeline);
  run->made_with = pipeline_prepare (run->pipeline, settings->stages);
  run->inputs = input_list (settings->common.arguments);
  if (settings->files_from != NULL
      && !input_add_list (run->inputs, settings->files_from, settings->nul, error))
    return FALSE;
  if (settings->resume || settings->watch != NULL)
    run->earlier = earlier_new (run->made_with);
  run->progress = progress_new (run->inputs->len, settings->progress);
  run->log_lines = g_string_new (NULL);
  run->journal = settings->watch != NULL
                     ? journal_open_at_end (settings->common.output, run->earlier, error)
                     : journal_open (settings->common.output, run->earlier, error);
  return run->journal != NULL && open_log (run, error);
}

static void
run_clear (Run *run)
{
  watcher_free (run->watcher);
  pipeline_free (run->pipeline);
  g_clear_pointer (&run->inputs, g_ptr_array_unref);
  earlier_free (run->earlier);
  journal_free (run->journal);
  progress_free (run->progress);
  g_clear_pointer (&run->log, fclose);
  if (run->log_lines != NULL)
    g_string_free (run->log_lines, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static gint
finish (const Run *run)
{
  progress_clear (run->progress);
  if (stop_signal != 0)
    command_complain ("stopped by signal %d (%s)%s", stop_signal, strsignal (stop_signal),
                      run->settings->common.output == NULL ? ""
                      : run->watcher != NULL
                          ? "; the same command goes on"
                          : "; the same command with --resume goes on");
  if (run->watcher == NULL)
    say_summary (run);
  if (stop_signal != 0)
    return 128 + stop_signal;
  return run->failed_before || progress_get_failed (run->progress) > 0 ? EXIT_FAILED
                                                                       : EXIT_DONE;
}

static gint
document_command (const gchar *name, Stages stages, gint argc, gchar **argv)
{
  g_auto (Settings) settings = { 0 };
  g_auto (Run) run = { .settings = &settings };
  g_autoptr (GError) error = NULL;
  gint status;

  if (!settings_parse (name, stages, argc, argv, &settings, &status))
    return status;
  if (!open_run (&run, &error) || !run_documents (&run, &error))
    {
      if (run.progress != NULL)
        progress_clear (run.progress);
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  return finish (&run);
}

gint
extract_command (gint argc, gchar **argv)
{
  return document_command ("extract", STAGE_EXTRACT, argc, argv);
}

gint
run_command (gint argc, gchar **argv)
{
  return document_command ("run", STAGE_EXTRACT | STAGE_NORMALISE | STAGE_CLASSIFY, argc,
                           argv);
}

gint
recommendations_command (gint argc, gchar **argv)
{
  return document_command ("recommendations", STAGE_EXTRACT | STAGE_REPORT, argc, argv);
}
