/* lexicon.c: words → atoms; sets and phrases of them. See lexicon.h. */

#include "classify/lexicon.h"

#include "classify/commonness.h"
#include "classify/stemmer.h"

#include <string.h>

/* Words kept between documents; a large vocabulary has about 50,000. */
#define KEEP_WORDS 100000
#define MAX_WORD 64 /* bytes; what is longer is no word of ours */

typedef struct
{
  gchar *bytes;
  guint32 length;
  guint32 hash;
  Word word;
} Entry;

struct Lexicon
{
  Stemmer *stemmer;
  GArray *symbols;     /* Symbol; the first is SYMBOL_NONE */
  GHashTable *atoms;   /* "kind text" → symbol */
  GHashTable *written; /* the same by the word as a rule has it, not yet stemmed */
  GHashTable *classes; /* name → symbol */
  GHashTable *made;    /* key of parts or alternatives → symbol */
  GArray *prefixes;    /* Prefix */
  guint32 number;      /* the symbol of {number} */
  Entry **table;       /* open addressing */
  guint32 n_table;     /* a power of two */
  guint32 n_entries;
};

typedef struct
{
  gchar *text;
  guint32 symbol;
} Prefix;

static void
symbol_clear (gpointer data)
{
  Symbol *symbol = data;

  g_clear_pointer (&symbol->parts, g_array_unref);
  g_clear_pointer (&symbol->atoms, g_array_unref);
  g_clear_pointer (&symbol->phrases, g_array_unref);
}

static void
prefix_clear (gpointer data)
{
  g_free (((Prefix *)data)->text);
}

static guint32
symbol_new (Lexicon *self)
{
  g_array_set_size (self->symbols, self->symbols->len + 1);
  return self->symbols->len - 1;
}

static Symbol *
symbol_at (const Lexicon *self, guint32 symbol)
{
  return &g_array_index (self->symbols, Symbol, symbol);
}

Lexicon *
lexicon_new (void)
{
  Lexicon *self = g_new0 (Lexicon, 1);

  self->stemmer = stemmer_new ();
  self->symbols = g_array_new (FALSE, TRUE, sizeof (Symbol));
  g_array_set_clear_func (self->symbols, symbol_clear);
  self->atoms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->prefixes = g_array_new (FALSE, FALSE, sizeof (Prefix));
  g_array_set_clear_func (self->prefixes, prefix_clear);
  symbol_new (self); /* SYMBOL_NONE */
  self->number = symbol_new (self);
  symbol_at (self, self->number)->frequency = 15000;
  g_hash_table_insert (self->classes, g_strdup ("number"),
                       GUINT_TO_POINTER (self->number));
  self->n_table = 1 << 12;
  self->table = g_new0 (Entry *, self->n_table);
  return self;
}

static void
entry_free (Entry *entry)
{
  g_free (entry->bytes);
  g_free (entry->word.atoms);
  g_free (entry);
}

static void
forget_all (Lexicon *self)
{
  for (guint32 i = 0; i < self->n_table; i++)
    if (self->table[i] != NULL)
      {
        entry_free (self->table[i]);
        self->table[i] = NULL;
      }
  self->n_entries = 0;
}

void
lexicon_free (Lexicon *self)
{
  if (self == NULL)
    return;
  forget_all (self);
  g_free (self->table);
  g_array_unref (self->symbols);
  g_array_unref (self->prefixes);
  g_hash_table_unref (self->atoms);
  g_hash_table_unref (self->written);
  g_hash_table_unref (self->classes);
  g_hash_table_unref (self->made);
  stemmer_free (self->stemmer);
  g_free (self);
}

void
lexicon_forget (Lexicon *self)
{
  if (self->n_entries > KEEP_WORDS)
    forget_all (self);
}

/* ----------------------------------------------------------------------------- filling
 */

void
lexicon_normalise (GString *word)
{
  g_string_replace (word, "\xe2\x80\x99", "'", 0);
  while (word->len > 0 && word->str[0] == '\'')
    g_string_erase (word, 0, 1);
  while (word->len > 0 && word->str[word->len - 1] == '\'')
    g_string_truncate (word, word->len - 1);
  if (word->len > 2 && g_str_has_suffix (word->str, "'s"))
    g_string_truncate (word, word->len - 2);
}

static guint32
atom_new (Lexicon *self, const RuleWord *word)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (word->text);
  guint32 symbol;

  lexicon_normalise (text);
  g_string_append_c (key, "sfcp"[word->kind]);
  if (word->kind == RULE_WORD_STEM)
    stemmer_stem (self->stemmer, text->str, text->len, key);
  else
    g_string_append (key, text->str);
  symbol = GPOINTER_TO_UINT (g_hash_table_lookup (self->atoms, key->str));
  if (symbol != SYMBOL_NONE)
    return symbol;
  symbol = symbol_new (self);
  symbol_at (self, symbol)->frequency =
      word->kind == RULE_WORD_STEM || word->kind == RULE_WORD_FORM
          ? commonness_of (key->str + 1)
          : 5;
  g_hash_table_insert (self->atoms, g_strdup (key->str), GUINT_TO_POINTER (symbol));
  if (word->kind == RULE_WORD_PREFIX)
    {
      Prefix prefix = { g_strdup (text->str), symbol };

      g_array_append_val (self->prefixes, prefix);
    }
  return symbol;
}

/* The symbol of a word of a rule: rules say "child" a thousand times, which is stemmed
 * once. */
static guint32
atom (Lexicon *self, const RuleWord *word)
{
  gchar key[MAX_WORD + 2];
  gsize n = strlen (word->text);
  guint32 symbol;

  if (word->kind == RULE_WORD_CLASS)
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, word->text));
  if (n > MAX_WORD)
    return atom_new (self, word);
  key[0] = "sfcp"[word->kind];
  memcpy (key + 1, word->text, n + 1);
  symbol = GPOINTER_TO_UINT (g_hash_table_lookup (self->written, key));
  if (symbol == SYMBOL_NONE)
    {
      symbol = atom_new (self, word);
      g_hash_table_insert (self->written, g_strdup (key), GUINT_TO_POINTER (symbol));
    }
  return symbol;
}

/* Symbols that are made of others are made once: "1 2 4 " of a phrase, "| 1 2 4 " of a
 * set, with numbers to the base of 64, the last figure first. */
static gchar *
key_of (const gchar *mark, const guint32 *symbols, guint n)
{
  g_autoptr (GString) key = g_string_new (mark);

  for (guint i = 0; i < n; i++)
    {
      for (guint32 rest = symbols[i]; rest > 0; rest >>= 6)
        g_string_append_c (key, (gchar)('0' + (rest & 63)));
      g_string_append_c (key, ' ');
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

guint32
lexicon_phrase (Lexicon *self, const guint32 *symbols, guint n)
{
  g_autofree gchar *key = NULL;
  guint32 symbol;
  Symbol *s;

  if (n == 1)
    return symbols[0];
  key = key_of ("", symbols, n);
  symbol = GPOINTER_TO_UINT (g_hash_table_lookup (self->made, key));
  if (symbol != SYMBOL_NONE)
    return symbol;
  symbol = symbol_new (self);
  g_hash_table_insert (self->made, g_steal_pointer (&key), GUINT_TO_POINTER (symbol));
  s = symbol_at (self, symbol);
  s->parts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_vals (s->parts, symbols, n);
  s->frequency = G_MAXDOUBLE;
  for (guint i = 0; i < n; i++)
    s->frequency = MIN (s->frequency, symbol_at (self, symbols[i])->frequency);
  return symbol;
}

static guint32
alternative (Lexicon *self, const GPtrArray *phrase)
{
  guint32 symbols[RULE_MAX_WORDS];
  guint n = MIN (phrase->len, RULE_MAX_WORDS);

  for (guint i = 0; i < n; i++)
    symbols[i] = atom (self, phrase->pdata[i]);
  return lexicon_phrase (self, symbols, n);
}

static void
add_once (GArray *array, guint32 symbol)
{
  for (guint i = 0; i < array->len; i++)
    if (g_array_index (array, guint32, i) == symbol)
      return;
  g_array_append_val (array, symbol);
}

/* The words and phrases of a set, with those of the sets in it: these are made already,
 * so they are flat. */
static guint32
set_of (Lexicon *self, const RuleStep *step)
{
  g_autofree guint32 *members = g_new (guint32, step->alternatives->len);
  g_autofree gchar *key = NULL;
  guint32 symbol;
  Symbol *set;

  for (guint i = 0; i < step->alternatives->len; i++)
    members[i] = alternative (self, step->alternatives->pdata[i]);
  key = key_of ("| ", members, step->alternatives->len);
  symbol = GPOINTER_TO_UINT (g_hash_table_lookup (self->made, key));
  if (symbol != SYMBOL_NONE)
    return symbol;
  symbol = symbol_new (self);
  g_hash_table_insert (self->made, g_steal_pointer (&key), GUINT_TO_POINTER (symbol));
  set = symbol_at (self, symbol);
  set->atoms = g_array_new (FALSE, FALSE, sizeof (guint32));
  set->phrases = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < step->alternatives->len; i++)
    {
      const Symbol *member = symbol_at (self, members[i]);

      if (member->parts != NULL)
        add_once (set->phrases, members[i]);
      else if (member->atoms == NULL)
        add_once (set->atoms, members[i]);
      for (guint j = 0; member->atoms != NULL && j < member->atoms->len; j++)
        add_once (set->atoms, g_array_index (member->atoms, guint32, j));
      for (guint j = 0; member->phrases != NULL && j < member->phrases->len; j++)
        add_once (set->phrases, g_array_index (member->phrases, guint32, j));
    }
  for (guint i = 0; i < set->atoms->len; i++)
    set->frequency += symbol_at (self, g_array_index (set->atoms, guint32, i))->frequency;
  for (guint i = 0; i < set->phrases->len; i++)
    set->frequency +=
        symbol_at (self, g_array_index (set->phrases, guint32, i))->frequency;
  return symbol;
}

void
lexicon_class (Lexicon *self, const gchar *name, const RuleStep *step)
{
  g_hash_table_insert (self->classes, g_strdup (name),
                       GUINT_TO_POINTER (set_of (self, step)));
}

guint32
lexicon_step (Lexicon *self, const RuleStep *step)
{
  if (step->alternatives->len == 1)
    return alternative (self, step->alternatives->pdata[0]);
  return set_of (self, step);
}

guint32
lexicon_get_n_symbols (const Lexicon *self)
{
  return self->symbols->len;
}

const Symbol *
lexicon_symbol (const Lexicon *self, guint32 symbol)
{
  return symbol_at (self, symbol);
}

/* As deep as phrases and classes nest: a class names only classes above it. */
void
lexicon_anchor (const Lexicon *self, guint32 symbol, GArray *atoms)
{
  const Symbol *s = symbol_at (self, symbol);
  guint32 best = SYMBOL_NONE;

  if (s->parts == NULL && s->atoms == NULL)
    g_array_append_val (atoms, symbol);
  for (guint i = 0; s->parts != NULL && i < s->parts->len; i++)
    {
      guint32 part = g_array_index (s->parts, guint32, i);

      if (best == SYMBOL_NONE
          || symbol_at (self, part)->frequency < symbol_at (self, best)->frequency)
        best = part;
    }
  if (best != SYMBOL_NONE)
    lexicon_anchor (self, best, atoms);
  if (s->atoms != NULL)
    g_array_append_vals (atoms, s->atoms->data, s->atoms->len);
  for (guint i = 0; s->phrases != NULL && i < s->phrases->len; i++)
    lexicon_anchor (self, g_array_index (s->phrases, guint32, i), atoms);
}

/* ------------------------------------------------------------------------------- words
 */

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

static void
bring (const Lexicon *self, gchar kind, const gchar *text, GArray *atoms)
{
  g_autofree gchar *key = g_strdup_printf ("%c%s", kind, text);
  guint32 symbol = GPOINTER_TO_UINT (g_hash_table_lookup (self->atoms, key));

  if (symbol != SYMBOL_NONE)
    add_once (atoms, symbol);
}

static void
learn (Lexicon *self, Word *word, const gchar *raw)
{
  g_autofree gchar *lower = g_utf8_strdown (raw, -1);
  g_autofree gchar *capitals = capitals_of (raw);
  g_autoptr (GString) plain = g_string_new (lower);
  g_autoptr (GString) stem = g_string_new (NULL);
  g_autoptr (GArray) atoms = g_array_new (FALSE, FALSE, sizeof (guint32));

  lexicon_normalise (plain);
  stemmer_stem (self->stemmer, plain->str, plain->len, stem);
  word->flags = flags_of (raw, plain->str);
  word->stem = hash64 (stem->str);
  if (!(word->flags & WORD_ARTICLE))
    {
      bring (self, 's', stem->str, atoms);
      bring (self, 'f', plain->str, atoms);
      if (capitals != NULL)
        bring (self, 'c', capitals, atoms);
      for (guint i = 0; i < self->prefixes->len; i++)
        {
          const Prefix *prefix = &g_array_index (self->prefixes, Prefix, i);

          if (g_str_has_prefix (plain->str, prefix->text))
            add_once (atoms, prefix->symbol);
        }
      if (word->flags & WORD_NUMBER)
        add_once (atoms, self->number);
    }
  word->n_atoms = (guint16)atoms->len;
  word->atoms = g_memdup2 (atoms->data, atoms->len * sizeof (guint32));
}

static void
grow (Lexicon *self)
{
  guint32 n = self->n_table * 2;
  Entry **table = g_new0 (Entry *, n);

  for (guint32 i = 0; i < self->n_table; i++)
    if (self->table[i] != NULL)
      {
        guint32 at = self->table[i]->hash & (n - 1);

        while (table[at] != NULL)
          at = (at + 1) & (n - 1);
        table[at] = self->table[i];
      }
  g_free (self->table);
  self->table = table;
  self->n_table = n;
}

const Word *
lexicon_word (Lexicon *self, const gchar *bytes, gsize length, guint32 hash)
{
  static const Word unknown = { NULL, 0, 0, 0 };
  guint32 at = hash & (self->n_table - 1);
  Entry *entry;

  if (length > MAX_WORD)
    return &unknown;
  for (; (entry = self->table[at]) != NULL; at = (at + 1) & (self->n_table - 1))
    if (entry->hash == hash && entry->length == length
        && memcmp (entry->bytes, bytes, length) == 0)
      return &entry->word;
  entry = g_new0 (Entry, 1);
  entry->bytes = g_strndup (bytes, length);
  entry->length = length;
  entry->hash = hash;
  learn (self, &entry->word, entry->bytes);
  self->table[at] = entry;
  if (++self->n_entries * 2 > self->n_table)
    grow (self);
  return &entry->word;
}
