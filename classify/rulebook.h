/* rulebook.h: the labels and rules of a taxonomy, compiled (compiler.h) to tables of
 * numbers that are read and never changed.
 *
 * What words bring, and what rules ask for, are symbols, numbered by their kind. The
 * tables are made so that a sentence costs what stands in it, and not what the taxonomy
 * has:
 *
 *   - a word's atoms are found by their keys, once for each word of a text;
 *   - a sentence is a row of bits, one for each word and phrase that stands in it,
 * against which a set is held 32 members at a time (presence.h);
 *   - a phrase is found by two of its words that stand next to one another, in a hash;
 *   - a rule is filed under its trigger: of all that it needs, what stands in a sentence
 *     most seldom, and says what else it needs, so that most rules are put back without
 *     being read. Where one trigger has very many rules they are filed under two things
 *     that must stand there, again in a hash;
 *   - what a word tells of children is at hand, so that sentences of which nothing need
 *     be known are passed over (telling.h).
 *
 * A Rulebook is one block of bytes: the built-in one is made when heed is built. */

#pragma once

#include <glib.h>

#define SYMBOL_NONE 0 /* a word that stands in every sentence */

typedef enum
{
  SYMBOL_ATOM,   /* a word */
  SYMBOL_PAIR,   /* two words */
  SYMBOL_PHRASE, /* parts in order; two words in it announce it */
  SYMBOL_WIDE,   /* the same, but of so many possible words that no two announce it */
  SYMBOL_SET,    /* any of its members, each of one of the first three kinds */
  SYMBOL_MIXED,  /* the same, with wide phrases among them */
  N_SYMBOL_KINDS
} SymbolKind;

typedef struct
{
  guint32 first;
  guint32 n;
} Range;

/* Members of a set among 32 symbols. */
typedef struct
{
  guint32 at;   /* the symbols from 32 * at on */
  guint32 bits; /* which of them */
} Chunk;

typedef struct
{
  guint32 symbol;
  guint16 gap; /* words that may stand before it */
  guint16 optional;
} Step;

typedef struct
{
  guint32 symbol;
  guint16 item; /* looked for in the whole item, not only in the sentence */
  guint16 veto;
} Context;

typedef struct
{
  guint32 text; /* in strings */
  guint32 concept;
  guint32 strength;
  guint32 window;
  guint32 anchor; /* the step around which a window lies */
  guint32 first_step;
  guint32 n_steps;
  guint32 first_context;
  guint32 n_contexts;
  guint32 item_contexts; /* of them, those for the whole item */
  guint32 open; /* its candidates do not say all that it needs, or it forbids something */
} CompiledRule;

#define CANDIDATE_NEEDS 3
#define CANDIDATE_CHUNKS 5

/* A rule under its trigger, with what else must stand in the sentence. Of all that are
 * looked at nine in ten end with the rarest of that, which is therefore at hand. */
typedef struct
{
  guint32 rule;
  guint32 more;                   /* the rarest, if it is a set of more chunks; or NONE */
  guint32 needs[CANDIDATE_NEEDS]; /* further things; or NONE */
  Chunk rarest[CANDIDATE_CHUNKS]; /* where nothing else is needed, SYMBOL_NONE */
} Candidate;

/* The candidates of a word or phrase. What they ask for stands together, as they do: sets
 * and rules are numbered in the order of candidates. */
typedef struct
{
  guint64 partners; /* bits: what is left of it in joints */
  guint32 first;
  guint32 n : 31;
  guint32 joint : 1; /* it is the left one of pairs in joints */
} Trigger;

#define ANNOUNCEMENT_NEEDS 2

/* A phrase that two words next to one another announce. */
typedef struct
{
  guint32 phrase;
  guint32 needs[ANNOUNCEMENT_NEEDS]; /* further words of it, or sets of words; or NONE */
} Announcement;

/* A hash of pairs of symbols, each with a range of something. */
typedef struct
{
  guint32 left; /* SYMBOL_NONE: free */
  guint32 right;
  Range range;
} PairSlot;

typedef struct
{
  const PairSlot *slots;
  const guint64 *filter; /* bits: most pairs that are not there are known by it */
  guint32 n_slots;       /* a power of two */
  guint32 n_filter;      /* words of it, a power of two */
} Pairs;

/* With which words an atom makes pairs in adjacent: bits, one for each word in 32. Of the
 * two words of a pair only the rarer one names the other: so that even the commonest word
 * names few. */
typedef struct
{
  guint32 left; /* those that may stand before it */
  guint32 right;
} Neighbours;

typedef struct
{
  guint32 key; /* in strings: "swait"; 0: free */
  guint32 symbol;
} AtomSlot;

typedef struct Rulebook
{
  guint32 first[N_SYMBOL_KINDS + 1]; /* the first symbol of each kind, and their number */
  const Range *members;              /* of phrases: their parts; of mixed sets: the wide
                                      * ones; by symbol from the first phrase on */
  const guint32 *parts;              /* what members are ranges of */
  const Range *sets;                 /* chunks, by symbol from the first set on */
  const Chunk *chunks;
  const guint32 *spread; /* wide phrases that a rule asks for in the whole item */
  guint32 n_spread;
  const CompiledRule *rules;
  const Step *steps;
  const Context *contexts;
  const Trigger *triggers; /* by symbol */
  const Candidate *candidates;
  const Announcement *announcements;
  const Neighbours *neighbours; /* by atom */
  const AtomSlot *atoms;
  const guint64 *telling; /* by atom: what it tells (telling.h) */
  const gchar *strings;
  Pairs adjacent; /* words next to one another → announcements */
  Pairs joints;   /* things in one sentence → candidates */
  guint32 n_rules;
  guint32 n_atoms;        /* slots, a power of two */
  guint32 number;         /* the atom of {number} */
  guint64 prefix_lengths; /* bits: lengths of prefixes that rules have */
  const gchar *digest;    /* SHA-256 of the taxonomy */
  GBytes *bytes;
} Rulebook;

/* Keeps a reference to the bytes, which are trusted. (transfer full) */
Rulebook *rulebook_new (GBytes *bytes);
void rulebook_free (Rulebook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rulebook, rulebook_free)

/* What an atom's key begins with, behind which its text stands: "swait", "fminutes",
 * "cIRO", "phomeless" (rule.h has the kinds). */
#define ATOM_STEM 's'
#define ATOM_FORM 'f'
#define ATOM_CAPITALS 'c'
#define ATOM_PREFIX 'p'

/* The atom with a key; SYMBOL_NONE if no rule has it. */
guint32 rulebook_atom (const Rulebook *self, const gchar *key);
guint32 rulebook_hash_key (const gchar *key);

/* What is left in a pair of joints among partners. */
static inline guint64
partner_bit (guint32 left)
{
  return G_GUINT64_CONSTANT (1) << left % 64;
}

/* An atom among Neighbours. */
static inline guint32
neighbour_bit (guint32 atom)
{
  return 1u << atom % 32;
}

static inline guint64
pairs_hash (guint32 left, guint32 right)
{
  guint64 hash =
      (((guint64)left << 32) | right) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return hash ^ (hash >> 29);
}

static inline SymbolKind
rulebook_kind (const Rulebook *self, guint32 symbol)
{
  guint kind = SYMBOL_ATOM;

  while (symbol >= self->first[kind + 1])
    kind++;
  return (SymbolKind)kind;
}

#define PAIRS_AT_ONCE 64

/* A pair that is looked for, for the sake of mark. */
typedef struct
{
  guint32 left;
  guint32 right;
  guint32 mark;
  Range range; /* if it is found */
  guint64 hash;
} Sought;

/* Looks for up to PAIRS_AT_ONCE pairs at once, so that memory that no cache holds is
 * waited for once and not for each. Those that are there come to stand first, in the
 * order in which they were; returns how many. */
guint pairs_find (const Pairs *self, Sought *sought, guint n);

/* The tables of the block of bytes (block.h). */
typedef enum
{
  TABLE_MEMBERS,
  TABLE_PARTS,
  TABLE_SETS,
  TABLE_CHUNKS,
  TABLE_SPREAD,
  TABLE_RULES,
  TABLE_STEPS,
  TABLE_CONTEXTS,
  TABLE_TRIGGERS,
  TABLE_CANDIDATES,
  TABLE_ANNOUNCEMENTS,
  TABLE_NEIGHBOURS,
  TABLE_ATOMS,
  TABLE_STRINGS,
  TABLE_ADJACENT_SLOTS,
  TABLE_ADJACENT_FILTER,
  TABLE_JOINT_SLOTS,
  TABLE_JOINT_FILTER,
  TABLE_TELLING,
  TABLE_HEAD, /* RulebookHead, one */
  N_TABLES
} Table;

/* What is no table. */
typedef struct
{
  guint32 number;
  guint32 first[N_SYMBOL_KINDS + 1];
  guint64 prefix_lengths;
  gchar digest[72]; /* of the taxonomy, with its NUL */
} RulebookHead;
