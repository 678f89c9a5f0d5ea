/* terminal.h: text for people, fitted to the columns of their terminal. */

#pragma once

#include <glib.h>

#define TERMINAL_MIN_WIDTH 40
#define TERMINAL_MAX_WIDTH 200

/* Columns of standard output; of COLUMNS where that is no terminal; else 100. */
guint terminal_get_width (void);

/* Whether standard output is a terminal that may be coloured: see NO_COLOR in heed(1). */
gboolean terminal_has_colour (void);

/* The text as one line that no terminal acts upon, for messages: names of files and what
 * libraries say may hold anything. A newline becomes "\n", any other control or invisible
 * formatting character "\u001b", what is no UTF-8 U+FFFD. (transfer full) */
gchar *terminal_make_plain (const gchar *text);

/* The text on one line in exactly so many columns: cut with "…", or filled up. */
void terminal_append_cell (GString *out, const gchar *text, guint columns);

typedef struct
{
  GString *out;
  guint indent; /* columns before each line */
  guint width;
  guint column;   /* where the line ends so far; 0: nothing on it */
  gboolean space; /* a space stands between what is there and the next word */
} TerminalLine;

/* Appends text to the paragraph, broken between words. Control characters, which could
 * command a terminal, become spaces. */
void terminal_append_words (TerminalLine *line, const gchar *text, gsize length);
/* Appends what takes no room on the line, such as a colour, where the next word begins
 * (before) or the last one ended. */
void terminal_append_code (TerminalLine *line, const gchar *code, gboolean before);
/* Ends the paragraph. */
void terminal_end_line (TerminalLine *line);
