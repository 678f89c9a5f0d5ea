/* fuzz_command.c: any command line is understood or refused with exit status 2 or 3. A
 * line of the input is a word of the command line; the first is the command. */

#include "pipelines/settings.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

static const struct
{
  const gchar *name;
  Stages stages;
} stages[] = {
  { "extract", STAGE_EXTRACT },
  { "normalise", STAGE_NORMALISE },
  { "classify", STAGE_CLASSIFY },
  { "run", STAGE_EXTRACT | STAGE_NORMALISE | STAGE_CLASSIFY },
  { "recommendations", STAGE_EXTRACT | STAGE_REPORT },
};

/* Help and complaints are not what is looked at here. */
static void
hush (void)
{
  static gboolean done;
  gint nothing = done ? -1 : open ("/dev/null", O_RDWR | O_CLOEXEC);

  if (done)
    return;
  done = TRUE;
  dup2 (nothing, STDIN_FILENO);
  dup2 (nothing, STDOUT_FILENO);
  close (nothing);
}

/* GLib answers those by ending the program. */
static gboolean
asks_for_help (const gchar *word)
{
  return g_str_has_prefix (word, "--help")
         || (word[0] == '-' && word[1] != '-' && strpbrk (word, "h?") != NULL);
}

static void
assert_settings (const Settings *settings)
{
  g_assert_cmpuint (settings->jobs, >=, 1);
  g_assert_cmpuint (settings->shard, >=, 1);
  g_assert_cmpuint (settings->shard, <=, settings->n_shards);
  g_assert_nonnull (settings->common.arguments);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree gchar *text = g_strndup ((const gchar *)data, length);
  g_auto (GStrv) words = g_strsplit (text, "\n", 64);
  guint n = g_strv_length (words);

  hush ();
  for (guint i = 0; i < n; i++)
    if (asks_for_help (words[i]))
      return 0;
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (n > 0 && strcmp (words[0], stages[i].name) == 0)
      {
        g_auto (Settings) settings = { 0 };
        gint status = -1;

        if (settings_parse (stages[i].name, stages[i].stages, (gint)n, words, &settings,
                            &status))
          assert_settings (&settings);
        else
          g_assert_true (status == EXIT_DONE || status == EXIT_USAGE
                         || status == EXIT_STOPPED);
      }
  return 0;
}
