/* taxonomy.c: a concept scheme as others use it: read (skos.c), checked (scheme.c) and,
 * when first asked for, compiled (compiler.c); or all of that done before (catalogue.c).
 */

#include "classify/taxonomy.h"

#include "classify/catalogue.h"
#include "classify/compiler.h"
#include "classify/skos.h"

#include <string.h>

G_DEFINE_QUARK (taxonomy_error_quark, taxonomy_error)

static Taxonomy *
taxonomy_new (GBytes *bytes)
{
  Taxonomy *self = g_new0 (Taxonomy, 1);

  g_atomic_ref_count_init (&self->references);
  self->bytes = g_bytes_ref (bytes);
  self->all = g_ptr_array_new_with_free_func (concept_free);
  self->themes = g_ptr_array_new ();
  self->concepts = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->classes = g_ptr_array_new_with_free_func (word_class_free);
  for (guint i = 0; i < N_SCHEME_RULES; i++)
    self->rules[i] = g_ptr_array_new_with_free_func (rule_text_free);
  self->memory = g_ptr_array_new_with_free_func (g_free);
  return self;
}

Taxonomy *
taxonomy_ref (Taxonomy *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
taxonomy_unref (Taxonomy *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_bytes_unref (self->bytes);
  rulebook_free (self->rulebook);
  g_free (self->digest);
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->concepts);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->classes);
  for (guint i = 0; i < N_SCHEME_RULES; i++)
    g_ptr_array_unref (self->rules[i]);
  g_ptr_array_unref (self->memory);
  g_clear_pointer (&self->catalogue, g_bytes_unref);
  g_free (self);
}

static Taxonomy *
load (GBytes *bytes, GPtrArray *problems, GError **error)
{
  g_autoptr (Taxonomy) taxonomy = taxonomy_new (bytes);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (node_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) classes = g_hash_table_new (g_str_hash, g_str_equal);
  Loader loader = { taxonomy, nodes, by_id, classes, problems, FALSE, 0 };

  if (!skos_read (&loader, bytes, error) || !scheme_find_themes (&loader, error)
      || !scheme_check_classes (&loader, error))
    return NULL;
  return g_steal_pointer (&taxonomy);
}

Taxonomy *
taxonomy_new_from_bytes (GBytes *bytes, GError **error)
{
  return load (bytes, NULL, error);
}

Taxonomy *
taxonomy_new_baked (GBytes *bytes, GBytes *catalogue, GBytes *rulebook)
{
  Taxonomy *self = taxonomy_new (bytes);

  catalogue_read (self, catalogue);
  self->rulebook = rulebook_new (rulebook);
  return self;
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  guint64 x = g_ascii_strtoull (*(const gchar *const *)a + strlen ("line "), NULL, 10);
  guint64 y = g_ascii_strtoull (*(const gchar *const *)b + strlen ("line "), NULL, 10);

  return x < y ? -1 : x > y;
}

GPtrArray *
taxonomy_check (GBytes *bytes)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (Taxonomy) taxonomy = load (bytes, problems, &error);

  g_ptr_array_sort (problems, compare_lines);
  if (error != NULL)
    g_ptr_array_add (problems, g_strdup (error->message));
  return problems;
}

/* ----------------------------------------------------------------------- accessors */

const GPtrArray *
taxonomy_get_themes (const Taxonomy *self)
{
  return self->themes;
}

const GPtrArray *
taxonomy_get_concepts (const Taxonomy *self)
{
  return self->concepts;
}

const Concept *
taxonomy_lookup (const Taxonomy *self, const gchar *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

GBytes *
taxonomy_get_bytes (const Taxonomy *self)
{
  return self->bytes;
}

const GPtrArray *
taxonomy_get_classes (const Taxonomy *self)
{
  return self->classes;
}

const GPtrArray *
taxonomy_get_scheme_rules (const Taxonomy *self, SchemeRules kind)
{
  return self->rules[kind];
}

const Rulebook *
taxonomy_get_rulebook (Taxonomy *self)
{
  if (self->rulebook == NULL)
    {
      g_autoptr (GBytes) bytes = compiler_compile (self);

      self->rulebook = rulebook_new (bytes);
    }
  return self->rulebook;
}

const gchar *
taxonomy_get_digest (Taxonomy *self)
{
  if (self->digest == NULL)
    self->digest = self->rulebook != NULL
                       ? g_strdup (self->rulebook->digest)
                       : g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  return self->digest;
}
