/* finder.c: symbols of a sentence, on demand. */

#include "classify/finder.h"

#include <string.h>

/* What is known of a symbol in the sentence. */
typedef struct
{
  guint32 sentence; /* the one that this is about */
  guint32 first;    /* in found */
  guint32 n;
} Known;

struct Finder
{
  const Lexicon *lexicon;
  const Word *const *words;
  guint n;
  guint32 sentence;
  Known *known;     /* by symbol */
  GArray **anchors; /* by atom: guint32, sets and phrases that it may bring; or NULL */
  guint32
      *maybe; /* by symbol: the sentence in which it, or an anchor of it, stood last */
  guint8 *always; /* by symbol: its words are so common that no look is taken */
  GArray *found;  /* Place */
  GArray *atoms;  /* guint32: of the sentence, each once */
  guint count[LEXICON_MAX_SENTENCE + 1];
};

/* Words that stand in every third sentence say nothing by standing there. */
#define COMMON_FREQUENCY 2500

/* Which atoms announce a set or phrase. */
static void
announce (Finder *self, guint32 symbol, GArray *atoms)
{
  g_array_set_size (atoms, 0);
  lexicon_anchor (self->lexicon, symbol, atoms);
  for (guint i = 0; i < atoms->len; i++)
    if (lexicon_symbol (self->lexicon, g_array_index (atoms, guint32, i))->frequency
        > COMMON_FREQUENCY)
      {
        self->always[symbol] = TRUE;
        return;
      }
  for (guint i = 0; i < atoms->len; i++)
    {
      GArray **list = &self->anchors[g_array_index (atoms, guint32, i)];

      if (*list == NULL)
        *list = g_array_new (FALSE, FALSE, sizeof (guint32));
      if ((*list)->len == 0 || g_array_index (*list, guint32, (*list)->len - 1) != symbol)
        g_array_append_val (*list, symbol);
    }
}

static gboolean
is_atom (const Symbol *symbol)
{
  return symbol->parts == NULL && symbol->atoms == NULL;
}

Finder *
finder_new (const Lexicon *lexicon)
{
  g_autoptr (GArray) atoms = g_array_new (FALSE, FALSE, sizeof (guint32));
  Finder *self = g_new0 (Finder, 1);

  self->lexicon = lexicon;
  self->known = g_new0 (Known, lexicon_get_n_symbols (lexicon));
  self->found = g_array_new (FALSE, FALSE, sizeof (Place));
  self->atoms = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->anchors = g_new0 (GArray *, lexicon_get_n_symbols (lexicon));
  self->maybe = g_new0 (guint32, lexicon_get_n_symbols (lexicon));
  self->always = g_new0 (guint8, lexicon_get_n_symbols (lexicon));
  for (guint32 i = 1; i < lexicon_get_n_symbols (lexicon); i++)
    if (!is_atom (lexicon_symbol (lexicon, i)))
      announce (self, i, atoms);
  return self;
}

void
finder_free (Finder *self)
{
  if (self == NULL)
    return;
  for (guint32 i = 0; i < lexicon_get_n_symbols (self->lexicon); i++)
    if (self->anchors[i] != NULL)
      g_array_unref (self->anchors[i]);
  g_free (self->anchors);
  g_free (self->maybe);
  g_free (self->always);
  g_free (self->known);
  g_array_unref (self->found);
  g_array_unref (self->atoms);
  g_free (self);
}

void
finder_begin (Finder *self, const Word *const *words, guint n)
{
  self->words = words;
  self->n = MIN (n, LEXICON_MAX_SENTENCE);
  self->sentence++;
  g_array_set_size (self->found, 0);
  g_array_set_size (self->atoms, 0);
  self->count[0] = 0;
  for (guint i = 0; i < self->n; i++)
    {
      const Word *word = words[i];

      self->count[i + 1] = self->count[i] + !(word->flags & WORD_TRANSPARENT);
      for (guint j = 0; j < word->n_atoms; j++)
        {
          Known *known = &self->known[word->atoms[j]];

          if (known->sentence == self->sentence)
            {
              known->n++;
              continue;
            }
          known->sentence = self->sentence;
          known->first = G_MAXUINT32; /* not written down yet */
          known->n = 1;
          self->maybe[word->atoms[j]] = self->sentence;
          g_array_append_val (self->atoms, word->atoms[j]);
          const GArray *list = self->anchors[word->atoms[j]];
          for (guint k = 0; list != NULL && k < list->len; k++)
            self->maybe[g_array_index (list, guint32, k)] = self->sentence;
        }
    }
}

const guint32 *
finder_get_atoms (const Finder *self, guint *ret_n)
{
  *ret_n = self->atoms->len;
  return (const guint32 *)(gpointer)self->atoms->data;
}

guint
finder_count (const Finder *self, guint from, guint to)
{
  return self->count[to] - self->count[from];
}

/* The places of one symbol, as they are gathered. */
typedef struct
{
  Place places[FINDER_MAX_PLACES];
  guint n;
} Gathering;

/* Keeps places in order of their first word, then of their length; each once. */
static void
gather (Gathering *gathering, Place place)
{
  guint at = gathering->n;

  while (at > 0
         && (gathering->places[at - 1].first > place.first
             || (gathering->places[at - 1].first == place.first
                 && gathering->places[at - 1].last > place.last)))
    at--;
  if (at > 0 && gathering->places[at - 1].first == place.first
      && gathering->places[at - 1].last == place.last)
    return;
  if (gathering->n == FINDER_MAX_PLACES)
    return;
  memmove (&gathering->places[at + 1], &gathering->places[at],
           (gathering->n - at) * sizeof (Place));
  gathering->places[at] = place;
  gathering->n++;
}

static void
gather_atom (const Finder *self, guint32 atom, Gathering *gathering)
{
  guint left = self->known[atom].n;

  for (guint i = 0; left > 0 && i < self->n; i++)
    for (guint j = 0; j < self->words[i]->n_atoms; j++)
      if (self->words[i]->atoms[j] == atom)
        {
          Place place = { (guint16)i, (guint16)(i + 1) };

          gather (gathering, place);
          left--;
        }
}

static gboolean
is_there (const Finder *self, guint32 symbol)
{
  return self->known[symbol].sentence == self->sentence && self->known[symbol].n > 0;
}

gboolean
finder_may_find (const Finder *self, guint32 symbol)
{
  return self->always[symbol] || self->maybe[symbol] == self->sentence;
}

gboolean
finder_is_announced (const Finder *self, guint32 symbol)
{
  return !self->always[symbol];
}

const guint32 *
finder_get_announced (const Finder *self)
{
  return self->maybe;
}

guint32
finder_get_number (const Finder *self)
{
  return self->sentence;
}

/* Where the parts of a phrase go on from a place; his, their, the may stand between. */
static void
gather_rest (Finder *self, const Symbol *phrase, guint part, guint first, guint from,
             Gathering *gathering)
{
  guint n;

  if (part == phrase->parts->len)
    {
      Place place = { (guint16)first, (guint16)from };

      gather (gathering, place);
      return;
    }
  finder_find (self, g_array_index (phrase->parts, guint32, part), &n);
  for (guint i = 0; i < n; i++)
    {
      Place place =
          finder_find (self, g_array_index (phrase->parts, guint32, part), &n)[i];

      if (place.first < from)
        continue;
      if (self->count[place.first] != self->count[from])
        break;
      gather_rest (self, phrase, part + 1, first, place.last, gathering);
    }
}

static void
gather_phrase (Finder *self, const Symbol *phrase, Gathering *gathering)
{
  guint n;

  for (guint i = 0; i < phrase->parts->len; i++)
    if (!finder_may_find (self, g_array_index (phrase->parts, guint32, i)))
      return;
  finder_find (self, g_array_index (phrase->parts, guint32, 0), &n);
  for (guint i = 0; i < n; i++)
    {
      Place place = finder_find (self, g_array_index (phrase->parts, guint32, 0), &n)[i];

      gather_rest (self, phrase, 1, place.first, place.last, gathering);
    }
}

static void
gather_set (Finder *self, const Symbol *set, Gathering *gathering)
{
  for (guint i = 0; i < set->atoms->len; i++)
    if (is_there (self, g_array_index (set->atoms, guint32, i)))
      gather_atom (self, g_array_index (set->atoms, guint32, i), gathering);
  for (guint i = 0; i < set->phrases->len; i++)
    if (finder_may_find (self, g_array_index (set->phrases, guint32, i)))
      gather_phrase (
          self, lexicon_symbol (self->lexicon, g_array_index (set->phrases, guint32, i)),
          gathering);
}

/* As deep as classes and phrases nest, each symbol once a sentence. */
const Place *
finder_find (Finder *self, guint32 symbol, guint *ret_n)
{
  Known *known = &self->known[symbol];
  const Symbol *s = lexicon_symbol (self->lexicon, symbol);

  if (known->sentence != self->sentence || (known->n > 0 && known->first == G_MAXUINT32))
    {
      Gathering gathering;

      gathering.n = 0;
      if (!finder_may_find (self, symbol))
        ;
      else if (s->parts != NULL)
        gather_phrase (self, s, &gathering);
      else if (s->atoms != NULL)
        gather_set (self, s, &gathering);
      else if (known->sentence == self->sentence)
        gather_atom (self, symbol, &gathering);
      known->sentence = self->sentence;
      known->first = self->found->len;
      known->n = gathering.n;
      g_array_append_vals (self->found, gathering.places, gathering.n);
    }
  *ret_n = known->n;
  return &g_array_index (self->found, Place, known->first);
}
