/* finder.c: symbols of a sentence: atoms and phrases at once, others on demand. */

#include "classify/finder.h"

#include <string.h>

/* What is known of a symbol in the sentence. */
typedef struct
{
  guint32 sentence; /* the one that this is about */
  guint16 n;        /* places */
  guint8 state;     /* STATE_… */
  guint8 announced; /* of a phrase */
  guint32 at;       /* of an atom that was not yet found: its first occurrence; else the
                     * first of its places in found */
} Known;

enum
{
  STATE_UNKNOWN,
  STATE_THERE, /* somewhere */
  STATE_FOUND, /* at these n places; perhaps none */
};

/* One word that brings an atom. */
typedef struct
{
  guint16 word;
  guint16 next; /* occurrence of the same atom, further right */
} Occurrence;

#define MAX_OCCURRENCES (LEXICON_MAX_SENTENCE * LEXICON_MAX_ATOMS)
#define NO_OCCURRENCE G_MAXUINT16

struct Finder
{
  const Rulebook *rulebook;
  guint n;
  guint32 sentence;
  Known *known; /* by symbol */
  guint32 *present;
  guint n_present;
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
  g_free (self->found);
  g_free (self);
}

static inline Known *
known_of (Finder *self, guint32 symbol)
{
  Known *known = &self->known[symbol];

  if (known->sentence != self->sentence)
    *known = (Known){ self->sentence, 0, STATE_UNKNOWN, FALSE, NO_OCCURRENCE };
  return known;
}

/* ------------------------------------------------------------------------- one pass */

static void
note_atoms (Finder *self, const Word *word, guint i)
{
  for (guint j = 0; j < word->n_atoms; j++)
    {
      Known *known = known_of (self, word->atoms[j]);

      if (known->state == STATE_UNKNOWN)
        {
          known->state = STATE_THERE;
          self->present[self->n_present++] = word->atoms[j];
        }
      self->occurrences[self->n_occurrences] =
          (Occurrence){ (guint16)i, (guint16)known->at };
      known->at = self->n_occurrences++;
      known->n++;
    }
}

/* Phrases of which two words next to one another are these. */
static void
note_pairs (Finder *self, const Word *left, const Word *right)
{
  for (guint i = 0; i < left->n_atoms; i++)
    for (guint j = 0; j < right->n_atoms; j++)
      {
        const Range *range =
            pairs_find (&self->rulebook->adjacent, left->atoms[i], right->atoms[j]);

        for (guint32 k = 0; range != NULL && k < range->n; k++)
          {
            guint32 phrase = self->rulebook->phrases[range->first + k];
            Known *known = known_of (self, phrase);

            if (!known->announced)
              self->present[self->n_present++] = phrase;
            known->announced = TRUE;
          }
      }
}

static inline gboolean
is_transparent (const Token *token)
{
  return (token->word->flags & WORD_TRANSPARENT) != 0;
}

/* From right to left, so that an atom's occurrences come to stand from left to right. */
void
finder_begin (Finder *self, const Token *tokens, guint n)
{
  guint n_atoms;

  self->n = MIN (n, LEXICON_MAX_SENTENCE);
  self->sentence++;
  self->n_present = 0;
  self->n_occurrences = 0;
  self->n_found = 0;
  self->count[0] = 0;
  for (guint i = 0; i < self->n; i++)
    self->count[i + 1] = self->count[i] + !is_transparent (&tokens[i]);
  for (guint i = self->n; i-- > 0;)
    note_atoms (self, tokens[i].word, i);
  n_atoms = self->n_present;
  for (guint i = 0; i + 1 < self->n; i++)
    for (guint j = i + 1; j < self->n && tokens[i].word->n_atoms > 0; j++)
      {
        note_pairs (self, tokens[i].word, tokens[j].word);
        if (!is_transparent (&tokens[j]))
          break;
      }
  /* most phrases that are announced are there: those that are not go again */
  n = self->n_present;
  self->n_present = n_atoms;
  for (guint i = n_atoms; i < n; i++)
    if (finder_has (self, self->present[i]))
      self->present[self->n_present++] = self->present[i];
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
    if (!finder_has (self, parts[i]))
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
    if (finder_has (self, members[i]))
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

      self->found[self->n_found++] = (Place){ one->word, (guint16)(one->word + 1) };
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
      keep_occurrences (self, known);
      return;
    case SYMBOL_SET:
      gather_set (self, s, &gathering);
      break;
    case SYMBOL_PHRASE:
      if (known->announced)
        gather_phrase (self, s, &gathering);
      break;
    case SYMBOL_WIDE:
      gather_phrase (self, s, &gathering);
      break;
    }
  keep (self, known, &gathering);
}

const Place *
finder_find (Finder *self, guint32 symbol, guint *ret_n)
{
  Known *known = known_of (self, symbol);

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
    if (finder_has (self, members[i]))
      return TRUE;
  return FALSE;
}

gboolean
finder_has (Finder *self, guint32 symbol)
{
  Known *known = known_of (self, symbol);

  if (known->state == STATE_THERE)
    return TRUE;
  if (known->state == STATE_UNKNOWN)
    {
      const Symbol *s = &self->rulebook->symbols[symbol];

      if (s->kind == SYMBOL_SET && has_member (self, s))
        {
          known->state = STATE_THERE;
          return TRUE;
        }
      if (s->kind == SYMBOL_SET || s->kind == SYMBOL_ATOM)
        known->state = STATE_FOUND; /* nowhere */
      else
        look (self, symbol, known);
    }
  return known->n > 0;
}
