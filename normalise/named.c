/* named.c: what was told of inspections becomes one record of each. */

#include "normalise/named.h"

#include "normalise/grade.h"

#include <string.h>

static void
named_clear (gpointer data)
{
  Named *named = data;

  if (named->judgements != NULL)
    g_array_unref (named->judgements);
}

GArray *
named_list_new (void)
{
  GArray *named = g_array_new (FALSE, TRUE, sizeof (Named));

  g_array_set_clear_func (named, named_clear);
  return named;
}

Named *
named_list_add (GArray *named, const FrameworkRule *framework, Span span, guint block)
{
  Named one = { .framework = framework, .span = span, .block = block };

  if (named->len >= MAX_NAMED)
    return NULL;
  one.judgements = judgements_new ();
  g_array_append_val (named, one);
  return named_list_last (named);
}

Named *
named_list_last (const GArray *named)
{
  return named->len > 0 ? &g_array_index (named, Named, named->len - 1) : NULL;
}

/* Can both be one day: "2018" and "2018-11"? */
static gboolean
agree (const Date *a, const Date *b)
{
  if (a->year == 0 || b->year == 0)
    return TRUE;
  if (a->year != b->year)
    return FALSE;
  if (a->month == 0 || b->month == 0)
    return TRUE;
  return a->month == b->month && (a->day == 0 || b->day == 0 || a->day == b->day);
}

static guint
exactness (const Date *date)
{
  return (date->year > 0) + (date->month > 0) + (date->day > 0);
}

static gboolean
merge (Named *into, const Named *other)
{
  if (into->framework->framework != other->framework->framework
      || strcmp (into->framework->kind, other->framework->kind) != 0)
    return FALSE;
  if (!agree (&into->date, &other->date) || !agree (&into->published, &other->published))
    return FALSE;
  if (exactness (&other->date) > exactness (&into->date))
    {
      into->date = other->date;
      into->span = other->span;
    }
  if (exactness (&other->published) > exactness (&into->published))
    into->published = other->published;
  for (guint i = 0; i < other->judgements->len; i++)
    {
      const Judgement *judgement = &g_array_index (other->judgements, Judgement, i);
      judgements_add (into->judgements, judgement->judgement, judgement->grade);
    }
  return TRUE;
}

static gint
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *x = a, *y = b;

  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

void
named_list_hand_over (GArray *named, Item *item)
{
  for (guint i = 0; i < named->len; i++)
    for (guint j = i + 1; j < named->len;)
      if (merge (&g_array_index (named, Named, i), &g_array_index (named, Named, j)))
        g_array_remove_index (named, j);
      else
        j++;
  g_array_sort (named, compare_named);
  for (guint i = 0; i < named->len; i++)
    {
      Named *one = &g_array_index (named, Named, i);
      InspectionMention mention = { 0 };

      mention.framework = g_strdup (one->framework->framework);
      mention.kind = g_strdup (one->framework->kind);
      mention.date = date_format (&one->date);
      mention.published = date_format (&one->published);
      mention.judgements = g_steal_pointer (&one->judgements);
      mention.span = one->span;
      g_array_append_val (item->inspections, mention);
    }
}
