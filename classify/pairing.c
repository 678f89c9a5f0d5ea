/* pairing.c: pairs of symbols, each with values → slots and filter of a hash. */

#include "classify/pairing.h"

#define FILTER_BITS 16 /* for each pair */

static gint
compare_pairings (gconstpointer a, gconstpointer b)
{
  const Pairing *x = a, *y = b;

  if (x->left != y->left)
    return x->left < y->left ? -1 : 1;
  if (x->right != y->right)
    return x->right < y->right ? -1 : 1;
  return x->number < y->number ? -1 : x->number > y->number;
}

static guint32
power_of_two (guint32 at_least)
{
  guint32 n = 16;

  while (n < at_least)
    n *= 2;
  return n;
}

static void
insert (PairTable *table, const Pairing *pairing, Range range)
{
  guint64 hash = pairs_hash (pairing->left, pairing->right);
  guint32 mask = table->slots->len - 1;
  guint32 at = (guint32)(hash >> 20) & mask;
  PairSlot slot = { pairing->left, pairing->right, range };

  while (g_array_index (table->slots, PairSlot, at).left != SYMBOL_NONE)
    at = (at + 1) & mask;
  g_array_index (table->slots, PairSlot, at) = slot;
  g_array_index (table->filter, guint64, (hash >> 6) & (table->filter->len - 1)) |=
      G_GUINT64_CONSTANT (1) << (hash & 63);
}

void
pairing_file (GArray *pairings, const GArray *values, GArray *out, PairTable *table)
{
  guint size = g_array_get_element_size ((GArray *)values);

  g_array_sort (pairings, compare_pairings);
  table->slots = g_array_new (FALSE, TRUE, sizeof (PairSlot));
  table->filter = g_array_new (FALSE, TRUE, sizeof (guint64));
  g_array_set_size (table->slots, power_of_two (2 * pairings->len));
  g_array_set_size (table->filter, power_of_two (pairings->len * FILTER_BITS / 64));
  for (guint i = 0; i < pairings->len;)
    {
      const Pairing *first = &g_array_index (pairings, Pairing, i);
      Range range = { out->len, 0 };

      for (; i < pairings->len; i++)
        {
          const Pairing *one = &g_array_index (pairings, Pairing, i);

          if (one->left != first->left || one->right != first->right)
            break;
          g_array_append_vals (out, values->data + (gsize)one->number * size, 1);
          range.n++;
        }
      insert (table, first, range);
    }
}

void
pair_table_clear (PairTable *table)
{
  g_array_unref (table->slots);
  g_array_unref (table->filter);
}
