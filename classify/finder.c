/* finder.c: symbols of a sentence: atoms and phrases at once, others on demand. */

#include "classify/finder.h"

#include <string.h>

/* What is known of a symbol in the sentence. */
typedef struct
{
  guint32 sentence; /* the one that this is about */
  guint16 n;        /* places */
  guint8 state;     /* STATE_… */
  guint8 told;      /* as in Symbol: of all sentences */
  guint32 at;       /* of a word or pair that was not yet found: its first occurrence;
                     * else the first of its places in found */
} Known;

enum
{
  STATE_UNKNOWN,
  STATE_THERE, /* somewhere */
  STATE_FOUND, /* at these n places; perhaps none */
};

/* Where a word, or two, bring an atom or a pair. */
typedef struct
{
  guint16 next; /* occurrence of the same, further right */
  guint8 first; /* words, half-open */
  guint8 last;
} Occurrence;

G_STATIC_ASSERT (LEXICON_MAX_SENTENCE < G_MAXUINT8);

#define MAX_OCCURRENCES (G_MAXUINT16 - 1) /* in a sentence; others are not seen */
#define NO_OCCURRENCE G_MAXUINT16

struct Finder
{
  const Rulebook *rulebook;
  guint n;
  guint32 sentence;
  Known *known; /* by symbol */
  guint32 *present;
  guint n_present;
  guint32 *announced; /* phrases */
  guint n_announced;
  guint n_occurrences;
  guint32 n_found;
  Place *found; /* FINDER_MAX_FOUND */
  guint16 count[LEXICON_MAX_SENTENCE + 1];
  Occurrence occurrences[MAX_OCCURRENCES];
};

Finder *
finder_new (const Rulebook *rulebook)
{
  Finder *self = g_new0 (Finder, 1);

  self->rulebook = rulebook;
  self->known = g_new0 (Known, rulebook->n_symbols);
  self->present = g_new (guint32, rulebook->n_symbols);
  self->announced = g_new (guint32, rulebook->n_symbols);
  for (guint32 i = 0; i < rulebook->n_symbols; i++)
    self->known[i].told = (guint8)rulebook->symbols[i].told;
  self->found = g_new (Place, FINDER_MAX_FOUND + FINDER_MAX_PLACES);
  return self;
}

void
finder_free (Finder *self)
{
  if (self == NULL)
    return;
  g_free (self->known);
  g_free (self->present);
  g_free (self->announced);
  g_free (self->found);
  g_free (self);
}

static inline Known *
known_of (Finder *self, guint32 symbol)
{
  Known *known = &self->known[symbol];

  if (known->sentence != self->sentence)
    {
      known->sentence = self->sentence;
      known->n = 0;
      known->state = STATE_UNKNOWN;
      known->at = NO_OCCURRENCE;
    }
  return known;
}

/* Nothing has told of what would have been told of. */
static inline gboolean
is_absent (const Finder *self, guint32 symbol)
{
  return self->known[symbol].told && self->known[symbol].sentence != self->sentence;
}

static gboolean look_whether (Finder *self, guint32 symbol, Known *known);

static inline gboolean
has (Finder *self, guint32 symbol)
{
  Known *known;

  if (is_absent (self, symbol))
    return FALSE;
  known = known_of (self, symbol);
  if (known->state == STATE_UNKNOWN)
    return look_whether (self, symbol, known);
  return known->state == STATE_THERE || known->n > 0;
}

/* ------------------------------------------------------------------------- one pass */

/* The sets of which a symbol tells: they are there, or may be. */
static void
tell_sets (Finder *self, guint32 symbol, guint8 state)
{
  const Symbol *s = &self->rulebook->symbols[symbol];
  const guint32 *sets = self->rulebook->sets + s->first_set;

  for (guint32 i = 0; i < s->n_sets; i++)
    {
      Known *known = known_of (self, sets[i]);

      known->state = MAX (known->state, state);
    }
}

static void
note (Finder *self, guint32 symbol, guint first, guint last)
{
  Known *known = known_of (self, symbol);

  if (known->state == STATE_UNKNOWN)
    {
      known->state = STATE_THERE;
      self->present[self->n_present++] = symbol;
      tell_sets (self, symbol, STATE_THERE);
    }
  else if (known->n > 0 && self->occurrences[known->at].first == first
           && self->occurrences[known->at].last == last)
    return;
  if (self->n_occurrences == MAX_OCCURRENCES)
    return;
  self->occurrences[self->n_occurrences] =
      (Occurrence){ (guint16)known->at, (guint8)first, (guint8)last };
  known->at = self->n_occurrences++;
  known->n++;
}

/* Pairs and phrases of which two words next to one another are these. */
static void
note_pairs (Finder *self, const Token *tokens, guint i, guint j)
{
  const Word *left = tokens[i].word, *right = tokens[j].word;

  for (guint k = 0; k < left->n_atoms; k++)
    for (guint l = 0; l < right->n_atoms; l++)
      {
        const Range *range =
            pairs_find (&self->rulebook->adjacent, left->atoms[k], right->atoms[l]);

        for (guint32 m = 0; range != NULL && m < range->n; m++)
          {
            guint32 phrase = self->rulebook->phrases[range->first + m];

            if (self->rulebook->symbols[phrase].kind == SYMBOL_PAIR)
              note (self, phrase, i, j + 1);
            else if (self->known[phrase].sentence != self->sentence)
              {
                known_of (self, phrase);
                self->announced[self->n_announced++] = phrase;
                tell_sets (self, phrase, STATE_UNKNOWN);
              }
          }
      }
}

static inline gboolean
is_transparent (const Token *token)
{
  return (token->word->flags & WORD_TRANSPARENT) != 0;
}

/* A word with each of those right of it from which only his, their, the part it. */
static void
note_neighbours (Finder *self, const Token *tokens, guint i)
{
  guint last = i + 1;

  if (tokens[i].word->n_atoms == 0)
    return;
  while (last + 1 < self->n && is_transparent (&tokens[last]))
    last++;
  for (guint j = MIN (last, self->n - 1); j > i; j--)
    note_pairs (self, tokens, i, j);
}

/* From right to left, so that occurrences come to stand from left to right. */
void
finder_begin (Finder *self, const Token *tokens, guint n)
{
  self->n = MIN (n, LEXICON_MAX_SENTENCE);
  self->sentence++;
  self->n_present = self->n_announced = 0;
  self->n_occurrences = 0;
  self->n_found = 0;
  self->count[0] = 0;
  for (guint i = 0; i < self->n; i++)
    self->count[i + 1] = self->count[i] + !is_transparent (&tokens[i]);
  for (guint i = self->n; i-- > 0;)
    for (guint j = 0; j < tokens[i].word->n_atoms; j++)
      note (self, tokens[i].word->atoms[j], i, i + 1);
  for (guint i = self->n; i-- > 0;)
    note_neighbours (self, tokens, i);
  for (guint i = 0; i < self->n_announced; i++)
    if (has (self, self->announced[i]))
      self->present[self->n_present++] = self->announced[i];
}

const guint32 *
finder_get_present (const Finder *self, guint *ret_n)
{
  *ret_n = self->n_present;
  return self->present;
}

guint
finder_count (const Finder *self, guint from, guint to)
{
  return (guint)self->count[to] - self->count[from];
}

/* ------------------------------------------------------------------------- on demand */

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

static const guint32 *
members_of (const Finder *self, const Symbol *symbol)
{
  return self->rulebook->members + symbol->first;
}

/* Where the parts of a phrase go on from a place; his, their, the may stand between. */
static void
gather_rest (Finder *self, const Symbol *phrase, guint part, guint first, guint from,
             Gathering *gathering)
{
  const Place *places;
  guint n;

  if (part == phrase->n)
    {
      Place place = { (guint16)first, (guint16)from };

      gather (gathering, place);
      return;
    }
  places = finder_find (self, members_of (self, phrase)[part], &n);
  for (guint i = 0; i < n; i++)
    {
      if (places[i].first < from)
        continue;
      if (self->count[places[i].first] != self->count[from])
        break;
      gather_rest (self, phrase, part + 1, first, places[i].last, gathering);
    }
}

static void
gather_phrase (Finder *self, const Symbol *phrase, Gathering *gathering)
{
  const guint32 *parts = members_of (self, phrase);
  const Place *places;
  guint n;

  for (guint i = 0; i < phrase->n; i++)
    if (!has (self, parts[i]))
      return;
  places = finder_find (self, parts[0], &n);
  for (guint i = 0; i < n; i++)
    gather_rest (self, phrase, 1, places[i].first, places[i].last, gathering);
}

static void
gather_set (Finder *self, const Symbol *set, Gathering *gathering)
{
  const guint32 *members = members_of (self, set);

  for (guint i = 0; i < set->n; i++)
    if (has (self, members[i]))
      {
        guint n;
        const Place *places = finder_find (self, members[i], &n);

        for (guint j = 0; j < n; j++)
          gather (gathering, places[j]);
      }
}

/* The places that have been gathered, as what is known. */
static void
keep (Finder *self, Known *known, const Gathering *gathering)
{
  known->at = self->n_found;
  known->n = self->n_found <= FINDER_MAX_FOUND ? (guint16)gathering->n : 0;
  known->state = STATE_FOUND;
  memcpy (self->found + self->n_found, gathering->places, known->n * sizeof (Place));
  self->n_found += known->n;
}

static void
keep_nothing (Finder *self, Known *known)
{
  known->at = 0;
  known->n = 0;
  known->state = STATE_FOUND;
}

static void
keep_occurrences (Finder *self, Known *known)
{
  guint32 occurrence = known->at;
  guint n = self->n_found <= FINDER_MAX_FOUND ? MIN (known->n, FINDER_MAX_PLACES) : 0;

  known->at = self->n_found;
  known->n = (guint16)n;
  known->state = STATE_FOUND;
  for (guint i = 0; i < n; i++)
    {
      const Occurrence *one = &self->occurrences[occurrence];

      self->found[self->n_found++] = (Place){ one->first, one->last };
      occurrence = one->next;
    }
}

/* As deep as classes and phrases nest, each symbol once a sentence. */
static void
look (Finder *self, guint32 symbol, Known *known)
{
  const Symbol *s = &self->rulebook->symbols[symbol];
  Gathering gathering;

  gathering.n = 0;
  switch ((SymbolKind)s->kind)
    {
    case SYMBOL_ATOM:
    case SYMBOL_PAIR:
      keep_occurrences (self, known);
      return;
    case SYMBOL_SET:
      gather_set (self, s, &gathering);
      break;
    case SYMBOL_PHRASE:
    case SYMBOL_WIDE:
      gather_phrase (self, s, &gathering);
      break;
    }
  keep (self, known, &gathering);
}

const Place *
finder_find (Finder *self, guint32 symbol, guint *ret_n)
{
  Known *known;

  *ret_n = 0;
  if (is_absent (self, symbol))
    return self->found;
  known = known_of (self, symbol);
  if (known->state != STATE_FOUND)
    look (self, symbol, known);
  *ret_n = known->n;
  return self->found + known->at;
}

static gboolean
has_member (Finder *self, const Symbol *set)
{
  const guint32 *members = members_of (self, set);

  for (guint i = 0; i < set->n; i++)
    if (has (self, members[i]))
      return TRUE;
  return FALSE;
}

static gboolean
look_whether (Finder *self, guint32 symbol, Known *known)
{
  const Symbol *s = &self->rulebook->symbols[symbol];

  if (s->kind != SYMBOL_SET)
    look (self, symbol, known);
  else if (has_member (self, s))
    known->state = STATE_THERE;
  else
    keep_nothing (self, known);
  return known->state == STATE_THERE || known->n > 0;
}

gboolean
finder_has (Finder *self, guint32 symbol)
{
  return has (self, symbol);
}
