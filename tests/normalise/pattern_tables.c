/* Rules are compiled when a document first asks for them: here all of all tables are, so
 * that a slip is found before that document comes. */

#include "normalise/normaliser.h"
#include "normalise/pattern.h"
#include "normalise/report_reader.h"
#include "tests/normalise/paper.h"

static const gchar *folder;

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

static void
test_compile (void)
{
  g_autoptr (Normaliser) normaliser = NULL;
  g_autoptr (ReportReader) reports = NULL;
  g_autoptr (Document) document = paper_plain ("MINUTES\n\n1. Apologies\nNone.\n");
  g_autoptr (GPtrArray) meetings = NULL;

  g_assert_cmpuint (patterns_compile_eagerly (), ==, 0);
  normaliser = normaliser_new (NULL);
  reports = report_reader_new ();
  meetings = normaliser_read (normaliser, document);
  g_assert_cmpuint (meetings->len, ==, 1);
  g_assert_cmpuint (patterns_compile_eagerly (), ==, count_tables ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = argv[1];
  g_test_add_func ("/pattern-tables/compile", test_compile);
  return g_test_run ();
}
