/* scheme.h: a concept scheme while it is read: what taxonomy.c, skos.c, scheme.c,
 * catalogue.c and builtin.c share, and no other file. */

#pragma once

#include "classify/rulebook.h"
#include "classify/taxonomy.h"

struct Taxonomy
{
  gatomicrefcount references;
  GBytes *bytes;
  GPtrArray *all;      /* Concept *, owned: themes and concepts, in the file's order */
  GPtrArray *themes;   /* Concept *, not owned */
  GPtrArray *concepts; /* Concept *, not owned */
  GHashTable *by_id;
  GPtrArray *classes;               /* WordClass * */
  GPtrArray *rules[N_SCHEME_RULES]; /* RuleText * */
  Rulebook *rulebook;               /* (nullable): not yet compiled */
  gchar *digest;                    /* (nullable): not yet asked for */
  GBytes *catalogue;                /* (nullable): texts stand in it (catalogue.h) */
  GPtrArray *memory;                /* of what was read from a catalogue */
};

/* What is known of a concept while reading. */
typedef struct
{
  Concept *concept;
  gchar *broader; /* identifier; the first, where a concept has several */
  guint line;
  guint mark; /* of the walk that looks for circles */
  gboolean has_narrower;
  gboolean broken; /* no way leads to a top concept */
} Node;

typedef struct
{
  Taxonomy *taxonomy;
  GPtrArray *nodes;    /* Node * */
  GHashTable *by_id;   /* identifier → Node, not owned */
  GHashTable *classes; /* name → WordClass, not owned */
  GPtrArray *problems; /* gchar *; NULL: the first one ends the reading */
  gboolean scheme;     /* a ConceptScheme or a Concept was there */
  guint n_rules;
} Loader;

/* (transfer full) */
Concept *concept_new (const gchar *id);
void concept_free (gpointer concept);
/* Frees its lists of labels and rules, where the texts are another's. */
void concept_clear_lists (Concept *concept);
void word_class_free (gpointer word_class);
void rule_text_free (gpointer text);
void node_free (gpointer node);

/* Notes a problem. FALSE with error set if it ends the reading; TRUE if all problems are
 * being collected. */
gboolean problem (Loader *loader, GError **error, TaxonomyError code, guint line,
                  const gchar *format, ...) G_GNUC_PRINTF (5, 6);

/* From what was read: each concept's theme, and whether what it names is there. */
gboolean scheme_find_themes (Loader *loader, GError **error);
/* Whether the word classes that rules name are there. */
gboolean scheme_check_classes (Loader *loader, GError **error);
