/* site_page.h: the items of a page that was saved from a council's site, where the page
 * itself says what is what.
 *
 * Its source marks items' numbers and titles, and extract gives them as roles; or the
 * page holds one item of a meeting, which a line names: "Meeting of Executive, Tuesday,
 * 12th March, 2024 6.00 pm (Item 65.)". No heading has to be guessed. */

#pragma once

#include "normalise/candidate.h"
#include "normalise/pattern.h"
#include "normalise/segment.h"

/* patterns: of segment_rules. Each adds the segment's items and sets its head_end and
 * tail; or returns FALSE: it is no such page. */
gboolean site_page_read_item (Patterns *patterns, CandidateReader *candidates,
                              const Stream *rows, Segment *segment);
/* The page of one item, "Agenda item" over its title, or its text alone with "Supporting
 * documents:" below, where nothing names the meeting. */
gboolean site_page_read_alone (Patterns *patterns, CandidateReader *candidates,
                               const Stream *rows, Segment *segment);

/* The page of one decision, "Decision details" or "Issue - decisions" over its title. */
gboolean site_page_read_decision (Patterns *patterns, CandidateReader *candidates,
                                  const Stream *rows, Segment *segment);

gboolean site_page_read_roles (Patterns *patterns, CandidateReader *candidates,
                               const Stream *rows, Segment *segment);
