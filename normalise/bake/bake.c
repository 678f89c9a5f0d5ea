/* bake.c: the tables of expressions that a document is read with → what is looked for
 * before they are tried (mesh.h), and the expressions compiled (pattern.h), when heed is
 * built, so that no run of heed begins with reading its own expressions.
 *
 *     bake mesh expressions baked.h
 *
 * The header names the files, as they were named here; and because it is written anew,
 * what includes it is compiled anew. */

#include "normalise/mesh.h"
#include "normalise/normaliser.h"
#include "normalise/report_reader.h"
#include "normalise/sieve.h"

#include <stdio.h>
#include <stdlib.h>

gconstpointer
mesh_get_baked (void)
{
  return NULL;
}

gconstpointer
patterns_get_baked (void)
{
  return NULL;
}

static gboolean
write_block (const gchar *path, GBytes *block, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (block, &size);

  return g_file_set_contents (path, data, (gssize)size, error);
}

/* Tables that have no room in the mesh would not be told apart by their first rules. */
static void
check_room (GBytes *block)
{
  g_autoptr (Mesh) mesh = mesh_new (g_bytes_get_data (block, NULL));

  if (mesh->n_rules >= MESH_MAX_RULES)
    g_error ("heed's tables have more rules than MESH_MAX_RULES");
}

static gboolean
bake (gchar **paths, GError **error)
{
  static const PatternRule none[1];
  g_autoptr (Normaliser) normaliser = normaliser_new (NULL);
  g_autoptr (ReportReader) reports = report_reader_new ();
  g_autofree gchar *header =
      g_strdup_printf ("#define BAKED_MESH \"%s\"\n#define BAKED_EXPRESSIONS \"%s\"\n",
                       paths[0], paths[1]);
  g_autoptr (GBytes) mesh = NULL, expressions = patterns_write ();
  guint first;
  Sieve *sieve = sieve_join (none, 0, &first);

  mesh = sieve_write (sieve);
  sieve_leave (sieve);
  check_room (mesh);
  return write_block (paths[0], mesh, error) && write_block (paths[1], expressions, error)
         && g_file_set_contents (paths[2], header, -1, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc == 4 && bake (argv + 1, &error))
    return EXIT_SUCCESS;
  fprintf (stderr, "bake: %s\n",
           error != NULL ? error->message : "MESH EXPRESSIONS HEADER");
  return EXIT_FAILURE;
}
