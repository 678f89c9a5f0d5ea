/* people_table.h: cells of a table of people that are nobody's name: wards and parties
 * over their members, labels that are divided over several lines.
 *
 *     ASHBY & THORLEY          CROSS GREEN        LABOUR        CONSERVATIVE
 *     Ann Bell                 Bo Dunn            Bell          Dunn           */

#pragma once

#include "normalise/pattern.h"
#include "normalise/stream.h"

typedef struct PeopleTable PeopleTable;

PeopleTable *people_table_new (void);
void people_table_free (PeopleTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PeopleTable, people_table_free)

/* Looks at the table that has the cells [start, end), for the functions below. */
void people_table_look (PeopleTable *self, const Stream *rows, guint start, guint end);

/* Whether its columns have parties for heads: then nobody has a place beside him. */
gboolean people_table_has_parties (const PeopleTable *self);

/* Whether the row, one of its cells, only says whose names follow: "ASHBY", "Labour". */
gboolean people_table_is_head (const PeopleTable *self, const Row *row);

/* "Added members" over "without voting" and "rights:" in the same column: all of them.
 * NULL: row i begins no such label. (transfer full) (nullable) */
gchar *people_table_label (PeopleTable *self, guint i);

/* Whether row i is a further line of the label that was given last. */
gboolean people_table_is_rest (const PeopleTable *self, guint i);

/* Whether cell i, in a column of labels, is none of them, but says to what part of the
 * council those beside it belong: "People" below "Employees (by Directorate):". */
gboolean people_table_is_group (const PeopleTable *self, guint i);
