/* echo.h: what an item says of a resolution before, or besides, the resolution itself.
 *
 * A site prints one under Decision and under Minutes; "It was recommended that the rules
 * stay" and "The recommendations were agreed" tell of what "RESOLVED that …" says. */

#pragma once

#include "normalise/resolving.h"

/* Whether found i, trimmed, is said elsewhere in the item, and is to go. */
gboolean echo_is (const Resolving *r, guint i);
