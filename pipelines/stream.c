/* stream.c: the commands normalise and classify: records in, records out. */

#include "pipelines/output.h"
#include "pipelines/records.h"
#include "pipelines/settings.h"

typedef struct
{
  const Settings *settings;
  Pipeline *pipeline;
  Output *output;
  GString *lines;
  gint status; /* an ExitStatus */
} Stream;

static gboolean
pass (Bundle *bundle, gpointer data, GError **error)
{
  Stream *stream = data;

  if (stream->settings->stages & STAGE_NORMALISE)
    pipeline_normalise (stream->pipeline, bundle);
  else
    pipeline_classify (stream->pipeline, bundle);
  if (bundle->failure != NULL)
    stream->status = EXIT_FAILED;
  g_string_truncate (stream->lines, 0);
  bundle_write (bundle, stream->lines);
  return output_write (stream->output, stream->lines->str, stream->lines->len, error);
}

static gboolean
pass_file (Stream *stream, const gchar *path, GError **error)
{
  const gchar *name;
  gint fd = records_open (path, &name, error);
  gboolean ok = fd >= 0 && bundle_for_each (fd, name, pass, stream, error);

  records_close (fd);
  return ok;
}

static gboolean
pass_files (Stream *stream, GError **error)
{
  gchar **paths = stream->settings->common.arguments;

  if (paths[0] == NULL)
    return pass_file (stream, "-", error);
  for (; *paths != NULL; paths++)
    if (!pass_file (stream, *paths, error))
      return FALSE;
  return TRUE;
}

static gint
stream_command (const gchar *name, Stages stage, gint argc, gchar **argv)
{
  g_auto (Settings) settings = { 0 };
  g_autoptr (Pipeline) pipeline = NULL;
  g_autoptr (Output) output = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Stream stream = { .settings = &settings, .lines = lines };
  gint status;

  if (!settings_parse (name, stage, argc, argv, &settings, &status))
    return status;
  stream.pipeline = pipeline = pipeline_new (&settings.pipeline);
  stream.output = output = output_open (settings.common.output, &error);
  if (output == NULL || !pass_files (&stream, &error) || !output_close (output, &error))
    {
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  return stream.status;
}

gint
normalise_command (gint argc, gchar **argv)
{
  return stream_command ("normalise", STAGE_NORMALISE, argc, argv);
}

gint
classify_command (gint argc, gchar **argv)
{
  return stream_command ("classify", STAGE_CLASSIFY, argc, argv);
}
