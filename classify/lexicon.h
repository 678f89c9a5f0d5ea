/* lexicon.h: what each word, and each phrase, of a text means to the rules.
 *
 * Everything that rules ask for is a symbol, a number: a word in some inflection, a word
 * in that very form, a class, a bracket of alternatives, a phrase. A word of a text
 * brings the symbols of all the classes that it is in; phrases are found by a trie over
 * symbols. So the cost for a word of a text does not depend on how many rules there are.
 *
 * A lexicon is first filled (lexicon_step, lexicon_class), then sealed, then read. */

#pragma once

#include "classify/rule.h"

typedef struct
{
  guint32 *symbols; /* all that the word alone stands for */
  guint16 n_symbols;
  guint8 n_roots; /* the first n_roots of them begin a phrase */
  guint8 flags;   /* WORD_… */
  guint64 stem;   /* hash of its stem */
} Word;

enum
{
  WORD_ARTICLE = 1 << 0,     /* a, an, the: never counts */
  WORD_TRANSPARENT = 1 << 1, /* articles, his, their …: counts only where a rule has it */
  WORD_ABBREVIATION = 1 << 2, /* "Cllr", "J": a full stop after it ends no sentence */
  WORD_UPPER = 1 << 3,        /* begins with a capital */
  WORD_NUMBER = 1 << 4
};

#define SYMBOL_NONE 0

typedef struct Lexicon Lexicon;

Lexicon *lexicon_new (void);
void lexicon_free (Lexicon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lexicon, lexicon_free)

/* The class gets these alternatives; classes that they name are known already. */
void lexicon_class (Lexicon *self, const gchar *name, const RuleStep *step);
/* The symbol of a step, or of several steps as one phrase. */
guint32 lexicon_step (Lexicon *self, const RuleStep *step);
guint32 lexicon_phrase (Lexicon *self, const guint32 *symbols, guint n);
void lexicon_seal (Lexicon *self);
guint32 lexicon_get_n_symbols (const Lexicon *self);
/* About how often the symbol stands in a million words; for choosing anchors. */
gdouble lexicon_frequency (const Lexicon *self, guint32 symbol);

/* The word with these bytes (valid UTF-8, as they stand in the text) and this hash, which
 * is FNV-1a, 32 bits. (transfer none): until lexicon_forget. */
const Word *lexicon_word (Lexicon *self, const gchar *bytes, gsize length, guint32 hash);
/* Gives a word in lower case plain apostrophes, and takes off "'s" and apostrophes at its
 * ends: what is then stemmed. */
void lexicon_normalise (GString *word);
/* Drops the words of the text before if there are very many; to be called between
 * documents. */
void lexicon_forget (Lexicon *self);

#define LEXICON_HASH_START 2166136261u
#define LEXICON_HASH(hash, byte) (((hash) ^ (guchar)(byte)) * 16777619u)

/* One symbol at a place: tokens first … last - 1. */
typedef struct
{
  guint32 symbol;
  guint16 first;
  guint16 last;
} Occurrence;

#define LEXICON_MAX_SENTENCE 250      /* words; longer sentences are cut */
#define LEXICON_MAX_OCCURRENCES 20000 /* of phrases in a sentence */

/* All symbols of a sentence, single words and phrases, from the last place that one
 * begins at to the first; replaces what occurrences (GArray of Occurrence) held. */
void lexicon_read (const Lexicon *self, const Word *const *words, guint n,
                   GArray *occurrences);
