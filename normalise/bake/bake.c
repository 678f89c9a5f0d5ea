/* bake.c: the tables of expressions that a document is read with → what is looked for
 * before they are tried (mesh.h), when heed is built, so that no run of heed begins with
 * reading its own expressions.
 *
 *     bake mesh baked.h
 *
 * The header names the file, as it was named here; and because it is written anew, what
 * includes it is compiled anew. */

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

static gboolean
bake (const gchar *path, const gchar *header_path, GError **error)
{
  static const PatternRule none[1];
  g_autoptr (Normaliser) normaliser = normaliser_new (NULL);
  g_autoptr (ReportReader) reports = report_reader_new ();
  g_autofree gchar *header = g_strdup_printf ("#define BAKED_MESH \"%s\"\n", path);
  g_autoptr (GBytes) mesh = NULL;
  guint first;
  gsize size;
  gconstpointer data;
  Sieve *sieve = sieve_join (none, 0, &first);

  mesh = sieve_write (sieve);
  sieve_leave (sieve);
  data = g_bytes_get_data (mesh, &size);
  return g_file_set_contents (path, data, (gssize)size, error)
         && g_file_set_contents (header_path, header, -1, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc == 3 && bake (argv[1], argv[2], &error))
    return EXIT_SUCCESS;
  fprintf (stderr, "bake: %s\n", error != NULL ? error->message : "MESH HEADER");
  return EXIT_FAILURE;
}
