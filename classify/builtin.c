/* builtin.c: the taxonomy and the weights that are built into the program, with what
 * bake/bake.c made of them when the program was built. */

#include "classify/scheme.h"
#include "classify/weights.h"
#include "classify-baked.h"
#include "classify-resources.h"

#include <gio/gio.h>

/* The blocks stand in the program as they are, at a multiple of eight: nothing is read,
 * and no page of them is touched before it is needed. As an array of numbers in C they
 * would take a compiler longer than all else of heed. */
#define HOLD(name, file)                                                                 \
  __asm__(".pushsection .rodata\n"                                                       \
          ".balign 64\n" #name ":\n"                                                     \
          ".incbin \"" file "\"\n" #name "_end:\n"                                       \
          ".byte 0\n"                                                                    \
          ".popsection\n");                                                              \
  extern const gchar name[] __attribute__ ((visibility ("hidden")));                     \
  extern const gchar name##_end[] __attribute__ ((visibility ("hidden")))

HOLD (classify_catalogue, BAKED_CATALOGUE);
HOLD (classify_rulebook, BAKED_RULEBOOK);
HOLD (classify_weights, BAKED_WEIGHTS);

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

Taxonomy *
taxonomy_new_default (void)
{
  g_autoptr (GBytes) bytes = look_up ("/heed/classify/taxonomy.rdf");
  g_autoptr (GBytes) catalogue = g_bytes_new_static (
      classify_catalogue, (gsize)(classify_catalogue_end - classify_catalogue));
  g_autoptr (GBytes) rulebook = g_bytes_new_static (
      classify_rulebook, (gsize)(classify_rulebook_end - classify_rulebook));

  return taxonomy_new_baked (bytes, catalogue, rulebook);
}

/* Of another taxonomy they know the concepts that have the same names. */
Weights *
weights_new_default (const Taxonomy *taxonomy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Weights *weights;

  if (taxonomy->catalogue != NULL
      && g_bytes_get_data (taxonomy->catalogue, NULL) == classify_catalogue)
    {
      bytes = g_bytes_new_static (classify_weights,
                                  (gsize)(classify_weights_end - classify_weights));
      return weights_new (bytes);
    }
  bytes = look_up ("/heed/classify/model.txt");
  weights = weights_new_from_bytes (bytes, taxonomy, &error);
  if (weights == NULL)
    g_error ("the built-in weights: %s", error->message); /* our bug: bake read them */
  return weights;
}
