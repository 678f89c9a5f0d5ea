/* presence.c: the words of a sentence → bits. */

#include "classify/presence.h"

static guint32 *
bits_new (const Rulebook *rulebook)
{
  return g_new0 (guint32, rulebook->first[SYMBOL_WIDE] / 32 + 1);
}

Presence *
presence_new (const Rulebook *rulebook)
{
  Presence *self = g_new0 (Presence, 1);

  self->rulebook = rulebook;
  self->bits = bits_new (rulebook);
  self->bits[0] = 1u << SYMBOL_NONE;
  self->stood = bits_new (rulebook);
  self->list = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 1);
  self->reach = g_new (Reach, rulebook->first[SYMBOL_PAIR]);
  return self;
}

void
presence_free (Presence *self)
{
  if (self == NULL)
    return;
  g_free (self->bits);
  g_free (self->stood);
  g_free (self->reach);
  g_array_unref (self->list);
  g_free (self);
}

static const guint32 *
list_of (const Presence *self)
{
  return (const guint32 *)(gconstpointer)self->list->data;
}

static void
clear (guint32 *bits, const guint32 *symbols, guint n)
{
  for (guint i = 0; i < n; i++)
    bits[symbols[i] / 32] = 0;
}

static void
clear_sentence (Presence *self)
{
  clear (self->bits, list_of (self) + self->sentence_at, self->n - self->sentence_at);
  self->bits[0] = 1u << SYMBOL_NONE;
}

void
presence_begin_item (Presence *self)
{
  clear_sentence (self);
  clear (self->stood, list_of (self), self->remembered);
  self->remembered = self->sentence_at = self->n = 0;
}

void
presence_begin_sentence (Presence *self)
{
  guint most = self->n + self->rulebook->first[SYMBOL_WIDE] + 1;

  clear_sentence (self);
  self->sentence_at = self->n;
  if (self->list->len < most)
    g_array_set_size (self->list, most + self->n / 2);
}

/* What is noted of the words of a sentence, at hand. */
typedef struct
{
  guint32 *bits;
  Reach *reach;
  guint32 *list;
  guint n;
} Notes;

/* Without a branch, since no processor could foretell it. */
static inline void
note_atom (Notes *self, guint32 atom, guint i)
{
  guint32 *bits = self->bits + atom / 32, bit = 1u << atom % 32;
  Reach *reach = self->reach + atom;
  gboolean had = (*bits & bit) != 0;
  guint8 is_first = (guint8)(had - 1); /* all bits or none */

  *bits |= bit;
  reach->first = (guint8)((reach->first & ~is_first) | (i & is_first));
  reach->last = (guint8)i;
  self->list[self->n] = atom;
  self->n += !had;
}

static inline gboolean
may_be_left (const Word *word, const Word *next)
{
  return word_may_meet (word, next)
         | ((word->is != 0) & ((next->flags & WORD_TRANSPARENT) != 0));
}

G_STATIC_ASSERT (LEXICON_MAX_SENTENCE <= G_MAXUINT8);

guint
presence_note_words (Presence *self, const Token *tokens, guint n, guint8 *lefts)
{
  Notes notes = { self->bits, self->reach, (guint32 *)(gpointer)self->list->data,
                  self->n };
  guint n_lefts = 0;

  for (guint i = 0; i < n; i++)
    {
      const Word *word = tokens[i].word, *next = tokens[MIN (i + 1, n - 1)].word;

      for (guint j = 0; j < WORD_FEW_ATOMS; j++)
        note_atom (&notes, word->atoms[j], i);
      for (guint j = WORD_FEW_ATOMS; j < word->n_atoms; j++)
        note_atom (&notes, word->atoms[j], i);
      lefts[n_lefts] = (guint8)i;
      n_lefts += may_be_left (word, next) & (i + 1 < n);
    }
  self->n = notes.n;
  return n_lefts;
}

static void
remember (Presence *self)
{
  for (; self->remembered < self->n; self->remembered++)
    {
      guint32 symbol = list_of (self)[self->remembered];

      self->stood[symbol / 32] |= 1u << symbol % 32;
    }
}

gboolean
presence_had (Presence *self, guint32 symbol)
{
  remember (self);
  return self->stood[symbol / 32] >> symbol % 32 & 1;
}

gboolean
presence_had_any (Presence *self, guint32 set)
{
  remember (self);
  return set_is_among (self->rulebook, set, 0, self->stood);
}
