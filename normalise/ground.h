/* ground.h: what most rows of a meeting look like, and whether one of them looks like a
 * heading by itself. candidate.h weighs that with what else speaks for it. */

#pragma once

#include "normalise/candidate.h"

/* Points by which a heading may stand right of the left margin. */
#define GROUND_MARGIN 8.0

typedef struct
{
  Patterns *patterns; /* of candidate_rules; not owned, as nothing here is */
  const Stream *rows;
  guint start, end;
  gdouble left;       /* margin of most rows */
  gboolean bold;      /* most rows are */
  GHashTable *titles; /* (nullable) as candidate_reader_read () has them */
  const gchar *item;  /* (nullable) likewise */
} Ground;

/* Of rows [start, end); titles and item are NULL. */
Ground ground_of (Patterns *patterns, const Stream *rows, guint start, guint end);

/* "PART B – ITEMS CONSIDERED IN PRIVATE" */
gboolean ground_is_part (Patterns *patterns, const Row *row);

gboolean ground_is_linked (const Ground *ground, const Row *row);
gboolean ground_is_heading_like (const Ground *ground, guint row);

/* last: (nullable): the candidate before. */
gboolean ground_is_below_title (const Ground *ground, const Candidate *last, guint row);
gboolean ground_is_below_heading (const Ground *ground, guint row);
