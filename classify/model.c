/* model.c: weights and passages → margins. */

#include "classify/model.h"

#include "classify/feature.h"

#include <math.h>

/* What weighing needs of a feature. */
typedef struct
{
  guint64 concepts; /* bits: those that it has weights for, modulo 64 */
  guint32 stamp;    /* the passage in which it was last seen */
  gfloat idf;
  guint32 first; /* weights */
  guint32 n;
} Term;

/* A feature that has weights, where it stands. */
typedef struct
{
  guint32 token;
  guint32 feature;
} Seen;

struct Model
{
  Weights *weights;
  Term *terms;       /* by feature */
  guint32 number;    /* no other model has had it: see Word */
  guint32 *weighing; /* features of the passage being weighed */
  guint n_weighing;
  guint length; /* words and pairs of that passage */
  GArray *seen; /* Seen: of the passages of the reading, by token; room beyond n_seen */
  guint n_seen;
  guint32 stamp;
};

void
model_free (Model *self)
{
  if (self == NULL)
    return;
  weights_free (self->weights);
  g_free (self->terms);
  g_free (self->weighing);
  g_array_unref (self->seen);
  g_free (self);
}

static void
make_terms (Model *self)
{
  const Weights *weights = self->weights;
  guint n = weights->n_features;

  self->terms = g_new0 (Term, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const Feature *feature = &weights->features[i];
      Term *term = &self->terms[i];

      *term = (Term){ 0, 0, feature->idf, feature->first, feature->n };
      for (guint j = 0; j < feature->n; j++)
        term->concepts |= G_GUINT64_CONSTANT (1)
                          << weights->weights[feature->first + j].concept % 64;
    }
}

/* Takes the weights. */
static Model *
model_new (Weights *weights)
{
  static gint numbers = 0;
  Model *self = g_new0 (Model, 1);

  self->weights = weights;
  self->number = (guint32)g_atomic_int_add (&numbers, 1) + 1;
  self->seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  self->weighing = g_new (guint32, weights->n_features + 1);
  make_terms (self);
  return self;
}

Model *
model_new_from_bytes (GBytes *bytes, const Taxonomy *taxonomy, GError **error)
{
  Weights *weights = weights_new_from_bytes (bytes, taxonomy, error);

  return weights != NULL ? model_new (weights) : NULL;
}

Model *
model_new_default (const Taxonomy *taxonomy)
{
  return model_new (weights_new_default (taxonomy));
}

const gdouble *
model_get_verdict (const Model *self, Verdict verdict, guint *ret_n)
{
  *ret_n = self->weights->n_verdict[verdict];
  return self->weights->verdict[verdict];
}

gboolean
model_knows (const Model *self, guint concept)
{
  return self->weights->known[concept];
}

/* ------------------------------------------------------------------------ weighing */

static void
see (Model *self, guint32 token, guint32 feature)
{
  if (self->n_seen == self->seen->len)
    g_array_set_size (self->seen, MAX (1024, self->n_seen * 2));
  g_array_index (self->seen, Seen, self->n_seen++) = (Seen){ token, feature };
}

/* feature: its index + 1; 0: none */
static inline void
note (Model *self, guint32 feature, guint32 token)
{
  Term *term;

  if (feature == 0)
    return;
  term = &self->terms[feature - 1];
  if (term->n > 0)
    see (self, token, feature - 1);
  if (term->stamp == self->stamp)
    return;
  term->stamp = self->stamp;
  self->weighing[self->n_weighing++] = feature - 1;
}

static inline void
note_word (const Word *before, Word *word, guint32 place, guint32 token, gpointer data)
{
  Model *self = data;

  if (word->known_to != self->number)
    {
      word->feature = weights_find (self->weights, word->stem);
      word->known_to = self->number;
    }
  note (self, word->feature, token);
  self->length += before != NULL ? 2 : 1;
  if (before != NULL)
    note (self, weights_find (self->weights, feature_of_pair (before->stem, word->stem)),
          token);
}

static inline void
add_weights (const Model *self, guint32 first, guint32 n, gdouble value, gdouble *margins)
{
  const Weight *weight = self->weights->weights + first;

  for (const Weight *end = weight + n; weight < end; weight++)
    margins[weight->concept] += value * weight->weight;
}

static void
add_hit_weights (const Model *self, guint32 concept, guint8 kinds, gdouble *margins)
{
  for (guint kind = 0; kind < N_HIT_KINDS; kind++)
    if (kinds & (1 << kind))
      {
        const Feature *hit = &self->weights->hits[concept * N_HIT_KINDS + kind];

        add_weights (self, hit->first, hit->n, 1, margins);
      }
}

void
model_begin (Model *self)
{
  self->n_seen = 0;
}

const guint32 *
model_get_concepts (const Model *self, guint *ret_n)
{
  *ret_n = self->weights->n_concepts;
  return self->weights->concepts;
}

void
model_weigh (Model *self, const Reading *reading, const Passage *passage,
             const guint8 *kinds, gdouble *margins)
{
  gdouble scale;

  self->stamp++;
  self->n_weighing = 0;
  self->length = 0;
  feature_for_each (reading, passage->first, passage->last, note_word, self);
  scale = MODEL_SCALE / sqrt (MAX (self->length, 1));
  for (guint i = 0; i < self->n_weighing; i++)
    {
      const Term *term = &self->terms[self->weighing[i]];

      add_weights (self, term->first, term->n, term->idf * scale, margins);
    }
  for (guint j = 0; j < self->weights->n_concepts; j++)
    {
      guint32 i = self->weights->concepts[j];

      margins[i] += self->weights->bias[i];
      if (kinds[i] != 0)
        add_hit_weights (self, i, kinds[i], margins);
    }
}

/* The heaviest features of a sentence for one concept. */
typedef struct
{
  guint concept;
  gdouble sum;
  const Feature *best[3];
  gdouble weights[3];
} Heaviest;

static void
weigh_feature (const Model *self, const Feature *feature, Heaviest *heaviest)
{
  for (guint i = 0; i < feature->n; i++)
    {
      Weight weight = self->weights->weights[feature->first + i];
      gdouble value = weight.weight * feature->idf;
      guint at = 3;

      if (weight.concept != heaviest->concept)
        continue;
      heaviest->sum += value;
      while (at > 0 && value > heaviest->weights[at - 1])
        at--;
      if (at == 3)
        continue;
      for (guint j = 2; j > at; j--)
        {
          heaviest->best[j] = heaviest->best[j - 1];
          heaviest->weights[j] = heaviest->weights[j - 1];
        }
      heaviest->best[at] = feature;
      heaviest->weights[at] = value;
    }
}

/* The first of seen that stands at the token or after it. */
static guint
first_seen (const Model *self, guint32 token)
{
  guint low = 0, high = self->n_seen;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->seen, Seen, middle).token < token)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gdouble
model_weigh_sentence (Model *self, const Reading *reading, guint32 sentence,
                      guint concept, GString *names)
{
  const Sentence *s = &g_array_index (reading->prose->sentences, Sentence, sentence);
  Heaviest heaviest = { concept, 0, { NULL }, { 0 } };

  self->stamp++;
  for (guint i = first_seen (self, s->first); i < self->n_seen; i++)
    {
      const Seen *seen = &g_array_index (self->seen, Seen, i);
      Term *term = &self->terms[seen->feature];

      if (seen->token >= s->last)
        break;
      if (!(term->concepts >> concept % 64 & 1) || term->stamp == self->stamp)
        continue;
      term->stamp = self->stamp;
      weigh_feature (self, &self->weights->features[seen->feature], &heaviest);
    }
  for (guint i = 0; names != NULL && i < 3 && heaviest.best[i] != NULL; i++)
    {
      if (names->len > 0)
        g_string_append_len (names, ", ", 2);
      g_string_append (names, self->weights->names + heaviest.best[i]->name);
    }
  return heaviest.sum;
}

guint
model_find_heaviest (Model *self, const Reading *reading, Passage among,
                     const GArray *usable, guint concept, gdouble *ret_weight)
{
  guint heaviest = among.first;

  *ret_weight = 0;
  for (guint i = among.first; i < among.last; i++)
    {
      gdouble weight = 0;

      if (g_array_index (usable, gboolean, i))
        weight = model_weigh_sentence (self, reading, i, concept, NULL);
      if (weight > *ret_weight)
        {
          *ret_weight = weight;
          heaviest = i;
        }
    }
  return heaviest;
}
