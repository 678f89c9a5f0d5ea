/* wording.h: does a text recite another in the same or nearly the same words?
 *
 * Texts become terms: the stems of their words, each with a weight that is the greater
 * the rarer the word is (commonness.h). A council that recites a recommendation drops a
 * word or puts "permanence" for "permanency"; both have one stem. Likeness is the
 * harmonic mean of how much of the recommendation a stretch of text has, and how much of
 * the stretch is from the recommendation, both by weight. */

#pragma once

#include "normalise/meeting.h"

/* Terms of one text; what follows is not read. Stems of one phrase that are told apart.
 */
#define WORDING_MAX_TERMS 200000
#define WORDING_MAX_PHRASE 64

typedef struct
{
  guint stem;     /* 0: of no phrase that was learned */
  gdouble weight; /* 0 for the commonest words */
  Span span;      /* in the text */
  guint clause;   /* from 0: a line, sentence or part of a list set off by ";" */
} Term;

typedef struct
{
  GArray *stems;   /* guint, each once, at most WORDING_MAX_PHRASE */
  GArray *weights; /* gdouble, of the same */
  gdouble weight;  /* of all */
} Phrase;

typedef struct
{
  gdouble likeness; /* 0..1 */
  gdouble has;      /* how much of the phrase is there, 0..1 */
  gdouble alone;    /* how much of its clause the stretch is, 0..1 */
  guint n_shared;   /* stems */
  guint clause;
  Span span;
} Likeness;

typedef struct Wording Wording;

Wording *wording_new (void);
void wording_free (Wording *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wording, wording_free)

/* Learns the stems of a text. (transfer full) */
Phrase *wording_learn (Wording *self, const gchar *text);
void phrase_free (Phrase *phrase);

/* The terms of a text. (transfer full): GArray of Term */
GArray *wording_read (Wording *self, const gchar *text);

/* The stretch of a single clause that is most like the phrase; likeness 0 if there is
 * none. */
Likeness wording_find (const Phrase *phrase, const GArray *terms);
