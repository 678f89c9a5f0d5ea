/* sample.h: labelled texts to learn from.
 *
 * A file of samples is text, one sample a line, eight fields with a tab between them:
 *
 *     kind      rec, par, item, own or said (SampleKind, below)
 *     group     what must not be parted by cross-validation: the council
 *     id        for people
 *     required  identifiers of concepts, a comma between them
 *     allowed   further ones, neither required nor wrong
 *     body      the committee of an item, else empty
 *     title     of an item, else empty
 *     text      with \n for its line ends
 */

#pragma once

#include "classify/signs.h"

typedef enum
{
  SAMPLE_REC,  /* a recommendation */
  SAMPLE_PAR,  /* a paragraph of a report */
  SAMPLE_ITEM, /* an item of business */
  SAMPLE_OWN,  /* an item of business, invented: scored, never learned from */
  SAMPLE_SAID  /* a sentence or two, invented for the purpose, in people's own words */
} SampleKind;

#define N_SAMPLE_KINDS 5

/* "rec", "par", "item", "own"; all else is said. */
SampleKind sample_kind_of (const gchar *name);

/* A passage as what it is weighed by. */
typedef struct
{
  GArray *features; /* guint32: of the vocabulary, each once, in order */
  guint length;     /* words and pairs, each as often as it stands there */
  guint8 *kinds;    /* of hits, by concept */
} SamplePassage;

typedef struct
{
  SampleKind kind;
  gchar *group;
  gchar *id;
  gint8 *labels;       /* by concept: 1 required, 0 not, -1 allowed */
  GPtrArray *passages; /* SamplePassage *: those that may be evidence */
  Signs *signs;        /* without margins */
} Sample;

/* All words and pairs of all samples. */
typedef struct
{
  GHashTable *index; /* hash → number + 1 */
  GPtrArray *names;  /* gchar *: "panel", "famili|hub" */
} Vocabulary;

Vocabulary *vocabulary_new (void);
void vocabulary_free (Vocabulary *self);

/* Reads the content of a file of samples; strangers: as support.h tells. (transfer full):
 * GPtrArray of Sample *, NULL if and only if error is set. */
GPtrArray *samples_read (Taxonomy *taxonomy, const gchar *content, gboolean strangers,
                         Vocabulary *vocabulary, GError **error);
