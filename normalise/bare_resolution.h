/* bare_resolution.h: where a site's own markup held the word RESOLVED, its text has lost
 * it, and "That the report be noted." stands alone: a paragraph at the end of an item's
 * page, or above the reason for it, that says what is to be done. */

#pragma once

#include "normalise/resolving.h"

/* Adds them, on the page of one item, an issue or a decision, unless they were found; and
 * in minutes without pages where an item has no mark of a decision. */
void bare_resolutions_take (Resolving *r, const Meeting *meeting, const Item *item);
