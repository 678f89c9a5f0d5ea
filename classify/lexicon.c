/* lexicon.c: words → atoms and stems. */

#include "classify/lexicon.h"

#include "classify/stemmer.h"
#include "classify/word.h"

#include <string.h>

#define BLOCK (64 * 1024) /* bytes that words are laid into, one after the other */
#define FIRST_SLOTS (1u << 12)
#define HALF sizeof (guint64) /* bytes of a Spelling's head, and of its tail */

struct Lexicon
{
  const Rulebook *rulebook; /* (nullable) */
  Stemmer *stemmer;
  GPtrArray *blocks;
  gsize used;   /* bytes of the last block */
  Word **slots; /* open addressing */
  guint32 n_slots;
  guint32 n_words;
  GString *plain; /* of the word being learned */
  GString *key;
};

Lexicon *
lexicon_new (const Rulebook *rulebook)
{
  Lexicon *self = g_new0 (Lexicon, 1);

  self->rulebook = rulebook;
  self->stemmer = stemmer_new ();
  self->blocks = g_ptr_array_new_with_free_func (g_aligned_free);
  self->used = BLOCK;
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (Word *, self->n_slots);
  self->plain = g_string_new (NULL);
  self->key = g_string_new (NULL);
  return self;
}

void
lexicon_free (Lexicon *self)
{
  if (self == NULL)
    return;
  stemmer_free (self->stemmer);
  g_ptr_array_unref (self->blocks);
  g_free (self->slots);
  g_string_free (self->plain, TRUE);
  g_string_free (self->key, TRUE);
  g_free (self);
}

void
lexicon_forget (Lexicon *self)
{
  if (self->n_words <= LEXICON_KEEP)
    return;
  g_ptr_array_set_size (self->blocks, 0);
  self->used = BLOCK;
  memset (self->slots, 0, self->n_slots * sizeof *self->slots);
  self->n_words = 0;
}

static gboolean
is_one_of (const gchar *word, const gchar *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (word, list[i]))
      return TRUE;
  return FALSE;
}

static guint8
flags_of (const gchar *raw, const gchar *lower)
{
  static const gchar *const articles[] = { "a", "an", "the" };
  static const gchar *const transparent[] = { "his", "her",  "its",  "our",   "their",
                                              "my",  "your", "this", "these", "those" };
  static const gchar *const abbreviations[] = { "mr",    "mrs",    "ms",   "dr",  "cllr",
                                                "cllrs", "st",     "no",   "nos", "rev",
                                                "revd",  "prof",   "hon",  "sgt", "eg",
                                                "ie",    "approx", "para", "vs",  "ref" };
  static const gchar *const numbers[] = {
    "one",      "two",      "three",   "four",    "five",      "six",
    "seven",    "eight",    "nine",    "ten",     "eleven",    "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",   "thirty",  "forty",   "fifty",     "sixty",
    "seventy",  "eighty",   "ninety",  "hundred", "hundreds",  "thousand",
    "half",     "dozen",    "third",   "quarter", "percent",   "couple"
  };
  guint8 flags = 0;

  if (is_one_of (lower, articles, G_N_ELEMENTS (articles)))
    flags |= WORD_ARTICLE | WORD_TRANSPARENT;
  if (is_one_of (lower, transparent, G_N_ELEMENTS (transparent)))
    flags |= WORD_TRANSPARENT;
  if (is_one_of (lower, abbreviations, G_N_ELEMENTS (abbreviations))
      || (g_ascii_isupper (raw[0]) && raw[1] == '\0' && raw[0] != 'I'))
    flags |= WORD_ABBREVIATION;
  if (g_unichar_isupper (g_utf8_get_char (raw)))
    flags |= WORD_UPPER;
  if (g_ascii_isdigit (raw[0]) || is_one_of (lower, numbers, G_N_ELEMENTS (numbers)))
    flags |= WORD_NUMBER;
  return flags;
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

static guint64
hash64 (const gchar *text)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar)*text) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
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
bring (Lexicon *self, gchar kind, const gchar *text, gsize length, Finds *finds)
{
  g_string_truncate (self->key, 0);
  g_string_append_c (self->key, kind);
  g_string_append_len (self->key, text, (gssize)length);
  add_atom (finds, rulebook_atom (self->rulebook, self->key->str));
}

/* The beginnings of the word that are as long as a prefix that some rule has. */
static void
bring_prefixes (Lexicon *self, Finds *finds)
{
  guint64 lengths = self->rulebook->prefix_lengths;

  for (gsize length = 1; length <= self->plain->len && length < 64; length++)
    if (lengths >> length & 1)
      bring (self, 'p', self->plain->str, length, finds);
}

static void
bring_all (Lexicon *self, const gchar *raw, guint8 flags, Finds *finds)
{
  g_autofree gchar *capitals = capitals_of (raw);

  bring (self, 'f', self->plain->str, self->plain->len, finds);
  if (capitals != NULL)
    bring (self, 'c', capitals, strlen (capitals), finds);
  bring_prefixes (self, finds);
  if (flags & WORD_NUMBER)
    add_atom (finds, self->rulebook->number);
}

#define LINE 64 /* bytes that the processor fetches at a time */

/* Room for a word that stays where it is, if it can in one line. */
static gpointer
allot (Lexicon *self, gsize size)
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

static Word *
learn (Lexicon *self, const gchar *bytes, gsize length, Spelling spelling)
{
  gchar raw[WORD_MAX + 1];
  g_autofree gchar *lower = NULL;
  Finds finds = { .n = 0 };
  guint8 flags;
  guint64 stem;
  Word *word;

  memcpy (raw, bytes, length);
  raw[length] = '\0';
  lower = g_utf8_strdown (raw, (gssize)length);
  g_string_assign (self->plain, lower);
  word_normalise (self->plain);
  flags = flags_of (raw, self->plain->str);
  g_string_assign (self->key, "s");
  stemmer_stem (self->stemmer, self->plain->str, self->plain->len, self->key);
  stem = hash64 (self->key->str + 1);
  if (self->rulebook != NULL && !(flags & WORD_ARTICLE))
    {
      add_atom (&finds, rulebook_atom (self->rulebook, self->key->str));
      bring_all (self, raw, flags, &finds);
    }
  word = allot (self, sizeof (Word) + finds.n * sizeof (guint32)
                          + (length > 2 * HALF ? length - 2 * HALF : 0));
  *word = (Word){ .head = spelling.head,
                  .tail = spelling.tail,
                  .stem = stem,
                  .n_atoms = finds.n,
                  .flags = flags,
                  .length = (guint8)length };
  memcpy (word->atoms, finds.atoms, finds.n * sizeof (guint32));
  if (length > 2 * HALF)
    memcpy (word->atoms + finds.n, bytes + HALF, length - 2 * HALF);
  return word;
}

static inline guint64
load (const gchar *bytes)
{
  guint64 number;

  memcpy (&number, bytes, HALF);
  return GUINT64_FROM_LE (number);
}

static inline Spelling
spell (const gchar *bytes, gsize length, gsize room)
{
  Spelling spelling = { 0, 0 };

  if (G_LIKELY (room >= HALF))
    spelling.head = load (bytes);
  else
    for (gsize i = 0; i < length; i++)
      spelling.head |= (guint64)(guchar)bytes[i] << 8 * i;
  if (length < HALF)
    spelling.head &= (G_GUINT64_CONSTANT (1) << 8 * length) - 1;
  else
    spelling.tail = load (bytes + length - HALF);
  return spelling;
}

static inline guint32
slot_of (const Lexicon *self, Spelling spelling)
{
  guint64 hash = (spelling.head ^ spelling.tail >> 7 ^ spelling.tail << 29)
                 * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint32)(hash >> 32 ^ hash >> 45) & (self->n_slots - 1);
}

static void
grow (Lexicon *self)
{
  guint32 n = self->n_slots;
  Word **old = self->slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Word *, self->n_slots);
  for (guint32 i = 0; i < n; i++)
    if (old[i] != NULL)
      {
        guint32 at = slot_of (self, (Spelling){ old[i]->head, old[i]->tail });

        while (self->slots[at] != NULL)
          at = (at + 1) & (self->n_slots - 1);
        self->slots[at] = old[i];
      }
  g_free (old);
}

Word *
lexicon_word (Lexicon *self, const gchar *bytes, gsize length, gsize room)
{
  static Word unknown = { 0 };
  Spelling spelling = spell (bytes, length, room);
  guint32 at = slot_of (self, spelling);
  Word *word;

  if (length > WORD_MAX)
    return &unknown;
  for (; (word = self->slots[at]) != NULL; at = (at + 1) & (self->n_slots - 1))
    if (word->head == spelling.head && word->tail == spelling.tail
        && word->length == length
        && (length <= 2 * HALF
            || memcmp (word->atoms + word->n_atoms, bytes + HALF, length - 2 * HALF)
                   == 0))
      return word;
  word = learn (self, bytes, length, spelling);
  self->slots[at] = word;
  if (++self->n_words * 2 > self->n_slots)
    grow (self);
  return word;
}
