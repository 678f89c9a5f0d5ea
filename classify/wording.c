/* wording.c: texts as weighted stems, and the stretch of one that recites another. */

#include "classify/wording.h"

#include <math.h>
#include <string.h>

#include "classify/commonness.h"
#include "classify/stemmer.h"

/* Words as common as this (in a million) weigh nothing: "and", "of", "children". */
#define COMMON 12000.0
/* A stretch may have this many terms more than twice the phrase's. */
#define SLACK 6

struct Wording
{
  Stemmer *stemmer;
  GHashTable *stems; /* gchar *: its number, from 1 */
  GString *stem;
  GString *word;
};

Wording *
wording_new (void)
{
  Wording *self = g_new0 (Wording, 1);

  self->stemmer = stemmer_new ();
  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stem = g_string_new (NULL);
  self->word = g_string_new (NULL);
  return self;
}

void
wording_free (Wording *self)
{
  if (self == NULL)
    return;
  stemmer_free (self->stemmer);
  g_hash_table_unref (self->stems);
  g_string_free (self->stem, TRUE);
  g_string_free (self->word, TRUE);
  g_free (self);
}

void
phrase_free (Phrase *phrase)
{
  if (phrase == NULL)
    return;
  g_array_unref (phrase->stems);
  g_array_unref (phrase->weights);
  g_free (phrase);
}

/* The end of the word at text, which is lower-cased into self->word; an apostrophe
 * belongs to it ("children's"), a hyphen does not. */
static const gchar *
take_word (Wording *self, const gchar *text)
{
  g_string_truncate (self->word, 0);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == 0x2019)
        c = '\'';
      if (!g_unichar_isalnum (c) && (c != '\'' || self->word->len == 0))
        break;
      g_string_append_unichar (self->word, g_unichar_tolower (c));
    }
  while (self->word->len > 0 && self->word->str[self->word->len - 1] == '\'')
    g_string_truncate (self->word, self->word->len - 1);
  return text;
}

static guint
number_of (Wording *self, gboolean learn)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->stems, self->stem->str));

  if (number == 0 && learn)
    {
      number = g_hash_table_size (self->stems) + 1;
      g_hash_table_insert (self->stems, g_strdup (self->stem->str),
                           GUINT_TO_POINTER (number));
    }
  return number;
}

/* A line end, ";", or the end of a sentence: a full stop with a space and a capital after
 * it. */
static gboolean
ends_clause (const gchar *p)
{
  if (*p == '\n' || *p == ';')
    return TRUE;
  if (strchr (".?!", *p) == NULL || *p == '\0' || p[1] != ' ')
    return FALSE;
  p += strspn (p + 1, " ") + 1;
  return g_unichar_isupper (g_utf8_get_char (p)) || *p == '"'
         || g_str_has_prefix (p, "“");
}

/* Words that say nothing and that commonness.h leaves out, since no rule has them. */
static gboolean
is_empty (const gchar *word)
{
  static const gchar *const words[] = { "the",   "a",    "an",     "his",    "her",
                                        "we",    "your", "did",    "should", "could",
                                        "might", "must", "before", "again",  "then",
                                        "own",   "same", "here",   "why" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return TRUE;
  return FALSE;
}

static GArray *
read_terms (Wording *self, const gchar *text, gboolean learn)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));
  const gchar *p = text;
  guint clause = 0;

  while (*p != '\0' && terms->len < WORDING_MAX_TERMS)
    {
      Term term = { .clause = clause };

      if (!g_unichar_isalnum (g_utf8_get_char (p)))
        {
          clause += ends_clause (p);
          p = g_utf8_next_char (p);
          continue;
        }
      term.span.start = (gsize)(p - text);
      p = take_word (self, p);
      term.span.end = (gsize)(p - text);
      g_string_truncate (self->stem, 0);
      stemmer_stem (self->stemmer, self->word->str, self->word->len, self->stem);
      term.stem = number_of (self, learn);
      term.weight = is_empty (self->word->str)
                        ? 0
                        : MAX (0, log (COMMON / commonness_of (self->stem->str)));
      g_array_append_val (terms, term);
    }
  return terms;
}

GArray *
wording_read (Wording *self, const gchar *text)
{
  return read_terms (self, text, FALSE);
}

static gint
index_of (const Phrase *phrase, guint stem)
{
  for (guint i = 0; stem != 0 && i < phrase->stems->len; i++)
    if (g_array_index (phrase->stems, guint, i) == stem)
      return (gint)i;
  return -1;
}

Phrase *
wording_learn (Wording *self, const gchar *text)
{
  g_autoptr (GArray) terms = read_terms (self, text, TRUE);
  Phrase *phrase = g_new0 (Phrase, 1);

  phrase->stems = g_array_new (FALSE, FALSE, sizeof (guint));
  phrase->weights = g_array_new (FALSE, FALSE, sizeof (gdouble));
  for (guint i = 0; i < terms->len && phrase->stems->len < WORDING_MAX_PHRASE; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);

      if (term->weight <= 0 || index_of (phrase, term->stem) >= 0)
        continue;
      g_array_append_val (phrase->stems, term->stem);
      g_array_append_val (phrase->weights, term->weight);
      phrase->weight += term->weight;
    }
  return phrase;
}

/* The best stretch that begins with term i. */
static void
try_from (const Phrase *phrase, const GArray *terms, guint i, Likeness *best)
{
  const Term *first = &g_array_index (terms, Term, i);
  guint limit = i + 2 * phrase->stems->len + SLACK;
  guint64 seen = 0;
  gdouble shared = 0;
  gdouble all = 0;
  guint n_shared = 0;

  for (guint j = i; j < terms->len && j < limit; j++)
    {
      const Term *term = &g_array_index (terms, Term, j);
      gint k = index_of (phrase, term->stem);
      gdouble likeness;

      if (term->clause != first->clause)
        return;
      if (k >= 0 && (seen & (G_GUINT64_CONSTANT (1) << k)) != 0)
        continue; /* a word twice speaks neither for nor against */
      all += term->weight;
      if (k < 0)
        continue;
      seen |= G_GUINT64_CONSTANT (1) << k;
      shared += g_array_index (phrase->weights, gdouble, k);
      n_shared++;
      likeness = 2 * shared / (phrase->weight + all);
      if (likeness > best->likeness)
        *best = (Likeness){ .likeness = likeness,
                            .has = shared / phrase->weight,
                            .n_shared = n_shared,
                            .clause = first->clause,
                            .span = { first->span.start, term->span.end } };
    }
}

/* How much of its clause the stretch is. */
static gdouble
weigh_clause (const GArray *terms, const Likeness *found)
{
  gdouble inside = 0;
  gdouble all = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);

      if (term->clause != found->clause)
        continue;
      all += term->weight;
      if (term->span.start >= found->span.start && term->span.end <= found->span.end)
        inside += term->weight;
    }
  return all > 0 ? inside / all : 0;
}

Likeness
wording_find (const Phrase *phrase, const GArray *terms)
{
  Likeness best = { 0 };

  if (phrase->weight <= 0)
    return best;
  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);

      if (term->weight > 0 && index_of (phrase, term->stem) >= 0)
        try_from (phrase, terms, i, &best);
    }
  if (best.likeness > 0)
    best.alone = weigh_clause (terms, &best);
  return best;
}
