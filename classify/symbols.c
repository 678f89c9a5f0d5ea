/* symbols.c: words, classes, brackets and phrases of rules → numbers. */

#include "classify/symbols.h"

#include "classify/commonness.h"
#include "classify/stemmer.h"
#include "classify/word.h"

#include <string.h>

static const gchar key_begins[] = { [RULE_WORD_STEM] = ATOM_STEM,
                                    [RULE_WORD_FORM] = ATOM_FORM,
                                    [RULE_WORD_CAPITALS] = ATOM_CAPITALS,
                                    [RULE_WORD_PREFIX] = ATOM_PREFIX };

#define FREQUENCY_OF_NUMBERS 15000
#define FREQUENCY_OF_CAPITALS 5 /* and of prefixes */

struct Symbols
{
  Stemmer *stemmer;
  GArray *drafts;      /* Draft; the first is SYMBOL_NONE */
  GHashTable *atoms;   /* key → symbol */
  GHashTable *written; /* the same by the word as a rule has it, not yet stemmed */
  GHashTable *classes; /* name → symbol */
  GHashTable *made;    /* key of parts or alternatives → symbol */
  guint32 number;
};

static void
draft_clear (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->parts, g_array_unref);
  g_clear_pointer (&draft->atoms, g_array_unref);
  g_clear_pointer (&draft->phrases, g_array_unref);
}

static guint32
symbol_new (Symbols *self)
{
  g_array_set_size (self->drafts, self->drafts->len + 1);
  return self->drafts->len - 1;
}

static Draft *
draft_at (const Symbols *self, guint32 symbol)
{
  return &g_array_index (self->drafts, Draft, symbol);
}

Symbols *
symbols_new (void)
{
  Symbols *self = g_new0 (Symbols, 1);

  self->stemmer = stemmer_new ();
  self->drafts = g_array_new (FALSE, TRUE, sizeof (Draft));
  g_array_set_clear_func (self->drafts, draft_clear);
  self->atoms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  symbol_new (self); /* SYMBOL_NONE */
  self->number = symbol_new (self);
  draft_at (self, self->number)->frequency = FREQUENCY_OF_NUMBERS;
  g_hash_table_insert (self->classes, g_strdup ("number"),
                       GUINT_TO_POINTER (self->number));
  return self;
}

void
symbols_free (Symbols *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->drafts);
  g_hash_table_unref (self->atoms);
  g_hash_table_unref (self->written);
  g_hash_table_unref (self->classes);
  g_hash_table_unref (self->made);
  stemmer_free (self->stemmer);
  g_free (self);
}

static guint32
atom_new (Symbols *self, const RuleWord *word)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (word->text);
  guint32 symbol;

  word_normalise (text);
  g_string_append_c (key, key_begins[word->kind]);
  if (word->kind == RULE_WORD_STEM)
    stemmer_stem (self->stemmer, text->str, text->len, key);
  else
    g_string_append (key, text->str);
  symbol = GPOINTER_TO_UINT (g_hash_table_lookup (self->atoms, key->str));
  if (symbol != SYMBOL_NONE)
    return symbol;
  symbol = symbol_new (self);
  draft_at (self, symbol)->frequency =
      word->kind == RULE_WORD_STEM || word->kind == RULE_WORD_FORM
          ? commonness_of (key->str + 1)
          : FREQUENCY_OF_CAPITALS;
  g_hash_table_insert (self->atoms, g_strdup (key->str), GUINT_TO_POINTER (symbol));
  return symbol;
}

/* The symbol of a word of a rule: rules say "child" a thousand times, which is stemmed
 * once. */
static guint32
atom (Symbols *self, const RuleWord *word)
{
  gchar key[WORD_MAX + 2];
  gsize n = strlen (word->text);
  guint32 symbol;

  if (word->kind == RULE_WORD_CLASS)
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, word->text));
  if (n > WORD_MAX)
    return atom_new (self, word);
  key[0] = key_begins[word->kind];
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
symbols_phrase (Symbols *self, const guint32 *symbols, guint n)
{
  g_autofree gchar *key = NULL;
  guint32 symbol;
  Draft *s;

  if (n == 1)
    return symbols[0];
  key = key_of ("", symbols, n);
  symbol = GPOINTER_TO_UINT (g_hash_table_lookup (self->made, key));
  if (symbol != SYMBOL_NONE)
    return symbol;
  symbol = symbol_new (self);
  g_hash_table_insert (self->made, g_steal_pointer (&key), GUINT_TO_POINTER (symbol));
  s = draft_at (self, symbol);
  s->parts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_vals (s->parts, symbols, n);
  s->frequency = G_MAXDOUBLE;
  for (guint i = 0; i < n; i++)
    s->frequency = MIN (s->frequency, draft_at (self, symbols[i])->frequency);
  return symbol;
}

static guint32
alternative (Symbols *self, const GPtrArray *phrase)
{
  guint32 symbols[RULE_MAX_WORDS];
  guint n = MIN (phrase->len, RULE_MAX_WORDS);

  for (guint i = 0; i < n; i++)
    symbols[i] = atom (self, phrase->pdata[i]);
  return symbols_phrase (self, symbols, n);
}

/* Takes a word or phrase into the words or phrases of a set, once. */
static void
take_in (Symbols *self, guint32 set, GArray *members, guint32 symbol)
{
  Draft *draft = draft_at (self, symbol);

  if (draft->taken == set)
    return;
  draft->taken = set;
  g_array_append_val (members, symbol);
}

static void
take_all (Symbols *self, guint32 set, GArray *members, const GArray *symbols)
{
  for (guint i = 0; symbols != NULL && i < symbols->len; i++)
    take_in (self, set, members, g_array_index (symbols, guint32, i));
}

static gdouble
sum_frequency (const Symbols *self, const GArray *symbols)
{
  gdouble sum = 0;

  for (guint i = 0; i < symbols->len; i++)
    sum += draft_at (self, g_array_index (symbols, guint32, i))->frequency;
  return sum;
}

/* The words and phrases of a set, with those of the sets in it: these are made already,
 * so they are flat. */
static guint32
set_of (Symbols *self, const RuleStep *step)
{
  g_autofree guint32 *members = g_new (guint32, step->alternatives->len);
  g_autofree gchar *key = NULL;
  guint32 symbol;
  Draft *set;

  for (guint i = 0; i < step->alternatives->len; i++)
    members[i] = alternative (self, step->alternatives->pdata[i]);
  key = key_of ("| ", members, step->alternatives->len);
  symbol = GPOINTER_TO_UINT (g_hash_table_lookup (self->made, key));
  if (symbol != SYMBOL_NONE)
    return symbol;
  symbol = symbol_new (self);
  g_hash_table_insert (self->made, g_steal_pointer (&key), GUINT_TO_POINTER (symbol));
  set = draft_at (self, symbol);
  set->atoms = g_array_new (FALSE, FALSE, sizeof (guint32));
  set->phrases = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < step->alternatives->len; i++)
    {
      const Draft *member = draft_at (self, members[i]);

      if (member->parts != NULL)
        take_in (self, symbol, set->phrases, members[i]);
      else if (member->atoms == NULL)
        take_in (self, symbol, set->atoms, members[i]);
      take_all (self, symbol, set->atoms, member->atoms);
      take_all (self, symbol, set->phrases, member->phrases);
    }
  set->frequency = sum_frequency (self, set->atoms) + sum_frequency (self, set->phrases);
  return symbol;
}

void
symbols_class (Symbols *self, const gchar *name, const RuleStep *step)
{
  g_hash_table_insert (self->classes, g_strdup (name),
                       GUINT_TO_POINTER (set_of (self, step)));
}

guint32
symbols_step (Symbols *self, const RuleStep *step)
{
  if (step->alternatives->len == 1)
    return alternative (self, step->alternatives->pdata[0]);
  return set_of (self, step);
}

guint32
symbols_get_n (const Symbols *self)
{
  return self->drafts->len;
}

const Draft *
symbols_at (const Symbols *self, guint32 symbol)
{
  return draft_at (self, symbol);
}

guint32
symbols_get_number (const Symbols *self)
{
  return self->number;
}

const gchar **
symbols_get_keys (const Symbols *self)
{
  const gchar **keys = g_new0 (const gchar *, self->drafts->len);
  GHashTableIter iter;
  gpointer key, symbol;

  g_hash_table_iter_init (&iter, self->atoms);
  while (g_hash_table_iter_next (&iter, &key, &symbol))
    keys[GPOINTER_TO_UINT (symbol)] = key;
  return keys;
}
