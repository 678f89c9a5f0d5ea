/* signs.h: what speaks for each concept in an item, before it is weighed.
 *
 * Per concept: the hits of labels and strong rules over the whole item (one a sentence),
 * the most different weak rules in one passage, whether the title says it too, and, where
 * there is a model, the margins of the best and the second best passage. */

#pragma once

#include "classify/model.h"
#include "classify/subject.h"

typedef struct
{
  gdouble margin; /* of the best passage; SIGNS_NO_MARGIN without a model */
  gdouble second; /* of the second best */
  guint best;     /* that passage */
  guint strong;   /* sentences with hits of labels and strong rules */
  guint passages; /* with such hits */
  guint rules;    /* different ones of them in one passage */
  guint weak;     /* different weak rules in one passage */
  gboolean title; /* a label or strong rule hits the title */
  gboolean touched;
  guint32
      first_hit; /* of those of the reading that may be evidence; 0: none, else from 1 */
  guint32 last_hit;
} Sign;

#define SIGNS_NO_MARGIN (-10.0)
/* A margin counts between these: words that inspectors do not use speak against nothing.
 */
#define SIGNS_MARGIN_MIN (-2.0)
#define SIGNS_MARGIN_MAX 4.0

typedef struct SignsWork SignsWork;

typedef struct
{
  guint n;         /* concepts */
  Sign *of;        /* by concept */
  GArray *touched; /* guint32: concepts that something speaks for, or that are weighed; of
                    * the others nothing is said */
  GArray *usable;  /* gboolean, by sentence: may be evidence */
  GArray *next;    /* guint32, by hit: the next of its concept, as in Sign */
  guint passages;  /* of the item that may be evidence */
  guint sentences; /* that may be evidence */
  gdouble length;  /* their logarithm */
  SignsWork *work; /* private */
} Signs;

/* What weighs a passage: kinds of hits as in model.h; margins, by concept, are zero and
 * to be filled in, for no other concepts than those of the weigher. */
typedef void (*SignsWeigh) (const Reading *reading, const Passage *passage,
                            const guint8 *kinds, gdouble *margins, gpointer data);

typedef struct
{
  SignsWeigh weigh;
  gpointer data;
  const guint32 *concepts;
  guint n;
} SignsWeigher;

/* Without anything said of any concept. (transfer full) */
Signs *signs_new (const Taxonomy *taxonomy);
void signs_free (Signs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Signs, signs_free)
/* Replaces what the signs held. weigher: (nullable) */
void signs_read (Signs *self, const SignsWeigher *weigher, const Reading *reading,
                 Subject subject);
/* The one of a model, for one reading. */
SignsWeigher signs_weigher_of_model (Model *model);

/* Takes one more passage's margin into a sign. */
void sign_add_margin (Sign *sign, gdouble margin, guint passage);

/* The sign as numbers, for verdict.h: the first is 1. */
#define SIGN_N_FEATURES VERDICT_N_WEIGHTS
/* What each is, in words for people: "a strong rule". */
extern const gchar *const sign_feature_names[SIGN_N_FEATURES];
#define SIGN_WEAK_PAIR 9 /* the place of two weak rules in a passage among them */
void sign_features (const Signs *self, guint concept, gboolean known,
                    gdouble features[SIGN_N_FEATURES]);
