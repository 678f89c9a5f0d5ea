/* terminal.c: words → lines of a terminal's width. */

#include "pipelines/terminal.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Columns where standard output is no terminal. */
#define DEFAULT_WIDTH 100

guint
terminal_get_width (void)
{
  struct winsize size = { 0 };
  const gchar *columns = g_getenv ("COLUMNS");
  guint64 width = 0;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  if (width == 0 && columns != NULL)
    width = g_ascii_strtoull (columns, NULL, 10);
  return (guint)CLAMP (width == 0 ? DEFAULT_WIDTH : width, TERMINAL_MIN_WIDTH,
                       TERMINAL_MAX_WIDTH);
}

gboolean
terminal_has_colour (void)
{
  const gchar *no_colour = g_getenv ("NO_COLOR");

  return (no_colour == NULL || *no_colour == '\0') && isatty (STDOUT_FILENO)
         && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

static gboolean
is_plain (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT
         && type != G_UNICODE_LINE_SEPARATOR && type != G_UNICODE_PARAGRAPH_SEPARATOR;
}

gchar *
terminal_make_plain (const gchar *text)
{
  g_autofree gchar *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);

  for (const gchar *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append (plain, "\\n");
      else if (is_plain (c))
        g_string_append_unichar (plain, c);
      else
        g_string_append_printf (plain, "\\u%04x", c);
    }
  return g_string_free (plain, FALSE);
}

static guint
width_of (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

/* The text on one line in exactly so many columns: cut with "…", or filled up. */
void
terminal_append_cell (GString *out, const gchar *text, guint columns)
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

static void
begin_word (TerminalLine *line, guint columns)
{
  gboolean space = line->space && line->column > line->indent;

  line->space = FALSE;
  if (line->column > line->indent && line->column + space + columns > line->width)
    {
      g_string_append_c (line->out, '\n');
      line->column = 0;
      space = FALSE;
    }
  for (; line->column < line->indent; line->column++)
    g_string_append_c (line->out, ' ');
  if (space)
    {
      g_string_append_c (line->out, ' ');
      line->column++;
    }
}

void
terminal_append_words (TerminalLine *line, const gchar *text, gsize length)
{
  const gchar *p = text, *end = text + length;

  while (p < end)
    {
      const gchar *first = p;
      guint columns = 0;

      for (; p < end; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
            break;
          columns += width_of (c);
        }
      if (p > first)
        {
          begin_word (line, columns);
          g_string_append_len (line->out, first, p - first);
          line->column += columns;
        }
      if (p < end)
        {
          line->space = TRUE;
          p = g_utf8_next_char (p);
        }
    }
}

void
terminal_append_code (TerminalLine *line, const gchar *code, gboolean before)
{
  if (before)
    begin_word (line, 1);
  g_string_append (line->out, code);
}

void
terminal_end_line (TerminalLine *line)
{
  g_string_append_c (line->out, '\n');
  line->column = 0;
  line->space = FALSE;
}
