/* run.c: the commands extract and run: documents in, records out, each document in a
 * worker. */

#include "pipelines/crew.h"
#include "pipelines/input.h"
#include "pipelines/output.h"
#include "pipelines/settings.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  const Settings *settings;
  GPtrArray *inputs; /* Input * */
  Output *output;
  Pipeline *pipeline; /* made in each worker, when it first needs it */
  guint n_failed;
} Run;

/* The signal that asked to stop, or 0. */
static volatile gint stop_signal;

static void
on_signal (gint number)
{
  stop_signal = number;
}

static void
catch_signals (void)
{
  const gint numbers[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction action = { .sa_handler = on_signal };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    sigaction (numbers[i], &action, NULL);
}

/* In the worker */
static void
work (gint fd, const gchar *source, GString *out, gpointer data)
{
  Run *run = data;
  g_autoptr (Bundle) bundle = NULL;

  if (run->pipeline == NULL)
    run->pipeline = pipeline_new (&run->settings->pipeline);
  bundle = pipeline_extract (run->pipeline, fd, source);
  if (run->settings->stages & STAGE_NORMALISE)
    pipeline_normalise (run->pipeline, bundle);
  if (run->settings->stages & STAGE_CLASSIFY)
    pipeline_classify (run->pipeline, bundle);
  bundle_write (bundle, out);
}

static const gchar *
get_source (guint index, gpointer data)
{
  const Run *run = data;

  return ((const Input *)run->inputs->pdata[index])->source;
}

static gint
open_input (guint index, Failure **ret_failure, gpointer data)
{
  const Run *run = data;
  g_autoptr (GError) error = NULL;
  gint fd = input_open (run->inputs->pdata[index], &error);

  if (fd < 0)
    *ret_failure = failure_new (get_source (index, data), NULL, "extract",
                                FAILURE_UNREADABLE, error->message);
  return fd;
}

static void
note_done (guint index, const Failure *failure, gpointer data)
{
  Run *run = data;

  if (failure == NULL)
    return;
  run->n_failed++;
  command_complain ("%s: %s", failure->source, failure->detail);
}

static gboolean
write_piece (const gchar *piece, gsize length, gpointer data, GError **error)
{
  Run *run = data;

  return output_write (run->output, piece, length, error);
}

static gboolean
run_documents (Run *run, GError **error)
{
  g_autoptr (Shelf) shelf = shelf_new (write_piece, run);
  CrewWork crew = { .n_workers = MIN (run->settings->jobs, MAX (run->inputs->len, 1)),
                    .limits = run->settings->limits,
                    .work = work,
                    .source = get_source,
                    .open = open_input,
                    .done = note_done,
                    .data = run };

  catch_signals ();
  return crew_run (&crew, run->inputs->len, shelf, &stop_signal, error)
         && output_close (run->output, error);
}

static gint
document_command (const gchar *name, Stages stages, gint argc, gchar **argv)
{
  g_auto (Settings) settings = { 0 };
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (Output) output = NULL;
  g_autoptr (GError) error = NULL;
  Run run = { .settings = &settings };
  gint status;

  if (!settings_parse (name, stages, argc, argv, &settings, &status))
    return status;
  run.output = output = output_open (settings.common.output, &error);
  if (output != NULL)
    run.inputs = inputs = input_list (settings.common.arguments);
  if (output == NULL || !run_documents (&run, &error))
    {
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  if (stop_signal != 0)
    return 128 + stop_signal;
  return run.n_failed > 0 ? EXIT_FAILED : EXIT_DONE;
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
