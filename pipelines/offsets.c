/* offsets.c: the code point count at every STEP bytes; the rest is counted on the way. */

#include "pipelines/offsets.h"

#include <string.h>

#define STEP 128

struct Offsets
{
  const gchar *text;
  gsize n_bytes;
  gsize n_points;
  GArray *marks; /* gsize: code points that begin before byte i × STEP */
};

static inline gboolean
begins_point (gchar byte)
{
  return ((guchar)byte & 0xC0) != 0x80;
}

/* Eight bytes at a time, most of which are of ASCII. */
static gsize
count_points (const gchar *text, gsize length)
{
  gsize n = 0;
  gsize i;

  for (i = 0; i + 8 <= length; i += 8)
    {
      guint64 bytes;

      memcpy (&bytes, text + i, sizeof bytes);
      bytes &= 0x8080808080808080u;
      if (bytes == 0)
        n += 8;
      else
        for (gsize j = i; j < i + 8; j++)
          n += begins_point (text[j]);
    }
  for (; i < length; i++)
    n += begins_point (text[i]);
  return n;
}

Offsets *
offsets_new (const gchar *text)
{
  Offsets *self = g_new0 (Offsets, 1);

  self->text = text;
  self->n_bytes = strlen (text);
  self->marks =
      g_array_sized_new (FALSE, FALSE, sizeof (gsize), self->n_bytes / STEP + 1);
  for (gsize i = 0; i <= self->n_bytes; i += STEP)
    {
      g_array_append_val (self->marks, self->n_points);
      self->n_points += count_points (text + i, MIN (STEP, self->n_bytes - i));
    }
  return self;
}

void
offsets_free (Offsets *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_free (self);
}

gsize
offsets_get_length (const Offsets *self)
{
  return self->n_points;
}

gsize
offsets_to_points (const Offsets *self, gsize byte)
{
  gsize points;

  g_return_val_if_fail (byte <= self->n_bytes, self->n_points);
  if (self->n_points == self->n_bytes) /* nothing but ASCII */
    return byte;
  points = g_array_index (self->marks, gsize, byte / STEP);
  for (gsize i = byte - byte % STEP; i < byte; i++)
    points += begins_point (self->text[i]);
  return points;
}

gsize
offsets_to_bytes (const Offsets *self, gsize points)
{
  guint low = 0, high = self->marks->len - 1;
  gsize byte, seen;

  g_return_val_if_fail (points <= self->n_points, self->n_bytes);
  if (points == self->n_points)
    return self->n_bytes;
  if (self->n_points == self->n_bytes)
    return points;
  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (g_array_index (self->marks, gsize, middle) <= points)
        low = middle;
      else
        high = middle - 1;
    }
  byte = (gsize)low * STEP;
  seen = g_array_index (self->marks, gsize, low);
  while (seen < points || !begins_point (self->text[byte]))
    seen += begins_point (self->text[byte++]);
  return byte;
}
