/* heed.c: the program: finds the command and runs it. */

#include "pipelines/command.h"
#include "pipelines/config.h"
#include "pipelines/sandbox.h"
#include "pipelines/schema.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const Command commands[] = {
  { "extract", "[PATH…]", "Text of documents, page by page, line by line.",
    extract_command },
  { "normalise", "[FILE…]", "Pages to meetings and items of business.",
    normalise_command },
  { "classify", "[FILE…]", "Items tagged with the concepts they take up.",
    classify_command },
  { "run", "PATH…", "The three stages in one go.", run_command },
  { "recommendations", "REPORT…", "What Ofsted's inspection reports ask to improve.",
    recommendations_command },
  { "evaluate", "GOLD PREDICTED", "Records held against gold: precision, recall, F1.",
    evaluate_command },
  { "track", "[FILE…]", "What became of each recommendation, meeting by meeting.",
    track_command },
  { "report", "[FILE…]", "A page to read: what was said of each, and what was not.",
    report_command },
  { "load", "DATABASE [FILE…]", "Records into a database.", load_command },
  { "explain", "FILE --item N", "Why an item has its tags, in words.", explain_command },
  { "check", "[FILE…]", "A stream of records held against the contract.", check_command },
  { "taxonomy", "list | show ID | check FILE [RECORDS…] | export",
    "The concept scheme that items are tagged with.", taxonomy_command },
  { NULL },
};

static void
print_help (void)
{
  printf ("Usage:\n  heed COMMAND [OPTION…] [ARGUMENT…]\n\n"
          "Reads council meeting documents and says, with evidence, which of Ofsted's\n"
          "recommendations each meeting took up and what it resolved.\n\nCommands:\n");
  for (const Command *command = commands; command->name != NULL; command++)
    printf ("  %-16s %s\n", command->name, command->summary);
  printf (
      "\nOptions:\n  -h, --help       this text; 'heed COMMAND --help' for a command's\n"
      "  --version        print the version and end\n");
}

/* Letters to put in, take out or change to make one of the other. */
static guint
distance (const gchar *a, const gchar *b)
{
  gsize n = MIN (strlen (b), 31);
  guint row[32];

  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 0; i < 64 && a[i] != '\0'; i++)
    {
      guint corner = row[0];

      row[0] = i + 1;
      for (guint j = 1; j <= n; j++)
        {
          guint best = MIN (MIN (row[j], row[j - 1]) + 1, corner + (a[i] != b[j - 1]));

          corner = row[j];
          row[j] = best;
        }
    }
  return row[n];
}

static gint
unknown_command (const gchar *name)
{
  const Command *nearest = NULL;
  guint best = 3; /* further off is no slip of the finger */

  for (const Command *command = commands; command->name != NULL; command++)
    if (distance (name, command->name) < best)
      {
        best = distance (name, command->name);
        nearest = command;
      }
  if (nearest != NULL)
    command_complain ("unknown command '%s', did you mean '%s'?", name, nearest->name);
  else
    command_complain ("unknown command '%s'", name);
  fprintf (stderr, "Try 'heed --help'.\n");
  return EXIT_USAGE;
}

static void
print_version (gboolean verbose)
{
  g_autofree gchar *sandbox = sandbox_describe ();

  printf ("heed %s\n", HEED_VERSION);
  if (!verbose)
    return;
  printf ("records: schema %d\n", SCHEMA_VERSION);
  printf ("sandbox: %s\n", sandbox);
#if defined(__SANITIZE_ADDRESS__)
  printf ("built with: address sanitizer, memory of workers not bounded\n");
#endif
}

/* GLib would turn "…" into "?" where the locale is plain ASCII; heed prints UTF-8. */
static void
print_as_it_is (const gchar *text)
{
  fputs (text, stdout);
}

/* GLib prints help and ends by itself: whether that could be written is seen at the end.
 */
static void
close_standard_output (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return;
  command_complain ("cannot write standard output: %s", g_strerror (errno));
  _exit (EXIT_STOPPED);
}

gint
main (gint argc, gchar **argv)
{
  const gchar *name = argc > 1 ? argv[1] : NULL;

  g_set_prgname ("heed");
  g_set_print_handler (print_as_it_is);
  atexit (close_standard_output);
  if (name == NULL)
    {
      command_complain ("no command named");
      fprintf (stderr, "Try 'heed --help'.\n");
      return EXIT_USAGE;
    }
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0)
    {
      print_help ();
      return EXIT_DONE;
    }
  if (strcmp (name, "--version") == 0)
    {
      print_version (
          argc > 2
          && (strcmp (argv[2], "--verbose") == 0 || strcmp (argv[2], "-v") == 0));
      return EXIT_DONE;
    }
  for (const Command *command = commands; command->name != NULL; command++)
    if (strcmp (command->name, name) == 0)
      return command->run (argc - 1, argv + 1);
  return unknown_command (name);
}
