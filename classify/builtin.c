/* builtin.c: the taxonomy that is built into the program, with its rulebook, which
 * bake/bake.c made when the program was built. */

#include "classify/taxonomy.h"
#include "classify-resources.h"

#include <gio/gio.h>

static GBytes *
look_up (const gchar *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (classify_get_resource (), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message); /* our bug: every test needs it */
  return bytes;
}

/* Resources stand at any address; a rulebook at a multiple of eight. */
static GBytes *
align (GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if ((guintptr)data % 8 == 0)
    return g_bytes_ref (bytes);
  return g_bytes_new (data, size);
}

Taxonomy *
taxonomy_new_default (void)
{
  g_autoptr (GBytes) bytes = look_up ("/heed/classify/taxonomy.rdf");
  g_autoptr (GBytes) baked = look_up ("/heed/classify/taxonomy.rulebook");
  g_autoptr (GBytes) rulebook = align (baked);
  g_autoptr (GError) error = NULL;
  Taxonomy *taxonomy = taxonomy_new_trusted (bytes, rulebook, &error);

  if (taxonomy == NULL)
    g_error ("the built-in taxonomy: %s", error->message); /* our bug: bake read it */
  return taxonomy;
}
