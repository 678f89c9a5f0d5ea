/* allowance.h: so much processor time, of the process, and no more.
 *
 * A page's picture takes seconds to read: a document of a thousand scans is to end some
 * time with those that were read, and to say so. */

#pragma once

#include <glib.h>

typedef struct
{
  gdouble begun;   /* seconds of processor time when it was made */
  gdouble seconds; /* 0: as many as it takes */
} Allowance;

Allowance allowance_new (gdouble seconds);
gboolean allowance_is_spent (const Allowance *self);
