/* chain_end.c: headings before and behind a chain that have little for them but their
 * numbers. */

#include "normalise/chain_end.h"

#include <string.h>

/* Headings that may be put before a chain, and the points that they may lack. */
#define MAX_FRONT 4
#define FRONT_LACK 2.5
/* Points that a heading behind a chain may lack. */
#define BACK_LACK 1.0
/* Headings that are looked at for parts of theirs. */
#define MAX_DIVIDED 2000
/* Points by which numbers of one column differ. */
#define SAME_PLACE 3
/* Heads of parts that may lie between "1.4" and "5.1", and the points such headings need.
 */
#define MAX_PARTS_AWAY 4
#define ACROSS_ENOUGH 1.0

gdouble
chain_style_cost (const Candidate *a, const Candidate *b)
{
  gdouble apart = ABS (a->x0 - b->x0);
  gdouble cost = 0;

  if (a->bold != b->bold)
    cost += 1.2;
  if (apart > 40)
    cost += 2;
  else if (apart > 15)
    cost += 1.2;
  if (a->caps != b->caps && MIN (strlen (a->title), strlen (b->title)) > 6)
    cost += 0.8;
  if (a->number.closing != b->number.closing)
    cost += 0.7;
  return cost;
}

/* "1. Opening remarks" and "2. Approval of the notes" may have little for them, and a
 * chain that begins at 3 everything: what goes before it down to 1, in the same style, is
 * its beginning. */
void
chain_begin_at_one (const GArray *candidates, GArray *chain)
{
  const Candidate *next;
  guint front[MAX_FRONT];
  guint n = 0;

  if (chain->len < 2)
    return;
  next = &g_array_index (candidates, Candidate, g_array_index (chain, guint, 0));
  if (!next->numbered || next->number.n_values != 1 || next->number.values[0] < 2
      || next->number.values[0] > MAX_FRONT + 1)
    return;
  for (guint i = g_array_index (chain, guint, 0); i > 0 && next->number.values[0] > 1;
       i--)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i - 1);

      if (!candidate->numbered
          || (candidate->prose ? candidate->number.closing == 0
                               : candidate->score < -FRONT_LACK)
          || strcmp (candidate->number.form, next->number.form) != 0
          || candidate->number.values[0] + 1 != next->number.values[0]
          || chain_style_cost (candidate, next) >= 1)
        continue;
      front[n++] = i - 1;
      next = candidate;
    }
  if (next->number.values[0] == 1)
    for (guint i = 0; i < n; i++)
      g_array_prepend_val (chain, front[i]);
}

/* "4. Grass cutting contract" and "5. Village signs", where no line is left free and no
 * agenda has such titles, have nothing for them but that they go on where a chain ends.
 */
void
chain_go_on (const GArray *candidates, guint closing_row, GArray *chain)
{
  guint at = g_array_index (chain, guint, chain->len - 1);
  const Candidate *last = &g_array_index (candidates, Candidate, at);

  if (chain->len < 2 || !last->numbered || last->number.n_values != 1)
    return;
  for (guint i = at + 1; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (!candidate->numbered || candidate->prose || candidate->title[0] == '\0'
          || candidate->score < -BACK_LACK || candidate->row > closing_row
          || strcmp (candidate->number.form, last->number.form) != 0
          || candidate->number.values[0] != last->number.values[0] + 1
          || chain_style_cost (candidate, last) >= 1)
        continue;
      g_array_append_val (chain, i);
      last = candidate;
    }
}

/* Whether b stands next behind a, where items are "1.3", "1.4", "2.1": numbered below the
 * heads of an agenda's parts. */
static gboolean
is_across (const Candidate *a, const Candidate *b)
{
  const guint *x = a->number.values, *y = b->number.values;

  return a->numbered && b->numbered && a->number.n_values == 2 && b->number.n_values == 2
         && strcmp (a->number.form, b->number.form) == 0 && b->title[0] != '\0'
         && ((y[0] == x[0] && y[1] == x[1] + 1)
             || (y[0] > x[0] && y[0] <= x[0] + MAX_PARTS_AWAY && y[1] == 1))
         && chain_style_cost (a, b) < 1;
}

/* A chain of "1.1" to "1.4" goes on with "2.1", or one of "2.1" to "2.6" has "1.1" to
 * "1.4" before it, if those are headings as good. */
void
chain_cross (const GArray *candidates, guint closing_row, GArray *chain)
{
  guint first = g_array_index (chain, guint, 0);
  guint last = g_array_index (chain, guint, chain->len - 1);

  if (chain->len < 2 || g_array_index (candidates, Candidate, first).number.n_values != 2
      || !g_array_index (candidates, Candidate, first).numbered)
    return;
  for (guint i = last + 1; i < candidates->len; i++)
    {
      const Candidate *next = &g_array_index (candidates, Candidate, i);

      if (next->row > closing_row || next->score < ACROSS_ENOUGH
          || !is_across (&g_array_index (candidates, Candidate, last), next))
        continue;
      g_array_append_val (chain, i);
      last = i;
    }
  for (guint i = first; i > 0; i--)
    {
      const Candidate *before = &g_array_index (candidates, Candidate, i - 1);
      guint at = i - 1;

      if (before->score < ACROSS_ENOUGH
          || !is_across (before, &g_array_index (candidates, Candidate, first)))
        continue;
      g_array_prepend_val (chain, at);
      first = at;
    }
}

/* Whether a candidate goes on in the form of the chain's a, which is no list's. */
static gboolean
is_next (const Candidate *a, const Candidate *candidate)
{
  return candidate->numbered && candidate->number.n_values == 1
         && candidate->number.closing == a->number.closing
         && strcmp (candidate->number.form, a->number.form) == 0;
}

/* Between 4 and 6 of a chain: the one candidate that is 5, and does not go on from a 4 of
 * its own. 0: none. */
static guint
find_missing (const GArray *candidates, guint from, guint to)
{
  const Candidate *a = &g_array_index (candidates, Candidate, from);
  guint value = a->number.values[0];
  guint missing = 0;

  for (guint i = from + 1; i < to; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (!is_next (a, candidate))
        continue;
      if (missing != 0 && candidate->number.values[0] == value + 1)
        return 0;
      if (candidate->number.values[0] == value)
        return 0;
      if (candidate->number.values[0] == value + 1)
        missing = i;
    }
  return missing;
}

/* Whether the candidate may be one of the chain's a: it looks like it, or stands at its
 * place and is good enough ("338 PLANNING COMMITTEE (for members of that committee)", of
 * which half is bold). */
static gboolean
fits (const Candidate *candidate, const Candidate *a)
{
  if (ABS (candidate->x0 - a->x0) < SAME_PLACE && candidate->score >= 0
      && !candidate->prose)
    return TRUE;
  return a->number.closing != 0 && chain_style_cost (candidate, a) < 1;
}

/* "5. Following the election there was one vacancy.": a paragraph without a title,
 * between 4 and 6. */
void
chain_fill (const GArray *candidates, GArray *chain)
{
  for (guint k = 0; k + 1 < chain->len; k++)
    {
      guint from = g_array_index (chain, guint, k);
      guint to = g_array_index (chain, guint, k + 1);
      const Candidate *a = &g_array_index (candidates, Candidate, from);
      const Candidate *b = &g_array_index (candidates, Candidate, to);
      guint missing;

      if (!a->numbered || a->number.n_values != 1 || !is_next (a, b)
          || b->number.values[0] != a->number.values[0] + 2)
        continue;
      missing = find_missing (candidates, from, to);
      if (missing != 0 && fits (&g_array_index (candidates, Candidate, missing), a))
        g_array_insert_val (chain, k + 1, missing);
    }
}

/* A number alone on its line, its title in the next, in a source without pages. */
static gboolean
is_alone (const Candidate *candidate)
{
  return candidate->numbered && candidate->size <= 0 && candidate->title[0] != '\0'
         && candidate->run_in_row == candidate->row + 1
         && candidate->body_row == candidate->row + 2;
}

/* "4.1" over "Minute 6 – Annual Report", where "4." and "5." stand over titles too: an
 * item of its own below 4. */
void
chain_divide (const GArray *candidates, GArray *chain)
{
  for (guint k = 0; k < chain->len && k < MAX_DIVIDED; k++)
    {
      guint at = g_array_index (chain, guint, k);
      const Candidate *a = &g_array_index (candidates, Candidate, at);
      guint end =
          k + 1 < chain->len ? g_array_index (chain, guint, k + 1) : candidates->len;
      guint part = a->number.n_values == 2 ? a->number.values[1] : 0;

      if (!is_alone (a))
        continue;
      for (guint i = at + 1; i < end; i++)
        {
          const Candidate *candidate = &g_array_index (candidates, Candidate, i);

          if (!is_alone (candidate) || candidate->number.n_values != 2
              || candidate->number.values[0] != a->number.values[0]
              || candidate->number.values[1] != part + 1 || candidate->prose)
            continue;
          g_array_insert_val (chain, k + 1, i);
          break;
        }
    }
}
