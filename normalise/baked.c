/* baked.c: the mesh that bake/bake.c made of heed's tables when heed was built. */

#include "normalise/mesh.h"
#include "normalise-baked.h"

/* It stands in the program as it is. */
__asm__(".pushsection .rodata\n"
        ".balign 64\n"
        "normalise_mesh:\n"
        ".incbin \"" BAKED_MESH "\"\n"
        ".popsection\n");
extern const guint64 normalise_mesh[] __attribute__ ((visibility ("hidden")));

gconstpointer
mesh_get_baked (void)
{
  return normalise_mesh;
}
