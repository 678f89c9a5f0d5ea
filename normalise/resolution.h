/* resolution.h: what a meeting resolved under an item, one record for each thing.
 *
 * A list under a lead-in ("The Board resolved to:") gives one for each entry, without its
 * marker, the lead-in and the separator behind it; sub-entries belong to their entry.
 * Nothing is read from agendas, reports and articles: they propose or tell. */

#pragma once

#include "normalise/paragraph.h"

typedef struct ResolutionReader ResolutionReader;

ResolutionReader *resolution_reader_new (void);
void resolution_reader_free (ResolutionReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ResolutionReader, resolution_reader_free)

/* Fills item->resolutions. item->votes are there already: a motion that was carried, and
 * nothing said of it later, is a resolution. */
void resolution_reader_read (ResolutionReader *self, const Meeting *meeting, Item *item,
                             const GArray *blocks);
