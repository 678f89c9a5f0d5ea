/* evaluate.c: the command that holds records against gold. */

#include "pipelines/command.h"
#include "pipelines/output.h"
#include "pipelines/score.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
bundle_free_pointer (gpointer data)
{
  bundle_free (data);
}

/* Bundles of documents by "sha256:…". (transfer full), NULL if and only if error is set
 */
static GHashTable *
read_predicted (const gchar *path, GError **error)
{
  g_autoptr (GHashTable) bundles =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, bundle_free_pointer);
  g_autoptr (BundleReader) reader = NULL;
  gboolean standard = strcmp (path, "-") == 0;
  gint fd = standard ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = TRUE;

  if (fd < 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "cannot read %s: %s", path, g_strerror (errno));
      return NULL;
    }
  reader = bundle_reader_new (fd, standard ? "standard input" : path);
  for (;;)
    {
      Bundle *bundle = NULL;

      ok = bundle_reader_next (reader, &bundle, error);
      if (!ok || bundle == NULL)
        break;
      if (bundle->document != NULL)
        g_hash_table_insert (bundles, bundle->document->id, bundle);
      else
        bundle_free (bundle);
    }
  if (!standard)
    close (fd);
  return ok ? g_steal_pointer (&bundles) : NULL;
}

static void
print_count (GString *out, const gchar *name, Count count)
{
  g_string_append_printf (out, "%-12s %9.3f %9.3f %9.3f %9u %9u %9u\n", name,
                          count_precision (count), count_recall (count), count_f1 (count),
                          count.right, count.invented, count.missed);
}

static void
print_score (GString *out, const Score *score, gboolean verbose)
{
  for (guint i = 0; verbose && i < score->misses->len; i++)
    g_string_append_printf (out, "%s\n", (gchar *)score->misses->pdata[i]);
  g_string_append_printf (out, "%-12s %9s %9s %9s %9s %9s %9s\n", "", "precision",
                          "recall", "F1", "right", "invented", "missed");
  print_count (out, "items", score->items);
  print_count (out, "resolutions", score->resolutions);
  print_count (out, "tags", score->tags);
}

static gboolean
evaluate (const CommandOptions *options, GError **error)
{
  g_autoptr (Score) score = score_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) golds = gold_read (options->arguments[0], error);
  g_autoptr (GHashTable) bundles = NULL;
  g_autoptr (Output) output = NULL;

  if (golds == NULL)
    return FALSE;
  bundles = read_predicted (options->arguments[1], error);
  if (bundles == NULL)
    return FALSE;
  for (guint i = 0; i < golds->len; i++)
    {
      const Gold *gold = golds->pdata[i];
      g_autofree gchar *id = g_strconcat ("sha256:", gold->sha256, NULL);
      const Bundle *bundle = g_hash_table_lookup (bundles, id);

      if (bundle == NULL && !options->quiet)
        command_complain ("no records of %s", gold->source);
      score_add (score, gold, bundle);
    }
  print_score (out, score, options->verbose);
  output = output_open (options->output, error);
  return output != NULL && output_write (output, out->str, out->len, error)
         && output_close (output, error);
}

gint
evaluate_command (gint argc, gchar **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autoptr (GError) error = NULL;
  gint status;

  if (!command_parse ("evaluate", NULL, argc, argv, &options, &status))
    return status;
  if (g_strv_length (options.arguments) != 2)
    {
      command_complain (
          "two arguments: GOLD (a file, or a folder of *.gold.json) PREDICTED");
      return EXIT_USAGE;
    }
  if (!evaluate (&options, &error))
    {
      command_complain ("%s", error->message);
      return EXIT_STOPPED;
    }
  return EXIT_DONE;
}
