/* harvest.h: the lines of a page of HTML, and which of them are its content.
 *
 * Whether a table holds data or is there for the looks, and whether a page marks its main
 * content, is known at the page's end: lines are collected with what will be asked then.
 */

#pragma once

#include "extract/document.h"

typedef struct
{
  Line line;      /* table is Harvest's own number of it until harvest_page () */
  guint zones;    /* Zone bits that it stands in */
  gboolean aside; /* in furniture */
} HarvestLine;

typedef struct Harvest Harvest;

Harvest *harvest_new (void);
void harvest_free (Harvest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Harvest, harvest_free)

/* A table within another, 0 for none, which is then there for the looks, as it is itself
 * if layout says so. Returns its number, from 1. */
guint harvest_open_table (Harvest *self, guint outer, gboolean layout);
void harvest_open_row (Harvest *self, guint table);

/* numbered: the cell holds an item's number, in a table that is there for the looks. */
void harvest_open_cell (Harvest *self, guint table, guint span, gboolean numbered);

/* Sets table, row and column of the line that begins here. */
void harvest_locate (const Harvest *self, guint table, HarvestLine *line);

/* Takes line->line.text over. */
void harvest_add (Harvest *self, const HarvestLine *line);

/* The page, of the lines that are content; the others are freed. (transfer full) */
Page *harvest_page (Harvest *self);
