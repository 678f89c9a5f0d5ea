/* command.h: what every command of heed has in common: options, messages, exit status. */

#pragma once

#include <glib.h>

/* Exit status, as CONTRACT and manual have it; 128 + N when ended by signal N. */
typedef enum
{
  EXIT_DONE = 0,   /* every document processed */
  EXIT_FAILED = 1, /* some document failed; each has its `failure` record */
  EXIT_USAGE = 2,
  EXIT_STOPPED = 3, /* cannot go on: output not writable, taxonomy or records invalid */
} ExitStatus;

typedef struct
{
  const gchar *name;
  const gchar *arguments; /* for the usage line: "[PATH…]" */
  const gchar *summary;   /* one line */
  gint (*run) (gint argc, gchar **argv);
} Command;

/* NULL-name-terminated, in the order of `heed --help`. */
extern const Command commands[];

typedef struct
{
  gchar *output; /* (nullable) -o */
  gboolean quiet;
  gboolean verbose;
  gchar **arguments; /* NULL-terminated; never NULL after parsing */
} CommandOptions;

void command_options_clear (CommandOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CommandOptions, command_options_clear)

/* Reads the command line; entries are the command's own options, NULL-name-terminated, or
 * NULL. TRUE: go on. FALSE: end with *ret_status. --help and --version are answered here.
 */
gboolean command_parse (const gchar *name, const GOptionEntry *entries, gint argc,
                        gchar **argv, CommandOptions *ret_options, gint *ret_status);

/* Prints "heed NAME: message" to standard error, as one line. */
void command_complain (const gchar *format, ...) G_GNUC_PRINTF (1, 2);

gint extract_command (gint argc, gchar **argv);
gint normalise_command (gint argc, gchar **argv);
gint classify_command (gint argc, gchar **argv);
gint run_command (gint argc, gchar **argv);
gint recommendations_command (gint argc, gchar **argv);
gint evaluate_command (gint argc, gchar **argv);
gint track_command (gint argc, gchar **argv);
gint report_command (gint argc, gchar **argv);
gint load_command (gint argc, gchar **argv);
gint explain_command (gint argc, gchar **argv);
gint check_command (gint argc, gchar **argv);
gint taxonomy_command (gint argc, gchar **argv);
