/* lexicon.h: what each word of a text means to the rules: the few atoms that it brings,
 * however many rules there are, and its stem. Worked out once for each different word,
 * and kept from document to document. */

#pragma once

#include "classify/role.h"
#include "classify/rulebook.h"

#include <string.h>

typedef struct
{
  guint64 head; /* its first eight bytes, as in Spelling */
  guint64 tail;
  guint64 stem;     /* hash of its stem */
  guint64 tells;    /* of children: telling.h */
  guint32 feature;  /* what a model has found for the stem (model.c), and … */
  guint32 known_to; /* … the number of that model; 0: none yet */
  guint32 is;       /* bits of its atoms among Neighbours */
  Neighbours of;    /* theirs */
  guint8 n_atoms;
  guint8 flags; /* WORD_… */
  guint8 length;
  guint32 atoms[]; /* at least WORD_FEW_ATOMS, with SYMBOL_NONE behind n_atoms; and behind
                    * them what stands between head and tail, if anything */
} Word;

#define WORD_FEW_ATOMS 1 /* nearly all words have no more */

/* A word as it stands in a text, as numbers: its first eight bytes and, if there are as
 * many, its last eight; most words are known by these alone. */
typedef struct
{
  guint64 head;
  guint64 tail;
} Spelling;

#define SPELLING_HALF sizeof (guint64)
#define SPELLING_WHOLE (2 * SPELLING_HALF) /* what is no longer is told apart by it */

#define LEXICON_MAX_ATOMS 60     /* of a word; only prefixes could make more */
#define LEXICON_MAX_SENTENCE 250 /* words; longer sentences are cut */
#define LEXICON_KEEP 100000      /* words; a large vocabulary has about 50,000 */

typedef struct LexiconWork LexiconWork;

typedef struct
{
  Word **slots; /* open addressing */
  guint32 n_slots;
  guint shift;       /* leaves of a hash as many bits as number a slot */
  guint64 keys[8];   /* of the hash, one for each eight bytes of a word, drawn at random:
                      * no text can know what collides */
  LexiconWork *work; /* private */
} Lexicon;

/* rulebook: (nullable): no word has an atom; must outlive the lexicon. (transfer full) */
Lexicon *lexicon_new (const Rulebook *rulebook);
void lexicon_free (Lexicon *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lexicon, lexicon_free)

/* The word with these bytes: valid UTF-8, as they stand in the text, at least one; room:
 * how many bytes may be read from there. (transfer none): until lexicon_forget. */
Word *lexicon_word (Lexicon *self, const gchar *bytes, gsize length, gsize room);
/* Drops all words if there are more than LEXICON_KEEP; to be called between texts. */
void lexicon_forget (Lexicon *self);

/* Eight bytes as a number, the first of them the lowest. */
static inline guint64
spelling_load (const gchar *bytes)
{
  guint64 number;

  memcpy (&number, bytes, SPELLING_HALF);
  return GUINT64_FROM_LE (number);
}

static inline gboolean
word_is (const Word *word, Spelling spelling, gsize length)
{
  return word->head == spelling.head && word->tail == spelling.tail
         && word->length == length;
}

static inline guint64
lexicon_hash (const Lexicon *self, Spelling spelling)
{
  return spelling.head * self->keys[0] + spelling.tail * self->keys[1];
}

/* (nullable): the word with this spelling, of at most SPELLING_WHOLE bytes, if it was
 * met before. */
static inline Word *
lexicon_known (const Lexicon *self, Spelling spelling, gsize length)
{
  guint32 at = (guint32)(lexicon_hash (self, spelling) >> self->shift);
  Word *word;

  while ((word = self->slots[at]) != NULL && !word_is (word, spelling, length))
    at = (at + 1) & (self->n_slots - 1);
  return word;
}

/* FALSE: no phrase is announced by these two next to one another. */
static inline gboolean
word_may_meet (const Word *left, const Word *right)
{
  return ((left->of.right & right->is) | (right->of.left & left->is)) != 0;
}
