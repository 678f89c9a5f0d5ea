/* picture.c: colours become grey, grey becomes ink or paper. */

#include "extract/picture.h"

#include <string.h>

#define PAPER 250 /* this light or lighter: nothing is drawn */
#define DARK 128

Picture *
picture_new (const guint8 *dots, guint width, guint height, gsize stride, gdouble dpi)
{
  Picture *self = g_new0 (Picture, 1);
  guint x, y;

  self->width = width;
  self->height = height;
  self->dpi = dpi;
  self->grey = g_malloc ((gsize)width * height);
  memset (self->grey, 0xff, (gsize)width * height);
  for (y = 0; dots != NULL && y < height; y++)
    {
      const guint32 *row = (const guint32 *)(gconstpointer)(dots + y * stride);
      guint8 *grey = self->grey + (gsize)y * width;

      for (x = 0; x < width; x++)
        grey[x] = (guint8)(((row[x] >> 16 & 0xff) * 77 + (row[x] >> 8 & 0xff) * 151
                            + (row[x] & 0xff) * 28)
                           >> 8);
    }
  return self;
}

void
picture_free (Picture *self)
{
  if (self == NULL)
    return;
  g_free (self->grey);
  g_free (self);
}

gboolean
picture_is_white (const Picture *self)
{
  gsize n = (gsize)self->width * self->height;
  gsize i;

  for (i = 0; i < n; i++)
    if (self->grey[i] < PAPER)
      return FALSE;
  return TRUE;
}

gdouble
picture_ink (const Picture *self, gint left, gint top, gint width, gint height)
{
  gint x0 = CLAMP (left, 0, (gint)self->width);
  gint y0 = CLAMP (top, 0, (gint)self->height);
  gint x1 = CLAMP (left + width, x0, (gint)self->width);
  gint y1 = CLAMP (top + height, y0, (gint)self->height);
  guint n = 0;
  gint x, y;

  for (y = y0; y < y1; y++)
    for (x = x0; x < x1; x++)
      n += self->grey[(gsize)y * self->width + (gsize)x] < DARK;
  return x1 > x0 && y1 > y0 ? (gdouble)n / ((gdouble)(x1 - x0) * (y1 - y0)) : 0;
}
