/* baked.c: the mesh and the expressions that bake/bake.c made of heed's tables when heed
 * was built. */

#include "normalise/mesh.h"
#include "normalise/pattern.h"
#include "normalise-baked.h"

/* They stand in the program as they are. */
__asm__(".pushsection .rodata\n"
        ".balign 64\n"
        "normalise_mesh:\n"
        ".incbin \"" BAKED_MESH "\"\n"
        ".balign 64\n"
        "normalise_expressions:\n"
        ".incbin \"" BAKED_EXPRESSIONS "\"\n"
        ".popsection\n");
extern const guint64 normalise_mesh[] __attribute__ ((visibility ("hidden")));
extern const guint64 normalise_expressions[] __attribute__ ((visibility ("hidden")));

gconstpointer
mesh_get_baked (void)
{
  return normalise_mesh;
}

gconstpointer
patterns_get_baked (void)
{
  return normalise_expressions;
}
