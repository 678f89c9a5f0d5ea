/* block.c: arrays → one block of bytes, and back. */

#include "classify/block.h"

#include <string.h>

#define ALIGNMENT 8

/* What a block begins with, one for each table. */
typedef struct
{
  guint64 at; /* bytes from the beginning, a multiple of ALIGNMENT */
  guint64 n;  /* entries */
} Place;

GByteArray *
block_new (guint n_tables)
{
  GByteArray *block = g_byte_array_new ();

  g_byte_array_set_size (block, n_tables * sizeof (Place));
  memset (block->data, 0, block->len);
  return block;
}

void
block_lay (GByteArray *block, guint table, const GArray *entries)
{
  static const guint8 zeros[ALIGNMENT] = { 0 };
  Place place = { block->len, entries->len };

  memcpy (block->data + table * sizeof place, &place, sizeof place);
  g_byte_array_append (block, (const guint8 *)entries->data,
                       entries->len * g_array_get_element_size ((GArray *)entries));
  g_byte_array_append (block, zeros, (ALIGNMENT - block->len % ALIGNMENT) % ALIGNMENT);
}

gconstpointer
block_get (GBytes *block, guint table, guint32 *ret_n)
{
  gsize size;
  const gchar *data = g_bytes_get_data (block, &size);
  const Place *place = (const Place *)(gconstpointer)data + table;

  g_assert ((guintptr)data % ALIGNMENT == 0 && size > (table + 1) * sizeof *place
            && place->at < size);
  if (ret_n != NULL)
    *ret_n = (guint32)place->n;
  return data + place->at;
}
