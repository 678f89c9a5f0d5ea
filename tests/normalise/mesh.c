/* What is looked for in texts, and the expressions that are tried then: the same whether
 * they were worked out when heed was built or are now. */

#include "normalise/mesh.h"
#include "normalise/normaliser.h"
#include "normalise/report_reader.h"
#include "normalise/sieve.h"

static const gchar *folder;

static const PatternRule one[] = {
  { "decided", "\\b(?:resolved|agreed)\\b", PATTERN_CASELESS },
  { "opens", "^minutes of", PATTERN_PLAIN },
  { "any word", "\\w+", PATTERN_PLAIN },
};
static const PatternRule two[] = { { "sent", "sent apologies", PATTERN_PLAIN } };
static const PatternRule caseless[] = { { "sent", "sent apologies", PATTERN_CASELESS } };

/* A block with the first table, at a multiple of eight. */
static gpointer
bake_one (void)
{
  g_autoptr (Mesh) mesh = mesh_new (NULL);
  g_autoptr (GBytes) block = NULL;
  gconstpointer data;
  gsize size;

  g_assert_cmpuint (mesh_add (mesh, one, G_N_ELEMENTS (one), NULL), ==, 0);
  block = mesh_write (mesh);
  data = g_bytes_get_data (block, &size);
  return g_memdup2 (data, size);
}

static void
test_known (void)
{
  g_autofree gpointer block = bake_one ();
  g_autoptr (Mesh) mesh = mesh_new (block);
  gboolean known = FALSE;

  g_assert_cmpuint (mesh->n_rules, ==, 3);
  g_assert_cmpuint (mesh_add (mesh, one, G_N_ELEMENTS (one), &known), ==, 0);
  g_assert_true (known);
  g_assert_true (mesh->rules[0].sifted);
  g_assert_true (mesh->rules[1].opens);
  g_assert_false (mesh->rules[2].sifted);
}

/* A table that the block does not have is added to a copy. */
static void
test_added (void)
{
  g_autofree gpointer block = bake_one ();
  g_autoptr (Mesh) mesh = mesh_new (block), whole = mesh_new (NULL);
  g_autoptr (GBytes) a = NULL, b = NULL;
  gboolean known = TRUE;

  g_assert_cmpuint (mesh_add (mesh, two, 1, &known), ==, 3);
  g_assert_false (known);
  g_assert_cmpuint (mesh_add (mesh, two, 1, &known), ==, 3);
  g_assert_true (known);
  mesh_add (whole, one, G_N_ELEMENTS (one), NULL);
  mesh_add (whole, two, 1, NULL);
  a = mesh_write (mesh);
  b = mesh_write (whole);
  g_assert_true (g_bytes_equal (a, b));
}

/* The same expression with another flag is another table. */
static void
test_flags (void)
{
  g_autoptr (Mesh) mesh = mesh_new (NULL);
  gboolean known = TRUE;

  mesh_add (mesh, two, 1, NULL);
  g_assert_cmpuint (mesh_add (mesh, caseless, 1, &known), ==, 1);
  g_assert_false (known);
}

/* Sources that hand a table over. */
static guint
count_tables (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const gchar *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree gchar *path = g_build_filename (folder, name, NULL);
      g_autofree gchar *text = NULL;

      if (!g_str_has_suffix (name, ".c") || g_str_equal (name, "pattern.c"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      n += strstr (text, "patterns_new (") != NULL;
    }
  return n;
}

/* The program's own tables are all in the blocks that it holds: else it would begin with
 * working them out, and a slip in a rule would wait for the document that asks for it. */
static void
test_baked (void)
{
  static const PatternRule none[1];
  g_autoptr (Normaliser) normaliser = normaliser_new (NULL);
  g_autoptr (ReportReader) reports = report_reader_new ();
  g_autoptr (Mesh) baked = mesh_new (mesh_get_baked ());
  g_autoptr (GBytes) held = mesh_write (baked), used = NULL, compiled = patterns_write ();
  guint first;
  Sieve *sieve = sieve_join (none, 0, &first);
  gsize size;
  gconstpointer data = g_bytes_get_data (compiled, &size);

  g_assert_cmpuint (baked->n_tables, ==, count_tables ());
  g_assert_cmpuint (baked->n_rules, >, 100);
  used = sieve_write (sieve);
  g_assert_true (g_bytes_equal (held, used));
  g_assert_cmpmem (data, size, patterns_get_baked (), size);
  sieve_leave (sieve);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = argv[1];
  g_test_add_func ("/mesh/known", test_known);
  g_test_add_func ("/mesh/added", test_added);
  g_test_add_func ("/mesh/flags", test_flags);
  g_test_add_func ("/mesh/baked", test_baked);
  return g_test_run ();
}
