/* model.c: the file of learned weights → margins of passages. */

#include "classify/model.h"

#include "classify-resources.h"
#include "classify/feature.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (model_error_quark, model_error)

#define MAX_FEATURES (1u << 20)
#define MAX_VERDICT 64

typedef struct
{
  guint32 concept;
  gfloat weight;
} Weight;

/* The weights of one feature: a part of Model.weights. */
typedef struct
{
  guint64 hash;
  gfloat idf;
  guint32 first;
  guint32 n;
  guint32 stamp; /* the passage in which it was last seen */
  gchar *name;
} Feature;

/* Where a feature is found by its hash. */
typedef struct
{
  guint64 hash;
  guint32 feature; /* its index + 1; 0: free */
} Slot;

/* A feature that has weights, where it stands. */
typedef struct
{
  guint32 token;
  guint32 feature;
} Seen;

struct Model
{
  guint n_concepts;
  GArray *weights;             /* Weight */
  GArray *features;            /* Feature: words and pairs */
  Slot *table;                 /* open addressing by hash */
  guint32 n_table;             /* a power of two */
  guint64 *filter;             /* bits: most hashes that are none are known by it */
  gdouble *bias;               /* by concept */
  gboolean *known;             /* by concept */
  Feature *hits;               /* by concept and kind */
  GArray *verdict[N_VERDICTS]; /* gdouble */
  GArray *concepts;            /* guint32: those that it may weigh, in order */
  guint32 *weighing;           /* features of the passage being weighed */
  guint n_weighing;
  GArray *seen; /* Seen: of the passages of the reading, by token; room beyond n_seen */
  guint n_seen;
  guint32 stamp;
};

static const gchar *const hit_names[N_HIT_KINDS] = { "strong", "strong2", "weak",
                                                     "weak2" };

void
model_free (Model *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->features->len; i++)
    g_free (g_array_index (self->features, Feature, i).name);
  g_array_unref (self->features);
  g_array_unref (self->weights);
  for (guint i = 0; i < N_VERDICTS; i++)
    g_array_unref (self->verdict[i]);
  g_array_unref (self->concepts);
  g_free (self->weighing);
  g_array_unref (self->seen);
  g_free (self->filter);
  g_free (self->table);
  g_free (self->bias);
  g_free (self->known);
  g_free (self->hits);
  g_free (self);
}

/* ----------------------------------------------------------------------------- reading
 */

static guint64
hash_of (const gchar *stem, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)stem[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

static gboolean
fail (GError **error, guint line, const gchar *message)
{
  g_set_error (error, MODEL_ERROR, MODEL_ERROR_SYNTAX, "line %u: %s", line, message);
  return FALSE;
}

/* A plain decimal of at most 15 figures, which a division of two whole numbers rounds as
 * well as can be: nearly all that a file has. */
static gboolean
read_decimal (const gchar *text, gdouble *ret_number)
{
  static const gdouble powers[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gboolean negative = *text == '-';
  guint64 whole = 0;
  guint n = 0, behind = 0;
  gboolean dot = FALSE;

  text += negative;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  for (; g_ascii_isdigit (*text) || (*text == '.' && !dot); text++)
    {
      if (*text == '.')
        {
          dot = TRUE;
          continue;
        }
      whole = whole * 10 + (guint64)(*text - '0');
      behind += dot;
      if (++n > 15)
        return FALSE;
    }
  if (*text != '\0')
    return FALSE;
  *ret_number = (gdouble)whole / powers[behind];
  if (negative)
    *ret_number = -*ret_number;
  return TRUE;
}

static gboolean
read_number (const gchar *text, gdouble *ret_number)
{
  gchar *end = NULL;
  gdouble number;

  if (text != NULL && read_decimal (text, ret_number))
    return TRUE;
  number = text != NULL ? g_ascii_strtod (text, &end) : 0;

  if (text == NULL || end == text || *end != '\0' || !isfinite (number))
    return FALSE;
  *ret_number = number;
  return TRUE;
}

/* Pairs of concept and weight, from the n-th word on. */
static gboolean
read_weights (Model *self, GHashTable *index, gchar *const *words, guint n, guint n_words,
              Feature *feature)
{
  feature->first = self->weights->len;
  for (; n + 1 < n_words; n += 2)
    {
      gpointer concept;
      gdouble number;

      if (!read_number (words[n + 1], &number))
        return FALSE;
      if (g_hash_table_lookup_extended (index, words[n], NULL, &concept))
        {
          Weight weight = { GPOINTER_TO_UINT (concept), (gfloat)number };

          g_array_append_val (self->weights, weight);
          feature->n++;
        }
    }
  return n == n_words;
}

static gboolean
read_feature (Model *self, GHashTable *index, gchar *const *words, guint n_words)
{
  Feature feature = { 0 };
  const gchar *bar = strchr (words[1], '|');
  gdouble idf;

  if (self->features->len >= MAX_FEATURES || n_words < 3 || !read_number (words[2], &idf))
    return FALSE;
  feature.idf = (gfloat)idf;
  feature.hash = bar != NULL ? feature_of_pair (hash_of (words[1], bar - words[1]),
                                                hash_of (bar + 1, strlen (bar + 1)))
                             : hash_of (words[1], strlen (words[1]));
  if (!read_weights (self, index, words, 3, n_words, &feature))
    return FALSE;
  feature.name = g_strdelimit (g_strdup (words[1]), "|", ' ');
  g_array_append_val (self->features, feature);
  return TRUE;
}

static gboolean
read_hit (Model *self, GHashTable *index, gchar *const *words, guint n_words)
{
  gchar *colon = strchr (words[1], ':');
  gpointer concept;

  if (colon == NULL)
    return FALSE;
  *colon = '\0';
  if (!g_hash_table_lookup_extended (index, colon + 1, NULL, &concept))
    return TRUE;
  for (guint kind = 0; kind < N_HIT_KINDS; kind++)
    if (g_str_equal (words[1], hit_names[kind]))
      return read_weights (self, index, words, 2, n_words,
                           &self->hits[GPOINTER_TO_UINT (concept) * N_HIT_KINDS + kind]);
  return FALSE;
}

static gboolean
read_verdict (Model *self, gchar *const *words, guint n_words)
{
  Verdict verdict = g_str_equal (words[1], "text") ? VERDICT_TEXT : VERDICT_ITEM;
  gdouble number;

  if (n_words > MAX_VERDICT)
    return FALSE;
  for (guint i = 2; i < n_words; i++)
    {
      if (!read_number (words[i], &number))
        return FALSE;
      g_array_append_val (self->verdict[verdict], number);
    }
  return TRUE;
}

/* Parts a line in place, as g_strsplit would, at each space. */
static void
split (gchar *line, GPtrArray *words)
{
  g_ptr_array_set_size (words, 0);
  for (gchar *p = line; p != NULL;)
    {
      gchar *space = strchr (p, ' ');

      g_ptr_array_add (words, p);
      if (space != NULL)
        *space++ = '\0';
      p = space;
    }
}

static gboolean
read_line (Model *self, GHashTable *index, gchar *line, GPtrArray *parts)
{
  gchar *const *words;
  guint n;
  gdouble number;

  split (line, parts);
  words = (gchar *const *)parts->pdata;
  n = parts->len;
  if (n < 2)
    return *words[0] == '\0';
  if (g_str_equal (words[0], "word") || g_str_equal (words[0], "pair"))
    return read_feature (self, index, words, n);
  if (g_str_equal (words[0], "hit"))
    return read_hit (self, index, words, n);
  if (g_str_equal (words[0], "bias"))
    {
      gpointer concept;

      if (n != 3 || !read_number (words[2], &number))
        return FALSE;
      if (g_hash_table_lookup_extended (index, words[1], NULL, &concept))
        {
          self->bias[GPOINTER_TO_UINT (concept)] = number;
          self->known[GPOINTER_TO_UINT (concept)] = TRUE;
        }
      return TRUE;
    }
  if (g_str_equal (words[0], "verdict"))
    return read_verdict (self, words, n);
  return FALSE;
}

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
  while (self->n_table < self->features->len * 2)
    self->n_table *= 2;
  self->table = g_new0 (Slot, self->n_table);
  self->filter = g_new0 (guint64, self->n_table / 8);
  for (guint i = 0; i < self->features->len; i++)
    {
      guint64 hash = g_array_index (self->features, Feature, i).hash;
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
  g_autofree gboolean *weighed = g_new0 (gboolean, self->n_concepts + 1);

  for (guint i = 0; i < self->weights->len; i++)
    weighed[g_array_index (self->weights, Weight, i).concept] = TRUE;
  for (guint32 i = 0; i < self->n_concepts; i++)
    if (weighed[i] || self->known[i])
      g_array_append_val (self->concepts, i);
}

static Model *
model_new (guint n_concepts)
{
  Model *self = g_new0 (Model, 1);

  self->n_concepts = n_concepts;
  self->weights = g_array_new (FALSE, FALSE, sizeof (Weight));
  self->features = g_array_new (FALSE, TRUE, sizeof (Feature));
  for (guint i = 0; i < N_VERDICTS; i++)
    self->verdict[i] = g_array_new (FALSE, FALSE, sizeof (gdouble));
  self->concepts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->seen = g_array_new (FALSE, FALSE, sizeof (Seen));
  self->bias = g_new0 (gdouble, n_concepts);
  self->known = g_new0 (gboolean, n_concepts);
  self->hits = g_new0 (Feature, n_concepts * N_HIT_KINDS);
  return self;
}

Model *
model_new_from_bytes (GBytes *bytes, const Taxonomy *taxonomy, GError **error)
{
  const GPtrArray *concepts = taxonomy_get_concepts (taxonomy);
  g_autoptr (Model) self = model_new (concepts->len);
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  gsize size;
  const gchar *data = g_bytes_get_data (bytes, &size);
  g_autofree gchar *text = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  guint number = 0;

  if (size == 0 || size > MODEL_MAX_BYTES || memchr (data, '\0', size) != NULL)
    return fail (error, 1, "no file of weights"), NULL;
  text = g_strndup (data, size);
  for (guint i = 0; i < concepts->len; i++)
    g_hash_table_insert (index, ((Concept *)concepts->pdata[i])->id,
                         GUINT_TO_POINTER (i));
  for (gchar *line = text; line != NULL;)
    {
      gchar *end = strchr (line, '\n');

      if (end != NULL)
        *end++ = '\0';
      if (++number == 1)
        {
          if (!g_str_equal (line, "heed-model 1"))
            return fail (error, 1, "no file of weights"), NULL;
        }
      else if (!read_line (self, index, line, parts))
        return fail (error, number, "not a line of weights"), NULL;
      line = end;
    }
  self->weighing = g_new (guint32, self->features->len + 1);
  make_table (self);
  list_concepts (self);
  return g_steal_pointer (&self);
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
  *ret_n = self->verdict[verdict]->len;
  return (const gdouble *)(gpointer)self->verdict[verdict]->data;
}

gboolean
model_knows (const Model *self, guint concept)
{
  return self->known[concept];
}

/* ---------------------------------------------------------------------------- weighing
 */

static void
note_feature (guint64 hash, guint32 first, guint32 last, gpointer data)
{
  Model *self = data;
  guint32 index = find (self, hash);
  Feature *feature;

  if (index == 0)
    return;
  feature = &g_array_index (self->features, Feature, index - 1);
  if (feature->n > 0)
    {
      if (self->n_seen == self->seen->len)
        g_array_set_size (self->seen, MAX (1024, self->n_seen * 2));
      g_array_index (self->seen, Seen, self->n_seen++) = (Seen){ last, index - 1 };
    }
  if (feature->stamp == self->stamp)
    return;
  feature->stamp = self->stamp;
  self->weighing[self->n_weighing++] = index - 1;
}

static void
add_weights (const Model *self, const Feature *feature, gdouble value, gdouble *margins)
{
  for (guint i = 0; i < feature->n; i++)
    {
      Weight weight = g_array_index (self->weights, Weight, feature->first + i);

      margins[weight.concept] += value * weight.weight;
    }
}

static const Feature *
weighed_at (const Model *self, guint i)
{
  return &g_array_index (self->features, Feature, self->weighing[i]);
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
  feature_for_each (reading, passage->first, passage->last, note_feature, self);
  for (guint i = 0; i < self->n_weighing; i++)
    {
      const Feature *feature = weighed_at (self, i);

      norm += (gdouble)feature->idf * feature->idf;
    }
  norm = norm > 0 ? MODEL_SCALE / sqrt (norm) : 0;
  for (guint i = 0; i < self->n_weighing; i++)
    {
      const Feature *feature = weighed_at (self, i);

      add_weights (self, feature, feature->idf * norm, margins);
    }
  for (guint j = 0; j < self->concepts->len; j++)
    {
      guint32 i = g_array_index (self->concepts, guint32, j);

      margins[i] += self->bias[i];
      for (guint kind = 0; kinds[i] != 0 && kind < N_HIT_KINDS; kind++)
        if (kinds[i] & (1 << kind))
          add_weights (self, &self->hits[i * N_HIT_KINDS + kind], 1, margins);
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
      Weight weight = g_array_index (self->weights, Weight, feature->first + i);
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
      Feature *feature = &g_array_index (self->features, Feature, seen->feature);

      if (seen->token >= s->last)
        break;
      if (feature->stamp == self->stamp)
        continue;
      feature->stamp = self->stamp;
      weigh_feature (self, feature, &heaviest);
    }
  for (guint i = 0; names != NULL && i < 3 && heaviest.best[i] != NULL; i++)
    {
      if (names->len > 0)
        g_string_append_len (names, ", ", 2);
      g_string_append (names, heaviest.best[i]->name);
    }
  return heaviest.sum;
}
