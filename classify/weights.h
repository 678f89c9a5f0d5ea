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
 * Words and pairs have their IDF before their weights; a feature without weights counts
 * for a passage's length. Concepts that the taxonomy does not have are passed over, so
 * that a taxonomy may change without training. */

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
  guint32 stamp; /* model.c's: the passage in which it was last seen */
  gchar *name;   /* "famili hub"; NULL for hits */
} Feature;

typedef struct
{
  guint n_concepts;
  GArray *weights;             /* Weight, feature by feature */
  GArray *features;            /* Feature: words and pairs */
  Feature *hits;               /* by concept and kind */
  gdouble *bias;               /* by concept */
  gboolean *known;             /* by concept: it has a bias */
  GArray *verdict[N_VERDICTS]; /* gdouble */
} Weights;

#define WEIGHTS_MAX_BYTES (16 * 1024 * 1024)

typedef enum
{
  WEIGHTS_ERROR_SYNTAX
} WeightsError;

#define WEIGHTS_ERROR (weights_error_quark ())
GQuark weights_error_quark (void);

/* Reads the file's text. (transfer full), NULL if and only if error is set. */
Weights *weights_new_from_bytes (GBytes *bytes, const Taxonomy *taxonomy, GError **error);
void weights_free (Weights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Weights, weights_free)
