/* mesh.h: what a sieve looks for: strings, the rules that want them, and the keys by
 * which a place of a text is known to have none.
 *
 * Strings and texts are in codes (need.h), a byte each. A string is found by KEY_CODES
 * codes of it that follow one another, of the seldomest there are; one that has a code
 * less is found whatever follows it.
 *
 * The mesh of the tables that heed has is made when heed is built (bake/bake.c) and read
 * where it stands; a table that is not in it is added when it is first met. */

#pragma once

#include "normalise/need.h"

#include <string.h>

#define MESH_MAX_RULES 320 /* in all tables */
#define MESH_WORDS (MESH_MAX_RULES / 64)
#define MESH_KEY_CODES 4
#define MESH_KEY_BITS 16
#define MESH_CHAINS 4096

G_STATIC_ASSERT (NEED_MIN_CODES == MESH_KEY_CODES - 1);
G_STATIC_ASSERT (NEED_MAX_CODES <= 10);

/* What is known of a rule. */
typedef struct
{
  guint32 openings; /* bits: a match begins the text, with one of these codes … */
  guint32 loose;    /* bits: a match that begins with these needs no string … */
  guint8 opens;     /* … if set */
  guint8 sifted;    /* … of those wanted, of which any other has one */
  guint8 figure;    /* a match has a figure */
  guint8 padding;
} MeshRule;

/* A string that is needed: sixteen bytes, since every place that has its key has it read.
 */
typedef struct
{
  guint64 codes; /* its first eight, as they stand in memory, the first in the lowest */
  guint16 tail;  /* the two behind them */
  guint16 tail_mask; /* bits of these that count */
  guint16 next;      /* of the same chain, plus one */
  guint8 at;         /* where in it the key stands */
  guint8 shift; /* left, out of what was found in the place of codes: bits that do not
                   count */
} MeshString;

/* The rules that need it, as bits. */
typedef struct
{
  guint64 rules[MESH_WORDS];
} MeshRules;

typedef struct
{
  guint64 hash; /* of its expressions and flags */
  guint32 first;
  guint32 n;
} MeshTable;

typedef struct Mesh
{
  const MeshTable *tables;
  const MeshRule *rules;
  const MeshString *strings;
  const MeshRules *wanted; /* by the number of a string */
  const guint16 *chains;   /* by the first codes of a key: a string, plus one */
  const guint64 *keys;     /* bits */
  guint32 n_tables;
  guint32 n_rules;
  guint32 n_strings;
} Mesh;

/* base: (nullable) a block that mesh_write made, at a multiple of eight, trusted and
 * there as long as the mesh. (transfer full) */
Mesh *mesh_new (gconstpointer base);
void mesh_free (Mesh *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Mesh, mesh_free)

/* The number of the first rule of a table, which is added if it is not there; FALSE in
 * ret_known (nullable) then. Rules beyond MESH_MAX_RULES are not added: nothing is known
 * of them. */
guint32 mesh_add (Mesh *self, const PatternRule *rules, guint n_rules,
                  gboolean *ret_known);

/* The same for the same tables in the same order. (transfer full) */
GBytes *mesh_write (const Mesh *self);

/* The block in the program: (nullable) none in the one that makes it. */
gconstpointer mesh_get_baked (void);

/* Whether a string stands at these codes, of which there are NEED_MAX_CODES. */
static inline gboolean
mesh_string_is_at (const MeshString *string, const guint8 *codes)
{
  guint64 here;
  guint16 tail;

  memcpy (&here, codes, sizeof here);
  memcpy (&tail, codes + sizeof here, sizeof tail);
  return (GUINT64_FROM_LE (here) ^ string->codes) << string->shift == 0
         && ((GUINT16_FROM_LE (tail) ^ string->tail) & string->tail_mask) == 0;
}

/* Codes. */
static inline gsize
mesh_string_length (const MeshString *string)
{
  return 8 - string->shift / 8 + (string->tail_mask != 0) + (string->tail_mask > 0xff);
}

/* Four codes that follow one another in memory. */
static inline guint32
mesh_key_at (const guint8 *codes)
{
  guint32 key;

  memcpy (&key, codes, sizeof key);
  return key;
}

/* Where the bit of the key at these codes is: in sixteen bits and of four products, so
 * that eight places are reckoned at a time. */
static inline guint16
mesh_bit_at (const guint8 *codes)
{
  return (guint16)(codes[0] * 0x9e37u + codes[1] * 0x3c6fu + codes[2] * 0x79b1u
                   + codes[3] * 0x1d07u);
}

/* By all codes of a key but the last, which short strings do not have. */
static inline guint32
mesh_chain_of (guint32 key)
{
  return ((key & GUINT32_FROM_LE (0x00ffffffu)) * 0x9e3779b1u)
         / (G_MAXUINT32 / MESH_CHAINS + 1);
}
