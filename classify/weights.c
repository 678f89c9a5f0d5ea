/* weights.c: the text of the file of weights → features and what they weigh. */

#include "classify/weights.h"

#include "classify/feature.h"

#include <math.h>
#include <string.h>

G_DEFINE_QUARK (weights_error_quark, weights_error)

#define MAX_FEATURES (1u << 20)
#define MAX_VERDICT 64

static const gchar *const hit_names[N_HIT_KINDS] = { "strong", "strong2", "weak",
                                                     "weak2" };

void
weights_free (Weights *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->features->len; i++)
    g_free (g_array_index (self->features, Feature, i).name);
  g_array_unref (self->features);
  g_array_unref (self->weights);
  for (guint i = 0; i < N_VERDICTS; i++)
    g_array_unref (self->verdict[i]);
  g_free (self->bias);
  g_free (self->known);
  g_free (self->hits);
  g_free (self);
}

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
read_weights (Weights *self, GHashTable *index, gchar *const *words, guint n,
              guint n_words, Feature *feature)
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
read_feature (Weights *self, GHashTable *index, gchar *const *words, guint n_words)
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
read_hit (Weights *self, GHashTable *index, gchar *const *words, guint n_words)
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
read_verdict (Weights *self, gchar *const *words, guint n_words)
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
read_line (Weights *self, GHashTable *index, gchar *line, GPtrArray *parts)
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

static Weights *
weights_new (guint n_concepts)
{
  Weights *self = g_new0 (Weights, 1);

  self->n_concepts = n_concepts;
  self->weights = g_array_new (FALSE, FALSE, sizeof (Weight));
  self->features = g_array_new (FALSE, TRUE, sizeof (Feature));
  for (guint i = 0; i < N_VERDICTS; i++)
    self->verdict[i] = g_array_new (FALSE, FALSE, sizeof (gdouble));
  self->bias = g_new0 (gdouble, n_concepts);
  self->known = g_new0 (gboolean, n_concepts);
  self->hits = g_new0 (Feature, n_concepts * N_HIT_KINDS);
  return self;
}

Weights *
weights_new_from_bytes (GBytes *bytes, const Taxonomy *taxonomy, GError **error)
{
  const GPtrArray *concepts = taxonomy_get_concepts (taxonomy);
  g_autoptr (Weights) self = weights_new (concepts->len);
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  gsize size;
  const gchar *data = g_bytes_get_data (bytes, &size);
  g_autofree gchar *text = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  guint number = 0;

  if (size == 0 || size > WEIGHTS_MAX_BYTES || memchr (data, '\0', size) != NULL)
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
  return g_steal_pointer (&self);
}
