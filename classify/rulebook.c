/* rulebook.c: a block of bytes → the tables in it. */

#include "classify/rulebook.h"

#include "classify/block.h"

#include <string.h>

Rulebook *
rulebook_new (GBytes *bytes)
{
  Rulebook *self = g_new0 (Rulebook, 1);
  const RulebookHead *head = block_get (bytes, TABLE_HEAD, NULL);
  gconstpointer at[N_TABLES];
  guint32 n[N_TABLES];

  for (guint i = 0; i < N_TABLES; i++)
    at[i] = block_get (bytes, i, &n[i]);
  self->bytes = g_bytes_ref (bytes);
  memcpy (self->first, head->first, sizeof self->first);
  self->members = at[TABLE_MEMBERS];
  self->parts = at[TABLE_PARTS];
  self->sets = at[TABLE_SETS];
  self->chunks = at[TABLE_CHUNKS];
  self->spread = at[TABLE_SPREAD];
  self->n_spread = n[TABLE_SPREAD];
  self->rules = at[TABLE_RULES];
  self->n_rules = n[TABLE_RULES];
  self->steps = at[TABLE_STEPS];
  self->contexts = at[TABLE_CONTEXTS];
  self->triggers = at[TABLE_TRIGGERS];
  self->candidates = at[TABLE_CANDIDATES];
  self->announcements = at[TABLE_ANNOUNCEMENTS];
  self->neighbours = at[TABLE_NEIGHBOURS];
  self->atoms = at[TABLE_ATOMS];
  self->n_atoms = n[TABLE_ATOMS];
  self->telling = at[TABLE_TELLING];
  self->strings = at[TABLE_STRINGS];
  self->adjacent = (Pairs){ at[TABLE_ADJACENT_SLOTS], at[TABLE_ADJACENT_FILTER],
                            n[TABLE_ADJACENT_SLOTS], n[TABLE_ADJACENT_FILTER] };
  self->joints = (Pairs){ at[TABLE_JOINT_SLOTS], at[TABLE_JOINT_FILTER],
                          n[TABLE_JOINT_SLOTS], n[TABLE_JOINT_FILTER] };
  self->number = head->number;
  self->digest = head->digest;
  self->prefix_lengths = head->prefix_lengths;
  return self;
}

void
rulebook_free (Rulebook *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

guint32
rulebook_hash_key (const gchar *key)
{
  guint32 hash = 2166136261u;

  for (; *key != '\0'; key++)
    hash = (hash ^ (guchar)*key) * 16777619u;
  return hash;
}

guint32
rulebook_atom (const Rulebook *self, const gchar *key)
{
  guint32 at = rulebook_hash_key (key) & (self->n_atoms - 1);

  for (; self->atoms[at].key != 0; at = (at + 1) & (self->n_atoms - 1))
    if (strcmp (self->strings + self->atoms[at].key, key) == 0)
      return self->atoms[at].symbol;
  return SYMBOL_NONE;
}

static const Range *
look_up (const Pairs *self, const Sought *one)
{
  const guint32 mask = self->n_slots - 1;
  guint32 at = (guint32)(one->hash >> 20) & mask;

  for (; self->slots[at].left != SYMBOL_NONE; at = (at + 1) & mask)
    if (self->slots[at].left == one->left && self->slots[at].right == one->right)
      return &self->slots[at].range;
  return NULL;
}

guint
pairs_find (const Pairs *self, Sought *sought, guint n)
{
  guint n_likely = 0, n_found = 0;

  for (guint i = 0; i < n; i++)
    {
      sought[i].hash = pairs_hash (sought[i].left, sought[i].right);
      __builtin_prefetch (&self->filter[(sought[i].hash >> 6) & (self->n_filter - 1)]);
    }
  for (guint i = 0; i < n; i++)
    {
      guint64 hash = sought[i].hash;

      sought[n_likely] = sought[i];
      __builtin_prefetch (&self->slots[(hash >> 20) & (self->n_slots - 1)]);
      n_likely += self->filter[(hash >> 6) & (self->n_filter - 1)] >> (hash & 63) & 1;
    }
  for (guint i = 0; i < n_likely; i++)
    {
      const Range *range = look_up (self, &sought[i]);

      if (range == NULL)
        continue;
      sought[n_found] = sought[i];
      sought[n_found++].range = *range;
    }
  return n_found;
}
