/* builtin.c: the taxonomy and the weights that are built into the program, with what
 * bake/bake.c made of them when the program was built. */

#include "classify/scheme.h"
#include "classify/weights.h"
#include "classify-baked.h"
#include "classify-resources.h"

#include <gio/gio.h>

/* The blocks stand in the program as they are, at a multiple of eight: nothing is read,
 * and no page of them is touched before it is needed. As arrays of numbers in C they
 * would take a compiler longer than all else of heed. */
__asm__(".pushsection .rodata\n"
        ".balign 64\n"
        "classify_catalogue:\n"
        ".incbin \"" BAKED_CATALOGUE "\"\n"
        "classify_catalogue_end:\n"
        ".balign 64\n"
        "classify_rulebook:\n"
        ".incbin \"" BAKED_RULEBOOK "\"\n"
        "classify_rulebook_end:\n"
        ".balign 64\n"
        "classify_weights:\n"
        ".incbin \"" BAKED_WEIGHTS "\"\n"
        "classify_weights_end:\n"
        ".byte 0\n"
        ".popsection\n");

#define HIDDEN __attribute__ ((visibility ("hidden")))

extern const gchar classify_catalogue[] HIDDEN, classify_catalogue_end[] HIDDEN;
extern const gchar classify_rulebook[] HIDDEN, classify_rulebook_end[] HIDDEN;
extern const gchar classify_weights[] HIDDEN, classify_weights_end[] HIDDEN;

/* What stands between two of these names. (transfer full) */
static GBytes *
hold (const gchar *start, const gchar *end)
{
  return g_bytes_new_static (start, (gsize)((guintptr)end - (guintptr)start));
}

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
  g_autoptr (GBytes) catalogue = hold (classify_catalogue, classify_catalogue_end);
  g_autoptr (GBytes) rulebook = hold (classify_rulebook, classify_rulebook_end);

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
      bytes = hold (classify_weights, classify_weights_end);
      return weights_new (bytes);
    }
  bytes = look_up ("/heed/classify/model.txt");
  weights = weights_new_from_bytes (bytes, taxonomy, &error);
  if (weights == NULL)
    g_error ("the built-in weights: %s", error->message); /* our bug: bake read them */
  return weights;
}
