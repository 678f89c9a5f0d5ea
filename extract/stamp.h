/* stamp.h: words that stand on a page without being of its text: "DRAFT" across it, a
 * stamp at its edge. */

#pragma once

#include "extract/row.h"

/* How most of a page's letters are turned; GArray of Word. */
Turn words_turn (const GArray *words);

/* Turns the word's place so that it reads from left to right. */
void word_turn (Word *word, Turn turn);

/* Takes "DRAFT", in letters an inch high that the page's print goes over, out of words.
 * The letters of a slanted one are words of their own, some of which no print goes over;
 * they come from left to right. (transfer full): GArray of Word, empty if there is none
 */
GArray *stamp_take (GArray *words);
