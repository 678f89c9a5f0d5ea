/* finder.c: symbols of a sentence: words and phrases at once, others on demand. */

#include "classify/finder.h"

#include <stdlib.h>
#include <string.h>

/* What is known of a symbol. */
typedef struct
{
  guint32 sentence; /* the one that this is about */
  guint32 item;     /* in which it last stood */
  guint32 at;       /* the first of its occurrences, or of its places in found */
  guint16 n;        /* of them */
  guint8 state;     /* STATE_… */
} Known;

enum
{
  STATE_NOTED, /* a word or pair, as occurrences */
  STATE_FOUND, /* as places */
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
  Presence presence;
  guint n;
  guint32 sentence;
  guint32 item;
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
  presence_init (&self->presence, rulebook);
  self->known = g_new0 (Known, rulebook->first[N_SYMBOL_KINDS]);
  self->present = g_new (guint32, rulebook->first[SYMBOL_WIDE]);
  self->announced = g_new (guint32, rulebook->first[SYMBOL_WIDE]);
  self->found = g_new (Place, FINDER_MAX_FOUND + FINDER_MAX_PLACES);
  return self;
}

void
finder_free (Finder *self)
{
  if (self == NULL)
    return;
  presence_destroy (&self->presence);
  g_free (self->known);
  g_free (self->present);
  g_free (self->announced);
  g_free (self->found);
  g_free (self);
}

/* ------------------------------------------------------------------------- one pass */

static inline void
be_present (Finder *self, guint32 symbol)
{
  self->present[self->n_present++] = symbol;
  presence_add (&self->presence, symbol);
}

static inline void
note (Finder *self, guint32 symbol, guint first, guint last)
{
  Known *known = &self->known[symbol];

  if (known->sentence != self->sentence)
    {
      *known = (Known){ self->sentence, self->item, NO_OCCURRENCE, 0, STATE_NOTED };
      be_present (self, symbol);
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

/* A phrase of which two words stand together; its others are yet to be found. */
static inline void
announce (Finder *self, Announcement announcement)
{
  Known *known = &self->known[announcement.phrase];

  if (known->sentence == self->sentence || !finder_has (self, announcement.need))
    return;
  *known = (Known){ self->sentence, known->item, 0, 0, STATE_FOUND };
  self->announced[self->n_announced++] = announcement.phrase;
}

/* Pairs and phrases of which two words next to one another are these. */
static void
note_pairs (Finder *self, const Token *tokens, guint i, guint j)
{
  const Rulebook *rulebook = self->rulebook;
  const Word *left = tokens[i].word, *right = tokens[j].word;

  for (guint k = 0; k < left->n_atoms; k++)
    for (guint l = 0; l < right->n_atoms; l++)
      {
        const Range *range =
            pairs_find (&rulebook->adjacent, left->atoms[k], right->atoms[l]);

        for (guint32 m = 0; range != NULL && m < range->n; m++)
          {
            Announcement one = rulebook->announcements[range->first + m];

            if (one.phrase < rulebook->first[SYMBOL_PHRASE])
              note (self, one.phrase, i, j + 1);
            else
              announce (self, one);
          }
      }
}

static inline gboolean
is_transparent (const Token *token)
{
  return (token->word->flags & WORD_TRANSPARENT) != 0;
}

/* A word with each of those right of it from which only his, their, the part it. */
static inline void
note_neighbours (Finder *self, const Token *tokens, guint i)
{
  guint last = i + 1;

  if (tokens[i].word->n_atoms == 0)
    return;
  while (last + 1 < self->n && is_transparent (&tokens[last]))
    last++;
  for (guint j = MIN (last, self->n - 1); j > i; j--)
    if (tokens[j].word->n_atoms > 0)
      note_pairs (self, tokens, i, j);
}

static gint
compare_symbols (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

static gboolean find_phrase (Finder *self, guint32 symbol);

/* Phrases that were announced, those first of which others are made. */
static void
find_announced (Finder *self)
{
  if (self->n_announced > 1)
    qsort (self->announced, self->n_announced, sizeof (guint32), compare_symbols);
  for (guint i = 0; i < self->n_announced; i++)
    if (find_phrase (self, self->announced[i]))
      be_present (self, self->announced[i]);
  for (guint i = 0; i < self->rulebook->n_spread; i++)
    finder_has (self, self->rulebook->spread[i]);
}

void
finder_begin_item (Finder *self)
{
  self->item++;
}

/* From right to left, so that occurrences come to stand from left to right. */
void
finder_begin (Finder *self, const Token *tokens, guint n)
{
  guint16 *count = self->count;

  self->n = MIN (n, LEXICON_MAX_SENTENCE);
  self->sentence++;
  self->n_present = self->n_announced = 0;
  self->n_occurrences = 0;
  self->n_found = 0;
  presence_clear (&self->presence);
  count[0] = 0;
  for (guint i = 0; i < self->n; i++)
    count[i + 1] = count[i] + !is_transparent (&tokens[i]);
  for (guint i = self->n; i-- > 0;)
    for (guint j = 0; j < tokens[i].word->n_atoms; j++)
      note (self, tokens[i].word->atoms[j], i, i + 1);
  for (guint i = self->n; i-- > 0;)
    note_neighbours (self, tokens, i);
  find_announced (self);
}

const guint32 *
finder_get_present (const Finder *self, guint *ret_n)
{
  *ret_n = self->n_present;
  return self->present;
}

const Presence *
finder_get_presence (const Finder *self)
{
  return &self->presence;
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

/* Where the parts of a phrase go on from a place; his, their, the may stand between. */
static void
gather_rest (Finder *self, Range parts, guint part, guint first, guint from,
             Gathering *gathering)
{
  const Place *places;
  guint n;

  if (part == parts.n)
    {
      Place place = { (guint16)first, (guint16)from };

      gather (gathering, place);
      return;
    }
  places = finder_find (self, self->rulebook->parts[parts.first + part], &n);
  for (guint i = 0; i < n; i++)
    {
      if (places[i].first < from)
        continue;
      if (self->count[places[i].first] != self->count[from])
        break;
      gather_rest (self, parts, part + 1, first, places[i].last, gathering);
    }
}

static inline Range
members_of (const Finder *self, guint32 symbol)
{
  return self->rulebook->members[symbol - self->rulebook->first[SYMBOL_PHRASE]];
}

static void
gather_phrase (Finder *self, guint32 phrase, Gathering *gathering)
{
  Range parts = members_of (self, phrase);
  const Place *places;
  guint n;

  for (guint i = 0; i < parts.n; i++)
    if (!finder_has (self, self->rulebook->parts[parts.first + i]))
      return;
  places = finder_find (self, self->rulebook->parts[parts.first], &n);
  for (guint i = 0; i < n; i++)
    gather_rest (self, parts, 1, places[i].first, places[i].last, gathering);
}

static void
gather_member (Finder *self, guint32 member, Gathering *gathering)
{
  guint n;
  const Place *places = finder_find (self, member, &n);

  for (guint i = 0; i < n; i++)
    gather (gathering, places[i]);
}

static void
gather_set (Finder *self, guint32 set, Gathering *gathering)
{
  Range chunks = self->rulebook->sets[set - self->rulebook->first[SYMBOL_SET]];
  Range wide = members_of (self, set);

  for (guint i = 0; i < chunks.n; i++)
    {
      Chunk chunk = self->rulebook->chunks[chunks.first + i];

      for (guint32 bits = self->presence.bits[chunk.at] & chunk.bits; bits != 0;
           bits &= bits - 1)
        gather_member (self, chunk.at * 32 + (guint32)__builtin_ctz (bits), gathering);
    }
  for (guint i = 0; i < wide.n; i++)
    gather_member (self, self->rulebook->parts[wide.first + i], gathering);
}

/* The places that have been gathered, as what is known. */
static void
keep (Finder *self, Known *known, const Gathering *gathering)
{
  known->sentence = self->sentence;
  known->at = self->n_found;
  known->n = self->n_found <= FINDER_MAX_FOUND ? (guint16)gathering->n : 0;
  known->state = STATE_FOUND;
  if (known->n > 0)
    known->item = self->item;
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

      self->found[self->n_found++] = (Place){ one->first, one->last };
      occurrence = one->next;
    }
}

static gboolean
find_phrase (Finder *self, guint32 symbol)
{
  Known *known = &self->known[symbol];
  Gathering gathering;

  gathering.n = 0;
  gather_phrase (self, symbol, &gathering);
  keep (self, known, &gathering);
  return known->n > 0;
}

/* As deep as classes and phrases nest, each symbol once a sentence. */
static void
find_set (Finder *self, guint32 symbol)
{
  Gathering gathering;

  gathering.n = 0;
  gather_set (self, symbol, &gathering);
  keep (self, &self->known[symbol], &gathering);
}

const Place *
finder_find (Finder *self, guint32 symbol, guint *ret_n)
{
  Known *known = &self->known[symbol];

  *ret_n = 0;
  if (known->sentence != self->sentence)
    {
      if (symbol < self->rulebook->first[SYMBOL_WIDE])
        return self->found;
      if (symbol < self->rulebook->first[SYMBOL_SET])
        find_phrase (self, symbol);
      else
        find_set (self, symbol);
    }
  else if (known->state == STATE_NOTED)
    keep_occurrences (self, known);
  *ret_n = known->n;
  return self->found + known->at;
}

gboolean
finder_has (Finder *self, guint32 symbol)
{
  const Rulebook *rulebook = self->rulebook;
  Range wide;
  guint n = 0;

  if (symbol < rulebook->first[SYMBOL_WIDE])
    return presence_has (&self->presence, symbol);
  if (symbol < rulebook->first[SYMBOL_SET])
    {
      finder_find (self, symbol, &n);
      return n > 0;
    }
  if (presence_has_any (&self->presence, rulebook, symbol))
    return TRUE;
  wide = members_of (self, symbol);
  for (guint i = 0; i < wide.n && n == 0; i++)
    finder_find (self, rulebook->parts[wide.first + i], &n);
  return n > 0;
}

/* ------------------------------------------------------------------------- an item */

static gboolean
stood (const Finder *self, guint32 symbol)
{
  return self->known[symbol].item == self->item;
}

gboolean
finder_had (const Finder *self, guint32 symbol)
{
  const Rulebook *rulebook = self->rulebook;
  Range chunks, wide;

  if (symbol < rulebook->first[SYMBOL_SET])
    return stood (self, symbol);
  chunks = rulebook->sets[symbol - rulebook->first[SYMBOL_SET]];
  wide = members_of (self, symbol);
  for (guint i = 0; i < chunks.n; i++)
    {
      Chunk chunk = rulebook->chunks[chunks.first + i];

      for (guint32 bits = chunk.bits; bits != 0; bits &= bits - 1)
        if (stood (self, chunk.at * 32 + (guint32)__builtin_ctz (bits)))
          return TRUE;
    }
  for (guint i = 0; i < wide.n; i++)
    if (stood (self, rulebook->parts[wide.first + i]))
      return TRUE;
  return FALSE;
}
