/* bar_table.h: tables of a web page that a program has turned into plain text, in which a
 * bar closes each cell: "Apologies To note any. Minutes: None were sent. |". */

#pragma once

#include "normalise/stream.h"

/* Takes the bars from rows (Row) of a text without boxes that has such cells. Where cells
 * hold a site's items of business, with "Minutes:" in them, each becomes rows of its own:
 * its title (of role LINE_ROLE_ITEM_TITLE), the agenda's words, the label, the text. */
void bar_tables_part (GArray *rows);
