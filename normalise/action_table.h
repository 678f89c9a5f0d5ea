/* action_table.h: a table at the end of minutes that lists what is to be done under each
 * minute's number ("30/24 | Shorten the leaflet | O Farah | 20 Dec"): its rows belong to
 * the items that they name. */

#pragma once

#include "normalise/segment.h"

/* Gives the rows of such a table behind the last item's text to the items, with the
 * table's head, and takes them from the last item. */
void action_table_share (const Stream *rows, Segment *segment);
