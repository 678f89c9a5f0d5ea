/* sample.c: lines of labelled text → samples: passages as features, and signs. */

#include "classify/train/sample.h"

#include "classify/feature.h"
#include "classify/stemmer.h"
#include "classify/train/support.h"
#include "classify/word.h"

#include <gio/gio.h>
#include <string.h>

#define N_FIELDS 8

typedef struct
{
  Taxonomy *taxonomy;
  Vocabulary *vocabulary;
  Matcher *matcher;
  Stemmer *stemmer;
  Reading *reading;
  Support *support; /* (nullable): texts are read as strangers' */
  Sample *sample;   /* the one being read */
  const gchar *text;
} Collector;

Vocabulary *
vocabulary_new (void)
{
  Vocabulary *self = g_new0 (Vocabulary, 1);

  self->index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
vocabulary_free (Vocabulary *self)
{
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static void
passage_free (gpointer data)
{
  SamplePassage *passage = data;

  g_array_unref (passage->features);
  g_free (passage->kinds);
  g_free (passage);
}

static void
sample_free (gpointer data)
{
  Sample *sample = data;

  g_free (sample->group);
  g_free (sample->id);
  g_free (sample->labels);
  g_ptr_array_unref (sample->passages);
  signs_free (sample->signs);
  g_free (sample);
}

/* The stem of a token, as the lexicon makes it. */
static void
append_stem (Collector *self, guint32 token, GString *out)
{
  const Token *t = &g_array_index (self->reading->prose->tokens, Token, token);
  g_autofree gchar *raw = g_strndup (self->text + t->start, t->end - t->start);
  g_autofree gchar *lower = g_utf8_strdown (raw, -1);
  g_autoptr (GString) plain = g_string_new (lower);

  word_normalise (plain);
  stemmer_stem (self->stemmer, plain->str, plain->len, out);
}

typedef struct
{
  Collector *collector;
  GHashTable *numbers; /* of the vocabulary */
  guint length;
} Features;

/* Words that nothing is learned from stay out of the vocabulary: the order in which
 * weights are sought, and so their last digits, depends on how many there are. */
static gboolean
teaches (SampleKind kind)
{
  return kind != SAMPLE_OWN;
}

static void
take_feature (Features *features, guint64 hash, guint32 first, guint32 last)
{
  Vocabulary *vocabulary = features->collector->vocabulary;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->index, &hash));

  features->length++;
  if (number == 0 && !teaches (features->collector->sample->kind))
    return;
  if (number == 0)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      append_stem (features->collector, first, name);
      if (last != first)
        {
          g_string_append_c (name, '|');
          append_stem (features->collector, last, name);
        }
      number = vocabulary->names->len + 1;
      g_ptr_array_add (vocabulary->names, g_string_free (g_steal_pointer (&name), FALSE));
      g_hash_table_insert (vocabulary->index, g_memdup2 (&hash, sizeof hash),
                           GUINT_TO_POINTER (number));
    }
  g_hash_table_add (features->numbers, GUINT_TO_POINTER (number - 1));
}

static void
take_word (const Word *before, Word *word, guint32 place, guint32 token, gpointer data)
{
  take_feature (data, word->stem, token, token);
  if (before != NULL)
    take_feature (data, feature_of_pair (before->stem, word->stem), place, token);
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

/* A SignsWeigh that weighs nothing and keeps everything. */
static void
take_passage (const Reading *reading, const Passage *passage, const guint8 *kinds,
              gdouble *margins, gpointer data)
{
  Collector *self = data;
  Features features = { self, g_hash_table_new (NULL, NULL), 0 };
  SamplePassage *out = g_new0 (SamplePassage, 1);
  GHashTableIter iter;
  gpointer key;

  feature_for_each (reading, passage->first, passage->last, take_word, &features);
  out->features = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_hash_table_iter_init (&iter, features.numbers);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint32 number = GPOINTER_TO_UINT (key);

      g_array_append_val (out->features, number);
    }
  g_array_sort (out->features, compare_numbers);
  out->length = features.length;
  out->kinds = g_memdup2 (kinds, taxonomy_get_concepts (self->taxonomy)->len);
  g_ptr_array_add (self->sample->passages, out);
  g_hash_table_unref (features.numbers);
}

static void
set_labels (Collector *self, const gchar *list, gint8 label)
{
  const GPtrArray *concepts = taxonomy_get_concepts (self->taxonomy);
  g_auto (GStrv) ids = g_strsplit (list, ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    for (guint c = 0; c < concepts->len; c++)
      if (g_str_equal (((Concept *)concepts->pdata[c])->id, ids[i]))
        self->sample->labels[c] = label;
}

static Subject
subject_of (Collector *self, const gchar *body, const gchar *title, const gchar *text)
{
  Expectation expected;

  reading_set_committee (self->reading, self->matcher, body);
  expected = expectation_of_body (self->reading->title_hits);
  reading_read (self->reading, self->matcher, title, text);
  if (self->support != NULL)
    {
      support_drop (self->support, self->reading->title_hits, self->sample->group);
      support_drop (self->support, self->reading->hits, self->sample->group);
    }
  if (self->sample->kind != SAMPLE_ITEM && self->sample->kind != SAMPLE_OWN)
    return SUBJECT_YES;
  return subject_of_item (self->reading, expected);
}

SampleKind
sample_kind_of (const gchar *name)
{
  static const gchar *const names[N_SAMPLE_KINDS] = { "rec", "par", "item", "own",
                                                      "said" };
  SampleKind kind = 0;

  while (kind + 1 < N_SAMPLE_KINDS && !g_str_equal (name, names[kind]))
    kind++;
  return kind;
}

static Sample *
read_sample (Collector *self, gchar **fields)
{
  Sample *sample = g_new0 (Sample, 1);
  const SignsWeigher weigher = { take_passage, self, NULL, 0 };
  g_autofree gchar *text = g_strcompress (fields[7]);

  sample->kind = sample_kind_of (fields[0]);
  sample->group = g_strdup (fields[1]);
  sample->id = g_strdup (fields[2]);
  sample->labels = g_new0 (gint8, taxonomy_get_concepts (self->taxonomy)->len);
  sample->passages = g_ptr_array_new_with_free_func (passage_free);
  self->sample = sample;
  self->text = text;
  set_labels (self, fields[4], -1);
  set_labels (self, fields[3], 1);
  sample->signs = signs_new (self->taxonomy);
  signs_read (sample->signs, &weigher, self->reading,
              subject_of (self, fields[5], fields[6], text));
  return sample;
}

/* The fields of a line (transfer full); NULL and no error where it is empty. */
static gchar **
fields_of (const gchar *line, guint number, GError **error)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", N_FIELDS);

  if (g_strv_length (fields) == N_FIELDS && g_utf8_validate (line, -1, NULL))
    return g_steal_pointer (&fields);
  if (line[0] != '\0')
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %u: no sample",
                 number);
  return NULL;
}

/* Whether a kind of text shows that a rule hits elsewhere too. What we wrote ourselves
 * does not: what was said was written with the rules in sight, or they with it. */
static gboolean
supports (SampleKind kind)
{
  return teaches (kind) && kind != SAMPLE_SAID;
}

static Support *
find_support (Collector *self, gchar *const *lines)
{
  Support *support = support_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = fields_of (lines[i], i + 1, NULL);
      g_autofree gchar *text = NULL;

      if (fields == NULL || !supports (sample_kind_of (fields[0])))
        continue;
      text = g_strcompress (fields[7]);
      reading_read (self->reading, self->matcher, fields[6], text);
      support_note (support, self->reading->title_hits, fields[1]);
      support_note (support, self->reading->hits, fields[1]);
    }
  return support;
}

GPtrArray *
samples_read (Taxonomy *taxonomy, const gchar *content, gboolean strangers,
              Vocabulary *vocabulary, GError **error)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (sample_free);
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  Collector self = { taxonomy, vocabulary };
  GError *problem = NULL;

  self.matcher = matcher_new (taxonomy);
  self.stemmer = stemmer_new ();
  self.reading = reading_new ();
  if (strangers)
    self.support = find_support (&self, lines);
  for (guint i = 0; lines[i] != NULL && problem == NULL; i++)
    {
      g_auto (GStrv) fields = fields_of (lines[i], i + 1, &problem);

      if (fields != NULL)
        g_ptr_array_add (samples, read_sample (&self, fields));
    }
  support_free (self.support);
  matcher_free (self.matcher);
  stemmer_free (self.stemmer);
  reading_free (self.reading);
  if (problem == NULL)
    return g_steal_pointer (&samples);
  g_propagate_error (error, problem);
  return NULL;
}
