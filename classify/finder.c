/* finder.c: symbols of a sentence: words and phrases at once, others on demand. */

#include "classify/finder.h"

#include "classify/gathering.h"

#include <stdlib.h>
#include <string.h>

/* Where a symbol stands in a sentence: of a word or set when it is asked for, of a phrase
 * when it is announced. */
typedef struct
{
  guint32 sentence; /* the one that this is about */
  guint32 item;     /* in which it last stood; of wide phrases */
  guint32 at;       /* the first of its places in found */
  guint32 n;        /* of them */
} Known;

struct Finder
{
  const Rulebook *rulebook;
  Presence *presence;
  const Token *tokens; /* of the sentence */
  guint n;
  guint32 sentence;
  guint32 item;
  Known *known; /* by symbol */
  guint8 lefts[LEXICON_MAX_SENTENCE];
  Sought sought[PAIRS_AT_ONCE]; /* marked with the places of their words */
  guint n_sought;
  guint32 *announced; /* phrases */
  guint n_announced;
  guint32 n_found;
  Place *found;    /* FINDER_MAX_FOUND; symbols may share theirs */
  guint32 counted; /* the sentence that count is about */
  guint16 count[LEXICON_MAX_SENTENCE + 1];
};

Finder *
finder_new (const Rulebook *rulebook)
{
  Finder *self = g_new0 (Finder, 1);

  self->rulebook = rulebook;
  self->presence = presence_new (rulebook);
  self->known = g_new0 (Known, rulebook->first[N_SYMBOL_KINDS]);
  self->announced = g_new (guint32, rulebook->first[SYMBOL_WIDE]);
  self->found = g_new (Place, FINDER_MAX_FOUND + FINDER_MAX_PLACES);
  return self;
}

void
finder_free (Finder *self)
{
  if (self == NULL)
    return;
  presence_free (self->presence);
  g_free (self->known);
  g_free (self->announced);
  g_free (self->found);
  g_free (self);
}

/* ------------------------------------------------------------------------- one pass */

/* Adds a place, which is right of those that the symbol has: behind them, if that is
 * free. */
static void
add_place (Finder *self, Known *known, Place place)
{
  const Place *last = &self->found[known->at + known->n - 1];

  if ((last->first == place.first && last->last == place.last)
      || known->n == FINDER_MAX_PLACES || self->n_found > FINDER_MAX_FOUND)
    return;
  if (known->at + known->n < self->n_found)
    {
      memcpy (self->found + self->n_found, self->found + known->at,
              known->n * sizeof (Place));
      known->at = self->n_found;
      self->n_found += known->n;
    }
  self->found[self->n_found++] = place;
  known->n++;
}

static inline void
note_pair (Finder *self, guint32 symbol, guint first, guint last)
{
  Known *known = &self->known[symbol];
  Place place = { (guint16)first, (guint16)last };

  if (known->sentence == self->sentence)
    {
      add_place (self, known, place);
      return;
    }
  if (self->n_found > FINDER_MAX_FOUND)
    return;
  *known = (Known){ self->sentence, self->item, self->n_found, 1 };
  self->found[self->n_found++] = place;
  presence_add (self->presence, symbol);
}

/* A phrase of which two words stand together; its others are yet to be found. */
static inline void
announce (Finder *self, Announcement announcement)
{
  Known *known = &self->known[announcement.phrase];

  for (guint i = 0; i < ANNOUNCEMENT_NEEDS; i++)
    if (announcement.needs[i] != SYMBOL_NONE && !finder_has (self, announcement.needs[i]))
      return;
  if (known->sentence == self->sentence)
    return;
  *known = (Known){ self->sentence, known->item, 0, 0 };
  self->announced[self->n_announced++] = announcement.phrase;
}

/* Pairs and phrases of which two words next to one another are those that were sought. */
static void
settle_pairs (Finder *self)
{
  const Rulebook *rulebook = self->rulebook;
  guint n = pairs_find (&rulebook->adjacent, self->sought, self->n_sought);

  for (guint i = 0; i < n; i++)
    __builtin_prefetch (&rulebook->announcements[self->sought[i].range.first]);
  for (guint i = 0; i < n; i++)
    __builtin_prefetch (
        &self->known[rulebook->announcements[self->sought[i].range.first].phrase]);
  for (guint i = 0; i < n; i++)
    {
      guint first = self->sought[i].mark / 256, last = self->sought[i].mark % 256;
      Range range = self->sought[i].range;

      for (guint32 m = 0; m < range.n; m++)
        {
          Announcement one = rulebook->announcements[range.first + m];

          if (one.phrase < rulebook->first[SYMBOL_PHRASE])
            note_pair (self, one.phrase, first, last + 1);
          else
            announce (self, one);
        }
    }
  self->n_sought = 0;
}

static void
seek_pairs (Finder *self, guint i, guint j)
{
  const Word *left = self->tokens[i].word, *right = self->tokens[j].word;

  for (guint k = 0; k < left->n_atoms; k++)
    for (guint l = 0; l < right->n_atoms; l++)
      {
        if (self->n_sought == PAIRS_AT_ONCE)
          settle_pairs (self);
        self->sought[self->n_sought++] = (Sought){ .left = left->atoms[k],
                                                   .right = right->atoms[l],
                                                   .mark = i * 256 + j };
      }
}

/* The last of the words right of one from which only his, their, the part it. */
static inline guint
last_beside (const Finder *self, guint i)
{
  guint last = i + 1;

  while (last + 1 < self->n && (self->tokens[last].word->flags & WORD_TRANSPARENT))
    last++;
  return last;
}

static void
seek_neighbours (Finder *self, guint i)
{
  guint last = last_beside (self, i);

  for (guint j = i + 1; j <= last; j++)
    if (word_may_meet (self->tokens[i].word, self->tokens[j].word))
      seek_pairs (self, i, j);
}

static gint
compare_symbols (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

/* Nearly always there are two or three. */
static void
sort_announced (Finder *self)
{
  if (self->n_announced > 16)
    {
      qsort (self->announced, self->n_announced, sizeof (guint32), compare_symbols);
      return;
    }
  for (guint i = 1; i < self->n_announced; i++)
    {
      guint32 one = self->announced[i];
      guint j = i;

      for (; j > 0 && self->announced[j - 1] > one; j--)
        self->announced[j] = self->announced[j - 1];
      self->announced[j] = one;
    }
}

static gboolean find_phrase (Finder *self, guint32 symbol);
static gboolean has_wide (Finder *self, guint32 symbol);

/* Phrases that were announced, those first of which others are made. */
static void
find_announced (Finder *self)
{
  sort_announced (self);
  for (guint i = 0; i < self->n_announced; i++)
    if (find_phrase (self, self->announced[i]))
      presence_add (self->presence, self->announced[i]);
  for (guint i = 0; i < self->rulebook->n_spread; i++)
    finder_has (self, self->rulebook->spread[i]);
}

void
finder_begin_item (Finder *self)
{
  presence_begin_item (self->presence);
  self->item++;
}

void
finder_begin (Finder *self, const Token *tokens, guint n)
{
  guint n_lefts;

  presence_begin_sentence (self->presence);
  self->tokens = tokens;
  self->n = MIN (n, LEXICON_MAX_SENTENCE);
  self->sentence++;
  self->n_announced = 0;
  self->n_found = 0;
  n_lefts = presence_note_words (self->presence, tokens, self->n, self->lefts);
  for (guint i = 0; i < n_lefts; i++)
    seek_neighbours (self, self->lefts[i]);
  settle_pairs (self);
  find_announced (self);
}

const Presence *
finder_get_presence (const Finder *self)
{
  return self->presence;
}

guint
finder_count (const Finder *self, guint from, guint to)
{
  return (guint)self->count[to] - self->count[from];
}

/* ------------------------------------------------------------------------- on demand */

static gboolean
brings (const Word *word, guint32 atom)
{
  for (guint i = 0; (word->is & neighbour_bit (atom)) && i < word->n_atoms; i++)
    if (word->atoms[i] == atom)
      return TRUE;
  return FALSE;
}

/* Where an atom stands that is there: nearly always once. */
static void G_GNUC_NO_INLINE
find_atom (Finder *self, guint32 atom)
{
  Reach reach = self->presence->reach[atom];
  Place *places = self->found + self->n_found;
  guint n = 0;

  for (guint i = reach.first; i <= reach.last && n < FINDER_MAX_PLACES; i++)
    if (i == reach.first || i == reach.last || brings (self->tokens[i].word, atom))
      places[n++] = (Place){ (guint16)i, (guint16)(i + 1) };
  self->known[atom] = (Known){ self->sentence, self->item, self->n_found, n };
  self->n_found += n;
}

/* How many words that count stand before each. */
static void
count_words (Finder *self)
{
  guint16 count = 0;

  if (self->counted == self->sentence)
    return;
  self->counted = self->sentence;
  for (guint i = 0; i < self->n; i++)
    {
      self->count[i] = count;
      count += !(self->tokens[i].word->flags & WORD_TRANSPARENT);
    }
  self->count[self->n] = count;
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

static gboolean
find_phrase (Finder *self, guint32 symbol)
{
  Known *known = &self->known[symbol];
  Range parts = members_of (self, symbol);
  Gathering gathering;
  guint n;
  const Place *places = finder_find (self, self->rulebook->parts[parts.first], &n);

  gathering.n = 0;
  for (guint i = 0; i < n; i++)
    gather_rest (self, parts, 1, places[i].first, places[i].last, &gathering);
  *known = (Known){ self->sentence, known->item, 0, 0 };
  if (gathering.n == 0 || self->n_found > FINDER_MAX_FOUND)
    return FALSE;
  *known = (Known){ self->sentence, self->item, self->n_found, gathering.n };
  memcpy (self->found + self->n_found, gathering.places, gathering.n * sizeof (Place));
  self->n_found += gathering.n;
  return TRUE;
}

/* Adds the places of a member that is there to those of a set, which are shared with the
 * only such member. */
static inline void
add_member (Finder *self, const Known *member, Known *set)
{
  Gathering gathering;

  if (set->n == 0)
    {
      set->at = member->at;
      set->n = member->n;
      return;
    }
  if (self->n_found > FINDER_MAX_FOUND)
    return;
  gathering.n = set->n;
  memcpy (gathering.places, self->found + set->at, set->n * sizeof (Place));
  for (guint i = 0; i < member->n; i++)
    gather (&gathering, self->found[member->at + i]);
  set->at = self->n_found;
  set->n = gathering.n;
  memcpy (self->found + set->at, gathering.places, set->n * sizeof (Place));
  self->n_found += set->n;
}

/* What is known of a word, pair or phrase. */
static inline const Known *
find_member (Finder *self, guint32 symbol)
{
  static const Known absent = { 0 };
  const Known *known = &self->known[symbol];

  if (known->sentence == self->sentence)
    return known;
  if (symbol >= self->rulebook->first[SYMBOL_PAIR] || symbol == SYMBOL_NONE
      || !presence_has (self->presence, symbol) || self->n_found > FINDER_MAX_FOUND)
    return &absent;
  find_atom (self, symbol);
  return known;
}

/* As deep as classes and phrases nest, each symbol once a sentence. */
static void G_GNUC_NO_INLINE
find_set (Finder *self, guint32 symbol)
{
  Range chunks = self->rulebook->sets[symbol - self->rulebook->first[SYMBOL_SET]];
  const Chunk *chunk = self->rulebook->chunks + chunks.first;
  Range wide = members_of (self, symbol);
  Known known = { self->sentence, self->item, self->n_found, 0 };

  for (const Chunk *end = chunk + chunks.n; chunk < end; chunk++)
    for (guint32 bits = self->presence->bits[chunk->at] & chunk->bits; bits != 0;
         bits &= bits - 1)
      add_member (self,
                  find_member (self, chunk->at * 32 + (guint32)__builtin_ctz (bits)),
                  &known);
  for (guint i = 0; i < wide.n; i++)
    if (has_wide (self, self->rulebook->parts[wide.first + i]))
      add_member (self, &self->known[self->rulebook->parts[wide.first + i]], &known);
  self->known[symbol] = known;
}

/* What is known of a symbol, found if need be. */
static inline const Known *
find (Finder *self, guint32 symbol)
{
  const Known *known = &self->known[symbol];

  if (known->sentence == self->sentence)
    return known;
  if (symbol < self->rulebook->first[SYMBOL_WIDE])
    return find_member (self, symbol);
  if (symbol < self->rulebook->first[SYMBOL_SET])
    find_phrase (self, symbol);
  else
    find_set (self, symbol);
  return known;
}

const Place *
finder_find (Finder *self, guint32 symbol, guint *ret_n)
{
  const Known *known = find (self, symbol);

  count_words (self);
  *ret_n = known->n;
  return self->found + known->at;
}

/* The parts of most wide phrases are not there. */
static gboolean
has_wide (Finder *self, guint32 symbol)
{
  Range parts = members_of (self, symbol);

  if (self->known[symbol].sentence == self->sentence)
    return self->known[symbol].n > 0;
  for (guint i = 0; i < parts.n; i++)
    if (!finder_has (self, self->rulebook->parts[parts.first + i]))
      return FALSE;
  return find_phrase (self, symbol);
}

/* Recursion goes as deep as classes and phrases nest. */
gboolean
finder_has (Finder *self, guint32 symbol)
{
  const Rulebook *rulebook = self->rulebook;
  Range wide;

  if (symbol < rulebook->first[SYMBOL_WIDE])
    return presence_has (self->presence, symbol);
  if (symbol < rulebook->first[SYMBOL_SET])
    return has_wide (self, symbol);
  if (presence_has_any (self->presence, symbol))
    return TRUE;
  wide = members_of (self, symbol);
  for (guint i = 0; i < wide.n; i++)
    if (has_wide (self, rulebook->parts[wide.first + i]))
      return TRUE;
  return FALSE;
}

/* ------------------------------------------------------------------------- an item */

static gboolean
had (Finder *self, guint32 symbol)
{
  if (symbol < self->rulebook->first[SYMBOL_WIDE])
    return presence_had (self->presence, symbol);
  return self->known[symbol].item == self->item;
}

gboolean
finder_had (Finder *self, guint32 symbol)
{
  Range wide;

  if (symbol < self->rulebook->first[SYMBOL_SET])
    return had (self, symbol);
  if (presence_had_any (self->presence, symbol))
    return TRUE;
  wide = members_of (self, symbol);
  for (guint i = 0; i < wide.n; i++)
    if (had (self, self->rulebook->parts[wide.first + i]))
      return TRUE;
  return FALSE;
}
