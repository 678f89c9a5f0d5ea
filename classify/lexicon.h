/* lexicon.h: what each word of a text means to the rules: the few atoms that it brings,
 * however many rules there are, and its stem. Worked out once for each different word,
 * and kept from document to document. */

#pragma once

#include "classify/rulebook.h"

typedef struct
{
  guint64 head; /* its first eight bytes, as in Spelling */
  guint64 tail;
  guint64 stem;     /* hash of its stem */
  guint32 feature;  /* what a model has found for the stem (model.c), and … */
  guint32 known_to; /* … the number of that model; 0: none yet */
  guint16 n_atoms;
  guint8 flags; /* WORD_… */
  guint8 length;
  guint32 atoms[]; /* and behind them what stands between head and tail, if anything */
} Word;

/* A word as it stands in a text, as numbers: its first eight bytes and, if it is longer,
 * its last eight; most words are known by these alone. */
typedef struct
{
  guint64 head;
  guint64 tail;
} Spelling;

enum
{
  WORD_ARTICLE = 1 << 0,     /* a, an, the: never counts */
  WORD_TRANSPARENT = 1 << 1, /* articles, his, their …: counts only where a rule has it */
  WORD_ABBREVIATION = 1 << 2, /* "Cllr", "J": a full stop after it ends no sentence */
  WORD_UPPER = 1 << 3,        /* begins with a capital */
  WORD_NUMBER = 1 << 4
};

#define LEXICON_MAX_ATOMS 60     /* of a word; only prefixes could make more */
#define LEXICON_MAX_SENTENCE 250 /* words; longer sentences are cut */
#define LEXICON_KEEP 100000      /* words; a large vocabulary has about 50,000 */

typedef struct Lexicon Lexicon;

/* rulebook: (nullable): no word has an atom; must outlive the lexicon. (transfer full) */
Lexicon *lexicon_new (const Rulebook *rulebook);
void lexicon_free (Lexicon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lexicon, lexicon_free)

/* The word with these bytes: valid UTF-8, as they stand in the text, at least one; room:
 * how many bytes may be read from there. (transfer none): until lexicon_forget. */
Word *lexicon_word (Lexicon *self, const gchar *bytes, gsize length, gsize room);
/* Drops all words if there are more than LEXICON_KEEP; to be called between texts. */
void lexicon_forget (Lexicon *self);
