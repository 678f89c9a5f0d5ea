/* weights.c: the text of the file of weights → tables of features and what they weigh. */

#include "classify/weights.h"

#include "classify/block.h"
#include "classify/feature.h"
#include "classify/stemmer.h"

#include <math.h>
#include <string.h>

G_DEFINE_QUARK (weights_error_quark, weights_error)

#define MAX_FEATURES (1u << 20)

static const gchar *const hit_names[N_HIT_KINDS] = { "strong", "strong2", "weak",
                                                     "weak2" };

enum
{
  TABLE_OF_WEIGHTS,
  TABLE_OF_FEATURES,
  TABLE_OF_SLOTS,
  TABLE_OF_FILTER,
  TABLE_OF_HITS,
  TABLE_OF_BIAS,
  TABLE_OF_KNOWN,
  TABLE_OF_WEIGHED,
  TABLE_OF_NAMES,
  TABLE_OF_VERDICTS, /* one for each Verdict */
  N_WEIGHTS_TABLES = TABLE_OF_VERDICTS + N_VERDICTS
};

/* What the lines say, while they are read. */
typedef struct
{
  GArray *weights;             /* Weight */
  GArray *features;            /* Feature */
  GArray *hits;                /* Feature, by concept and kind */
  GArray *bias;                /* gdouble */
  GArray *known;               /* guint8 */
  GArray *names;               /* gchar */
  GArray *verdict[N_VERDICTS]; /* gdouble */
} Draft;

static gboolean
fail (GError **error, guint line, const gchar *message)
{
  g_set_error (error, WEIGHTS_ERROR, WEIGHTS_ERROR_SYNTAX, "line %u: %s", line, message);
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

  if (text == NULL)
    return FALSE;
  if (!read_decimal (text, &number))
    {
      number = g_ascii_strtod (text, &end);
      if (end == text || *end != '\0')
        return FALSE;
    }
  if (!(fabs (number) <= WEIGHTS_MAX_NUMBER))
    return FALSE; /* nor what is no number */
  *ret_number = number;
  return TRUE;
}

/* Pairs of concept and weight, from the n-th word on. */
static gboolean
read_weights (Draft *self, GHashTable *index, gchar *const *words, guint n, guint n_words,
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
read_feature (Draft *self, GHashTable *index, gchar *const *words, guint n_words)
{
  Feature feature = { 0 };
  const gchar *bar = strchr (words[1], '|');
  gdouble idf;

  if (self->features->len >= MAX_FEATURES || n_words < 3 || !read_number (words[2], &idf))
    return FALSE;
  feature.idf = (gfloat)idf;
  feature.hash = bar != NULL ? feature_of_pair (stem_hash (words[1], bar - words[1]),
                                                stem_hash (bar + 1, strlen (bar + 1)))
                             : stem_hash (words[1], strlen (words[1]));
  if (!read_weights (self, index, words, 3, n_words, &feature))
    return FALSE;
  feature.name = self->names->len;
  g_strdelimit (words[1], "|", ' ');
  g_array_append_vals (self->names, words[1], (guint)strlen (words[1]) + 1);
  g_array_append_val (self->features, feature);
  return TRUE;
}

static gboolean
read_hit (Draft *self, GHashTable *index, gchar *const *words, guint n_words)
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
      return read_weights (
          self, index, words, 2, n_words,
          &g_array_index (self->hits, Feature,
                          GPOINTER_TO_UINT (concept) * N_HIT_KINDS + kind));
  return FALSE;
}

static gboolean
read_verdict (Draft *self, gchar *const *words, guint n_words)
{
  Verdict verdict = g_str_equal (words[1], "text") ? VERDICT_TEXT : VERDICT_ITEM;
  gdouble number;

  if (n_words != 2 + VERDICT_N_WEIGHTS || self->verdict[verdict]->len > 0
      || (verdict == VERDICT_ITEM && !g_str_equal (words[1], "item")))
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
read_line (Draft *self, GHashTable *index, gchar *line, GPtrArray *parts)
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
          g_array_index (self->bias, gdouble, GPOINTER_TO_UINT (concept)) = number;
          g_array_index (self->known, guint8, GPOINTER_TO_UINT (concept)) = TRUE;
        }
      return TRUE;
    }
  if (g_str_equal (words[0], "verdict"))
    return read_verdict (self, words, n);
  return FALSE;
}

static GArray *
zeros (guint size, guint n)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_size (array, n);
  return array;
}

static Draft *
draft_new (guint n_concepts)
{
  Draft *self = g_new0 (Draft, 1);

  self->weights = zeros (sizeof (Weight), 0);
  self->features = zeros (sizeof (Feature), 0);
  self->names = zeros (1, 1); /* so that no name stands at 0 */
  for (guint i = 0; i < N_VERDICTS; i++)
    self->verdict[i] = zeros (sizeof (gdouble), 0);
  self->bias = zeros (sizeof (gdouble), n_concepts);
  self->known = zeros (sizeof (guint8), n_concepts);
  self->hits = zeros (sizeof (Feature), n_concepts * N_HIT_KINDS);
  return self;
}

static void
draft_free (Draft *self)
{
  g_array_unref (self->weights);
  g_array_unref (self->features);
  g_array_unref (self->names);
  for (guint i = 0; i < N_VERDICTS; i++)
    g_array_unref (self->verdict[i]);
  g_array_unref (self->bias);
  g_array_unref (self->known);
  g_array_unref (self->hits);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, draft_free)

static gboolean
read_text (Draft *self, GBytes *bytes, const GPtrArray *concepts, GError **error)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  gsize size;
  const gchar *data = g_bytes_get_data (bytes, &size);
  g_autofree gchar *text = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  guint number = 0;

  if (size == 0 || size > WEIGHTS_MAX_BYTES || memchr (data, '\0', size) != NULL)
    return fail (error, 1, "no file of weights");
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
            return fail (error, 1, "no file of weights");
        }
      else if (!read_line (self, index, line, parts))
        return fail (error, number,
                     g_str_equal (line, "verdict") ? "a verdict has " G_STRINGIFY (
                         VERDICT_N_WEIGHTS) " weights, once"
                                                   : "not a line of weights");
      line = end;
    }
  return TRUE;
}

/* ----------------------------------------------------------------------- the block */

static void
lay_slots (GByteArray *block, const GArray *features)
{
  g_autoptr (GArray) slots = NULL;
  g_autoptr (GArray) filter = NULL;
  guint32 n = 1024;

  while (n < features->len * 2)
    n *= 2;
  slots = zeros (sizeof (FeatureSlot), n);
  filter = zeros (sizeof (guint64), n / 8);
  for (guint i = 0; i < features->len; i++)
    {
      guint64 hash = g_array_index (features, Feature, i).hash;
      guint32 at = (guint32)(hash >> 20) & (n - 1);

      while (g_array_index (slots, FeatureSlot, at).feature != 0)
        at = (at + 1) & (n - 1);
      g_array_index (slots, FeatureSlot, at) = (FeatureSlot){ hash, i + 1, 0 };
      g_array_index (filter, guint64, weights_filter_at (hash, n)) |=
          G_GUINT64_CONSTANT (1) << (hash & 63);
    }
  block_lay (block, TABLE_OF_SLOTS, slots);
  block_lay (block, TABLE_OF_FILTER, filter);
}

static void
lay_weighed (GByteArray *block, const Draft *draft)
{
  g_autoptr (GArray) weighed = zeros (sizeof (guint8), draft->known->len);
  g_autoptr (GArray) concepts = zeros (sizeof (guint32), 0);

  for (guint i = 0; i < draft->weights->len; i++)
    g_array_index (weighed, guint8, g_array_index (draft->weights, Weight, i).concept) =
        TRUE;
  for (guint32 i = 0; i < weighed->len; i++)
    if (g_array_index (weighed, guint8, i) || g_array_index (draft->known, guint8, i))
      g_array_append_val (concepts, i);
  block_lay (block, TABLE_OF_WEIGHED, concepts);
}

GBytes *
weights_read (GBytes *text, const Taxonomy *taxonomy, GError **error)
{
  const GPtrArray *concepts = taxonomy_get_concepts (taxonomy);
  g_autoptr (Draft) draft = draft_new (concepts->len);
  GByteArray *block;

  if (!read_text (draft, text, concepts, error))
    return NULL;
  block = block_new (N_WEIGHTS_TABLES);
  block_lay (block, TABLE_OF_WEIGHTS, draft->weights);
  block_lay (block, TABLE_OF_FEATURES, draft->features);
  lay_slots (block, draft->features);
  block_lay (block, TABLE_OF_HITS, draft->hits);
  block_lay (block, TABLE_OF_BIAS, draft->bias);
  block_lay (block, TABLE_OF_KNOWN, draft->known);
  lay_weighed (block, draft);
  for (guint i = 0; i < N_VERDICTS; i++)
    block_lay (block, TABLE_OF_VERDICTS + i, draft->verdict[i]);
  block_lay (block, TABLE_OF_NAMES, draft->names); /* the last, and never empty */
  return g_byte_array_free_to_bytes (block);
}

Weights *
weights_new (GBytes *block)
{
  Weights *self = g_new0 (Weights, 1);

  self->block = g_bytes_ref (block);
  self->weights = block_get (block, TABLE_OF_WEIGHTS, NULL);
  self->features = block_get (block, TABLE_OF_FEATURES, &self->n_features);
  self->slots = block_get (block, TABLE_OF_SLOTS, &self->n_slots);
  self->filter = block_get (block, TABLE_OF_FILTER, NULL);
  self->hits = block_get (block, TABLE_OF_HITS, NULL);
  self->bias = block_get (block, TABLE_OF_BIAS, NULL);
  self->known = block_get (block, TABLE_OF_KNOWN, NULL);
  self->concepts = block_get (block, TABLE_OF_WEIGHED, &self->n_concepts);
  self->names = block_get (block, TABLE_OF_NAMES, NULL);
  for (guint i = 0; i < N_VERDICTS; i++)
    self->verdict[i] = block_get (block, TABLE_OF_VERDICTS + i, &self->n_verdict[i]);
  return self;
}

Weights *
weights_new_from_bytes (GBytes *text, const Taxonomy *taxonomy, GError **error)
{
  g_autoptr (GBytes) block = weights_read (text, taxonomy, error);

  return block != NULL ? weights_new (block) : NULL;
}

void
weights_free (Weights *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->block);
  g_free (self);
}
