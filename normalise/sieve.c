/* sieve.c: texts → the rules that find in them what they need. */

#include "normalise/sieve.h"

#include "normalise/mesh.h"

#include <string.h>

#define MARGIN 32    /* of no code, around a text: no string stands over its ends */
#define AT_A_TIME 32 /* bytes */

/* Which rules find the strings that they need in a text. */
typedef struct
{
  guint64 hash;
  gsize length;
  gboolean figure; /* one stands in it */
  guint64 there[MESH_WORDS];
} Answer;

/* Where a string stands. */
typedef struct
{
  guint32 key; /* of its key's first code */
  guint32 string;
} Place;

/* A text that is asked about in parts, looked through once for all of them. */
typedef struct
{
  const gchar *text; /* (nullable): none is; not owned */
  gsize length;
  gboolean other_case;
  GByteArray *codes;
  GArray *places;    /* Place, by their keys */
  const gchar *part; /* (nullable): that was asked about last, which has an answer */
  Answer answer;
} Held;

struct Sieve
{
  guint n_users;
  GHashTable *tables; /* const PatternRule *: the number of its first rule */
  Mesh *mesh;
  Answer answers[SIEVE_KEEP]; /* by hash */
  Held held;
  Answer *last; /* (nullable) of the text that was last asked about: */
  guint8 text[SIEVE_MAX_TEXT];
  guint8 codes[MARGIN + SIEVE_MAX_TEXT + MARGIN]; /* of it, while it is looked through */
  GArray *places;                                 /* and what is found in it */
};

static _Thread_local Sieve *shared;

static Sieve *
sieve_new (void)
{
  Sieve *self = g_new0 (Sieve, 1);

  self->tables = g_hash_table_new (NULL, NULL);
  self->mesh = mesh_new (mesh_get_baked ());
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->held.codes = g_byte_array_new ();
  self->held.places = g_array_new (FALSE, FALSE, sizeof (Place));
  return self;
}

static void
forget_answers (Sieve *self)
{
  memset (self->answers, 0, sizeof self->answers);
  self->last = NULL;
  self->held.text = NULL;
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
  g_array_unref (self->places);
  g_byte_array_unref (self->held.codes);
  g_array_unref (self->held.places);
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

/* Adds the strings whose key stands at a place of a text. */
static void
look_closer (const Mesh *mesh, const guint8 *codes, gsize at, GArray *places)
{
  guint32 chain = mesh_chain_of (mesh_key_at (codes + at));

  for (guint16 i = mesh->chains[chain]; i != 0;)
    {
      const MeshString *one = &mesh->strings[i - 1];
      Place place = { (guint32)at, (guint32)(i - 1) };

      if (mesh_string_is_at (one, codes + at - one->at))
        g_array_append_val (places, place);
      i = one->next;
    }
}

/* Around the codes is a margin. */
static void
find_places (const Mesh *of, const guint8 *codes, gsize length, GArray *places)
{
  const Mesh mesh = *of;
  guint16 bits[AT_A_TIME];

  g_array_set_size (places, 0);
  for (gsize i = 0; i + NEED_MIN_CODES <= length; i += AT_A_TIME)
    {
      gsize n = MIN (AT_A_TIME, length - NEED_MIN_CODES + 1 - i);

      for (gsize j = 0; j < AT_A_TIME; j++)
        bits[j] = mesh_bit_at (codes + i + j);
      for (gsize j = 0; j < n; j++)
        if ((mesh.keys[bits[j] / 64] >> bits[j] % 64 & 1) != 0)
          look_closer (&mesh, codes, i + j, places);
    }
}

/* Writes the codes of a text between two margins. */
static void
fold (const guint8 *text, gsize length, guint8 *codes)
{
  memset (codes, NEED_NONE, MARGIN);
  codes += MARGIN;
  for (gsize i = 0; i < length; i++)
    codes[i] = need_fold (text[i]);
  memset (codes + length, NEED_NONE, MARGIN);
}

static void
want (Answer *answer, const MeshRules *rules)
{
  for (guint j = 0; j < MESH_WORDS; j++)
    answer->there[j] |= rules->rules[j];
}

static void
clear (Answer *answer, gboolean all)
{
  memset (answer->there, all ? 0xff : 0, sizeof answer->there);
}

/* The text that is kept. */
static void
sift (Sieve *self, gsize length, Answer *answer)
{
  const guint8 *codes = self->codes + MARGIN;

  fold (self->text, length, self->codes);
  find_places (self->mesh, codes, length, self->places);
  clear (answer, has_other_case (self->text, length));
  for (guint i = 0; i < self->places->len; i++)
    want (answer, &self->mesh->wanted[g_array_index (self->places, Place, i).string]);
  answer->figure = memchr (codes, NEED_FIGURE, length) != NULL;
}

/* ------------------------------------------------------------------ a text in parts */

void
sieve_hold (Sieve *self, const gchar *text, gsize length)
{
  Held *held = &self->held;

  held->text = NULL;
  if (length > SIEVE_MAX_HELD)
    return;
  g_byte_array_set_size (held->codes, (guint)(MARGIN + length + MARGIN));
  fold ((const guint8 *)text, length, held->codes->data);
  find_places (self->mesh, held->codes->data + MARGIN, length, held->places);
  held->text = text;
  held->length = length;
  held->other_case = has_other_case ((const guint8 *)text, length);
  held->part = NULL;
}

void
sieve_let_go (Sieve *self)
{
  self->held.text = NULL;
}

/* The first place from a code on. */
static guint
first_place (const GArray *places, gsize from)
{
  guint low = 0, high = places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (places, Place, middle).key < from)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Of a part of the text that is held. */
static const Answer *
answer_of_part (Sieve *self, const gchar *text, gsize length)
{
  Held *held = &self->held;
  gsize start = text - held->text, end = start + length;

  if (held->part == text && held->answer.length == length)
    return &held->answer;
  held->part = text;
  held->answer.length = length;
  clear (&held->answer, held->other_case);
  for (guint i = first_place (held->places, start); i < held->places->len; i++)
    {
      const Place *place = &g_array_index (held->places, Place, i);
      const MeshString *string = &self->mesh->strings[place->string];

      if (place->key >= end)
        break;
      if (place->key - string->at >= start
          && place->key - string->at + mesh_string_length (string) <= end)
        want (&held->answer, &self->mesh->wanted[place->string]);
    }
  held->answer.figure =
      memchr (held->codes->data + MARGIN + start, NEED_FIGURE, length) != NULL;
  return &held->answer;
}

static gboolean
is_held (const Held *held, const gchar *text, gsize length)
{
  guintptr from = (guintptr)held->text, at = (guintptr)text;

  return held->text != NULL && at >= from && at + length <= from + held->length;
}

/* -------------------------------------------------------------------------- answers */

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
  if (loose && !known->figure)
    return TRUE;
  if (is_held (&self->held, text, length))
    answer = answer_of_part (self, text, length);
  else if (length <= SIEVE_MAX_TEXT)
    answer = find_answer (self, text, length);
  else
    return TRUE;
  return (answer->figure || !known->figure)
         && (loose || (answer->there[rule / 64] >> rule % 64 & 1) != 0);
}

gboolean
sieve_passes_part (Sieve *self, guint rule, const gchar *text, gsize length)
{
  return rule >= self->mesh->n_rules
         || finds_its_need (self, rule, self->mesh->rules[rule].loose != 0, text, length);
}

/* As a bit; none of an empty text. */
static guint32
opening_of (const gchar *text, gsize length)
{
  return length > 0 ? (guint32)1 << need_fold ((guchar)text[0]) : 0;
}

gboolean
sieve_passes_opening (Sieve *self, guint rule, const gchar *text)
{
  const MeshRule *known = &self->mesh->rules[rule];

  return rule >= self->mesh->n_rules || !known->opens
         || (known->openings & opening_of (text, text[0] != '\0')) != 0;
}

gboolean
sieve_passes (Sieve *self, guint rule, const gchar *text, gsize length, gsize from)
{
  const MeshRule *known;
  guint32 opening;

  if (rule >= self->mesh->n_rules)
    return TRUE;
  known = &self->mesh->rules[rule];
  opening = opening_of (text, length);
  if (known->opens && (from > 0 || !(known->openings & opening)))
    return FALSE;
  return finds_its_need (self, rule, (known->loose & opening) != 0, text, length);
}
