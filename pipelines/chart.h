/* chart.h: a chapter as views: the list of its subjects by how long nobody spoke of them,
 * each with a line of time, and the grid of subjects against sittings. */

#pragma once

#include "pipelines/display.h"

/* Fills the view. */
void chart_show (const Display *display, const Chapter *chapter, View *view);
