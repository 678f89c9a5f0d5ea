/* settings.c: the options of the commands that run stages. */

#include "pipelines/settings.h"

#include "normalise/date.h"

#include <string.h>
#include <unistd.h>

/* What one document may cost unless the user says otherwise. */
#define DEFAULT_SECONDS 30
#define DEFAULT_MEMORY 1024   /* MiB */
#define MAX_OUTPUT (1u << 30) /* bytes of records of one document */
#define MAX_JOBS 1024

void
settings_clear (Settings *settings)
{
  command_options_clear (&settings->common);
  g_clear_pointer (&settings->pipeline.taxonomy, taxonomy_unref);
  g_clear_pointer (&settings->pipeline.model, g_bytes_unref);
  recommendation_set_free (settings->pipeline.recommendations);
  g_strfreev (settings->recommendations);
  g_free (settings->files_from);
  g_free (settings->watch);
  g_free (settings->log);
  g_free (settings->council);
  g_free (settings->urn);
  g_free (settings->published);
  g_free (settings->taxonomy);
  g_free (settings->model);
  g_free (settings->ocr);
  g_free (settings->sandbox);
}

static gboolean
choose_ocr (Settings *settings)
{
  static const gchar *const names[] = { "auto", "never", "always" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (settings->ocr == NULL || strcmp (settings->ocr, names[i]) == 0)
      {
        settings->pipeline.limits.ocr = (OcrMode)i;
        return TRUE;
      }
  command_complain ("--ocr takes auto, never or always, not '%s'", settings->ocr);
  return FALSE;
}

static gboolean
choose_sandbox (Settings *settings)
{
  static const gchar *const names[] = { "auto", "require", "off" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (settings->sandbox == NULL || strcmp (settings->sandbox, names[i]) == 0)
      {
        settings->limits.sandbox = (SandboxMode)i;
        return TRUE;
      }
  command_complain ("--sandbox takes auto, require or off, not '%s'", settings->sandbox);
  return FALSE;
}

static gboolean
in_range (const gchar *option, gint value, gint low, gint high)
{
  if (value >= low && value <= high)
    return TRUE;
  command_complain ("--%s takes a number from %d to %d", option, low, high);
  return FALSE;
}

/* What is still to be looked at. */
typedef struct
{
  gint jobs;
  gint seconds;
  gint memory;
  gchar *shard;
} Numbers;

/* "3/8" */
static gboolean
choose_shard (Settings *settings, const gchar *text)
{
  gchar *end = NULL;
  guint64 shard = 1, n = 1;

  if (text != NULL)
    {
      shard = g_ascii_strtoull (text, &end, 10);
      n = *end == '/' ? g_ascii_strtoull (end + 1, &end, 10) : 0;
    }
  settings->shard = (guint)shard;
  settings->n_shards = (guint)n;
  if ((end == NULL || *end == '\0') && shard >= 1 && shard <= n && n <= G_MAXINT)
    return TRUE;
  command_complain ("--shard takes K/N, the K-th of N shares, not '%s'", text);
  return FALSE;
}

/* What is said of a report: a date that a calendar has, a number of Ofsted's. */
static gboolean
check_facts (const Settings *settings)
{
  const gchar *urn = settings->urn;
  Date date;

  if (settings->published != NULL
      && (!date_parse (settings->published, &date) || date.day == 0))
    {
      command_complain ("--published takes a date such as 2024-04-02, not '%s'",
                        settings->published);
      return FALSE;
    }
  if ((urn != NULL || settings->published != NULL)
      && g_strv_length (settings->common.arguments) > 1)
    {
      command_complain ("--urn and --published are of one report");
      return FALSE;
    }
  if (urn != NULL && (*urn == '\0' || strspn (urn, "0123456789") != strlen (urn)))
    {
      command_complain ("--urn takes a number, not '%s'", urn);
      return FALSE;
    }
  return TRUE;
}

static gboolean
names_input (const Settings *settings)
{
  return settings->common.arguments[0] != NULL || settings->files_from != NULL
         || settings->watch != NULL;
}

static gboolean
take (Settings *settings, const Numbers *numbers)
{
  if (!choose_ocr (settings) || !choose_sandbox (settings)
      || !in_range ("jobs", numbers->jobs, 1, MAX_JOBS)
      || !in_range ("seconds", numbers->seconds, 0, G_MAXINT)
      || !in_range ("memory", numbers->memory, 0, G_MAXINT)
      || !choose_shard (settings, numbers->shard))
    return FALSE;
  if (settings->resume && settings->common.output == NULL)
    {
      command_complain ("--resume needs -o FILE");
      return FALSE;
    }
  if (settings->watch != NULL
      && (settings->common.arguments[0] != NULL || settings->files_from != NULL))
    {
      command_complain ("--watch takes one folder, and no further paths");
      return FALSE;
    }
  if (settings->council != NULL && !g_utf8_validate (settings->council, -1, NULL))
    {
      command_complain ("--council is no UTF-8");
      return FALSE;
    }
  if (!check_facts (settings))
    return FALSE;
  if (settings->stages == STAGE_EXTRACT && !names_input (settings))
    {
      /* A stage by itself reads standard input, like those after it. */
      g_strfreev (settings->common.arguments);
      settings->common.arguments = g_new0 (gchar *, 2);
      settings->common.arguments[0] = g_strdup ("-");
    }
  if ((settings->stages & STAGE_EXTRACT) && !names_input (settings))
    {
      command_complain ("no document or folder named");
      return FALSE;
    }
  settings->pipeline.council = settings->council;
  settings->pipeline.urn = settings->urn;
  settings->pipeline.published = settings->published;
  settings->jobs = numbers->jobs;
  /* What is read must still be laid out and tagged before the time is over. */
  settings->pipeline.limits.ocr_seconds = numbers->seconds * 2 / 3;
  settings->pipeline.limits.before_ocr = worker_ask;
  settings->limits.seconds = (guint)numbers->seconds;
  settings->limits.memory = (gsize)numbers->memory << 20;
  settings->limits.output = MAX_OUTPUT;
  return TRUE;
}

gboolean
settings_parse (const gchar *name, Stages stages, gint argc, gchar **argv,
                Settings *ret_settings, gint *ret_status)
{
  g_auto (Settings)
      settings = { .stages = stages, .pipeline.limits = extract_limits_default };
  g_autofree gchar *shard = NULL;
  Numbers numbers = { (gint)g_get_num_processors (), DEFAULT_SECONDS, DEFAULT_MEMORY,
                      NULL };
  const struct
  {
    Stages stage; /* the option is there for the commands that run it */
    GOptionEntry entry;
  } options[] = {
    { STAGE_EXTRACT,
      { "jobs", 'j', 0, G_OPTION_ARG_INT, &numbers.jobs,
        "do N documents at once (all cores if not said)", "N" } },
    { STAGE_EXTRACT,
      { "seconds", 0, 0, G_OPTION_ARG_INT, &numbers.seconds,
        "give up a document after N seconds (30; 0: never)", "N" } },
    { STAGE_EXTRACT,
      { "memory", 0, 0, G_OPTION_ARG_INT, &numbers.memory,
        "give up a document at N MiB (1024; 0: no bound)", "N" } },
    { STAGE_EXTRACT,
      { "files-from", 0, 0, G_OPTION_ARG_FILENAME, &settings.files_from,
        "read more paths from FILE (-: standard input)", "FILE" } },
    { STAGE_EXTRACT,
      { "null", '0', 0, G_OPTION_ARG_NONE, &settings.nul,
        "paths of --files-from end in NUL bytes", NULL } },
    { STAGE_EXTRACT,
      { "shard", 0, 0, G_OPTION_ARG_FILENAME, &shard,
        "do the K-th of N shares of the documents", "K/N" } },
    { STAGE_EXTRACT,
      { "resume", 0, 0, G_OPTION_ARG_NONE, &settings.resume,
        "go on where a run on the same -o FILE stopped", NULL } },
    { STAGE_EXTRACT,
      { "watch", 0, 0, G_OPTION_ARG_FILENAME, &settings.watch,
        "do what is in FOLDER and what arrives there", "FOLDER" } },
    { STAGE_EXTRACT,
      { "log", 0, 0, G_OPTION_ARG_FILENAME, &settings.log,
        "append a line for each document to FILE", "FILE" } },
    { STAGE_EXTRACT,
      { "progress", 0, 0, G_OPTION_ARG_NONE, &settings.progress,
        "show progress even if this is no terminal", NULL } },
    { STAGE_EXTRACT,
      { "ocr", 0, 0, G_OPTION_ARG_FILENAME, &settings.ocr,
        "read pictures of pages: auto, never or always", "WHEN" } },
    { STAGE_EXTRACT,
      { "sandbox", 0, 0, G_OPTION_ARG_FILENAME, &settings.sandbox,
        "cage what opens documents: auto, require or off", "HOW" } },
    { STAGE_NORMALISE,
      { "council", 0, 0, G_OPTION_ARG_FILENAME, &settings.council,
        "whose meetings they are, where they do not say", "NAME" } },
    { STAGE_REPORT,
      { "council", 0, 0, G_OPTION_ARG_FILENAME, &settings.council,
        "whom the report is on, where it does not say", "NAME" } },
    { STAGE_REPORT,
      { "urn", 0, 0, G_OPTION_ARG_FILENAME, &settings.urn,
        "the council's unique reference number with Ofsted", "URN" } },
    { STAGE_REPORT,
      { "published", 0, 0, G_OPTION_ARG_FILENAME, &settings.published,
        "when the report was published", "YYYY-MM-DD" } },
    { STAGE_CLASSIFY | STAGE_REPORT,
      { "taxonomy", 0, 0, G_OPTION_ARG_FILENAME, &settings.taxonomy,
        "SKOS concept scheme to use, not the built-in one", "FILE" } },
    { STAGE_CLASSIFY | STAGE_REPORT,
      { "model", 0, 0, G_OPTION_ARG_FILENAME, &settings.model,
        "learned weights to use; none: the taxonomy alone", "FILE" } },
    { STAGE_CLASSIFY,
      { "recommendations", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &settings.recommendations,
        "hold items against these; may be said again", "FILE" } },
  };
  GOptionEntry entries[G_N_ELEMENTS (options) + 1] = { { NULL } };
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (stages & options[i].stage)
      entries[n++] = options[i].entry;
  if (!command_parse (name, entries, argc, argv, &settings.common, ret_status))
    return FALSE;
  *ret_status = EXIT_USAGE;
  numbers.shard = shard;
  settings.progress =
      settings.progress || (isatty (STDERR_FILENO) && !settings.common.quiet);
  if (!take (&settings, &numbers))
    return FALSE;
  if (stages & (STAGE_CLASSIFY | STAGE_REPORT))
    settings.pipeline.taxonomy = pipeline_open_taxonomy (settings.taxonomy, &error);
  if (settings.pipeline.taxonomy != NULL)
    pipeline_choose_model (&settings.pipeline, settings.model, &error);
  if (error == NULL && settings.recommendations != NULL)
    settings.pipeline.recommendations =
        recommendation_set_new (settings.recommendations, &error);
  if (error != NULL)
    {
      command_complain ("%s", error->message);
      *ret_status = EXIT_STOPPED;
      return FALSE;
    }
  if (!sandbox_check (settings.limits.sandbox, &error))
    {
      command_complain ("%s", error->message);
      *ret_status = EXIT_STOPPED;
      return FALSE;
    }
  *ret_settings = settings;
  settings = (Settings){ 0 };
  return TRUE;
}
