/* table.h: rows that gutters cut become the cells of a table.
 *
 * Internal to the layout. The printed rows of one table row are found by what a writer's
 * machine would have done: a word that had fitted on the line before begins something
 * new. */

#pragma once

#include "extract/gutter.h"

typedef struct
{
  Word *words; /* (transfer none): one printed line of a cell */
  guint n;
  guint row;    /* 1-based, of the table */
  guint column; /* 1-based */
} Cell;

/* The cells of rows first to last, by table row, then by column, then by line.
 * glyphs: of the words. (transfer full): GArray of Cell that point to the rows' words */
GArray *table_cells (const Row *rows, guint first, guint last, const GArray *gutters,
                     const Glyph *glyphs);
