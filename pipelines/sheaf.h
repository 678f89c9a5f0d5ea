/* sheaf.h: the bundles of some documents, out of the rows of table.h's tables. */

#pragma once

#include "pipelines/rows.h"

typedef struct Sheaf Sheaf;

Sheaf *sheaf_new (void);
void sheaf_free (Sheaf *sheaf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheaf, sheaf_free)

/* Takes a row: texts, NULL for null, as many as the table has columns. Tables come in the
 * order of TableId, rows of one owner in theirs. FALSE and error (ROWS_ERROR) where the
 * row is none that heed writes. */
gboolean sheaf_add (Sheaf *sheaf, TableId table, const gchar *const *values,
                    GError **error);

/* (transfer none): Bundle *, documents in the order in which they came. */
const GPtrArray *sheaf_get_bundles (const Sheaf *sheaf);
