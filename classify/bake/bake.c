/* bake.c: a taxonomy and weights → what heed holds of them (catalogue.h, rulebook.h,
 * weights.h), when heed is built, so that no run of heed begins with reading XML,
 * compiling four thousand rules and reading twenty thousand numbers.
 *
 *     bake taxonomy.rdf model.txt taxonomy.catalogue taxonomy.rulebook weights baked.h
 *
 * The header names the files, as they were named here; and because it is written anew,
 * what includes it is compiled anew. */

#include "classify/catalogue.h"
#include "classify/compiler.h"
#include "classify/weights.h"

#include <stdio.h>
#include <stdlib.h>

static gboolean
save (GBytes *bytes, const gchar *path, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return g_file_set_contents (path, data, (gssize)size, error);
}

/* (transfer full) */
static GBytes *
load (const gchar *path, GError **error)
{
  gchar *content;
  gsize size;

  if (!g_file_get_contents (path, &content, &size, error))
    return NULL;
  return g_bytes_new_take (content, size);
}

static gboolean
bake (gchar **paths, GError **error)
{
  g_autofree gchar *header = g_strdup_printf ("#define BAKED_CATALOGUE \"%s\"\n"
                                              "#define BAKED_RULEBOOK \"%s\"\n"
                                              "#define BAKED_WEIGHTS \"%s\"\n",
                                              paths[2], paths[3], paths[4]);
  g_autoptr (GBytes) bytes = load (paths[0], error);
  g_autoptr (GBytes) model = bytes != NULL ? load (paths[1], error) : NULL;
  g_autoptr (Taxonomy) taxonomy =
      model != NULL ? taxonomy_new_from_bytes (bytes, error) : NULL;
  g_autoptr (GBytes) weights =
      taxonomy != NULL ? weights_read (model, taxonomy, error) : NULL;
  g_autoptr (GBytes) catalogue = NULL;
  g_autoptr (GBytes) rulebook = NULL;

  if (weights == NULL)
    return FALSE;
  catalogue = catalogue_write (taxonomy);
  rulebook = compiler_compile (taxonomy);
  return save (catalogue, paths[2], error) && save (rulebook, paths[3], error)
         && save (weights, paths[4], error)
         && g_file_set_contents (paths[5], header, -1, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc == 7 && bake (argv + 1, &error))
    return EXIT_SUCCESS;
  fprintf (stderr, "bake: %s\n",
           error != NULL ? error->message
                         : "TAXONOMY MODEL CATALOGUE RULEBOOK WEIGHTS HEADER");
  return EXIT_FAILURE;
}
