/* main_text.h: the lines of a page of HTML, and which of them are its content.
 *
 * Whether a table holds data or is there for the looks, and whether a page marks its main
 * content, is known at the page's end: lines are collected with what will be asked then.
 */

#pragma once

#include "extract/document.h"

typedef struct
{
  Line line;      /* table is MainText's own number of it until main_text_page () */
  guint zones;    /* Zone bits that it stands in */
  gboolean aside; /* in furniture */
} MainTextLine;

typedef struct MainText MainText;

MainText *main_text_new (void);
void main_text_free (MainText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MainText, main_text_free)

/* A table within another, 0 for none, which is then there for the looks, as it is itself
 * if layout says so. Returns its number, from 1; 0 beyond BOUND_TABLES. */
guint main_text_open_table (MainText *self, guint outer, gboolean layout);
void main_text_open_row (MainText *self, guint table);

/* numbered: the cell holds an item's number, in a table that is there for the looks. */
void main_text_open_cell (MainText *self, guint table, guint span, gboolean numbered);

/* Sets table, row and column of the line that begins here. */
void main_text_locate (const MainText *self, guint table, MainTextLine *line);

/* Takes line->line.text over. */
void main_text_add (MainText *self, const MainTextLine *line);

/* The page, of the lines that are content; the others are freed. (transfer full) */
Page *main_text_page (MainText *self);
