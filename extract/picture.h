/* picture.h: a page as it is seen, in grey. */

#pragma once

#include <glib.h>

typedef struct
{
  guint8 *grey; /* a byte a dot, 0 black to 255 white, row after row */
  guint width;  /* dots */
  guint height;
  gdouble dpi; /* dots per inch */
} Picture;

/* From dots of 32 bits, 0x00RRGGBB, stride bytes from row to row; NULL gives white.
 * (transfer full) */
Picture *picture_new (const guint8 *dots, guint width, guint height, gsize stride,
                      gdouble dpi);
void picture_free (Picture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

/* Whether nothing at all is to be seen. */
gboolean picture_is_white (const Picture *self);

/* The share of dark dots in a part of the picture, 0..1; the part may reach beyond. */
gdouble picture_ink (const Picture *self, gint left, gint top, gint width, gint height);
