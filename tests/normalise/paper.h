/* paper.h: a Document from a drawing in plain text, for tests: where a line begins says
 * where it stands on the page.
 *
 * Each space at a line's beginning is 6 points, each line 14; an empty line leaves room.
 * "**" before the text: bold; "##" bold and larger; "~~" small; ">>" text of a column at
 * the right;
 * "||" parts the cells of a table's row, and one that begins with "+" goes on with the
 * row above, with "^" one line higher than that: a label may stand at its cell's middle;
 * "%%" is a stamp; "__" the foot of the page; a form feed, or a line "=====", begins a
 * new page. */

#pragma once

#include "extract/document.h"

/* (transfer full) */
Document *paper_draw (const gchar *drawing);

/* The same lines as a source without pages has them. (transfer full) */
Document *paper_plain (const gchar *text);
