/* archive.h: the bundles that a database holds, as it was filled from them. */

#pragma once

#include "pipelines/database.h"

/* Takes a bundle for as long as the call lasts, or takes over what it holds
 * (bundle_steal); FALSE and error end the reading. */
typedef gboolean (*ArchiveFunc) (Bundle *bundle, gpointer data, GError **error);

/* Gives func the documents in the order of their identifiers, then the failures: one
 * state of the database, whatever is loaded meanwhile. What its tables leave out is
 * empty: lines and paragraphs of items, outlines, the tags of whole meetings; of evidence
 * there is the first box. */
gboolean archive_read (Database *database, ArchiveFunc func, gpointer data,
                       GError **error);
