/* review.c: labels as runs of stems, held against each other. */

#include "classify/review.h"

#include "classify/stemmer.h"
#include "classify/word.h"

#include <string.h>

/* Whose phrase it is. */
typedef struct
{
  const Concept *concept;
  const gchar *phrase;
} Owner;

typedef struct
{
  Stemmer *stemmer;
  GHashTable *of_all;     /* stems or rule → Owner *: who had it first */
  GHashTable *of_concept; /* stems → Owner *: of the concept in hand */
  const Concept *concept;
  GPtrArray *remarks;
} Review;

void
remark_free (Remark *remark)
{
  if (remark == NULL)
    return;
  g_free (remark->concept);
  g_free (remark->phrase);
  g_free (remark->other_concept);
  g_free (remark->other_phrase);
  g_free (remark);
}

static void
remark (Review *self, RemarkKind kind, const gchar *phrase, const Owner *other)
{
  Remark *one = g_new0 (Remark, 1);

  one->kind = kind;
  one->concept = g_strdup (self->concept->id);
  one->phrase = g_strdup (phrase);
  one->other_concept = g_strdup (other->concept->id);
  one->other_phrase = g_strdup (other->phrase);
  g_ptr_array_add (self->remarks, one);
}

static Owner *
owner_new (const Review *self, const gchar *phrase)
{
  Owner *owner = g_new (Owner, 1);

  *owner = (Owner){ self->concept, phrase };
  return owner;
}

/* "The life-story books" → "life", "stori", "book". (transfer full) */
static GPtrArray *
stems_of (Review *self, const gchar *phrase)
{
  GPtrArray *stems = g_ptr_array_new_with_free_func (g_free);
  const gchar *p = phrase;

  while (*p != '\0')
    {
      g_autoptr (GString) word = g_string_new (NULL);
      g_autoptr (GString) stem = g_string_new (NULL);

      for (; *p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p));
           p = g_utf8_next_char (p))
        ;
      for (; *p != '\0'
             && (g_unichar_isalnum (g_utf8_get_char (p)) || *p == '\''
                 || g_utf8_get_char (p) == 0x2019);
           p = g_utf8_next_char (p))
        g_string_append_unichar (word, g_unichar_tolower (g_utf8_get_char (p)));
      word_normalise (word);
      if (word->len == 0 || strcmp (word->str, "a") == 0 || strcmp (word->str, "an") == 0
          || strcmp (word->str, "the") == 0)
        continue;
      stemmer_stem (self->stemmer, word->str, word->len, stem);
      g_ptr_array_add (stems, g_strdup (stem->str));
    }
  return stems;
}

static gchar *
join (const GPtrArray *stems, guint first, guint last)
{
  GString *key = g_string_new (NULL);

  for (guint i = first; i < last; i++)
    g_string_append_printf (key, "%s ", (const gchar *)stems->pdata[i]);
  return g_string_free (key, FALSE);
}

/* Takes a phrase, under its key (transfer full), into the tables. */
static void
enter (Review *self, gchar *key, const gchar *phrase)
{
  const Owner *own = g_hash_table_lookup (self->of_concept, key);
  const Owner *first = g_hash_table_lookup (self->of_all, key);

  if (own != NULL)
    {
      remark (self, REMARK_TWICE, phrase, own);
      g_free (key);
      return;
    }
  if (first != NULL)
    remark (self, REMARK_SHARED, phrase, first);
  else
    g_hash_table_insert (self->of_all, g_strdup (key), owner_new (self, phrase));
  g_hash_table_insert (self->of_concept, key, owner_new (self, phrase));
}

static void
enter_label (Review *self, const gchar *label)
{
  g_autoptr (GPtrArray) stems = stems_of (self, label);

  if (stems->len > 0)
    enter (self, join (stems, 0, stems->len), label);
}

static void
enter_rules (Review *self, const GPtrArray *rules)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const gchar *text = ((RuleText *)rules->pdata[i])->text;

      /* No stem holds a line's end: a rule never meets a label. */
      enter (self, g_strconcat ("\n", text, NULL), text);
    }
}

/* A shorter phrase of the concept that stands in the label. */
static void
find_shadow (Review *self, const gchar *label)
{
  g_autoptr (GPtrArray) stems = stems_of (self, label);

  if (stems->len > REVIEW_MAX_WORDS)
    return;
  for (guint n = 1; n < stems->len; n++)
    for (guint first = 0; first + n <= stems->len; first++)
      {
        g_autofree gchar *key = join (stems, first, first + n);
        const Owner *other = g_hash_table_lookup (self->of_concept, key);

        if (other == NULL)
          continue;
        remark (self, REMARK_SHADOWED, label, other);
        return;
      }
}

static void
review_concept (Review *self, const Concept *concept)
{
  const GPtrArray *labels[] = { concept->alt_labels, concept->hidden_labels };

  self->concept = concept;
  g_hash_table_remove_all (self->of_concept);
  enter_label (self, concept->label);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    for (guint j = 0; j < labels[i]->len; j++)
      enter_label (self, labels[i]->pdata[j]);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    for (guint j = 0; j < labels[i]->len; j++)
      find_shadow (self, labels[i]->pdata[j]);
  enter_rules (self, concept->strong);
  enter_rules (self, concept->weak);
}

GPtrArray *
review_taxonomy (const Taxonomy *taxonomy)
{
  const GPtrArray *concepts = taxonomy_get_concepts (taxonomy);
  Review self = {
    .stemmer = stemmer_new (),
    .of_all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .of_concept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
    .remarks = g_ptr_array_new_with_free_func ((GDestroyNotify)remark_free),
  };

  for (guint i = 0; i < concepts->len; i++)
    review_concept (&self, concepts->pdata[i]);
  g_hash_table_unref (self.of_all);
  g_hash_table_unref (self.of_concept);
  stemmer_free (self.stemmer);
  return self.remarks;
}
