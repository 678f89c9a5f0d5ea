/* sieve.c: texts → the rules that find in them what they need. */

#include "normalise/sieve.h"

#include "normalise/mesh.h"

#include <string.h>

#define MARGIN 16    /* of no code, around a text: no string stands over its ends */
#define AT_A_TIME 16 /* bytes */

/* Which rules find the strings that they need in a text. */
typedef struct
{
  guint64 hash;
  gsize length;
  gboolean figure; /* one stands in it */
  guint64 there[MESH_WORDS];
} Answer;

struct Sieve
{
  guint n_users;
  GHashTable *tables; /* const PatternRule *: the number of its first rule */
  Mesh *mesh;
  Answer answers[SIEVE_KEEP]; /* by hash */
  Answer *last;               /* (nullable) of the text that was last asked about: */
  guint8 text[SIEVE_MAX_TEXT + AT_A_TIME];
  guint8 codes[MARGIN + SIEVE_MAX_TEXT + MARGIN]; /* of it, while it is looked through */
};

static _Thread_local Sieve *shared;

static Sieve *
sieve_new (void)
{
  Sieve *self = g_new0 (Sieve, 1);

  self->tables = g_hash_table_new (NULL, NULL);
  self->mesh = mesh_new (mesh_get_baked ());
  return self;
}

static void
forget_answers (Sieve *self)
{
  memset (self->answers, 0, sizeof self->answers);
  self->last = NULL;
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
      gboolean known;

      first = GUINT_TO_POINTER (mesh_add (shared->mesh, rules, n_rules, &known));
      g_hash_table_insert (shared->tables, (gpointer)rules, first);
      if (!known)
        forget_answers (shared);
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
  mesh_free (self->mesh);
  g_free (self);
}

GBytes *
sieve_write (const Sieve *self)
{
  return mesh_write (self->mesh);
}

/* ------------------------------------------------------------------------ the pass */

/* ſ and the Kelvin sign are letters of ASCII in another case. */
static gboolean
has_other_case (const guint8 *text, gsize length)
{
  const guint8 *end = text + length;

  for (const guint8 *p = text; (p = memchr (p, 0xe2, end - p)) != NULL; p++)
    if (end - p >= 3 && p[1] == 0x84 && p[2] == 0xaa)
      return TRUE;
  for (const guint8 *p = text; (p = memchr (p, 0xc5, end - p)) != NULL; p++)
    if (end - p >= 2 && p[1] == 0xbf)
      return TRUE;
  return FALSE;
}

/* The rules that want a string whose key stands at these codes. */
static void
look_closer (const Mesh *mesh, guint32 key, const guint8 *codes, guint64 *there)
{
  for (guint16 i = mesh->chains[mesh_chain_of (key)]; i != 0;)
    {
      const MeshString *one = &mesh->strings[i - 1];

      if (mesh_string_is_at (one, codes - one->at))
        for (guint j = 0; j < MESH_WORDS; j++)
          there[j] |= mesh->wanted[i - 1].rules[j];
      i = one->next;
    }
}

/* The text that is kept. */
static void
sift (Sieve *self, gsize length, Answer *answer)
{
  const Mesh mesh = *self->mesh;
  guint8 *codes = self->codes + MARGIN;
  guint64 there[MESH_WORDS];

  memset (there, has_other_case (self->text, length) ? 0xff : 0, sizeof there);
  for (gsize i = 0; i < length; i += AT_A_TIME)
    for (gsize j = i; j < i + AT_A_TIME; j++)
      codes[j] = need_fold (self->text[j]);
  memset (codes + length, NEED_NONE, MARGIN);
  for (gsize i = 0; i + NEED_MIN_CODES <= length; i++)
    {
      guint32 key = mesh_key_at (codes + i);
      guint32 bit = mesh_bit_of (key);

      if ((mesh.keys[bit / 64] >> bit % 64 & 1) != 0)
        look_closer (&mesh, key, codes + i, there);
    }
  memcpy (answer->there, there, sizeof there);
  answer->figure = memchr (codes, NEED_FIGURE, length) != NULL;
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

/* For a text of at most SIEVE_MAX_TEXT bytes. Many rules are held against one text, one
 * after the other. */
static const Answer *
find_answer (Sieve *self, const gchar *text, gsize length)
{
  Answer *answer = self->last;
  guint64 hash;

  if (answer != NULL && answer->length == length
      && memcmp (self->text, text, length) == 0)
    return answer;
  hash = hash_of (text, length);
  answer = &self->answers[hash % SIEVE_KEEP];
  memcpy (self->text, text, length);
  if (answer->hash != hash || answer->length != length)
    {
      sift (self, length, answer);
      answer->hash = hash;
      answer->length = length;
    }
  self->last = answer;
  return answer;
}

static gboolean
finds_its_need (Sieve *self, guint rule, gboolean loose, const gchar *text, gsize length)
{
  const MeshRule *known = &self->mesh->rules[rule];
  const Answer *answer;

  loose = loose || !known->sifted;
  if ((loose && !known->figure) || length > SIEVE_MAX_TEXT)
    return TRUE;
  answer = find_answer (self, text, length);
  return (answer->figure || !known->figure)
         && (loose || (answer->there[rule / 64] >> rule % 64 & 1) != 0);
}

gboolean
sieve_passes_part (Sieve *self, guint rule, const gchar *text, gsize length)
{
  return rule >= self->mesh->n_rules
         || finds_its_need (self, rule, self->mesh->rules[rule].loose != 0, text, length);
}

gboolean
sieve_passes (Sieve *self, guint rule, const gchar *text, gsize length, gsize from)
{
  const MeshRule *known;
  guint32 opening;

  if (rule >= self->mesh->n_rules)
    return TRUE;
  known = &self->mesh->rules[rule];
  opening = length > 0 ? (guint32)1 << need_fold ((guchar)text[0]) : 0;
  if (known->opens && (from > 0 || !(known->openings & opening)))
    return FALSE;
  return finds_its_need (self, rule, (known->loose & opening) != 0, text, length);
}
