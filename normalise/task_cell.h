/* task_cell.h: cells of a table of minutes that say what is to be done, who, and by when.
 *
 *     Discussion                         Action             Lead   Deadline
 *     Leo said that nobody asks him.     Write to all       PS     July 2025
 *                                        reviewing officers
 *     Amy asked who decides.
 *                                        Book the hall      TM     Sept 2025
 *
 * White between the paragraphs of the discussion is no end of the table's row: its tasks
 * follow all of it. A task is a paragraph of its cell, with what stands level with it. */

#pragma once

#include "normalise/table_head.h"

/* Of a table with boxes on one page, below its head: rows [start, end). */
void task_cells_order (Stream *rows, guint start, guint end, const TableHead *head);
