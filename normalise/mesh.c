/* mesh.c: tables of expressions → strings by their keys. */

#include "normalise/mesh.h"

#include <string.h>

#define N_KEYS ((1u << MESH_KEY_BITS) / 64)

/* What a block begins with; the tables follow in the order of Mesh. */
typedef struct
{
  guint32 n_tables;
  guint32 n_rules;
  guint32 n_strings;
  guint32 padding;
} Head;

/* A mesh to which a table was added. */
typedef struct
{
  Mesh mesh; /* of what follows, or of the block */
  gboolean own;
  GArray *tables;
  GArray *rules;
  GArray *strings;
  GArray *wanted;
  guint16 chains[MESH_CHAINS];
  guint64 keys[N_KEYS];
} Making;

static MeshString *
string_at (const Making *self, guint i)
{
  return &g_array_index (self->strings, MeshString, i);
}

/* What inspectors' and councils' prose has most of four codes in a row, spaces for signs,
 * commonest first: counted over some forty inspection reports. */
static const gchar *const commonest[] = {
  " the", "and ", " and", "the ", "ing ", " chi", "chil", "hild", " to ", "are ", " of ",
  "ren ", "ildr", "ldre", "dren", "tion", "ion ", " are", " in ", "ers ", "ment", "atio",
  "ent ", " is ", " pro", " for", " car", "care", "for ", "ity ", "ive ", "work", "port",
  " wor", "ecti", "ted ", " wit", "with", "ervi", "thei", "heir", "eir ", " lea", "tive",
  "ppor", " sup", "hat ", "ces ", "ith ", " pla", " ser", "vice", "serv", " con", " tha",
  "rvic", "supp", "uppo", "prov", "that", "nce ", "nts ", "ctio", " nee", "need", "emen",
  "ents", " imp", "ence", "ial ", " thi", "ies ", "his ", "ice ", "this", "ely ", "ding",
  "ort ", "not ", " not", "ctiv", "cial", "acti", "spec", " hav", "ther", "ders", "ess ",
  "plan", "ave ", "have", "ions", "ices", " rec", "ate ", "soci", "ocia", "enti", " ins",
  " soc", "vers", "pect", " you", " exp", "ning", "they", "hey ", " par", " man", " com",
};

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

static gboolean
has_codes (const gchar *text, const guint8 *codes)
{
  for (guint i = 0; i < MESH_KEY_CODES; i++)
    if (need_fold ((guchar)text[i]) != codes[i])
      return FALSE;
  return TRUE;
}

/* The same of a key. */
static guint
commonness_of_key (const guint8 *codes)
{
  guint product = 1;

  for (guint i = 0; i < G_N_ELEMENTS (commonest); i++)
    if (has_codes (commonest[i], codes))
      return G_MAXUINT - 1 - i;
  for (guint i = 0; i < MESH_KEY_CODES; i++)
    product *= commonness (codes[i]);
  return product;
}

/* Where in a string the codes of a key stand that are seldomest in texts. */
static guint8
rarest (const NeedString *string)
{
  guint best = G_MAXUINT;
  guint8 at = 0;

  for (guint8 i = 0; i + MESH_KEY_CODES <= string->n; i++)
    {
      guint common = commonness_of_key (string->codes + i);

      if (common < best)
        {
          best = common;
          at = i;
        }
    }
  return at;
}

static void
set_bit (Making *self, const guint8 *codes)
{
  guint bit = mesh_bit_at (codes);

  self->keys[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
}

static MeshString
make_string (const NeedString *string)
{
  MeshString made = { .at = rarest (string) };

  made.shift = (guint8)(64 - 8 * MIN (string->n, 8));
  for (guint i = 0; i < MIN (string->n, 8); i++)
    made.codes |= (guint64)string->codes[i] << 8 * i;
  for (guint i = 8; i < string->n; i++)
    {
      made.tail |= (guint16)(string->codes[i] << 8 * (i - 8));
      made.tail_mask |= (guint16)(0xff << 8 * (i - 8));
    }
  return made;
}

static gboolean
is_same (const MeshString *a, const MeshString *b)
{
  return a->codes == b->codes && a->tail == b->tail;
}

static void
want (Making *self, const NeedString *string, guint rule)
{
  MeshString made = make_string (string);
  guint8 codes[16 + MESH_KEY_CODES] = { 0 };
  guint16 *chain, i;

  memcpy (codes, string->codes, string->n);
  for (guint8 last = 0; string->n < MESH_KEY_CODES && last < NEED_N_CODES; last++)
    {
      codes[MESH_KEY_CODES - 1] = last;
      set_bit (self, codes);
    }
  set_bit (self, codes + made.at);
  chain = &self->chains[mesh_chain_of (mesh_key_at (codes + made.at))];
  for (i = *chain; i != 0; i = string_at (self, i - 1)->next)
    if (is_same (string_at (self, i - 1), &made))
      break;
  if (i == 0)
    {
      MeshRules none = { { 0 } };

      made.next = *chain;
      g_array_append_val (self->strings, made);
      g_array_append_val (self->wanted, none);
      i = *chain = (guint16)self->strings->len;
    }
  g_array_index (self->wanted, MeshRules, i - 1).rules[rule / 64] |=
      G_GUINT64_CONSTANT (1) << rule % 64;
}

/* Words that nearly every sentence has: to look for them tells nothing. */
static gboolean
is_everywhere (const NeedString *string)
{
  static const gchar *const words[] = {
    "the",    "and",  "for",     "with",    "that",     "his",      "her",   "all",
    "this",   "from", "their",   "its",     "when",     "were",     "which", "was",
    "out",    "who",  "is",      "to",      "by",       "children", "child", "young",
    "people", "care", "support", "service", "services", "help",     "work"
  };
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
is_worth_sifting (const Making *self, const Need *need)
{
  if (need->strings == NULL || self->strings->len + need->strings->len >= G_MAXUINT16)
    return FALSE;
  for (guint i = 0; i < need->strings->len; i++)
    if (is_everywhere (&g_array_index (need->strings, NeedString, i)))
      return FALSE;
  return TRUE;
}

static void
add_rule (Making *self, const PatternRule *rule)
{
  g_autoptr (Need) need = need_of (rule);
  guint n = need->strings != NULL ? need->strings->len : 0;
  MeshRule made = { need->openings,
                    need->loose,
                    need->anchored && !need->nullable,
                    is_worth_sifting (self, need),
                    (guint8)need->figure,
                    0 };

  for (guint i = 0; made.sifted && i < n; i++)
    want (self, &g_array_index (need->strings, NeedString, i), self->rules->len);
  g_array_append_val (self->rules, made);
}

/* ----------------------------------------------------------------------------- tables */

static guint64
hash_text (guint64 hash, const gchar *text)
{
  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar)*text) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

static guint64
hash_of (const PatternRule *rules, guint n_rules)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = 0; i < n_rules; i++)
    {
      hash = hash_text (hash, rules[i].expression);
      hash =
          (hash ^ (0x100 + (guint64)rules[i].flags)) * G_GUINT64_CONSTANT (1099511628211);
    }
  return hash;
}

/* Points to what the mesh has made itself. */
static void
show (Making *self)
{
  self->mesh = (Mesh){ (const MeshTable *)(gpointer)self->tables->data,
                       (const MeshRule *)(gpointer)self->rules->data,
                       (const MeshString *)(gpointer)self->strings->data,
                       (const MeshRules *)(gpointer)self->wanted->data,
                       self->chains,
                       self->keys,
                       self->tables->len,
                       self->rules->len,
                       self->strings->len };
}

/* From now on it is not the block's. */
static void
own (Making *self)
{
  const Mesh *from = &self->mesh;

  self->own = TRUE;
  self->tables = g_array_new (FALSE, FALSE, sizeof (MeshTable));
  self->rules = g_array_new (FALSE, FALSE, sizeof (MeshRule));
  self->strings = g_array_new (FALSE, FALSE, sizeof (MeshString));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (MeshRules));
  if (from->n_tables > 0)
    {
      g_array_append_vals (self->tables, from->tables, from->n_tables);
      g_array_append_vals (self->rules, from->rules, from->n_rules);
      g_array_append_vals (self->strings, from->strings, from->n_strings);
      g_array_append_vals (self->wanted, from->wanted, from->n_strings);
      memcpy (self->chains, from->chains, sizeof self->chains);
      memcpy (self->keys, from->keys, sizeof self->keys);
    }
  show (self);
}

Mesh *
mesh_new (gconstpointer base)
{
  Making *self = g_new0 (Making, 1);
  const Head *head = base;

  if (head == NULL)
    {
      own (self);
      return &self->mesh;
    }
  self->mesh.n_tables = head->n_tables;
  self->mesh.n_rules = head->n_rules;
  self->mesh.n_strings = head->n_strings;
  self->mesh.keys = (gconstpointer)(head + 1);
  self->mesh.tables = (gconstpointer)(self->mesh.keys + N_KEYS);
  self->mesh.strings = (gconstpointer)(self->mesh.tables + head->n_tables);
  self->mesh.wanted = (gconstpointer)(self->mesh.strings + head->n_strings);
  self->mesh.rules = (gconstpointer)(self->mesh.wanted + head->n_strings);
  self->mesh.chains = (gconstpointer)(self->mesh.rules + head->n_rules);
  return &self->mesh;
}

void
mesh_free (Mesh *mesh)
{
  Making *self = (Making *)mesh;

  if (self == NULL)
    return;
  if (self->own)
    {
      g_array_unref (self->tables);
      g_array_unref (self->rules);
      g_array_unref (self->strings);
      g_array_unref (self->wanted);
    }
  g_free (self);
}

guint32
mesh_add (Mesh *mesh, const PatternRule *rules, guint n_rules, gboolean *ret_known)
{
  Making *self = (Making *)mesh;
  MeshTable table = { hash_of (rules, n_rules), 0, n_rules };

  for (guint32 i = 0; i < mesh->n_tables; i++)
    if (mesh->tables[i].hash == table.hash && mesh->tables[i].n == n_rules)
      {
        if (ret_known != NULL)
          *ret_known = TRUE;
        return mesh->tables[i].first;
      }
  if (ret_known != NULL)
    *ret_known = n_rules == 0;
  if (n_rules == 0)
    return 0;
  if (!self->own)
    own (self);
  table.first = self->rules->len;
  for (guint i = 0; i < n_rules && self->rules->len < MESH_MAX_RULES; i++)
    add_rule (self, &rules[i]);
  g_array_append_val (self->tables, table);
  show (self);
  return table.first;
}

GBytes *
mesh_write (const Mesh *self)
{
  Head head = { self->n_tables, self->n_rules, self->n_strings, 0 };
  GByteArray *block = g_byte_array_new ();

  g_byte_array_append (block, (const guint8 *)&head, sizeof head);
  g_byte_array_append (block, (const guint8 *)self->keys, N_KEYS * sizeof *self->keys);
  g_byte_array_append (block, (const guint8 *)self->tables,
                       self->n_tables * sizeof *self->tables);
  g_byte_array_append (block, (const guint8 *)self->strings,
                       self->n_strings * sizeof *self->strings);
  g_byte_array_append (block, (const guint8 *)self->wanted,
                       self->n_strings * sizeof *self->wanted);
  g_byte_array_append (block, (const guint8 *)self->rules,
                       self->n_rules * sizeof *self->rules);
  g_byte_array_append (block, (const guint8 *)self->chains,
                       MESH_CHAINS * sizeof *self->chains);
  return g_byte_array_free_to_bytes (block);
}
