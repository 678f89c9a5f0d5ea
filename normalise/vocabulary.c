/* vocabulary.c: words as a set of their hashes. Two words of one hash of 64 bits would be
 * taken for one another. */

#include "normalise/vocabulary.h"

#define FIRST_SLOTS 1024

struct Vocabulary
{
  guint64 *slots; /* open addressing; 0: free */
  gsize n_slots;  /* a power of two */
  gsize n_words;
};

Vocabulary *
vocabulary_new (void)
{
  Vocabulary *self = g_new0 (Vocabulary, 1);

  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint64, self->n_slots);
  return self;
}

void
vocabulary_free (Vocabulary *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_free (self);
}

/* Its slot, or the free one where it belongs. */
static guint64 *
find (const Vocabulary *self, guint64 hash)
{
  gsize at = (hash >> 20) & (self->n_slots - 1);

  while (self->slots[at] != 0 && self->slots[at] != hash)
    at = (at + 1) & (self->n_slots - 1);
  return &self->slots[at];
}

static void
grow (Vocabulary *self)
{
  guint64 *old = self->slots;
  gsize n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (guint64, self->n_slots);
  for (gsize i = 0; i < n_old; i++)
    if (old[i] != 0)
      *find (self, old[i]) = old[i];
  g_free (old);
}

static void
add (Vocabulary *self, guint64 hash)
{
  guint64 *slot = find (self, hash);

  if (*slot != 0)
    return;
  *slot = hash;
  if (++self->n_words * 2 > self->n_slots)
    grow (self);
}

static inline gboolean
is_ascii_letter (gchar c)
{
  return (guchar)((c | 0x20) - 'a') < 26;
}

static inline gboolean
is_letter (const gchar *p)
{
  return (guchar)*p < 0x80 ? is_ascii_letter (*p)
                           : g_unichar_isalpha (g_utf8_get_char (p)) != 0;
}

static inline const gchar *
next_character (const gchar *p)
{
  return (guchar)*p < 0x80 ? p + 1 : g_utf8_next_char (p);
}

#define NO_HASH 0

/* With the character at p, in any case. Letters of ASCII are less than 33, so that no two
 * words of twelve of them have one hash. */
static inline guint64
hash_character (guint64 hash, const gchar *p)
{
  gunichar c = is_ascii_letter (*p) ? (gunichar)(*p & 0x1f)
               : (guchar)*p < 0x80  ? (gunichar)*p
                                    : g_unichar_tolower (g_utf8_get_char (p));

  return hash * 33 + c;
}

/* Never 0. */
static guint64
close_hash (guint64 hash)
{
  hash *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash != 0 ? hash : 1;
}

/* From a word's first letter to behind its last. */
static const gchar *
read_word (const gchar *p, guint64 *ret_hash)
{
  guint64 hash = NO_HASH;

  do
    {
      hash = hash_character (hash, p);
      p = next_character (p);
    }
  while (is_letter (p) || (*p == '-' && is_letter (p + 1)));
  *ret_hash = close_hash (hash);
  return p;
}

void
vocabulary_add_line (Vocabulary *self, const gchar *line, gboolean divided_before)
{
  gboolean first = TRUE;

  for (const gchar *p = line; *p != '\0';)
    {
      guint64 hash;

      if (!is_letter (p))
        {
          p = next_character (p);
          continue;
        }
      p = read_word (p, &hash);
      if (!(first && divided_before) && !(*p == '-' && p[1] == '\0'))
        add (self, hash);
      first = FALSE;
    }
}

gboolean
vocabulary_has (const Vocabulary *self, const gchar *word)
{
  guint64 hash = NO_HASH;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    hash = hash_character (hash, word);
  hash = close_hash (hash);
  return *find (self, hash) == hash;
}
