/* taxonomy_check.c: a taxonomy's file → mistakes, remarks, and how wide its phrases are.
 */

#include "pipelines/taxonomy_check.h"

#include "classify/explanation.h"
#include "classify/review.h"
#include "pipelines/command.h"
#include "pipelines/pipeline.h"
#include "pipelines/records.h"

#include <string.h>

static Taxonomy *
read_taxonomy (const gchar *path)
{
  g_autofree gchar *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    {
      command_complain ("%s", error->message);
      return NULL;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  problems = taxonomy_check (bytes);
  for (guint i = 0; i < problems->len; i++)
    command_complain ("taxonomy %s: %s", path, (const gchar *)problems->pdata[i]);
  if (problems->len >= TAXONOMY_MAX_PROBLEMS)
    command_complain ("taxonomy %s: there may be more", path);
  return problems->len > 0 ? NULL : taxonomy_new_from_bytes (bytes, NULL);
}

/* ------------------------------------------------------------------------- remarks */

static void
append_remark (const Remark *remark, GString *out)
{
  g_string_append_printf (out, "  %s: “%s” ", remark->concept, remark->phrase);
  switch (remark->kind)
    {
    case REMARK_TWICE:
      g_string_append (out, "is there twice\n");
      break;
    case REMARK_SHARED:
      g_string_append_printf (out, "is also found for %s\n", remark->other_concept);
      break;
    case REMARK_SHADOWED:
      g_string_append_printf (out, "finds nothing that “%s” does not\n",
                              remark->other_phrase);
      break;
    }
}

static void
append_remarks (const Taxonomy *taxonomy, gboolean all, GString *out)
{
  g_autoptr (GPtrArray) remarks = review_taxonomy (taxonomy);
  guint n[REMARK_SHADOWED + 1] = { 0 };

  g_ptr_array_set_free_func (remarks, (GDestroyNotify)remark_free);
  for (guint i = 0; i < remarks->len; i++)
    n[((Remark *)remarks->pdata[i])->kind]++;
  if (remarks->len == 0)
    return;
  g_string_append_printf (
      out,
      "phrases: %u there twice, %u shared by concepts, %u shadowed by "
      "shorter ones%s\n",
      n[REMARK_TWICE], n[REMARK_SHARED], n[REMARK_SHADOWED],
      all ? ":" : " (--verbose names them)");
  for (guint i = 0; all && i < remarks->len; i++)
    append_remark (remarks->pdata[i], out);
}

/* --------------------------------------------------------------------------- width */

typedef struct
{
  Pipeline *pipeline;
  GHashTable *items; /* "concept: “rule”" → number of items that it stands in */
  guint n_items;
} Trial;

/* Counts what stands in an item, each rule once. */
static void
try_item (Trial *self, const Meeting *meeting, guint n)
{
  g_autoptr (GPtrArray) explanations = pipeline_explain (self->pipeline, meeting, n);
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->n_items++;
  for (guint i = 0; i < explanations->len; i++)
    {
      const Explanation *one = explanations->pdata[i];

      for (guint j = 0; j < one->findings->len; j++)
        {
          const Finding *finding = one->findings->pdata[j];
          gchar *name = g_strdup_printf ("%s: “%s”", one->concept, finding->rule);
          guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->items, name));

          if (finding->strength == STRENGTH_WEAK || !finding->counted
              || g_hash_table_contains (seen, name))
            {
              g_free (name);
              continue;
            }
          g_hash_table_add (seen, g_strdup (name));
          g_hash_table_replace (self->items, name, GUINT_TO_POINTER (before + 1));
        }
    }
}

static gboolean
try_bundle (Bundle *bundle, gpointer data, GError **error)
{
  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    {
      const Meeting *meeting = bundle->meetings->pdata[i];

      for (guint j = 0; j < meeting->items->len; j++)
        try_item (data, meeting, j);
    }
  return TRUE;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *)a, *(const gchar *const *)b);
}

static void
append_wide (const Trial *self, GString *out)
{
  g_autofree gchar **names = (gchar **)g_hash_table_get_keys_as_array (self->items, NULL);
  guint n = g_hash_table_size (self->items), n_wide = 0;

  if (self->n_items < WIDE_MIN_ITEMS)
    {
      g_string_append_printf (out, "width: not told from %u items; %u are needed\n",
                              self->n_items, WIDE_MIN_ITEMS);
      return;
    }
  qsort (names, n, sizeof *names, compare_names);
  for (guint i = 0; i < n; i++)
    {
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->items, names[i]));

      if (found * 100 < self->n_items * WIDE_PERCENT)
        continue;
      g_string_append_printf (out, "wide: %s stands in %u of %u items\n", names[i], found,
                              self->n_items);
      n_wide++;
    }
  if (n_wide == 0)
    g_string_append_printf (out, "width: nothing stands in %u of 100 of the %u items\n",
                            WIDE_PERCENT, self->n_items);
}

static gboolean
try_records (Taxonomy *taxonomy, gchar **records, GString *out)
{
  PipelineOptions options = { .limits = extract_limits_default, .taxonomy = taxonomy };
  g_autoptr (Pipeline) pipeline = pipeline_new (&options);
  g_autoptr (GHashTable) items =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  Trial trial = { pipeline, items, 0 };

  if (!records_read_all (records, try_bundle, &trial, &error))
    {
      command_complain ("%s", error->message);
      return FALSE;
    }
  append_wide (&trial, out);
  return TRUE;
}

gint
taxonomy_check_file (const gchar *path, gchar **records, gboolean all, GString *out)
{
  g_autoptr (Taxonomy) taxonomy = read_taxonomy (path);

  if (taxonomy == NULL)
    return EXIT_STOPPED;
  g_string_append_printf (out, "%u concepts, %u themes: sound\n",
                          taxonomy_get_concepts (taxonomy)->len,
                          taxonomy_get_themes (taxonomy)->len);
  append_remarks (taxonomy, all, out);
  if (records[0] != NULL && !try_records (taxonomy, records, out))
    return EXIT_STOPPED;
  return EXIT_DONE;
}
