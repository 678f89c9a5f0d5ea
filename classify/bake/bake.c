/* bake.c: a taxonomy → its rulebook (rulebook.h), when heed is built, so that no run of
 * heed begins with parsing and compiling four thousand rules.
 *
 *     bake taxonomy.rdf taxonomy.rulebook */

#include "classify/compiler.h"

#include <stdio.h>
#include <stdlib.h>

static gboolean
bake (const gchar *from, const gchar *to, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) rulebook = NULL;
  g_autoptr (Taxonomy) taxonomy = NULL;
  gconstpointer data;
  gchar *content;
  gsize size;

  if (!g_file_get_contents (from, &content, &size, error))
    return FALSE;
  bytes = g_bytes_new_take (content, size);
  taxonomy = taxonomy_new_from_bytes (bytes, error);
  if (taxonomy == NULL)
    return FALSE;
  rulebook = compiler_compile (taxonomy);
  data = g_bytes_get_data (rulebook, &size);
  return g_file_set_contents (to, data, (gssize)size, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc == 3 && bake (argv[1], argv[2], &error))
    return EXIT_SUCCESS;
  fprintf (stderr, "bake: %s\n", error != NULL ? error->message : "FROM TO");
  return EXIT_FAILURE;
}
