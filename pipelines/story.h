/* story.h: one subject as a view: what was resolved about it, and each item of business
 * that took it up, with the words. */

#pragma once

#include "pipelines/display.h"

/* Fills the view. */
void story_show (const Display *display, const Subject *subject, View *view);

/* "Never discussed", "Silent for 6 months" … and the sentence that says when, by whom.
 * Sets "badge", "level" (never, long, recent, none) and "last". */
void story_judge (const Subject *subject, View *view);

/* Three words that start a sentence: "Recommendation 3", "Private fostering".
 * (transfer full) */
gchar *story_name (const Subject *subject);
