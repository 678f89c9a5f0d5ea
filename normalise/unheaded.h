/* unheaded.h: minutes that have a heading, but no headed business.
 *
 * "Present: Councillors Bloom and Whittle. … no quorum being present"; or a site's page
 * of a meeting that lost its items' titles. All that stands below the heading is one
 * item. */

#pragma once

#include "normalise/boundary.h"
#include "normalise/pattern.h"
#include "normalise/segment.h"

/* patterns: of segment_rules. Adds the segment's item and sets its head_end and tail; or
 * returns FALSE: nothing names a meeting. */
gboolean unheaded_read (Patterns *patterns, BoundaryReader *boundaries, DateReader *dates,
                        const Stream *rows, Segment *segment);
