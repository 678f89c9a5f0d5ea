/* title_number.h: the numbers that stand before titles in a table's column of titles. */

#pragma once

#include "normalise/stream.h"

/* "1. Apologies" of an item's title: the number becomes a row of its own, if it does not
 * stand on a line of its own. */
void title_numbers_part (Stream *rows);
