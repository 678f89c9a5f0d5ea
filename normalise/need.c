/* need.c: a regular expression → strings of which a match has one. Whatever is not
 * understood here needs nothing, which is always true. */

#include "normalise/need_part.h"

#include <string.h>

#define MAX_DEPTH 24
#define LOOSE_COST 0.02 /* a code in the place of a string */
#define MANY 1000       /* as often as it likes */

/* A branch while its items are read. */
typedef struct
{
  NeedPart part;
  NeedString run; /* of items that stand together */
  gdouble cost;   /* of part.strings: how often they may stand in a text */
} Branch;

static void
append (NeedString *to, const NeedString *from)
{
  for (guint i = 0; i < from->n && to->n < NEED_MAX_CODES; i++)
    to->codes[to->n++] = from->codes[i];
}

static NeedPart read_branches (NeedSource *source);

/* Behind its "(". */
static NeedPart
read_group (NeedSource *source)
{
  gboolean around = FALSE, caseless = source->caseless;
  NeedPart part;

  if (source->at[0] == '*')
    source->lost = TRUE;
  if (source->at[0] == '?')
    {
      const gchar *p = source->at + 1;

      if (*p == '-' && p[1] == 'i' && p[2] == ':')
        p += 2; /* read as though case went for nothing: less is needed */
      else if (*p == 'i' && p[1] == ':')
        {
          source->caseless = TRUE;
          p++;
        }
      around = *p == '=' || *p == '!' || (*p == '<' && (p[1] == '=' || p[1] == '!'));
      if (*p == '<' && !around)
        p += strcspn (p, ">");
      else if (around)
        p += *p == '<';
      else if (*p != ':' && *p != '>')
        source->lost = TRUE;
      source->at = *p != '\0' ? p + 1 : p;
    }
  part = read_branches (source);
  source->caseless = caseless;
  if (*source->at == ')')
    source->at++;
  else
    source->lost = TRUE;
  if (!around)
    return part;
  g_clear_pointer (&part.strings, g_array_unref);
  return need_part_nothing ();
}

static NeedPart
read_item (NeedSource *source)
{
  gunichar c = g_utf8_get_char (source->at);
  NeedPart part;

  source->at = g_utf8_next_char (source->at);
  switch (c)
    {
    case '(':
      return read_group (source);
    case '[':
      return need_part_class (source);
    case '\\':
      return need_part_escape (source);
    case '.':
      return (NeedPart){ .openings = NEED_ALL_CODES };
    case '^':
      part = need_part_nothing ();
      part.anchored = !source->multiline;
      return part;
    case '$':
      return need_part_nothing ();
    default:
      return need_part_character (source, c);
    }
}

static gboolean
read_figures (const gchar **at, guint *number)
{
  const gchar *start = *at;

  *number = 0;
  for (; g_ascii_isdigit (**at) && *at - start < 6; (*at)++)
    *number = *number * 10 + (guint)g_ascii_digit_value (**at);
  return *at > start;
}

/* "{2}", "{2,}", "{2,4}"; FALSE: a brace that stands for itself. */
static gboolean
read_braces (NeedSource *source, guint *min, guint *max)
{
  const gchar *at = source->at + 1;

  if (!read_figures (&at, min))
    return FALSE;
  *max = *min;
  if (*at == ',')
    {
      at++;
      if (!read_figures (&at, max))
        *max = MANY;
    }
  if (*at != '}')
    return FALSE;
  source->at = at + 1;
  return TRUE;
}

static void
read_quantifier (NeedSource *source, guint *min, guint *max)
{
  gchar c = *source->at;

  *min = *max = 1;
  if (c == '{')
    {
      if (!read_braces (source, min, max))
        {
          *min = *max = 1;
          return;
        }
    }
  else if (c == '*' || c == '+' || c == '?')
    {
      *min = c == '+';
      *max = c == '?' ? 1 : MANY;
      source->at++;
    }
  else
    return;
  if (*source->at == '?' || *source->at == '+')
    source->at++;
}

/* ------------------------------------------------------------------------ branches */

static gdouble
cost_of (const GArray *strings)
{
  gdouble cost = 0;

  for (guint i = 0; i < strings->len; i++)
    {
      const NeedString *string = &g_array_index (strings, NeedString, i);
      gdouble one = 1;

      for (guint j = 0; j < MIN (string->n, 8); j++)
        one *= string->codes[j] < NEED_FIGURE ? 1 / 14.0 : 1 / 5.0;
      cost += one;
    }
  return cost;
}

/* Takes strings (transfer full) (nullable) if they say more than those that are known. */
static void
offer (Branch *branch, GArray *strings, guint32 loose)
{
  gdouble cost = 0;

  if (strings == NULL)
    return;
  cost = cost_of (strings);
  for (guint i = 0; i < NEED_N_CODES; i++)
    cost += (loose >> i & 1) * LOOSE_COST;
  if (branch->part.strings != NULL && cost >= branch->cost)
    {
      g_array_unref (strings);
      return;
    }
  g_clear_pointer (&branch->part.strings, g_array_unref);
  branch->part.strings = strings;
  branch->part.loose = loose;
  branch->cost = cost;
}

static void
end_run (Branch *branch)
{
  if (branch->run.n >= NEED_MIN_CODES)
    {
      GArray *strings = g_array_new (FALSE, FALSE, sizeof (NeedString));

      g_array_append_val (strings, branch->run);
      offer (branch, strings, 0);
    }
  branch->run.n = 0;
}

/* Puts an item (whose strings are taken) at the end of a branch. */
static void
push (Branch *branch, NeedPart *item, guint min, guint max, gboolean first)
{
  gboolean again = item->exact && min > 0;
  gboolean begins = branch->part.exact && branch->part.text.n == 0;

  if (first)
    branch->part.anchored = item->anchored && min > 0;
  if (branch->part.nullable)
    branch->part.openings |= item->openings;
  branch->part.nullable = branch->part.nullable && (item->nullable || min == 0);
  branch->part.figure = branch->part.figure || (item->figure && min > 0);
  if (again && item->text.n == 0)
    return;
  for (guint i = 0; again && i < MIN (min, NEED_MAX_CODES); i++)
    append (&branch->run, &item->text);
  if (again && min == max && min <= NEED_MAX_CODES)
    {
      for (guint i = 0; branch->part.exact && i < min; i++)
        if (branch->part.text.n + item->text.n <= NEED_MAX_CODES)
          append (&branch->part.text, &item->text);
        else
          branch->part.exact = FALSE;
      return;
    }
  branch->part.exact = FALSE;
  end_run (branch);
  if (again) /* the last of them stands before what follows */
    append (&branch->run, &item->text);
  else if (min > 0 && (item->loose == 0 || begins))
    offer (branch, g_steal_pointer (&item->strings), item->loose);
}

static NeedPart
read_branch (NeedSource *source)
{
  Branch branch = { .part = { .exact = TRUE, .nullable = TRUE } };
  gboolean first = TRUE;

  while (*source->at != '\0' && *source->at != '|' && *source->at != ')')
    {
      NeedPart item = read_item (source);
      guint min, max;

      read_quantifier (source, &min, &max);
      push (&branch, &item, min, max, first);
      g_clear_pointer (&item.strings, g_array_unref);
      first = FALSE;
    }
  end_run (&branch);
  return branch.part;
}

static gboolean
is_same (const NeedString *a, const NeedString *b)
{
  return a->n == b->n && memcmp (a->codes, b->codes, a->n) == 0;
}

/* What a branch may begin with and do without any string. */
static guint32
loose_of (const NeedPart *branch)
{
  if (branch->strings != NULL)
    return branch->loose;
  return branch->nullable ? NEED_ALL_CODES : branch->openings;
}

static void
add_branch (NeedPart *sum, NeedPart *branch)
{
  sum->nullable = sum->nullable || branch->nullable;
  sum->anchored = sum->anchored && branch->anchored;
  sum->figure = sum->figure && branch->figure;
  sum->openings |= branch->openings;
  sum->exact = sum->exact && branch->exact && is_same (&sum->text, &branch->text);
  sum->loose |= loose_of (branch);
  if (branch->strings == NULL)
    return;
  if (sum->strings == NULL)
    sum->strings = g_array_new (FALSE, FALSE, sizeof (NeedString));
  g_array_append_vals (sum->strings, branch->strings->data, branch->strings->len);
  g_clear_pointer (&branch->strings, g_array_unref);
}

static NeedPart
read_branches (NeedSource *source)
{
  NeedPart sum;

  if (++source->depth > MAX_DEPTH)
    source->lost = TRUE;
  if (source->lost)
    {
      source->at += strlen (source->at);
      return need_part_anything ();
    }
  sum = read_branch (source);
  sum.loose = loose_of (&sum);
  while (*source->at == '|')
    {
      NeedPart branch;

      source->at++;
      branch = read_branch (source);
      add_branch (&sum, &branch);
    }
  source->depth--;
  return sum;
}

Need *
need_of (const PatternRule *rule)
{
  Need *need = g_new0 (Need, 1);
  NeedSource source = { .at = rule->expression,
                        .caseless = (rule->flags & PATTERN_CASELESS) != 0,
                        .multiline = (rule->flags & PATTERN_MULTILINE) != 0 };
  NeedPart part = read_branches (&source);

  if (source.lost || *source.at != '\0')
    {
      g_clear_pointer (&part.strings, g_array_unref);
      part = need_part_anything ();
    }
  /* Only where a match begins is it known what it begins with. */
  if (part.strings != NULL
      && (part.strings->len > NEED_MAX_STRINGS
          || (part.loose != 0 && (!part.anchored || part.nullable))))
    g_clear_pointer (&part.strings, g_array_unref);
  *need = (Need){ part.strings,  part.loose,  part.anchored,
                  part.nullable, part.figure, part.openings };
  return need;
}

void
need_free (Need *need)
{
  if (need == NULL)
    return;
  if (need->strings != NULL)
    g_array_unref (need->strings);
  g_free (need);
}
