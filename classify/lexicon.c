/* lexicon.c: words → atoms and stems. */

#include "classify/lexicon.h"

#include "classify/stemmer.h"
#include "classify/word.h"

#include <string.h>

#define BLOCK (64 * 1024) /* bytes that words are laid into, one after the other */
#define FIRST_SLOTS_LOG 12

struct LexiconWork
{
  const Rulebook *rulebook; /* (nullable) */
  Stemmer *stemmer;
  GPtrArray *blocks;
  gsize used; /* bytes of the last block */
  guint32 n_words;
  Word *unknown;  /* for all that is too long */
  GString *plain; /* of the word being learned */
  GString *key;
};

static void
make_slots (Lexicon *self, guint logarithm)
{
  self->n_slots = 1u << logarithm;
  self->shift = 64 - logarithm;
  self->slots = g_new0 (Word *, self->n_slots);
}

Lexicon *
lexicon_new (const Rulebook *rulebook)
{
  Lexicon *self = g_new0 (Lexicon, 1);
  LexiconWork *work = g_new0 (LexiconWork, 1);

  for (guint i = 0; i < G_N_ELEMENTS (self->keys); i++)
    self->keys[i] = (guint64)g_random_int () << 32 | g_random_int () | 1;
  make_slots (self, FIRST_SLOTS_LOG);
  self->work = work;
  work->rulebook = rulebook;
  work->stemmer = stemmer_new ();
  work->blocks = g_ptr_array_new_with_free_func (g_aligned_free);
  work->used = BLOCK;
  work->unknown = g_malloc0 (sizeof (Word) + WORD_FEW_ATOMS * sizeof (guint32));
  work->plain = g_string_new (NULL);
  work->key = g_string_new (NULL);
  return self;
}

void
lexicon_free (Lexicon *self)
{
  if (self == NULL)
    return;
  stemmer_free (self->work->stemmer);
  g_ptr_array_unref (self->work->blocks);
  g_string_free (self->work->plain, TRUE);
  g_string_free (self->work->key, TRUE);
  g_free (self->work->unknown);
  g_free (self->work);
  g_free (self->slots);
  g_free (self);
}

void
lexicon_forget (Lexicon *self)
{
  if (self->work->n_words <= LEXICON_KEEP)
    return;
  g_ptr_array_set_size (self->work->blocks, 0);
  self->work->used = BLOCK;
  memset (self->slots, 0, self->n_slots * sizeof *self->slots);
  self->work->n_words = 0;
}

/* "IROs" → "IRO"; (nullable): NULL for what is not written in capitals. */
static gchar *
capitals_of (const gchar *raw)
{
  gsize n = strcspn (raw, "'\xe2");

  if (n > 2 && raw[n - 1] == 's')
    n--;
  if (n < 2)
    return NULL;
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isupper (raw[i]) && !g_ascii_isdigit (raw[i]))
      return NULL;
  return g_strndup (raw, n);
}

/* The atoms of a word, as they are found. */
typedef struct
{
  guint32 atoms[LEXICON_MAX_ATOMS];
  guint16 n;
} Finds;

static void
add_atom (Finds *finds, guint32 atom)
{
  for (guint16 i = 0; i < finds->n; i++)
    if (finds->atoms[i] == atom)
      return;
  if (atom != SYMBOL_NONE && finds->n < LEXICON_MAX_ATOMS)
    finds->atoms[finds->n++] = atom;
}

static void
bring (LexiconWork *self, gchar kind, const gchar *text, gsize length, Finds *finds)
{
  g_string_truncate (self->key, 0);
  g_string_append_c (self->key, kind);
  g_string_append_len (self->key, text, (gssize)length);
  add_atom (finds, rulebook_atom (self->rulebook, self->key->str));
}

/* The beginnings of the word that are as long as a prefix that some rule has. */
static void
bring_prefixes (LexiconWork *self, Finds *finds)
{
  guint64 lengths = self->rulebook->prefix_lengths;

  for (gsize length = 1; length <= self->plain->len && length < 64; length++)
    if (lengths >> length & 1)
      bring (self, ATOM_PREFIX, self->plain->str, length, finds);
}

static void
bring_all (LexiconWork *self, const gchar *raw, guint8 flags, Finds *finds)
{
  g_autofree gchar *capitals = capitals_of (raw);

  bring (self, ATOM_FORM, self->plain->str, self->plain->len, finds);
  if (capitals != NULL)
    bring (self, ATOM_CAPITALS, capitals, strlen (capitals), finds);
  bring_prefixes (self, finds);
  if (flags & WORD_NUMBER)
    add_atom (finds, self->rulebook->number);
}

/* With what words it may make pairs, and what it tells. */
static void
know_atoms (const Rulebook *rulebook, Word *word)
{
  for (guint i = 0; i < word->n_atoms; i++)
    {
      guint32 atom = word->atoms[i];
      Neighbours of = rulebook->neighbours[atom];

      word->tells |= rulebook->telling[atom];
      word->is |= neighbour_bit (atom);
      word->of.left |= of.left;
      word->of.right |= of.right;
    }
}

#define LINE 64 /* bytes that the processor fetches at a time */

/* Room for a word that stays where it is, if it can in one line. */
static gpointer
allot (LexiconWork *self, gsize size)
{
  gchar *block;

  size = (size + 7) & ~(gsize)7;
  if (size <= LINE && self->used % LINE + size > LINE)
    self->used = (self->used + LINE - 1) & ~(gsize)(LINE - 1);
  if (self->used + size > BLOCK)
    {
      g_ptr_array_add (self->blocks, g_aligned_alloc (1, BLOCK, LINE));
      self->used = 0;
    }
  block = self->blocks->pdata[self->blocks->len - 1];
  self->used += size;
  return block + self->used - size;
}

/* Of what stands between head and tail, in bytes. */
static gsize
length_of_middle (gsize length)
{
  return length > SPELLING_WHOLE ? length - SPELLING_WHOLE : 0;
}

static Word *
learn (LexiconWork *self, const gchar *bytes, gsize length, Spelling spelling)
{
  gchar raw[WORD_MAX + 1];
  g_autofree gchar *lower = NULL;
  Finds finds = { .atoms = { SYMBOL_NONE } };
  guint n_atoms;
  guint8 flags;
  guint64 stem;
  Word *word;

  memcpy (raw, bytes, length);
  raw[length] = '\0';
  lower = g_utf8_strdown (raw, (gssize)length);
  g_string_assign (self->plain, lower);
  word_normalise (self->plain);
  flags = role_of (raw, self->plain->str);
  g_string_truncate (self->key, 0);
  g_string_append_c (self->key, ATOM_STEM);
  stemmer_stem (self->stemmer, self->plain->str, self->plain->len, self->key);
  stem = stem_hash (self->key->str + 1, self->key->len - 1);
  if (self->rulebook != NULL && !(flags & WORD_ARTICLE))
    {
      add_atom (&finds, rulebook_atom (self->rulebook, self->key->str));
      bring_all (self, raw, flags, &finds);
    }
  n_atoms = MAX (finds.n, WORD_FEW_ATOMS);
  word = allot (self,
                sizeof (Word) + n_atoms * sizeof (guint32) + length_of_middle (length));
  *word = (Word){ .head = spelling.head,
                  .tail = spelling.tail,
                  .stem = stem,
                  .n_atoms = (guint8)finds.n,
                  .flags = flags,
                  .length = (guint8)length };
  memcpy (word->atoms, finds.atoms, n_atoms * sizeof (guint32));
  know_atoms (self->rulebook, word);
  memcpy (word->atoms + n_atoms, bytes + SPELLING_HALF, length_of_middle (length));
  return word;
}

static inline Spelling
spell (const gchar *bytes, gsize length, gsize room)
{
  Spelling spelling = { 0, 0 };

  if (G_LIKELY (room >= SPELLING_HALF))
    spelling.head = spelling_load (bytes);
  else
    for (gsize i = 0; i < length; i++)
      spelling.head |= (guint64)(guchar)bytes[i] << 8 * i;
  if (length < SPELLING_HALF)
    spelling.head &= (G_GUINT64_CONSTANT (1) << 8 * length) - 1;
  else
    spelling.tail = spelling_load (bytes + length - SPELLING_HALF);
  return spelling;
}

/* What stands between head and tail of a word that it knows. */
static const gchar *
middle_of (const Word *word)
{
  return (const gchar *)(word->atoms + MAX (word->n_atoms, WORD_FEW_ATOMS));
}

G_STATIC_ASSERT (WORD_MAX <= SPELLING_HALF * G_N_ELEMENTS (((Lexicon *)NULL)->keys));

/* Where a word is looked for. Its middle counts, too: a text may have any number of words
 * that differ only there. */
static guint32
slot_of (const Lexicon *self, Spelling spelling, const gchar *middle, gsize length)
{
  guint64 hash = lexicon_hash (self, spelling);
  const guint64 *key = self->keys + 2; /* behind those of head and tail */

  for (gsize i = 0; i < length; i += SPELLING_HALF)
    {
      guint64 part = 0;

      memcpy (&part, middle + i, MIN (length - i, SPELLING_HALF));
      hash += part * *key++;
    }
  return (guint32)(hash >> self->shift);
}

static void
grow (Lexicon *self)
{
  guint32 n = self->n_slots;
  Word **old = self->slots;

  make_slots (self, 64 - self->shift + 1);
  for (guint32 i = 0; i < n; i++)
    if (old[i] != NULL)
      {
        guint32 at = slot_of (self, (Spelling){ old[i]->head, old[i]->tail },
                              middle_of (old[i]), length_of_middle (old[i]->length));

        while (self->slots[at] != NULL)
          at = (at + 1) & (self->n_slots - 1);
        self->slots[at] = old[i];
      }
  g_free (old);
}

Word *
lexicon_word (Lexicon *self, const gchar *bytes, gsize length, gsize room)
{
  const gchar *middle = bytes + SPELLING_HALF;
  gsize n = length_of_middle (length);
  Spelling spelling;
  Word *word;
  guint32 at;

  if (length > WORD_MAX)
    return self->work->unknown;
  spelling = spell (bytes, length, room);
  at = slot_of (self, spelling, middle, n);
  for (; (word = self->slots[at]) != NULL; at = (at + 1) & (self->n_slots - 1))
    if (word_is (word, spelling, length)
        && (n == 0 || memcmp (middle_of (word), middle, n) == 0))
      return word;
  word = learn (self->work, bytes, length, spelling);
  self->slots[at] = word;
  if (++self->work->n_words * 2 > self->n_slots)
    grow (self);
  return word;
}
