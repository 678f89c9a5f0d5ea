/* harvest.c: the hits of sentences, as they come → those of an item. */

#include "classify/harvest.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_ROOM 256

Harvest *
harvest_new (void)
{
  Harvest *self = g_new0 (Harvest, 1);

  self->room = FIRST_ROOM;
  self->pending = g_new (Pending, self->room);
  self->vetoed = g_array_new (FALSE, FALSE, sizeof (Vetoed));
  return self;
}

void
harvest_free (Harvest *self)
{
  if (self == NULL)
    return;
  g_free (self->pending);
  g_array_unref (self->vetoed);
  g_free (self);
}

void
harvest_clear (Harvest *self)
{
  self->n = 0;
}

void
harvest_add (Harvest *self, const Hit *hit, const CompiledRule *compiled)
{
  if (self->n == self->room)
    {
      self->room *= 2;
      self->pending = g_renew (Pending, self->pending, self->room);
    }
  self->pending[self->n++] = (Pending){ *hit, compiled, FALSE, FALSE };
}

/* From left to right, and what is stronger first: labels before rules. */
static gint
compare_pending (gconstpointer a, gconstpointer b)
{
  const Hit *x = &((const Pending *)a)->hit, *y = &((const Pending *)b)->hit;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->rule->strength != y->rule->strength)
    return x->rule->strength < y->rule->strength ? -1 : 1;
  if (x->last != y->last)
    return x->last < y->last ? -1 : 1;
  return x->rule == y->rule ? 0 : strcmp (x->rule->text, y->rule->text);
}

/* Nearly always there are six or seven. */
static void
sort_pending (Pending *pending, guint n)
{
  if (n > 16)
    {
      qsort (pending, n, sizeof (Pending), compare_pending);
      return;
    }
  for (guint i = 1; i < n; i++)
    {
      Pending one = pending[i];
      guint j = i;

      for (; j > 0 && compare_pending (&pending[j - 1], &one) > 0; j--)
        pending[j] = pending[j - 1];
      pending[j] = one;
    }
}

void
harvest_end_sentence (Harvest *self, guint from, guint32 sentence, guint32 first,
                      gboolean title)
{
  for (guint i = from; i < self->n; i++)
    {
      Pending *pending = &self->pending[i];

      pending->hit.sentence = sentence;
      pending->hit.first += first;
      pending->hit.last += first;
      pending->title = title;
    }
  sort_pending (self->pending + from, self->n - from);
}

void
harvest_merge (Harvest *self, guint from)
{
  guint early = from, late = self->n - from, to = self->n;
  g_autofree Pending *others = g_memdup2 (self->pending + from, late * sizeof (Pending));

  while (late > 0)
    if (early > 0 && !self->pending[early - 1].title
        && self->pending[early - 1].hit.sentence > others[late - 1].hit.sentence)
      self->pending[--to] = self->pending[--early];
    else
      self->pending[--to] = others[--late];
}

/* Whether an m:not forbids something, and what it asks of the item is so. */
static gboolean
is_veto (const Pending *pending)
{
  return pending->hit.rule->strength == STRENGTH_NOT && !pending->fails;
}

/* The m:not of a hit's concept among n hits; NULL: none. */
static const MatcherRule *
find_veto (const Pending *pending, guint n, const Hit *hit)
{
  for (guint i = 0; i < n; i++)
    if (is_veto (&pending[i]) && pending[i].hit.rule->concept == hit->rule->concept)
      return pending[i].hit.rule;
  return NULL;
}

/* Within one sentence, whose hits these are: what a concept's m:not forbids goes. hits
 * has room for them. */
static void
settle_sentence (Harvest *self, const Pending *pending, guint n, GArray *hits)
{
  gboolean vetoes = FALSE;

  for (guint i = 0; i < n; i++)
    vetoes = vetoes || is_veto (&pending[i]);
  for (guint i = 0; i < n; i++)
    {
      const Pending *one = &pending[i];
      Vetoed vetoed = { one->hit, NULL, one->title };

      if (one->hit.rule->strength == STRENGTH_NOT || one->fails)
        continue;
      if (vetoes)
        vetoed.veto = find_veto (pending, n, &one->hit);
      if (vetoed.veto == NULL)
        g_array_index (hits, Hit, hits->len++) = one->hit;
      else
        g_array_append_val (self->vetoed, vetoed);
    }
}

static void
make_room (GArray *array, guint n)
{
  g_array_set_size (array, n);
  g_array_set_size (array, 0);
}

void
harvest_settle (Harvest *self, GArray *title_hits, GArray *hits)
{
  const Pending *end = self->pending + self->n;

  make_room (title_hits, self->n);
  make_room (hits, self->n);
  g_array_set_size (self->vetoed, 0);
  for (const Pending *from = self->pending; from < end;)
    {
      const Pending *to = from;

      while (to < end && to->title == from->title
             && to->hit.sentence == from->hit.sentence)
        to++;
      settle_sentence (self, from, (guint)(to - from), from->title ? title_hits : hits);
      from = to;
    }
}
