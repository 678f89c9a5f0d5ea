/* support.c: hits, group by group → the rules that stand without a group. */

#include "classify/train/support.h"

#include "classify/compiler.h"

struct Support
{
  GHashTable *groups; /* MatcherRule → its group; "" where it has several */
};

Support *
support_new (void)
{
  Support *self = g_new0 (Support, 1);

  self->groups = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
support_free (Support *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->groups);
  g_free (self);
}

void
support_note (Support *self, const GArray *hits, const gchar *group)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const MatcherRule *rule = g_array_index (hits, Hit, i).rule;
      const gchar *known = g_hash_table_lookup (self->groups, rule);

      if (known == NULL || !g_str_equal (known, group))
        g_hash_table_insert (self->groups, (gpointer)rule,
                             g_strdup (known == NULL ? group : ""));
    }
}

void
support_drop (const Support *self, GArray *hits, const gchar *group)
{
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      Hit hit = g_array_index (hits, Hit, i);
      const gchar *known = g_hash_table_lookup (self->groups, hit.rule);

      if (hit.rule->concept == COMPILER_NO_CONCEPT
          || (known != NULL && !g_str_equal (known, group)))
        g_array_index (hits, Hit, n++) = hit;
    }
  g_array_set_size (hits, n);
}
