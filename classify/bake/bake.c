/* bake.c: a taxonomy → what heed holds of it (catalogue.h, rulebook.h), when heed is
 * built, so that no run of heed begins with reading XML and compiling four thousand
 * rules.
 *
 *     bake taxonomy.rdf taxonomy.catalogue taxonomy.rulebook baked.h
 *
 * The header names the files, as they were named here; and because it is written anew,
 * what includes it is compiled anew. */

#include "classify/catalogue.h"
#include "classify/compiler.h"

#include <stdio.h>
#include <stdlib.h>

static gboolean
save (GBytes *bytes, const gchar *path, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return g_file_set_contents (path, data, (gssize)size, error);
}

static gboolean
bake (gchar **paths, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) catalogue = NULL;
  g_autoptr (GBytes) rulebook = NULL;
  g_autoptr (Taxonomy) taxonomy = NULL;
  g_autofree gchar *header =
      g_strdup_printf ("#define BAKED_CATALOGUE \"%s\"\n#define BAKED_RULEBOOK \"%s\"\n",
                       paths[1], paths[2]);
  gchar *content;
  gsize size;

  if (!g_file_get_contents (paths[0], &content, &size, error))
    return FALSE;
  bytes = g_bytes_new_take (content, size);
  taxonomy = taxonomy_new_from_bytes (bytes, error);
  if (taxonomy == NULL)
    return FALSE;
  catalogue = catalogue_write (taxonomy);
  rulebook = compiler_compile (taxonomy);
  return save (catalogue, paths[1], error) && save (rulebook, paths[2], error)
         && g_file_set_contents (paths[3], header, -1, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc == 5 && bake (argv + 1, &error))
    return EXIT_SUCCESS;
  fprintf (stderr, "bake: %s\n",
           error != NULL ? error->message : "TAXONOMY CATALOGUE RULEBOOK HEADER");
  return EXIT_FAILURE;
}
