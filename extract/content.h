/* content.h: the lines of a page of HTML, and which of them are its content.
 *
 * Whether a table holds data or is there for the looks, and whether a page marks its main
 * content, is known at the page's end: lines are collected with what will be asked then.
 */

#pragma once

#include "extract/document.h"

typedef struct
{
  Line line;      /* table is Content's own number of it until content_page () */
  guint zones;    /* Zone bits that it stands in */
  gboolean aside; /* in furniture */
} ContentLine;

typedef struct Content Content;

Content *content_new (void);
void content_free (Content *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, content_free)

/* A table within another, 0 for none, which is then there for the looks, as it is itself
 * if layout says so. Returns its number, from 1. */
guint content_open_table (Content *self, guint outer, gboolean layout);
void content_open_row (Content *self, guint table);

/* numbered: the cell holds an item's number, in a table that is there for the looks. */
void content_open_cell (Content *self, guint table, guint span, gboolean numbered);

/* Sets table, row and column of the line that begins here. */
void content_locate (const Content *self, guint table, ContentLine *line);

/* Takes line->line.text over. */
void content_add (Content *self, const ContentLine *line);

/* The page, of the lines that are content; the others are freed. (transfer full) */
Page *content_page (Content *self);
