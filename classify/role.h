/* role.h: what a word is in any English sentence, whatever the taxonomy says. */

#pragma once

#include <glib.h>

enum
{
  WORD_ARTICLE = 1 << 0,     /* a, an, the: never counts */
  WORD_TRANSPARENT = 1 << 1, /* articles, his, their …: counts only where a rule has it */
  WORD_ABBREVIATION = 1 << 2, /* "Cllr", "J": a full stop after it ends no sentence */
  WORD_UPPER = 1 << 3,        /* begins with a capital */
  WORD_NUMBER = 1 << 4,
  WORD_OFFICE = 1 << 5,     /* "Manager", "Head": what a person is appointed to */
  WORD_JOINING = 1 << 6,    /* "of", "the": small in "Director of Public Health" */
  WORD_CONJUNCTION = 1 << 7 /* "but", "which": a clause begins with it after a comma */
};

/* WORD_… of a word as it stands in a text, and as it is stemmed (word.h). */
guint8 role_of (const gchar *raw, const gchar *plain);
