/* action_table.h: a table at the end of minutes that lists what is to be done under each
 * minute's number ("30/24 | Shorten the leaflet | O Farah | 20 Dec"), or under numbers of
 * its own with the item or its title beside ("A2 | Item 4 | Shorten the leaflet | …"):
 * its rows belong to the items that they name. */

#pragma once

#include "normalise/segment.h"

/* Gives the rows of such a table in or behind the last item to the items, with the
 * table's head, and takes them from the last item. A table that counts its actions and
 * names no items stays where it is. */
void action_table_share (const Stream *rows, Segment *segment);
