/* chain.c: candidates become the headings of a meeting's items. */

#include "normalise/chain.h"

#include "normalise/chain_end.h"

#include <string.h>

/* Numbers that may be skipped in one step. */
#define MAX_GAP 12
/* Points that a whole chain, and one heading alone, must have. */
#define ENOUGH 3.0
/* What a candidate behind the end of the meeting ("The meeting closed at 9 pm") loses. */
#define CLOSED 3.0

/* Of so many headings without numbers, one must be of those that all agendas have. */
#define KNOWN_SHARE 8
/* Points within which headings begin at the same place, and how many are compared. */
#define ALIGNED 12.0
#define MAX_ALIGNED 200
/* Parts of an agenda, each numbered from 1. */
#define MAX_PARTS 40
/* Numbers within a part that may be skipped in one step, and one more. */
#define MAX_SKIP 3

typedef struct
{
  guint candidate;
  gdouble own;   /* its points */
  gdouble total; /* of the best chain that ends here */
  gint before;   /* index of the step before, or -1 */
} Step;

typedef struct
{
  GArray *steps;    /* Step, in the document's order */
  GHashTable *best; /* value → index + 1 of the best step of that value */
  gboolean ordered; /* by numbers */
} Family;

static void
family_free (gpointer data)
{
  Family *family = data;

  g_array_unref (family->steps);
  g_hash_table_unref (family->best);
  g_free (family);
}

static Family *
family_get (GHashTable *families, GPtrArray *order, const gchar *key, gboolean ordered)
{
  Family *family = g_hash_table_lookup (families, key);

  if (family == NULL)
    {
      family = g_new0 (Family, 1);
      family->steps = g_array_new (FALSE, TRUE, sizeof (Step));
      family->best = g_hash_table_new (NULL, NULL);
      family->ordered = ordered;
      g_hash_table_insert (families, g_strdup (key), family);
      g_ptr_array_add (order, family);
    }
  return family;
}

static gdouble
step_cost (const Candidate *a, const Candidate *b, guint from, guint to)
{
  if (from == to)
    return b->number.suffix > a->number.suffix ? 0.3 : 2;
  if (to == from + 1)
    return 0;
  return 1.2 + 0.5 * (to - from - 1);
}

/* "C. Hall" alone is a name, or an entry of a list: letters go from A on. */
static gdouble
letter_cost (const Number *number)
{
  gboolean letter = strpbrk (number->form, "AaIi") != NULL && number->n_values == 1
                    && strchr (number->form, '#') == NULL;

  return letter ? 1.5 * (number->values[0] - 1) : 0;
}

static guint
best_of (const Family *family, guint value)
{
  return GPOINTER_TO_UINT (
      g_hash_table_lookup (family->best, GUINT_TO_POINTER (value + 1)));
}

static void
add_step (Family *family, const GArray *candidates, guint index, guint value,
          gdouble score)
{
  const Candidate *candidate = &g_array_index (candidates, Candidate, index);
  Step step = { .candidate = index,
                .total = score - letter_cost (&candidate->number),
                .before = -1 };
  guint known;

  for (guint from = value > MAX_GAP ? value - MAX_GAP : 0; from <= value; from++)
    {
      guint at = best_of (family, from);
      const Step *before;
      const Candidate *other;
      gdouble total;

      if (at == 0)
        continue;
      before = &g_array_index (family->steps, Step, at - 1);
      other = &g_array_index (candidates, Candidate, before->candidate);
      total = before->total + score - step_cost (other, candidate, from, value)
              - chain_style_cost (other, candidate);
      if (total > step.total)
        {
          step.total = total;
          step.before = (gint)at - 1;
        }
    }
  g_array_append_val (family->steps, step);
  known = best_of (family, value);
  if (known == 0 || g_array_index (family->steps, Step, known - 1).total < step.total)
    g_hash_table_insert (family->best, GUINT_TO_POINTER (value + 1),
                         GUINT_TO_POINTER (family->steps->len));
}

/* "19.03.5": of the three numbers any may be the one that counts; the others stay. */
static void
add_numbered (GHashTable *families, GPtrArray *order, const GArray *candidates,
              guint index, gdouble score)
{
  const Number *number = &g_array_index (candidates, Candidate, index).number;

  for (guint k = 0; k < number->n_values; k++)
    {
      g_autoptr (GString) key = g_string_new (number->form);

      g_string_append_printf (key, " %u", k);
      for (guint other = 0; other < number->n_values; other++)
        if (other != k)
          g_string_append_printf (key, " %u", number->values[other]);
      add_step (family_get (families, order, key->str, TRUE), candidates, index,
                number->values[k], score);
    }
}

/* Headings without numbers: all of one style that are worth anything. */
static void
add_heading (GHashTable *families, GPtrArray *order, const GArray *candidates,
             guint index, gdouble score)
{
  const Candidate *candidate = &g_array_index (candidates, Candidate, index);
  g_autofree gchar *key =
      g_strdup_printf ("heading %d %d %d", candidate->bold, (gint)(candidate->size + 0.5),
                       candidate->heading);
  Step step = { .candidate = index, .own = score, .total = score, .before = -1 };
  Family *family;

  if (score <= 0)
    return;
  family = family_get (families, order, key, FALSE);
  if (family->steps->len > 0)
    {
      step.before = (gint)family->steps->len - 1;
      step.total += g_array_index (family->steps, Step, step.before).total;
    }
  g_array_append_val (family->steps, step);
}

static gdouble
x0_of (const Family *family, const GArray *candidates, guint step)
{
  return g_array_index (candidates, Candidate,
                        g_array_index (family->steps, Step, step).candidate)
      .x0;
}

/* Headings of a family begin at one place of the page, or are centred: those that stand
 * elsewhere though most do not are headings inside an item. */
static void
align (Family *family, const GArray *candidates)
{
  guint n = family->steps->len;
  guint best = 0;
  gdouble left = 0;
  gdouble total = 0;
  guint kept = 0;

  for (guint i = 0; i < n && i < MAX_ALIGNED; i++)
    {
      gdouble x0 = x0_of (family, candidates, i);
      guint same = 0;

      for (guint k = 0; k < n && k < MAX_ALIGNED; k++)
        same += ABS (x0_of (family, candidates, k) - x0) < ALIGNED;
      if (same > best)
        {
          best = same;
          left = x0;
        }
    }
  if (10 * best < 6 * MIN (n, MAX_ALIGNED) || best == n)
    return;
  for (guint i = 0; i < n; i++)
    {
      Step step = g_array_index (family->steps, Step, i);

      if (ABS (x0_of (family, candidates, i) - left) >= ALIGNED)
        continue;
      total += step.own;
      step.total = total;
      step.before = (gint)kept - 1;
      g_array_index (family->steps, Step, kept++) = step;
    }
  g_array_set_size (family->steps, kept);
}

static guint
best_step (const Family *family)
{
  guint best = 0;

  for (guint i = 1; i < family->steps->len; i++)
    if (g_array_index (family->steps, Step, i).total
        > g_array_index (family->steps, Step, best).total)
      best = i;
  return best;
}

static GArray *
walk (const Family *family)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gint i = (gint)best_step (family); i >= 0;)
    {
      const Step *step = &g_array_index (family->steps, Step, i);

      g_array_prepend_val (chain, step->candidate);
      i = step->before;
    }
  return chain;
}

/* Bold lines are items of business if some have titles that agendas have. */
static gboolean
is_agenda (const Family *family, const GArray *candidates)
{
  guint known = 0;

  for (guint i = 0; i < family->steps->len; i++)
    {
      const Step *step = &g_array_index (family->steps, Step, i);

      known += g_array_index (candidates, Candidate, step->candidate).known;
    }
  return known * KNOWN_SHARE >= family->steps->len;
}

static void
weigh (GPtrArray *order, const GArray *candidates, const Family **numbered,
       const Family **headed, gdouble *totals)
{
  for (guint i = 0; i < order->len; i++)
    {
      Family *family = g_ptr_array_index (order, i);
      const Family **best = family->ordered ? numbered : headed;
      gdouble total;

      if (!family->ordered)
        align (family, candidates);
      total = g_array_index (family->steps, Step, best_step (family)).total;
      if (*best == NULL || total > totals[family->ordered])
        {
          *best = family;
          totals[family->ordered] = total;
        }
    }
}

static GArray *
best_titled (const GArray *candidates, guint closing_row)
{
  g_autoptr (GHashTable) families =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, family_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  const Family *numbered = NULL;
  const Family *headed = NULL;
  gdouble totals[2] = { 0, 0 };
  gboolean agenda;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      gdouble score = candidate->score - (candidate->row >= closing_row ? CLOSED : 0);

      if (candidate->numbered)
        add_numbered (families, order, candidates, i, score);
      else if (candidate->agenda_number != NULL)
        add_step (family_get (families, order, "(item)", TRUE), candidates, i,
                  (guint)g_ascii_strtoull (candidate->agenda_number, NULL, 10), score);
      else
        add_heading (families, order, candidates, i, score);
    }
  weigh (order, candidates, &numbered, &headed, totals);
  /* Bold headings inside numbered items earn points too: numbers have the say. */
  agenda = headed != NULL && totals[FALSE] >= ENOUGH && is_agenda (headed, candidates);
  if (numbered != NULL && totals[TRUE] >= ENOUGH
      && (totals[TRUE] >= 0.4 * totals[FALSE]
          || (!agenda && is_agenda (numbered, candidates))))
    return walk (numbered);
  if (agenda)
    return walk (headed);
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Numbered paragraphs without titles, as in "3. The minutes were approved.": a chain of
 * them, if one says what only minutes say. */
static GArray *
best_untitled (const GArray *candidates, guint closing_row)
{
  g_autoptr (GHashTable) families =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, family_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  const Family *numbered = NULL;
  const Family *headed = NULL;
  gdouble totals[2] = { 0, 0 };
  guint minuted = 0;
  GArray *chain;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->numbered && candidate->row < closing_row)
        add_numbered (families, order, candidates, i, 1);
    }
  weigh (order, candidates, &numbered, &headed, totals);
  if (numbered == NULL || totals[TRUE] < ENOUGH)
    return g_array_new (FALSE, FALSE, sizeof (guint));
  chain = walk (numbered);
  for (guint i = 0; i < chain->len; i++)
    minuted +=
        g_array_index (candidates, Candidate, g_array_index (chain, guint, i)).minuted;
  if (minuted * KNOWN_SHARE < chain->len)
    g_array_set_size (chain, 0);
  return chain;
}

static gboolean
is_title (const Candidate *candidate)
{
  return candidate->numbered && !candidate->prose
         && (candidate->bold || candidate->caps || candidate->heading);
}

static gboolean
same_look (const Candidate *a, const Candidate *b)
{
  return a->bold == b->bold && a->caps == b->caps && a->heading == b->heading
         && ABS (a->x0 - b->x0) < ALIGNED && ABS (a->size - b->size) < 0.6
         && a->number.closing == b->number.closing
         && strcmp (a->number.form, b->number.form) == 0;
}

/* Whether numbering begins anew with it: a title numbered 1 below the heading of a part.
 */
static gboolean
is_restart (const Candidate *candidate)
{
  return candidate->first && candidate->number.values[0] == 1
         && candidate->number.n_values == 1;
}

/* "PART I", 1 to 6, "PART II", 1 to 3: titles that look like the chain's first, each
 * numbered a little more than the one before or 1 in a new part. NULL if numbering never
 * begins anew, or that explains no more than the chain does. (transfer full) */
static GArray *
chain_of_parts (const GArray *candidates, guint closing_row, const GArray *whole)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));
  const Candidate *model =
      &g_array_index (candidates, Candidate, g_array_index (whole, guint, 0));
  guint parts = 0;
  guint last = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      guint value = candidate->number.values[0];

      if (!is_title (candidate) || candidate->row >= closing_row
          || !same_look (model, candidate))
        continue;
      if (value <= last && is_restart (candidate))
        parts++;
      else if (value <= last || value > last + MAX_SKIP || (last == 0 && value != 1))
        continue;
      last = value;
      g_array_append_val (chain, i);
    }
  if (parts > 0 && parts <= MAX_PARTS && chain->len > whole->len)
    return chain;
  g_array_unref (chain);
  return NULL;
}

GArray *
chain_best (const GArray *candidates, guint closing_row)
{
  GArray *chain = best_titled (candidates, closing_row);
  GArray *parts;

  if (chain->len == 0)
    {
      g_array_unref (chain);
      return best_untitled (candidates, closing_row);
    }
  chain_begin_at_one (candidates, chain);
  chain_go_on (candidates, closing_row, chain);
  chain_cross (candidates, closing_row, chain);
  chain_fill (candidates, chain);
  chain_divide (candidates, chain);
  parts = chain_of_parts (candidates, closing_row, chain);
  if (parts == NULL)
    return chain;
  g_array_unref (chain);
  return parts;
}
