/* catalogue.c: concepts with their labels and texts of rules → a block, and back. */

#include "classify/catalogue.h"

#include "classify/block.h"

#include <string.h>

enum
{
  TABLE_OF_CONCEPTS,
  TABLE_OF_CLASSES,
  TABLE_OF_RULES,
  TABLE_OF_LABELS,
  TABLE_OF_SCHEME,
  TABLE_OF_STRINGS,
  N_CATALOGUE_TABLES
};

/* Strings are places in TABLE_OF_STRINGS; 0 is NULL. */
typedef struct
{
  guint32 text;
  guint32 line;
} RuleEntry;

typedef struct
{
  guint32 name;
  guint32 alternatives;
  guint32 line;
} ClassEntry;

typedef struct
{
  guint32 theme; /* it is one */
  guint32 id;
  guint32 label;
  guint32 above;
  guint32 scope;
  Range alt_labels; /* these three of TABLE_OF_LABELS */
  Range hidden_labels;
  Range related;
  Range strong; /* these three of TABLE_OF_RULES */
  Range weak;
  Range vetoes;
} ConceptEntry;

/* ---------------------------------------------------------------------------- writing */

typedef struct
{
  GArray *rules;
  GArray *labels;
  GArray *strings;
} Writer;

static guint32
write_string (Writer *self, const gchar *string)
{
  guint32 at = self->strings->len;

  if (string == NULL)
    return 0;
  g_array_append_vals (self->strings, string, (guint)strlen (string) + 1);
  return at;
}

static Range
write_labels (Writer *self, const GPtrArray *labels)
{
  Range range = { self->labels->len, labels->len };

  for (guint i = 0; i < labels->len; i++)
    {
      guint32 at = write_string (self, labels->pdata[i]);

      g_array_append_val (self->labels, at);
    }
  return range;
}

static Range
write_rules (Writer *self, const GPtrArray *rules)
{
  Range range = { self->rules->len, rules->len };

  for (guint i = 0; i < rules->len; i++)
    {
      const RuleText *rule = rules->pdata[i];
      RuleEntry entry = { write_string (self, rule->text), rule->line };

      g_array_append_val (self->rules, entry);
    }
  return range;
}

static ConceptEntry
write_concept (Writer *self, const Taxonomy *taxonomy, const Concept *concept)
{
  return (ConceptEntry){
    .theme = g_ptr_array_find (taxonomy->themes, concept, NULL),
    .id = write_string (self, concept->id),
    .label = write_string (self, concept->label),
    .above = write_string (self, concept->theme),
    .scope = write_string (self, concept->scope),
    .alt_labels = write_labels (self, concept->alt_labels),
    .hidden_labels = write_labels (self, concept->hidden_labels),
    .related = write_labels (self, concept->related),
    .strong = write_rules (self, concept->strong),
    .weak = write_rules (self, concept->weak),
    .vetoes = write_rules (self, concept->vetoes),
  };
}

GBytes *
catalogue_write (const Taxonomy *taxonomy)
{
  g_autoptr (GArray) concepts = g_array_new (FALSE, FALSE, sizeof (ConceptEntry));
  g_autoptr (GArray) classes = g_array_new (FALSE, FALSE, sizeof (ClassEntry));
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (RuleEntry));
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) strings = g_array_new (FALSE, FALSE, 1);
  Writer self = { rules, labels, strings };
  GByteArray *block = block_new (N_CATALOGUE_TABLES);

  write_string (&self, ""); /* so that no other stands at 0 */
  for (guint i = 0; i < taxonomy->all->len; i++)
    {
      ConceptEntry entry = write_concept (&self, taxonomy, taxonomy->all->pdata[i]);

      g_array_append_val (concepts, entry);
    }
  for (guint i = 0; i < taxonomy->classes->len; i++)
    {
      const WordClass *one = taxonomy->classes->pdata[i];
      ClassEntry entry = { write_string (&self, one->name),
                           write_string (&self, one->alternatives), one->line };

      g_array_append_val (classes, entry);
    }
  for (guint i = 0; i < N_SCHEME_RULES; i++)
    {
      Range range = write_rules (&self, taxonomy->rules[i]);

      g_array_append_val (ranges, range);
    }
  block_lay (block, TABLE_OF_CONCEPTS, concepts);
  block_lay (block, TABLE_OF_CLASSES, classes);
  block_lay (block, TABLE_OF_RULES, rules);
  block_lay (block, TABLE_OF_LABELS, labels);
  block_lay (block, TABLE_OF_SCHEME, ranges);
  block_lay (block, TABLE_OF_STRINGS, strings);
  return g_byte_array_free_to_bytes (block);
}

/* ------------------------------------------------------------------------- reading */

typedef struct
{
  RuleText *rules; /* all there are */
  const guint32 *labels;
  const gchar *strings;
} Source;

/* Texts are const in the block; nobody changes a Concept's. */
static gchar *
read_string (const Source *from, guint32 at)
{
  return at != 0 ? (gchar *)from->strings + at : NULL;
}

static GPtrArray *
read_labels (const Source *from, Range range)
{
  GPtrArray *labels = g_ptr_array_sized_new (range.n);

  for (guint i = 0; i < range.n; i++)
    g_ptr_array_add (labels, read_string (from, from->labels[range.first + i]));
  return labels;
}

static void
read_rules (const Source *from, Range range, GPtrArray *to)
{
  for (guint i = 0; i < range.n; i++)
    g_ptr_array_add (to, from->rules + range.first + i);
}

static void
read_concept (const Source *from, const ConceptEntry *entry, Concept *concept)
{
  *concept = (Concept){
    .id = read_string (from, entry->id),
    .label = read_string (from, entry->label),
    .theme = read_string (from, entry->above),
    .scope = read_string (from, entry->scope),
    .alt_labels = read_labels (from, entry->alt_labels),
    .hidden_labels = read_labels (from, entry->hidden_labels),
    .related = read_labels (from, entry->related),
    .strong = g_ptr_array_sized_new (entry->strong.n),
    .weak = g_ptr_array_sized_new (entry->weak.n),
    .vetoes = g_ptr_array_sized_new (entry->vetoes.n),
  };
  read_rules (from, entry->strong, concept->strong);
  read_rules (from, entry->weak, concept->weak);
  read_rules (from, entry->vetoes, concept->vetoes);
}

/* Their texts stand in the block: only the arrays are the concept's. */
static void
forget_concept (gpointer concept)
{
  concept_clear_lists (concept);
}

static void
add_concepts (Taxonomy *taxonomy, const Source *from, const ConceptEntry *entries,
              guint32 n)
{
  Concept *concepts = g_new (Concept, n);

  g_ptr_array_add (taxonomy->memory, concepts);
  g_ptr_array_set_free_func (taxonomy->all, forget_concept);
  for (guint32 i = 0; i < n; i++)
    {
      Concept *concept = &concepts[i];
      GPtrArray *list = entries[i].theme ? taxonomy->themes : taxonomy->concepts;

      read_concept (from, &entries[i], concept);
      concept->number = list->len;
      g_ptr_array_add (taxonomy->all, concept);
      g_ptr_array_add (list, concept);
      g_hash_table_insert (taxonomy->by_id, concept->id, concept);
    }
}

static void
add_classes (Taxonomy *taxonomy, const Source *from, const ClassEntry *entries, guint32 n)
{
  WordClass *classes = g_new (WordClass, n);

  g_ptr_array_add (taxonomy->memory, classes);
  g_ptr_array_set_free_func (taxonomy->classes, NULL);
  for (guint32 i = 0; i < n; i++)
    {
      classes[i] =
          (WordClass){ read_string (from, entries[i].name),
                       read_string (from, entries[i].alternatives), entries[i].line };
      g_ptr_array_add (taxonomy->classes, &classes[i]);
    }
}

/* All texts of rules, in one piece. */
static RuleText *
list_rules (Taxonomy *taxonomy, const gchar *strings, const RuleEntry *entries, guint32 n)
{
  RuleText *rules = g_new (RuleText, n);

  g_ptr_array_add (taxonomy->memory, rules);
  for (guint32 i = 0; i < n; i++)
    rules[i] = (RuleText){ (gchar *)strings + entries[i].text, NULL, entries[i].line };
  return rules;
}

void
catalogue_read (Taxonomy *taxonomy, GBytes *catalogue)
{
  guint32 n_concepts, n_classes, n_rules;
  const ConceptEntry *concepts = block_get (catalogue, TABLE_OF_CONCEPTS, &n_concepts);
  const ClassEntry *classes = block_get (catalogue, TABLE_OF_CLASSES, &n_classes);
  const RuleEntry *rules = block_get (catalogue, TABLE_OF_RULES, &n_rules);
  const Range *ranges = block_get (catalogue, TABLE_OF_SCHEME, NULL);
  Source from = { .labels = block_get (catalogue, TABLE_OF_LABELS, NULL),
                  .strings = block_get (catalogue, TABLE_OF_STRINGS, NULL) };

  taxonomy->catalogue = g_bytes_ref (catalogue);
  from.rules = list_rules (taxonomy, from.strings, rules, n_rules);
  add_concepts (taxonomy, &from, concepts, n_concepts);
  add_classes (taxonomy, &from, classes, n_classes);
  for (guint i = 0; i < N_SCHEME_RULES; i++)
    {
      g_ptr_array_set_free_func (taxonomy->rules[i], NULL);
      read_rules (&from, ranges[i], taxonomy->rules[i]);
    }
}
