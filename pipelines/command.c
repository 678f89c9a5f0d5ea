/* command.c: command lines to options, errors to lines on standard error. */

#include "pipelines/command.h"

#include "pipelines/config.h"
#include "pipelines/terminal.h"

#include <stdio.h>
#include <string.h>

void
command_options_clear (CommandOptions *options)
{
  g_free (options->output);
  g_strfreev (options->arguments);
}

void
command_complain (const gchar *format, ...)
{
  va_list args;
  g_autofree gchar *message = NULL;
  g_autofree gchar *plain = NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  plain = terminal_make_plain (message);
  fprintf (stderr, "%s: %s\n", g_get_prgname (), plain);
}

static const Command *
find (const gchar *name)
{
  for (const Command *command = commands; command->name != NULL; command++)
    if (strcmp (command->name, name) == 0)
      return command;
  g_assert_not_reached ();
}

static const GOptionEntry *
find_short (const GOptionEntry *entries, gchar letter)
{
  for (; entries != NULL && (entries->long_name != NULL && *entries->long_name != '\0');
       entries++)
    if (entries->short_name == letter && entries->arg != G_OPTION_ARG_NONE)
      return entries;
  return NULL;
}

/* GOption wants "-j 2"; people also write "-j2". (transfer full): the arguments, split */
static gchar **
split_short (const GOptionEntry *entries, const GOptionEntry *common, gchar **argv)
{
  GPtrArray *split = g_ptr_array_new ();
  gboolean options = TRUE;

  for (; *argv != NULL; argv++)
    {
      const gchar *word = *argv;

      options = options && strcmp (word, "--") != 0;
      if (options && word[0] == '-' && word[1] != '\0' && word[2] != '\0'
          && (find_short (entries, word[1]) != NULL
              || find_short (common, word[1]) != NULL))
        {
          g_ptr_array_add (split, g_strndup (word, 2));
          word += 2;
        }
      g_ptr_array_add (split, g_strdup (word));
    }
  g_ptr_array_add (split, NULL);
  return (gchar **)g_ptr_array_free (split, FALSE);
}

gboolean
command_parse (const gchar *name, const GOptionEntry *entries, gint argc, gchar **argv,
               CommandOptions *ret_options, gint *ret_status)
{
  const Command *command = find (name);
  gboolean version = FALSE;
  CommandOptions options = { 0 };
  const GOptionEntry common[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      "write to FILE, not to standard output", "FILE" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options.quiet, "say only what went wrong",
      NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &options.verbose, "say more", NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, "print the version and end", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.arguments, NULL,
      NULL },
    { NULL },
  };
  /* As the remaining arguments' description a long one would push all columns right. */
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autofree gchar *program = g_strdup_printf ("heed %s", name);
  g_auto (GStrv) words = split_short (entries, common, argv);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_summary (context, command->summary);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      command_complain ("%s", error->message);
      fprintf (stderr, "Try 'heed %s --help'.\n", name);
      command_options_clear (&options);
      *ret_status = EXIT_USAGE;
      return FALSE;
    }
  if (version)
    {
      printf ("heed %s\n", HEED_VERSION);
      command_options_clear (&options);
      *ret_status = EXIT_DONE;
      return FALSE;
    }
  if (options.arguments == NULL)
    options.arguments = g_new0 (gchar *, 1);
  *ret_options = options;
  return TRUE;
}
