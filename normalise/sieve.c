/* sieve.c: needs of expressions, looked for all at once. */

#include "normalise/sieve.h"

#include "normalise/need.h"

#include <string.h>

#define CODE_BITS 5
#define KEY_CODES 4 /* that follow one another */
#define KEY_MASK ((1u << (KEY_CODES * CODE_BITS)) - 1)
#define N_BITS (1u << 16)
#define N_CHAINS 4096
#define N_WORDS (SIEVE_MAX_RULES / 64)

G_STATIC_ASSERT (NEED_N_CODES == 1 << CODE_BITS);
G_STATIC_ASSERT (NEED_MIN_CODES == KEY_CODES - 1);

/* Rules, as bits. */
typedef struct
{
  guint64 words[N_WORDS];
} Rules;

/* What is known of a rule. */
typedef struct
{
  gboolean opens;   /* a match begins the text, with one of these codes: */
  guint32 openings; /* bits */
  gboolean sifted;  /* a match has one of the strings wanted, or begins with one of: */
  guint32 loose;    /* bits */
} Sifted;

/* A string that is needed, and by which rules. */
typedef struct
{
  NeedString string;
  guint8 at;    /* where in it the codes stand that it is found by */
  guint16 next; /* of the same chain, plus one */
  Rules rules;
} Wanted;

/* Which rules find what they need in a text. */
typedef struct
{
  guint64 hash;
  gsize length;
  Rules there;
} Answer;

struct Sieve
{
  guint n_users;
  GHashTable *tables;       /* const PatternRule *: the number of its first rule */
  GArray *rules;            /* Sifted */
  GArray *wanted;           /* Wanted */
  guint16 chains[N_CHAINS]; /* by the first codes of a key: the first, plus one */
  guint64 keys[N_BITS / 64];
  guint8 fold[256];
  Answer answers[SIEVE_KEEP]; /* by hash */
};

static _Thread_local Sieve *shared;

static inline guint32
key_add (guint32 key, guint8 code)
{
  return (key << CODE_BITS | code) & KEY_MASK;
}

/* Where a key's bit is. */
static inline guint32
bit_of (guint32 key)
{
  return (key * 0x9e3779b1u) >> 16;
}

/* By all codes of a key but the last, which short strings do not have. */
static guint
chain_of (guint32 key)
{
  key >>= CODE_BITS;
  return (key ^ key >> 5) % N_CHAINS;
}

static Wanted *
wanted_at (const Sieve *self, guint i)
{
  return &g_array_index (self->wanted, Wanted, i);
}

/* About how common a code is in a text. */
static guint
commonness (guint8 code)
{
  static const gchar rare_first[] = "zqxjkvbywgpfmucdlhrsnioate";
  const gchar *at = strchr (rare_first, 'a' + code - NEED_A);

  if (code >= NEED_FIGURE || at == NULL)
    return code == NEED_SPACE ? 60 : 20;
  return (guint)(at - rare_first) + 2;
}

/* Where in a string the codes of a key stand that are seldomest in texts. */
static guint8
rarest (const NeedString *string)
{
  guint best = G_MAXUINT;
  guint8 at = 0;

  for (guint8 i = 0; i + KEY_CODES <= string->n; i++)
    {
      guint product = 1;

      for (guint8 j = i; j < i + KEY_CODES; j++)
        product *= commonness (string->codes[j]);
      if (product < best)
        {
          best = product;
          at = i;
        }
    }
  return at;
}

static void
set_bit (Sieve *self, guint32 key)
{
  self->keys[bit_of (key) / 64] |= G_GUINT64_CONSTANT (1) << bit_of (key) % 64;
}

static void
want (Sieve *self, const NeedString *string, guint rule)
{
  Wanted wanted = { .string = *string, .at = rarest (string) };
  guint32 key = 0;
  guint16 *chain;
  guint16 i;

  for (guint j = 0; j < KEY_CODES; j++)
    key = key_add (key, j < string->n ? string->codes[wanted.at + j] : 0);
  for (guint32 last = 0; string->n < KEY_CODES && last < NEED_N_CODES; last++)
    set_bit (self, key | last);
  set_bit (self, key);
  chain = &self->chains[chain_of (key)];
  i = *chain;
  while (i != 0
         && (wanted_at (self, i - 1)->string.n != string->n
             || memcmp (wanted_at (self, i - 1)->string.codes, string->codes, string->n)
                    != 0))
    i = wanted_at (self, i - 1)->next;
  if (i == 0)
    {
      wanted.next = *chain;
      g_array_append_val (self->wanted, wanted);
      i = *chain = (guint16)self->wanted->len;
    }
  wanted_at (self, i - 1)->rules.words[rule / 64] |= G_GUINT64_CONSTANT (1) << rule % 64;
}

/* Words that nearly every sentence has: to look for them tells nothing. */
static gboolean
is_everywhere (const NeedString *string)
{
  static const gchar *const words[] = { "the",  "and",  "for",   "with", "that",  "his",
                                        "her",  "all",  "this",  "from", "their", "its",
                                        "when", "were", "which", "was",  "out",   "who" };
  guint first = string->codes[0] == NEED_SPACE;
  guint last = string->n - (string->codes[string->n - 1] == NEED_SPACE);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint j = first;

      while (j < last && need_fold ((guchar)words[i][j - first]) == string->codes[j])
        j++;
      if (j == last && words[i][j - first] == '\0')
        return TRUE;
    }
  return FALSE;
}

/* Whether it pays to look for what a rule needs. */
static gboolean
is_worth_sifting (const Sieve *self, const Need *need)
{
  if (need->strings == NULL || self->wanted->len + need->strings->len >= G_MAXUINT16)
    return FALSE;
  for (guint i = 0; i < need->strings->len; i++)
    if (is_everywhere (&g_array_index (need->strings, NeedString, i)))
      return FALSE;
  return TRUE;
}

static void
add_rule (Sieve *self, const PatternRule *rule)
{
  g_autoptr (Need) need = need_of (rule);
  guint n = need->strings != NULL ? need->strings->len : 0;
  Sifted sifted = { need->anchored && !need->nullable, need->openings,
                    is_worth_sifting (self, need), need->loose };

  for (guint i = 0; sifted.sifted && i < n; i++)
    want (self, &g_array_index (need->strings, NeedString, i), self->rules->len);
  g_array_append_val (self->rules, sifted);
}

static Sieve *
sieve_new (void)
{
  Sieve *self = g_new0 (Sieve, 1);

  self->tables = g_hash_table_new (NULL, NULL);
  self->rules = g_array_new (FALSE, FALSE, sizeof (Sifted));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  for (guint i = 0; i < 256; i++)
    self->fold[i] = need_fold ((guchar)i);
  return self;
}

Sieve *
sieve_join (const PatternRule *rules, guint n_rules, guint *ret_first)
{
  gpointer first;

  if (shared == NULL)
    shared = sieve_new ();
  shared->n_users++;
  if (!g_hash_table_lookup_extended (shared->tables, rules, NULL, &first))
    {
      first = GUINT_TO_POINTER (shared->rules->len);
      g_hash_table_insert (shared->tables, (gpointer)rules, first);
      for (guint i = 0; i < n_rules && shared->rules->len < SIEVE_MAX_RULES; i++)
        add_rule (shared, &rules[i]);
      memset (shared->answers, 0, sizeof shared->answers);
    }
  *ret_first = GPOINTER_TO_UINT (first);
  return shared;
}

void
sieve_leave (Sieve *self)
{
  if (self == NULL || --self->n_users > 0)
    return;
  shared = NULL;
  g_hash_table_unref (self->tables);
  g_array_unref (self->rules);
  g_array_unref (self->wanted);
  g_free (self);
}

/* ---------------------------------------------------------------------------- the pass
 */

/* ſ and the Kelvin sign are letters of ASCII in another case. */
static gboolean
has_other_case (const gchar *text, gsize length)
{
  const gchar *end = text + length;

  for (const gchar *p = text; (p = memchr (p, 0xe2, end - p)) != NULL; p++)
    if (end - p >= 3 && (guchar)p[1] == 0x84 && (guchar)p[2] == 0xaa)
      return TRUE;
  for (const gchar *p = text; (p = memchr (p, 0xc5, end - p)) != NULL; p++)
    if (end - p >= 2 && (guchar)p[1] == 0xbf)
      return TRUE;
  return FALSE;
}

static gboolean
stands_at (const Sieve *self, const NeedString *string, const gchar *text)
{
  for (guint i = 0; i < string->n; i++)
    if (self->fold[(guchar)text[i]] != string->codes[i])
      return FALSE;
  return TRUE;
}

/* The rules that want a string whose key stands at a place of the text. */
static void
look_closer (const Sieve *self, guint32 key, const gchar *text, gsize place, gsize length,
             Rules *there)
{
  for (guint16 i = self->chains[chain_of (key)]; i != 0;)
    {
      const Wanted *one = wanted_at (self, i - 1);

      if (one->at <= place && one->string.n <= length - (place - one->at)
          && stands_at (self, &one->string, text + place - one->at))
        for (guint j = 0; j < N_WORDS; j++)
          there->words[j] |= one->rules.words[j];
      i = one->next;
    }
}

static void
sift (const Sieve *self, const gchar *text, gsize length, Rules *ret_there)
{
  guint32 key = 0;

  memset (ret_there, has_other_case (text, length) ? 0xff : 0, sizeof *ret_there);
  for (gsize i = 0; i <= length; i++)
    {
      guint32 bit;

      key = key_add (key, i < length ? self->fold[(guchar)text[i]] : NEED_NONE);
      bit = bit_of (key);
      if ((self->keys[bit / 64] >> bit % 64 & 1) != 0 && i + 1 >= KEY_CODES)
        look_closer (self, key, text, i + 1 - KEY_CODES, length, ret_there);
    }
}

static guint64
hash_of (const gchar *text, gsize length)
{
  guint64 hash = length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15), part;

  for (; length >= sizeof part; text += sizeof part, length -= sizeof part)
    {
      memcpy (&part, text, sizeof part);
      hash = (hash ^ part) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
      hash ^= hash >> 32;
    }
  part = 0;
  memcpy (&part, text, length);
  hash = (hash ^ part) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return hash ^ hash >> 32;
}

gboolean
sieve_passes (Sieve *self, guint rule, const gchar *text, gsize length, gsize from)
{
  const Sifted *sifted;
  Answer *answer;
  guint64 hash;
  guint32 opening;

  if (rule >= self->rules->len)
    return TRUE;
  sifted = &g_array_index (self->rules, Sifted, rule);
  opening = length > 0 ? (guint32)1 << self->fold[(guchar)text[0]] : 0;
  if (sifted->opens && (from > 0 || !(sifted->openings & opening)))
    return FALSE;
  if (!sifted->sifted || (sifted->loose & opening) || length > SIEVE_MAX_TEXT)
    return TRUE;
  hash = hash_of (text, length);
  answer = &self->answers[hash % SIEVE_KEEP];
  if (answer->hash != hash || answer->length != length)
    {
      sift (self, text, length, &answer->there);
      answer->hash = hash;
      answer->length = length;
    }
  return (answer->there.words[rule / 64] >> rule % 64 & 1) != 0;
}
