/* word.h: the form of a word that is stemmed. */

#pragma once

#include <glib.h>

#define WORD_MAX 64 /* bytes; what is longer is no word of ours */

/* Gives a word in lower case plain apostrophes, and takes off "'s" and apostrophes at its
 * ends. */
void word_normalise (GString *word);
