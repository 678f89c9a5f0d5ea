/* history_book.h: records of meetings and inspections become the histories of all
 * recommendations. */

#pragma once

#include "pipelines/bundle.h"
#include "pipelines/history.h"

typedef struct HistoryBook HistoryBook;

/* on: (nullable): the day up to which to count, ISO 8601; else the last meeting's.
 * (transfer full) */
HistoryBook *history_book_new (const gchar *on);
void history_book_free (HistoryBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HistoryBook, history_book_free)

/* Notes what the bundle says: an inspection's recommendations, or what its items took up.
 * The order of bundles does not matter, but that of two of one document, or of one
 * inspection, the later counts. */
void history_book_add (HistoryBook *self, const Bundle *bundle);

/* The histories, by council, then in the order of the reports; a recommendation whose
 * report was not added is there if an item took it up. To be called once.
 * (transfer none): GPtrArray of History * */
const GPtrArray *history_book_close (HistoryBook *self);
