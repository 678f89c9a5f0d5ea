/* model.c: weights and passages → margins. */

#include "classify/model.h"

#include "classify-resources.h"
#include "classify/feature.h"

#include <gio/gio.h>
#include <math.h>

/* Where a feature is found by its hash. */
typedef struct
{
  guint64 hash;
  guint32 feature; /* its index + 1; 0: free */
} Slot;

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
  Slot *table;       /* open addressing by hash */
  guint32 n_table;   /* a power of two */
  guint64 *filter;   /* bits: most hashes that are none are known by it */
  GArray *concepts;  /* guint32: those that it may weigh, in order */
  guint32 *weighing; /* features of the passage being weighed */
  guint n_weighing;
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
  g_array_unref (self->concepts);
  g_free (self->weighing);
  g_array_unref (self->seen);
  g_free (self->filter);
  g_free (self->table);
  g_free (self);
}

static Feature *
feature_at (const Model *self, guint i)
{
  return &g_array_index (self->weights->features, Feature, i);
}

static inline Weight
weight_at (const Model *self, guint i)
{
  return g_array_index (self->weights->weights, Weight, i);
}

static void
make_terms (Model *self)
{
  guint n = self->weights->features->len;

  self->terms = g_new0 (Term, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const Feature *feature = feature_at (self, i);
      Term *term = &self->terms[i];

      *term = (Term){ 0, 0, feature->idf, feature->first, feature->n };
      for (guint j = 0; j < feature->n; j++)
        term->concepts |= G_GUINT64_CONSTANT (1)
                          << weight_at (self, feature->first + j).concept % 64;
    }
}

/* ----------------------------------------------------------------------------- finding
 */

/* One bit in sixteen is set. */
static guint64
filter_bit (const Model *self, guint64 hash, guint64 **ret_word)
{
  *ret_word = &self->filter[(hash >> 6) & (self->n_table / 8 - 1)];
  return G_GUINT64_CONSTANT (1) << (hash & 63);
}

static void
make_table (Model *self)
{
  self->n_table = 1024;
  while (self->n_table < self->weights->features->len * 2)
    self->n_table *= 2;
  self->table = g_new0 (Slot, self->n_table);
  self->filter = g_new0 (guint64, self->n_table / 8);
  for (guint i = 0; i < self->weights->features->len; i++)
    {
      guint64 hash = feature_at (self, i)->hash;
      guint32 at = (guint32)(hash >> 20) & (self->n_table - 1);
      guint64 *word;
      guint64 bit = filter_bit (self, hash, &word);

      while (self->table[at].feature != 0)
        at = (at + 1) & (self->n_table - 1);
      self->table[at] = (Slot){ hash, i + 1 };
      *word |= bit;
    }
}

/* The feature's index + 1; 0: it is none. */
static inline guint32
find (const Model *self, guint64 hash)
{
  guint32 at = (guint32)(hash >> 20) & (self->n_table - 1);
  guint64 *word;
  guint64 bit = filter_bit (self, hash, &word);

  if ((*word & bit) == 0)
    return 0;
  for (; self->table[at].feature != 0; at = (at + 1) & (self->n_table - 1))
    if (self->table[at].hash == hash)
      return self->table[at].feature;
  return 0;
}

/* The concepts that have a weight of any kind. */
static void
list_concepts (Model *self)
{
  g_autofree gboolean *weighed = g_new0 (gboolean, self->weights->n_concepts + 1);

  for (guint i = 0; i < self->weights->weights->len; i++)
    weighed[weight_at (self, i).concept] = TRUE;
  for (guint32 i = 0; i < self->weights->n_concepts; i++)
    if (weighed[i] || self->weights->known[i])
      g_array_append_val (self->concepts, i);
}

Model *
model_new_from_bytes (GBytes *bytes, const Taxonomy *taxonomy, GError **error)
{
  static gint numbers = 0;
  Weights *weights = weights_new_from_bytes (bytes, taxonomy, error);
  Model *self;

  if (weights == NULL)
    return NULL;
  self = g_new0 (Model, 1);
  self->weights = weights;
  self->number = (guint32)g_atomic_int_add (&numbers, 1) + 1;
  self->concepts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  self->weighing = g_new (guint32, weights->features->len + 1);
  make_terms (self);
  make_table (self);
  list_concepts (self);
  return self;
}

Model *
model_new_default (const Taxonomy *taxonomy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (classify_get_resource (), "/heed/classify/model.txt",
                              G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  Model *model = bytes != NULL ? model_new_from_bytes (bytes, taxonomy, &error) : NULL;

  if (error != NULL)
    g_error ("the built-in weights: %s", error->message); /* our bug: a test reads them */
  return model;
}

const gdouble *
model_get_verdict (const Model *self, Verdict verdict, guint *ret_n)
{
  *ret_n = self->weights->verdict[verdict]->len;
  return (const gdouble *)(gpointer)self->weights->verdict[verdict]->data;
}

gboolean
model_knows (const Model *self, guint concept)
{
  return self->weights->known[concept];
}

/* ---------------------------------------------------------------------------- weighing
 */

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
      word->feature = find (self, word->stem);
      word->known_to = self->number;
    }
  note (self, word->feature, token);
  if (before != NULL)
    note (self, find (self, feature_of_pair (before->stem, word->stem)), token);
}

static inline void
add_weights (const Model *self, guint32 first, guint32 n, gdouble value, gdouble *margins)
{
  const Weight *weight = (const Weight *)(gpointer)self->weights->weights->data + first;

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
  *ret_n = self->concepts->len;
  return (const guint32 *)(gpointer)self->concepts->data;
}

void
model_weigh (Model *self, const Reading *reading, const Passage *passage,
             const guint8 *kinds, gdouble *margins)
{
  gdouble norm = 0;

  self->stamp++;
  self->n_weighing = 0;
  feature_for_each (reading, passage->first, passage->last, note_word, self);
  for (guint i = 0; i < self->n_weighing; i++)
    {
      gdouble idf = self->terms[self->weighing[i]].idf;

      norm += idf * idf;
    }
  norm = norm > 0 ? MODEL_SCALE / sqrt (norm) : 0;
  for (guint i = 0; i < self->n_weighing; i++)
    {
      const Term *term = &self->terms[self->weighing[i]];

      add_weights (self, term->first, term->n, term->idf * norm, margins);
    }
  for (guint j = 0; j < self->concepts->len; j++)
    {
      guint32 i = g_array_index (self->concepts, guint32, j);

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
      Weight weight = weight_at (self, feature->first + i);
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
      weigh_feature (self, feature_at (self, seen->feature), &heaviest);
    }
  for (guint i = 0; names != NULL && i < 3 && heaviest.best[i] != NULL; i++)
    {
      if (names->len > 0)
        g_string_append_len (names, ", ", 2);
      g_string_append (names, heaviest.best[i]->name);
    }
  return heaviest.sum;
}
