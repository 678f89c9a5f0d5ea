/* track.c: the command that gives each recommendation's history, as records or as a
 * table. */

#include "pipelines/command.h"
#include "pipelines/history_book.h"
#include "pipelines/json.h"
#include "pipelines/output.h"
#include "pipelines/records.h"
#include "pipelines/terminal.h"

#include "normalise/date.h"

#include <string.h>

static gboolean
add (Bundle *bundle, gpointer book, GError **error)
{
  history_book_add (book, bundle);
  return TRUE;
}

/* "  3 The response to neglect …   2   1   0  2024-10-08   252" */
static void
append_row (GString *out, const History *history, guint width)
{
  const guint numbers = 33;
  gboolean unread = history->meetings == 0 && history->steps->len == 0;
  g_autofree gchar *days = history->days_since < 0 || unread
                               ? g_strdup ("")
                               : g_strdup_printf ("%d", history->days_since);

  if (history->number > 0)
    g_string_append_printf (out, "%3u ", history->number);
  else
    g_string_append (out, "    ");
  terminal_append_cell (out,
                        history->text != NULL ? history->text : history->recommendation,
                        MAX (width, TERMINAL_MIN_WIDTH + 6) - 4 - numbers);
  g_string_append_printf (out, "%5u%5u%5u  %-10s%6s\n", history->listed,
                          history->discussed, history->decided,
                          history->last_discussed != NULL ? history->last_discussed
                          : unread                        ? "no meeting"
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
  terminal_append_cell (out, text, width);
  g_string_append_c (out, '\n');
  terminal_append_cell (out, "", 4);
  terminal_append_cell (out, "", MAX (width, TERMINAL_MIN_WIDTH + 6) - 4 - 33);
  g_string_append (out, " list disc  dec  last        days\n");
}

static void
append_table (GString *out, const GPtrArray *histories)
{
  guint width = terminal_get_width ();
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
