/* lexicon.c: words and phrases → symbols. See lexicon.h. */

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

/* What a symbol brings with it: the classes that its word is in, and so on upwards. */
typedef struct
{
  GArray *implies; /* guint32; NULL if nothing */
  gdouble frequency;
  gboolean root; /* begins a phrase */
} Symbol;

struct Lexicon
{
  Stemmer *stemmer;
  GArray *symbols;     /* Symbol; the first is SYMBOL_NONE */
  GHashTable *atoms;   /* "kind text" → symbol */
  GHashTable *classes; /* name → symbol */
  GHashTable *phrases; /* key of symbols → symbol */
  GArray *prefixes;    /* Prefix */
  GHashTable *edges;   /* node << 32 | symbol → node */
  GPtrArray *ends;     /* by node: GArray of symbols, NULL if no phrase ends there */
  guint32 number;      /* the symbol of {number} */
  Entry **table;       /* open addressing */
  guint32 n_table;     /* a power of two */
  guint32 n_entries;
  GString *buffer;
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

  if (symbol->implies != NULL)
    g_array_unref (symbol->implies);
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

static void
symbol_implies (Lexicon *self, guint32 symbol, guint32 other)
{
  Symbol *s = symbol_at (self, symbol);

  if (symbol == other)
    return;
  if (s->implies == NULL)
    s->implies = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (s->implies, other);
}

Lexicon *
lexicon_new (void)
{
  Lexicon *self = g_new0 (Lexicon, 1);

  self->stemmer = stemmer_new ();
  self->symbols = g_array_new (FALSE, TRUE, sizeof (Symbol));
  g_array_set_clear_func (self->symbols, symbol_clear);
  self->atoms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->prefixes = g_array_new (FALSE, FALSE, sizeof (Prefix));
  g_array_set_clear_func (self->prefixes, prefix_clear);
  self->edges = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->ends = g_ptr_array_new ();
  g_ptr_array_add (self->ends, NULL); /* the root */
  self->buffer = g_string_new (NULL);
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
  g_free (entry->word.symbols);
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
  for (guint i = 0; i < self->ends->len; i++)
    if (self->ends->pdata[i] != NULL)
      g_array_unref (self->ends->pdata[i]);
  g_ptr_array_unref (self->ends);
  g_array_unref (self->symbols);
  g_array_unref (self->prefixes);
  g_hash_table_unref (self->atoms);
  g_hash_table_unref (self->classes);
  g_hash_table_unref (self->phrases);
  g_hash_table_unref (self->edges);
  g_string_free (self->buffer, TRUE);
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

/* The symbol of a word of a rule. */
static guint32
atom (Lexicon *self, const RuleWord *word)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (word->text);
  guint32 symbol;

  if (word->kind == RULE_WORD_CLASS)
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, word->text));
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

static guint32
trie_child (Lexicon *self, guint32 node, guint32 symbol)
{
  gint64 key = ((gint64)node << 32) | symbol;
  guint32 child = GPOINTER_TO_UINT (g_hash_table_lookup (self->edges, &key));

  if (child == 0)
    {
      child = self->ends->len;
      g_ptr_array_add (self->ends, NULL);
      g_hash_table_insert (self->edges, g_memdup2 (&key, sizeof key),
                           GUINT_TO_POINTER (child));
    }
  return child;
}

guint32
lexicon_phrase (Lexicon *self, const guint32 *symbols, guint n)
{
  g_autoptr (GString) key = g_string_new (NULL);
  guint32 symbol, node = 0;
  gdouble frequency = 1e6;

  if (n == 1)
    return symbols[0];
  for (guint i = 0; i < n; i++)
    g_string_append_printf (key, "%x ", symbols[i]);
  symbol = GPOINTER_TO_UINT (g_hash_table_lookup (self->phrases, key->str));
  if (symbol != SYMBOL_NONE)
    return symbol;
  symbol = symbol_new (self);
  g_hash_table_insert (self->phrases, g_strdup (key->str), GUINT_TO_POINTER (symbol));
  for (guint i = 0; i < n; i++)
    {
      node = trie_child (self, node, symbols[i]);
      frequency = MIN (frequency, symbol_at (self, symbols[i])->frequency);
    }
  symbol_at (self, symbols[0])->root = TRUE;
  symbol_at (self, symbol)->frequency = frequency * 0.1;
  if (self->ends->pdata[node] == NULL)
    self->ends->pdata[node] = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val ((GArray *)self->ends->pdata[node], symbol);
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
add_alternatives (Lexicon *self, guint32 symbol, const RuleStep *step)
{
  gdouble frequency = 0;

  for (guint i = 0; i < step->alternatives->len; i++)
    {
      guint32 one = alternative (self, step->alternatives->pdata[i]);

      symbol_implies (self, one, symbol);
      frequency += symbol_at (self, one)->frequency;
    }
  symbol_at (self, symbol)->frequency = frequency;
}

void
lexicon_class (Lexicon *self, const gchar *name, const RuleStep *step)
{
  guint32 symbol = symbol_new (self);

  add_alternatives (self, symbol, step);
  g_hash_table_insert (self->classes, g_strdup (name), GUINT_TO_POINTER (symbol));
}

guint32
lexicon_step (Lexicon *self, const RuleStep *step)
{
  guint32 symbol;

  if (step->alternatives->len == 1)
    return alternative (self, step->alternatives->pdata[0]);
  symbol = symbol_new (self);
  add_alternatives (self, symbol, step);
  return symbol;
}

/* Makes implies transitive, so that reading needs one step only. Symbols imply only
 * symbols of classes and brackets, which were made after them or name classes above:
 * there are no circles, and depth is bounded by the classes' order. */
static void
close_over (Lexicon *self, guint32 symbol, GArray *out, GHashTable *seen)
{
  const GArray *implies = symbol_at (self, symbol)->implies;

  for (guint i = 0; implies != NULL && i < implies->len; i++)
    {
      guint32 other = g_array_index (implies, guint32, i);

      if (g_hash_table_add (seen, GUINT_TO_POINTER (other)))
        {
          g_array_append_val (out, other);
          close_over (self, other, out, seen);
        }
    }
}

void
lexicon_seal (Lexicon *self)
{
  g_autoptr (GPtrArray) closed = g_ptr_array_new ();

  for (guint32 i = 0; i < self->symbols->len; i++)
    {
      g_autoptr (GHashTable) seen = NULL;
      GArray *out = NULL;

      if (symbol_at (self, i)->implies != NULL)
        {
          seen = g_hash_table_new (NULL, NULL);
          out = g_array_new (FALSE, FALSE, sizeof (guint32));
          close_over (self, i, out, seen);
        }
      g_ptr_array_add (closed, out);
    }
  for (guint32 i = 0; i < self->symbols->len; i++)
    {
      symbol_clear (symbol_at (self, i));
      symbol_at (self, i)->implies = closed->pdata[i];
    }
}

guint32
lexicon_get_n_symbols (const Lexicon *self)
{
  return self->symbols->len;
}

gdouble
lexicon_frequency (const Lexicon *self, guint32 symbol)
{
  return symbol_at (self, symbol)->frequency;
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
bring (const Lexicon *self, guint32 symbol, GArray *symbols)
{
  const GArray *implies = symbol_at (self, symbol)->implies;

  for (guint i = 0; i < symbols->len; i++)
    if (g_array_index (symbols, guint32, i) == symbol)
      return;
  g_array_append_val (symbols, symbol);
  for (guint i = 0; implies != NULL && i < implies->len; i++)
    bring (self, g_array_index (implies, guint32, i), symbols);
}

static void
bring_atom (const Lexicon *self, gchar kind, const gchar *text, GArray *symbols)
{
  g_autofree gchar *key = g_strdup_printf ("%c%s", kind, text);
  guint32 symbol = GPOINTER_TO_UINT (g_hash_table_lookup (self->atoms, key));

  if (symbol != SYMBOL_NONE)
    bring (self, symbol, symbols);
}

/* Roots of phrases first, so that reading looks at those alone. */
static void
take_symbols (const Lexicon *self, Word *word, const GArray *symbols)
{
  guint n = MIN (symbols->len, G_MAXUINT16);

  word->symbols = g_new (guint32, MAX (n, 1));
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        guint32 symbol = g_array_index (symbols, guint32, i);

        if (symbol_at (self, symbol)->root == (pass == 0)
            && (pass == 1 || word->n_symbols < G_MAXUINT8))
          {
            word->symbols[word->n_symbols++] = symbol;
            word->n_roots += pass == 0;
          }
      }
}

static void
learn (Lexicon *self, Word *word, const gchar *raw)
{
  g_autofree gchar *lower = g_utf8_strdown (raw, -1);
  g_autofree gchar *capitals = capitals_of (raw);
  g_autoptr (GString) plain = g_string_new (lower);
  g_autoptr (GString) stem = g_string_new (NULL);
  g_autoptr (GArray) symbols = g_array_new (FALSE, FALSE, sizeof (guint32));

  lexicon_normalise (plain);
  stemmer_stem (self->stemmer, plain->str, plain->len, stem);
  word->flags = flags_of (raw, plain->str);
  word->stem = hash64 (stem->str);
  if (!(word->flags & WORD_ARTICLE))
    {
      bring_atom (self, 's', stem->str, symbols);
      bring_atom (self, 'f', plain->str, symbols);
      if (capitals != NULL)
        bring_atom (self, 'c', capitals, symbols);
      for (guint i = 0; i < self->prefixes->len; i++)
        {
          const Prefix *prefix = &g_array_index (self->prefixes, Prefix, i);

          if (g_str_has_prefix (plain->str, prefix->text))
            bring (self, prefix->symbol, symbols);
        }
      if (word->flags & WORD_NUMBER)
        bring (self, self->number, symbols);
    }
  take_symbols (self, word, symbols);
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
  static const Word unknown = { NULL, 0, 0, 0, 0 };
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

/* --------------------------------------------------------------------------- sentences
 */

/* The symbols that stand at each place of a sentence, while it is read from right to
 * left: phrases that begin further right are known when they are asked for as parts. */
typedef struct
{
  const Lexicon *lexicon;
  const Word *const *words;
  guint n;
  GArray *found;                         /* Occurrence: phrases */
  guint at[LEXICON_MAX_SENTENCE + 1];    /* where in found a place's phrases begin … */
  guint until[LEXICON_MAX_SENTENCE + 1]; /* … and end */
} Scan;

static void walk (Scan *scan, guint32 node, guint first, guint place);

static void
emit (Scan *scan, guint32 symbol, guint first, guint last)
{
  const GArray *implies = symbol_at (scan->lexicon, symbol)->implies;

  for (guint i = 0; i <= (implies != NULL ? implies->len : 0); i++)
    {
      Occurrence one = { i == 0 ? symbol : g_array_index (implies, guint32, i - 1),
                         (guint16)first, (guint16)last };

      if (scan->found->len < LEXICON_MAX_OCCURRENCES)
        g_array_append_val (scan->found, one);
    }
  scan->until[first] = scan->found->len;
}

static void
follow (Scan *scan, guint32 node, guint32 symbol, guint first, guint next)
{
  gint64 key = ((gint64)node << 32) | symbol;
  guint32 child = GPOINTER_TO_UINT (g_hash_table_lookup (scan->lexicon->edges, &key));
  const GArray *ends;

  if (child == 0)
    return;
  ends = scan->lexicon->ends->pdata[child];
  for (guint i = 0; ends != NULL && i < ends->len; i++)
    emit (scan, g_array_index (ends, guint32, i), first, next);
  walk (scan, child, first, next);
}

/* Goes on from a node of the trie with what stands at a place; as deep as a phrase is
 * long (RULE_MAX_WORDS, RULE_MAX_STEPS). */
static void
walk (Scan *scan, guint32 node, guint first, guint place)
{
  if (place >= scan->n)
    return;

  const Word *word = scan->words[place];
  for (guint i = 0; i < word->n_symbols; i++)
    follow (scan, node, word->symbols[i], first, place + 1);
  for (guint i = scan->at[place]; place != first && i < scan->until[place]; i++)
    {
      Occurrence one = g_array_index (scan->found, Occurrence, i);

      follow (scan, node, one.symbol, first, one.last);
    }
  if (word->flags & WORD_TRANSPARENT)
    walk (scan, node, first, place + 1);
}

void
lexicon_read (const Lexicon *self, const Word *const *words, guint n, GArray *occurrences)
{
  Scan scan = { self, words, MIN (n, LEXICON_MAX_SENTENCE), occurrences };

  g_array_set_size (occurrences, 0);
  for (guint place = scan.n; place-- > 0;)
    {
      const Word *word = words[place];

      scan.at[place] = scan.until[place] = occurrences->len;
      for (guint i = 0; i < word->n_roots; i++)
        follow (&scan, 0, word->symbols[i], place, place + 1);
      /* phrases that begin with a phrase: {children in care} leave */
      for (guint i = scan.at[place]; i < scan.until[place]; i++)
        {
          Occurrence one = g_array_index (occurrences, Occurrence, i);

          if (symbol_at (self, one.symbol)->root)
            follow (&scan, 0, one.symbol, place, one.last);
        }
      for (guint i = 0; i < word->n_symbols; i++)
        {
          Occurrence one = { word->symbols[i], (guint16)place, (guint16)(place + 1) };

          g_array_append_val (occurrences, one);
        }
    }
}
