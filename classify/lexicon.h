/* lexicon.h: what each word of a text means to the rules.
 *
 * Everything that rules ask for is a symbol, a number. A word in some inflection, or in
 * that very form, is an atom; classes and brackets are sets of symbols; phrases are
 * sequences of them. A word of a text brings its few atoms and no more, however many
 * rules there are; sets and phrases are looked for (finder.h) only when a rule asks.
 *
 * A lexicon is first filled (lexicon_step, lexicon_class), then read. */

#pragma once

#include "classify/rule.h"

typedef struct
{
  guint32 *atoms;
  guint16 n_atoms;
  guint8 flags; /* WORD_… */
  guint64 stem; /* hash of its stem */
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

/* What a symbol is made of. */
typedef struct
{
  GArray *parts;     /* guint32: of a phrase, in order; else NULL */
  GArray *atoms;     /* guint32: the single words of a set; else NULL */
  GArray *phrases;   /* guint32: the phrases of a set; else NULL */
  gdouble frequency; /* about how often its rarest necessary word stands in a million */
} Symbol;

typedef struct Lexicon Lexicon;

Lexicon *lexicon_new (void);
void lexicon_free (Lexicon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lexicon, lexicon_free)

/* The class gets these alternatives; classes that they name are known already. */
void lexicon_class (Lexicon *self, const gchar *name, const RuleStep *step);
/* The symbol of a step, or of several steps as one phrase. */
guint32 lexicon_step (Lexicon *self, const RuleStep *step);
guint32 lexicon_phrase (Lexicon *self, const guint32 *symbols, guint n);
guint32 lexicon_get_n_symbols (const Lexicon *self);
const Symbol *lexicon_symbol (const Lexicon *self, guint32 symbol);
/* Words of which one stands wherever the symbol does, the rarest choice of them, added to
 * atoms (GArray of guint32), where one may stand twice. */
void lexicon_anchor (const Lexicon *self, guint32 symbol, GArray *atoms);

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

#define LEXICON_MAX_SENTENCE 250 /* words; longer sentences are cut */
