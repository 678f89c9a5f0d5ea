/* weights.h: the file of learned weights, read: each feature with what it weighs for each
 * concept.
 *
 * The file is text, one feature a line, and holds no sentence:
 *
 *     heed-model 1
 *     verdict text -2.31 0.77 …     the weights of verdict.h for texts by themselves
 *     verdict item -1.98 0.64 …     … and for items
 *     bias early-help -3.2
 *     hit strong:early-help early-help 2.9 thresholds -0.4
 *     word panel 4.31 early-help 0.7
 *     pair famili|hub 6.02 early-help 3.1
 *
 * Words and pairs have their IDF before their weights. Concepts that the taxonomy does
 * not have are passed over, so that a taxonomy may change without training. A verdict
 * that the file does not have is decided by fixed weights; one of another length, or a
 * second one, is an error. */

#pragma once

#include "classify/taxonomy.h"

typedef enum
{
  HIT_KIND_STRONG, /* a label or strong rule */
  HIT_KIND_STRONG_TWICE,
  HIT_KIND_WEAK,
  HIT_KIND_WEAK_TWICE, /* two different weak rules */
  HIT_KIND_LAST = HIT_KIND_WEAK_TWICE
} HitKind;

typedef enum
{
  VERDICT_TEXT, /* a text on its own, such as a recommendation */
  VERDICT_ITEM  /* an item of business */
} Verdict;

#define N_VERDICTS 2
/* Of a verdict: one for each feature of a sign (signs.h). */
#define VERDICT_N_WEIGHTS 15
#define N_HIT_KINDS (HIT_KIND_LAST + 1)

typedef struct
{
  guint32 concept; /* by its index in the taxonomy */
  gfloat weight;
} Weight;

/* A word, a pair or a kind of hit, and its part of Weights.weights. */
typedef struct
{
  guint64 hash; /* as feature.h has it; 0 for hits */
  gfloat idf;
  guint32 first;
  guint32 n;
  guint32 name; /* in Weights.names: "famili hub"; 0 for hits */
} Feature;

/* Where a feature is found by its hash. */
typedef struct
{
  guint64 hash;
  guint32 feature; /* its index + 1; 0: free */
  guint32 padding;
} FeatureSlot;

/* Tables in a block of bytes, which are read and never changed. */
typedef struct
{
  const Weight *weights;    /* feature by feature */
  const Feature *features;  /* words and pairs */
  const FeatureSlot *slots; /* open addressing by hash */
  const guint64 *filter;    /* bits: most hashes that are none are known by it */
  const Feature *hits;      /* by concept and kind */
  const gdouble *bias;      /* by concept */
  const guint8 *known;      /* by concept: it has a bias */
  const guint32 *concepts;  /* those that have a weight of any kind, in order */
  const gdouble *verdict[N_VERDICTS];
  const gchar *names;
  guint32 n_features;
  guint32 n_slots; /* a power of two */
  guint32 n_concepts;
  guint32 n_verdict[N_VERDICTS];
  GBytes *block;
} Weights;

#define WEIGHTS_MAX_BYTES (16 * 1024 * 1024)
#define WEIGHTS_MAX_NUMBER 1e6 /* of either sign: no sum of them is endless */

typedef enum
{
  WEIGHTS_ERROR_SYNTAX
} WeightsError;

#define WEIGHTS_ERROR (weights_error_quark ())
GQuark weights_error_quark (void);

/* The file's text → a block of tables, the same for the same text and taxonomy.
 * (transfer full), NULL if and only if error is set. */
GBytes *weights_read (GBytes *text, const Taxonomy *taxonomy, GError **error);

/* From a block that weights_read made, at a multiple of eight, which is trusted.
 * (transfer full) */
Weights *weights_new (GBytes *block);
/* From the file's text. (transfer full), NULL if and only if error is set. */
Weights *weights_new_from_bytes (GBytes *text, const Taxonomy *taxonomy, GError **error);
/* Those built into the program: for the taxonomy that is, too, they were read when heed
 * was built. (transfer full) */
Weights *weights_new_default (const Taxonomy *taxonomy);
void weights_free (Weights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Weights, weights_free)

/* The word of the filter that has a hash's bit, of n_slots / 8. */
static inline guint32
weights_filter_at (guint64 hash, guint32 n_slots)
{
  return (guint32)(hash >> 6) & (n_slots / 8 - 1);
}

/* A feature's index + 1; 0: the hash is of none. One bit of the filter in sixteen is set.
 */
static inline guint32
weights_find (const Weights *self, guint64 hash)
{
  guint32 at = (guint32)(hash >> 20) & (self->n_slots - 1);

  if ((self->filter[weights_filter_at (hash, self->n_slots)] >> (hash & 63) & 1) == 0)
    return 0;
  for (; self->slots[at].feature != 0; at = (at + 1) & (self->n_slots - 1))
    if (self->slots[at].hash == hash)
      return self->slots[at].feature;
  return 0;
}
