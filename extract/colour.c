/* colour.c: no colour profile can be opened in this program. */

#include "extract/colour.h"

static gint n_refused; /* atomic */
static gint n_spared;  /* atomic */

/* lcms2's function of this name, whose header is not included: the definition stands in
 * for it, it is no use of the library. cmsHPROFILE is a void *, cmsUInt32Number 32 bits.
 */
void *cmsOpenProfileFromMem (const void *profile, guint32 size);

void *
cmsOpenProfileFromMem (const void *profile, guint32 size)
{
  g_atomic_int_inc (&n_refused);
  return NULL;
}

/* GfxState::getCmsRenderingIntent (), of poppler: 0 is "perceptual". */
int _ZN8GfxState21getCmsRenderingIntentEv (const void *state);

int
_ZN8GfxState21getCmsRenderingIntentEv (const void *state)
{
  return 0;
}

/* Gfx::initDisplayProfile (), of poppler. */
void _ZN3Gfx18initDisplayProfileEv (void *gfx);

void
_ZN3Gfx18initDisplayProfileEv (void *gfx)
{
  g_atomic_int_inc (&n_spared);
}

guint
colour_n_refused (void)
{
  return (guint)g_atomic_int_get (&n_refused);
}

guint
colour_n_spared (void)
{
  return (guint)g_atomic_int_get (&n_spared);
}
