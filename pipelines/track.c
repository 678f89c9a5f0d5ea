/* track.c: the command that gives each recommendation's history, as records or as a
 * table. */

#include "pipelines/command.h"
#include "pipelines/history.h"
#include "pipelines/json.h"
#include "pipelines/output.h"
#include "pipelines/records.h"

#include "normalise/date.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Columns of a table that goes to no terminal; the least and the most that it takes. */
#define DEFAULT_WIDTH 100
#define MIN_WIDTH 40
#define MAX_WIDTH 200

static gboolean
add (Bundle *bundle, gpointer book, GError **error)
{
  history_book_add (book, bundle);
  return TRUE;
}

static guint
get_width (void)
{
  struct winsize size = { 0 };
  const gchar *columns = g_getenv ("COLUMNS");
  guint64 width = 0;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  if (width == 0 && columns != NULL)
    width = g_ascii_strtoull (columns, NULL, 10);
  return (guint)CLAMP (width == 0 ? DEFAULT_WIDTH : width, MIN_WIDTH, MAX_WIDTH);
}

static guint
width_of (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/* The text on one line in exactly so many columns: cut with "…", or filled up. */
static void
append_cell (GString *out, const gchar *text, guint columns)
{
  guint used = 0;
  guint whole = 0;

  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p))
    whole += width_of (g_utf8_get_char (p));
  for (const gchar *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (used + width_of (c) > columns - (whole > columns))
        break;
      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
      used += width_of (c);
    }
  if (whole > columns)
    {
      g_string_append (out, "…");
      used++;
    }
  for (; used < columns; used++)
    g_string_append_c (out, ' ');
}

/* "  3 The response to neglect …   2   1   0  2024-10-08   252" */
static void
append_row (GString *out, const History *history, guint width)
{
  const guint numbers = 33;
  g_autofree gchar *days = history->days_since < 0
                               ? g_strdup ("")
                               : g_strdup_printf ("%d", history->days_since);

  if (history->number > 0)
    g_string_append_printf (out, "%3u ", history->number);
  else
    g_string_append (out, "    ");
  append_cell (out, history->text != NULL ? history->text : history->recommendation,
               MAX (width, MIN_WIDTH + 6) - 4 - numbers);
  g_string_append_printf (out, "%5u%5u%5u  %-10s%6s\n", history->listed,
                          history->discussed, history->decided,
                          history->last_discussed != NULL ? history->last_discussed
                          : history->never_discussed      ? "never"
                                                          : "undated",
                          days);
}

static void
append_heading (GString *out, const History *history, guint width)
{
  g_autofree gchar *text = g_strdup_printf (
      "%s, inspection %s%s%s%s%s",
      history->council != NULL ? history->council : "A council that is not named",
      history->inspection != NULL ? history->inspection : "not among the records",
      history->since != NULL ? ", since " : "",
      history->since != NULL ? history->since : "",
      history->until != NULL ? " until " : "",
      history->until != NULL ? history->until : "");

  if (out->len > 0)
    g_string_append_c (out, '\n');
  append_cell (out, text, width);
  g_string_append_c (out, '\n');
  append_cell (out, "", 4);
  append_cell (out, "", MAX (width, MIN_WIDTH + 6) - 4 - 33);
  g_string_append (out, " list disc  dec  last        days\n");
}

static void
append_table (GString *out, const GPtrArray *histories)
{
  guint width = get_width ();
  const History *before = NULL;

  for (guint i = 0; i < histories->len; i++)
    {
      const History *history = histories->pdata[i];

      if (before == NULL || g_strcmp0 (before->inspection, history->inspection) != 0
          || g_strcmp0 (before->council, history->council) != 0)
        append_heading (out, history, width);
      append_row (out, history, width);
      before = history;
    }
}

static gboolean
write_histories (const GPtrArray *histories, gboolean table, const gchar *path,
                 GError **error)
{
  g_autoptr (Output) output = output_open (path, error);
  g_autoptr (GString) out = g_string_new (NULL);

  if (output == NULL)
    return FALSE;
  if (table)
    append_table (out, histories);
  for (guint i = 0; i < histories->len && !table; i++)
    json_write_shape (&history_shape, histories->pdata[i], out);
  return output_write (output, out->str, out->len, error) && output_close (output, error);
}

static gboolean
check_day (const gchar *on)
{
  Date date;

  if (on == NULL || (date_parse (on, &date) && date.day > 0))
    return TRUE;
  command_complain ("--on takes a date such as 2024-04-02, not '%s'", on);
  return FALSE;
}

gint
track_command (gint argc, gchar **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autofree gchar *on = NULL;
  gboolean table = FALSE;
  const GOptionEntry entries[] = {
    { "table", 't', 0, G_OPTION_ARG_NONE, &table, "a table for people, not records",
      NULL },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on,
      "count days up to this one, not to the last meeting", "YYYY-MM-DD" },
    { NULL },
  };
  g_autoptr (HistoryBook) book = NULL;
  g_autoptr (GError) error = NULL;
  gint status;

  if (!command_parse ("track", entries, argc, argv, &options, &status))
    return status;
  if (!check_day (on))
    return EXIT_USAGE;
  book = history_book_new (on);
  if (records_read_all (options.arguments, add, book, &error))
    write_histories (history_book_close (book), table, options.output, &error);
  if (error == NULL)
    return EXIT_DONE;
  command_complain ("%s", error->message);
  return EXIT_STOPPED;
}
