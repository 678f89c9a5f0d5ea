/* compiler.c: labels and rules of a taxonomy → symbols, steps, contexts. What they are
 * filed under is filing.c. */

#include "classify/compiler.h"

#include "classify/block.h"
#include "classify/filing.h"
#include "classify/symbols.h"
#include "classify/telling.h"

#include <string.h>

typedef struct
{
  Symbols *symbols;
  GArray *rules;    /* CompiledRule */
  GArray *steps;    /* Step */
  GArray *contexts; /* Context */
  GString *strings; /* texts of rules and keys of atoms, each with its NUL */
} Compiler;

static guint32
add_string (Compiler *self, const gchar *text)
{
  guint32 at = (guint32)self->strings->len;

  g_string_append_len (self->strings, text, (gssize)strlen (text) + 1);
  return at;
}

/* Steps that stand right after one another are one phrase. */
static void
add_steps (Compiler *self, const Rule *rule)
{
  guint32 symbols[RULE_MAX_STEPS];
  guint i = 0;

  while (i < rule->steps->len)
    {
      const RuleStep *first = rule->steps->pdata[i];
      Step out = { SYMBOL_NONE, (guint16)first->gap, first->optional };
      guint n = 0;

      symbols[n++] = symbols_step (self->symbols, first);
      for (i++; i < rule->steps->len && rule->window == 0 && !first->optional; i++)
        {
          const RuleStep *next = rule->steps->pdata[i];

          if (next->gap > 0 || next->optional)
            break;
          symbols[n++] = symbols_step (self->symbols, next);
        }
      out.symbol = symbols_phrase (self->symbols, symbols, n);
      g_array_append_val (self->steps, out);
    }
}

static void
add_contexts (Compiler *self, const Rule *rule, CompiledRule *compiled)
{
  for (guint i = 0; i < rule->contexts->len; i++)
    {
      const RuleContext *context = rule->contexts->pdata[i];
      Context out = { symbols_step (self->symbols, context->step), (guint16)context->item,
                      (guint16)context->veto };

      compiled->item_contexts += context->item != FALSE;
      g_array_append_val (self->contexts, out);
    }
}

/* The necessary step with the rarest words: around it a window is laid. */
static guint32
choose_anchor (const Compiler *self, const CompiledRule *rule)
{
  gdouble best = G_MAXDOUBLE;
  guint32 anchor = 0;

  for (guint32 i = 0; i < rule->n_steps; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, rule->first_step + i);
      gdouble frequency = symbols_at (self->symbols, step->symbol)->frequency;

      if (!step->optional && frequency < best)
        {
          best = frequency;
          anchor = i;
        }
    }
  return anchor;
}

static void
add_rule (Compiler *self, const Rule *rule, guint32 concept, Strength strength,
          const gchar *text)
{
  CompiledRule compiled = { .concept = concept,
                            .strength = strength,
                            .text = add_string (self, text),
                            .window = rule->window,
                            .first_step = self->steps->len,
                            .first_context = self->contexts->len };

  add_steps (self, rule);
  add_contexts (self, rule, &compiled);
  compiled.n_steps = self->steps->len - compiled.first_step;
  compiled.n_contexts = self->contexts->len - compiled.first_context;
  compiled.anchor = choose_anchor (self, &compiled);
  g_array_append_val (self->rules, compiled);
}

static void
add_texts (Compiler *self, const GPtrArray *texts, guint32 concept, Strength strength)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const RuleText *text = texts->pdata[i];

      add_rule (self, text->rule, concept, strength, text->text);
    }
}

static void
add_label (Compiler *self, const gchar *label, guint32 concept)
{
  g_autoptr (Rule) rule = rule_from_label (label);

  if (rule != NULL)
    add_rule (self, rule, concept, STRENGTH_LABEL, label);
}

static void
add_labels (Compiler *self, const GPtrArray *labels, guint32 concept)
{
  for (guint i = 0; i < labels->len; i++)
    add_label (self, labels->pdata[i], concept);
}

static void
add_concept (Compiler *self, const Concept *concept, guint32 number)
{
  add_label (self, concept->label, number);
  add_labels (self, concept->alt_labels, number);
  add_labels (self, concept->hidden_labels, number);
  add_texts (self, concept->strong, number, STRENGTH_STRONG);
  add_texts (self, concept->weak, number, STRENGTH_WEAK);
  add_texts (self, concept->vetoes, number, STRENGTH_NOT);
}

static void
add_taxonomy (Compiler *self, const Taxonomy *taxonomy)
{
  const GPtrArray *classes = taxonomy_get_classes (taxonomy);
  const GPtrArray *concepts = taxonomy_get_concepts (taxonomy);

  for (guint i = 0; i < classes->len; i++)
    {
      const WordClass *word_class = classes->pdata[i];
      g_autoptr (RuleStep) step = rule_parse_class (word_class->alternatives, NULL);

      if (step != NULL)
        symbols_class (self->symbols, word_class->name, step);
    }
  for (guint i = 0; i < concepts->len; i++)
    add_concept (self, concepts->pdata[i], i);
  for (guint i = 0; i < N_SCHEME_RULES; i++)
    add_texts (self, taxonomy_get_scheme_rules (taxonomy, (SchemeRules)i),
               COMPILER_NO_CONCEPT, (Strength)(STRENGTH_SUBJECT + i));
}

G_STATIC_ASSERT (STRENGTH_HINT - STRENGTH_SUBJECT == (gint)SCHEME_HINT);

/* ----------------------------------------------------------------------- the block */

/* The atoms by their keys, in a hash with open addressing. */
static GArray *
hash_atoms (Compiler *self, const Roster *roster, guint64 *ret_prefix_lengths)
{
  g_autofree const gchar **keys = symbols_get_keys (self->symbols);
  guint32 n = symbols_get_n (self->symbols);
  guint32 n_slots = 16;
  GArray *slots = g_array_new (FALSE, TRUE, sizeof (AtomSlot));

  while (n_slots < 2 * n)
    n_slots *= 2;
  g_array_set_size (slots, n_slots);
  *ret_prefix_lengths = 0;
  for (guint32 i = 0; i < n; i++)
    if (keys[i] != NULL)
      {
        guint32 at = rulebook_hash_key (keys[i]) & (n_slots - 1);
        AtomSlot slot = { add_string (self, keys[i]), roster->numbers[i] };

        while (g_array_index (slots, AtomSlot, at).key != 0)
          at = (at + 1) & (n_slots - 1);
        g_array_index (slots, AtomSlot, at) = slot;
        if (keys[i][0] == ATOM_PREFIX)
          *ret_prefix_lengths |= G_GUINT64_CONSTANT (1) << MIN (strlen (keys[i] + 1), 63);
      }
  return slots;
}

/* What atoms tell, by their numbers. (transfer full) */
static GArray *
number_telling (const GArray *tells, const Roster *roster)
{
  GArray *numbered = g_array_new (FALSE, TRUE, sizeof (guint64));

  g_array_set_size (numbered, roster->first[SYMBOL_PAIR]);
  for (guint32 i = 0; i < roster->n; i++)
    if (roster->kinds[i] == SYMBOL_ATOM)
      g_array_index (numbered, guint64, roster->numbers[i]) =
          g_array_index (tells, guint64, i);
  return numbered;
}

static GBytes *
make_block (Compiler *self, const gchar *digest)
{
  g_autoptr (Roster) roster = roster_new (self->symbols);
  /* before steps get the roster's numbers */
  g_autoptr (GArray) tells =
      telling_find (self->symbols, self->rules, self->steps, self->contexts);
  g_autoptr (Filing) filing =
      filing_new (roster, self->rules, self->steps, self->contexts);
  RulebookHead head = { .number = roster->numbers[symbols_get_number (self->symbols)] };
  g_autoptr (GArray) atoms = hash_atoms (self, roster, &head.prefix_lengths);
  g_autoptr (GArray) telling = number_telling (tells, roster);
  g_autoptr (GArray) strings = g_array_new (FALSE, FALSE, 1);
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof head);
  GByteArray *block = block_new (N_TABLES);

  g_array_append_vals (strings, self->strings->str, (guint)self->strings->len);
  g_strlcpy (head.digest, digest, sizeof head.digest);
  memcpy (head.first, roster->first, sizeof head.first);
  g_array_append_val (heads, head);
  block_lay (block, TABLE_RULES, self->rules);
  block_lay (block, TABLE_STEPS, self->steps);
  block_lay (block, TABLE_CONTEXTS, self->contexts);
  block_lay (block, TABLE_ATOMS, atoms);
  block_lay (block, TABLE_STRINGS, strings);
  block_lay (block, TABLE_MEMBERS, filing->members);
  block_lay (block, TABLE_PARTS, filing->parts);
  block_lay (block, TABLE_SETS, filing->sets);
  block_lay (block, TABLE_CHUNKS, filing->chunks);
  block_lay (block, TABLE_SPREAD, filing->spread);
  block_lay (block, TABLE_TRIGGERS, filing->triggers);
  block_lay (block, TABLE_CANDIDATES, filing->candidates);
  block_lay (block, TABLE_ANNOUNCEMENTS, filing->announcements);
  block_lay (block, TABLE_NEIGHBOURS, filing->neighbours);
  block_lay (block, TABLE_ADJACENT_SLOTS, filing->adjacent.slots);
  block_lay (block, TABLE_ADJACENT_FILTER, filing->adjacent.filter);
  block_lay (block, TABLE_JOINT_SLOTS, filing->joints.slots);
  block_lay (block, TABLE_JOINT_FILTER, filing->joints.filter);
  block_lay (block, TABLE_TELLING, telling);
  block_lay (block, TABLE_HEAD, heads); /* the last, and never empty */
  return g_byte_array_free_to_bytes (block);
}

GBytes *
compiler_compile (const Taxonomy *taxonomy)
{
  Compiler self = { symbols_new (), g_array_new (FALSE, FALSE, sizeof (CompiledRule)),
                    g_array_new (FALSE, FALSE, sizeof (Step)),
                    g_array_new (FALSE, FALSE, sizeof (Context)), g_string_new (NULL) };
  g_autofree gchar *digest = NULL;
  GBytes *bytes;

  add_string (&self, ""); /* 0 is no string */
  add_taxonomy (&self, taxonomy);
  digest =
      g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, taxonomy_get_bytes (taxonomy));
  bytes = make_block (&self, digest);
  symbols_free (self.symbols);
  g_array_unref (self.rules);
  g_array_unref (self.steps);
  g_array_unref (self.contexts);
  g_string_free (self.strings, TRUE);
  return bytes;
}
