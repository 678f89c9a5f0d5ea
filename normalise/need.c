/* need.c: a regular expression → strings of which a match has one. Whatever is not
 * understood here needs nothing, which is always true. */

#include "normalise/need.h"

#include <string.h>

#define MAX_DEPTH 24
#define ALL_CODES G_MAXUINT32
#define LOOSE_COST 0.02 /* a code in the place of a string */
#define MANY 1000       /* as often as it likes */

/* What a part of an expression says: an item, a branch, or a group. */
typedef struct
{
  GArray *strings; /* (nullable): one of them stands in it … */
  guint32 loose;   /* … unless it begins with one of these codes, as bits */
  gboolean exact;  /* it is always this string, in codes */
  NeedString text; /* which */
  gboolean nullable;
  gboolean anchored;
  guint32 openings;
} Part;

/* An expression while it is read. */
typedef struct
{
  const gchar *at;
  gboolean caseless;
  gboolean multiline;
  gboolean lost; /* something was not understood */
  guint depth;
} Reader;

/* A branch while its items are read. */
typedef struct
{
  Part part;
  NeedString run; /* of items that stand together */
  gdouble cost;   /* of part.strings: how often they may stand in a text */
} Branch;

guint8
need_fold (guchar byte)
{
  if (g_ascii_isalpha (byte))
    return NEED_A + (guint8)(g_ascii_tolower ((gchar)byte) - 'a');
  if (g_ascii_isdigit (byte))
    return NEED_FIGURE;
  if (byte == ' ')
    return NEED_SPACE;
  if (byte == 0xc5 || byte == 0xe2)
    return NEED_LEAD;
  return byte < 0x80 ? NEED_SIGN : NEED_BEYOND;
}

static guint32
bit_of (guint8 code)
{
  return (guint32)1 << code;
}

/* Of letters in any case, k may be the Kelvin sign and s the long s. */
static guint32
openings_of (const Reader *reader, guint8 code)
{
  gboolean other = code == need_fold ('k') || code == need_fold ('s');

  return bit_of (code) | (reader->caseless && other ? bit_of (NEED_LEAD) : 0);
}

static Part
anything (void)
{
  return (Part){ .nullable = TRUE, .openings = ALL_CODES };
}

/* A sign of no width: it takes nothing and needs nothing. */
static Part
nothing (void)
{
  return (Part){ .exact = TRUE, .nullable = TRUE };
}

static void
append (NeedString *to, const NeedString *from)
{
  for (guint i = 0; i < from->n && to->n < NEED_MAX_CODES; i++)
    to->codes[to->n++] = from->codes[i];
}

/* General punctuation, "–" and "…", which has no cases. */
static gboolean
is_punctuation (gunichar c)
{
  return c >= 0x2000 && c < 0x2070;
}

/* A character as it stands in the expression. */
static Part
character (const Reader *reader, gunichar c)
{
  gchar bytes[6];
  gint n = g_unichar_to_utf8 (c, bytes);
  gboolean cased = c >= 0x80 && !is_punctuation (c) && reader->caseless;
  Part part = { .exact = !cased, .openings = cased ? ALL_CODES : 0 };

  for (gint i = 0; i < n && !cased; i++)
    part.text.codes[part.text.n++] = need_fold ((guchar)bytes[i]);
  if (!cased)
    part.openings = openings_of (reader, part.text.codes[0]);
  return part;
}

/* Of a class: its codes, as bits; whether all its characters are ASCII. */
static void
add_to_class (const Reader *reader, gunichar first, gunichar last, guint32 *codes,
              gboolean *ascii)
{
  for (gunichar c = first; c <= last && c < 0x80; c++)
    *codes |= openings_of (reader, need_fold ((guchar)c));
  if (last < 0x80)
    return;
  *ascii = FALSE;
  *codes |= reader->caseless && !(is_punctuation (first) && is_punctuation (last))
                ? ALL_CODES
                : bit_of (NEED_BEYOND) | bit_of (NEED_LEAD);
}

/* One character of a class, or ALL_CODES in codes for "\w" and the like. */
static gunichar
class_character (Reader *reader, guint32 *codes, gboolean *ascii)
{
  gunichar c = g_utf8_get_char (reader->at);

  reader->at = g_utf8_next_char (reader->at);
  if (c == '\\' && *reader->at != '\0')
    {
      c = g_utf8_get_char (reader->at);
      reader->at = g_utf8_next_char (reader->at);
      if (c < 0x80 && !g_ascii_isalnum ((gchar)c))
        return c;
      if (c == 'n' || c == 't')
        return c == 'n' ? '\n' : '\t';
      if ((c == 'p' || c == 'P') && *reader->at == '{')
        reader->at += strcspn (reader->at, "}");
      *codes = ALL_CODES;
      *ascii = FALSE;
    }
  else if (c == '[' && (*reader->at == ':' || *reader->at == '=' || *reader->at == '.'))
    reader->lost = TRUE;
  return c;
}

/* Behind its "[". */
static Part
read_class (Reader *reader)
{
  guint32 codes = 0;
  gboolean ascii = TRUE, negated = *reader->at == '^';
  Part part = { .nullable = FALSE };
  const gchar *start;

  reader->at += negated;
  start = reader->at;
  while (*reader->at != '\0' && (*reader->at != ']' || reader->at == start))
    {
      gunichar first = class_character (reader, &codes, &ascii), last = first;

      if (reader->at[0] == '-' && reader->at[1] != ']' && reader->at[1] != '\0')
        {
          reader->at++;
          last = class_character (reader, &codes, &ascii);
        }
      add_to_class (reader, MIN (first, last), MAX (first, last), &codes, &ascii);
    }
  if (*reader->at == ']')
    reader->at++;
  part.openings = negated ? ALL_CODES : codes;
  codes &= ~bit_of (NEED_LEAD);
  if (!negated && ascii && codes != 0 && (codes & (codes - 1)) == 0)
    {
      part.exact = TRUE;
      part.text.n = 1;
      part.text.codes[0] = (guint8)g_bit_nth_lsf (codes, -1);
    }
  return part;
}

/* Behind its "\". */
static Part
read_escape (Reader *reader)
{
  gchar c = *reader->at;

  if (c == '\0' || c == 'Q')
    {
      reader->lost = TRUE;
      return anything ();
    }
  reader->at = g_utf8_next_char (reader->at);
  if (c == 'b' || c == 'B')
    return nothing ();
  if ((c == 'p' || c == 'P' || c == 'x' || c == 'g' || c == 'k' || c == 'o')
      && *reader->at == '{')
    {
      reader->at += strcspn (reader->at, "}");
      reader->at += *reader->at == '}';
      return anything ();
    }
  if (c == 'x' || c == 'c' || c == 'o' || (guchar)c >= 0x80)
    {
      reader->lost = TRUE;
      return anything ();
    }
  if (c == 'n' || c == 't')
    return character (reader, c == 'n' ? '\n' : '\t');
  return g_ascii_isalnum (c) ? anything () : character (reader, (guchar)c);
}

static Part read_branches (Reader *reader);

/* Behind its "(". */
static Part
read_group (Reader *reader)
{
  gboolean around = FALSE, caseless = reader->caseless;
  Part part;

  if (reader->at[0] == '*')
    reader->lost = TRUE;
  if (reader->at[0] == '?')
    {
      const gchar *p = reader->at + 1;

      if (*p == '-' && p[1] == 'i' && p[2] == ':')
        p += 2; /* read as though case went for nothing: less is needed */
      else if (*p == 'i' && p[1] == ':')
        {
          reader->caseless = TRUE;
          p++;
        }
      around = *p == '=' || *p == '!' || (*p == '<' && (p[1] == '=' || p[1] == '!'));
      if (*p == '<' && !around)
        p += strcspn (p, ">");
      else if (around)
        p += *p == '<';
      else if (*p != ':' && *p != '>')
        reader->lost = TRUE;
      reader->at = *p != '\0' ? p + 1 : p;
    }
  part = read_branches (reader);
  reader->caseless = caseless;
  if (*reader->at == ')')
    reader->at++;
  else
    reader->lost = TRUE;
  if (!around)
    return part;
  g_clear_pointer (&part.strings, g_array_unref);
  return nothing ();
}

static Part
read_item (Reader *reader)
{
  gunichar c = g_utf8_get_char (reader->at);
  Part part;

  reader->at = g_utf8_next_char (reader->at);
  switch (c)
    {
    case '(':
      return read_group (reader);
    case '[':
      return read_class (reader);
    case '\\':
      return read_escape (reader);
    case '.':
      return (Part){ .openings = ALL_CODES };
    case '^':
      part = nothing ();
      part.anchored = !reader->multiline;
      return part;
    case '$':
      return nothing ();
    default:
      return character (reader, c);
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
read_braces (Reader *reader, guint *min, guint *max)
{
  const gchar *at = reader->at + 1;

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
  reader->at = at + 1;
  return TRUE;
}

static void
read_quantifier (Reader *reader, guint *min, guint *max)
{
  gchar c = *reader->at;

  *min = *max = 1;
  if (c == '{')
    {
      if (!read_braces (reader, min, max))
        {
          *min = *max = 1;
          return;
        }
    }
  else if (c == '*' || c == '+' || c == '?')
    {
      *min = c == '+';
      *max = c == '?' ? 1 : MANY;
      reader->at++;
    }
  else
    return;
  if (*reader->at == '?' || *reader->at == '+')
    reader->at++;
}

/* ---------------------------------------------------------------------------- branches
 */

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
push (Branch *branch, Part *item, guint min, guint max, gboolean first)
{
  gboolean again = item->exact && min > 0;
  gboolean begins = branch->part.exact && branch->part.text.n == 0;

  if (first)
    branch->part.anchored = item->anchored && min > 0;
  if (branch->part.nullable)
    branch->part.openings |= item->openings;
  branch->part.nullable = branch->part.nullable && (item->nullable || min == 0);
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

static Part
read_branch (Reader *reader)
{
  Branch branch = { .part = { .exact = TRUE, .nullable = TRUE } };
  gboolean first = TRUE;

  while (*reader->at != '\0' && *reader->at != '|' && *reader->at != ')')
    {
      Part item = read_item (reader);
      guint min, max;

      read_quantifier (reader, &min, &max);
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
loose_of (const Part *branch)
{
  if (branch->strings != NULL)
    return branch->loose;
  return branch->nullable ? ALL_CODES : branch->openings;
}

static void
add_branch (Part *sum, Part *branch)
{
  sum->nullable = sum->nullable || branch->nullable;
  sum->anchored = sum->anchored && branch->anchored;
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

static Part
read_branches (Reader *reader)
{
  Part sum;

  if (++reader->depth > MAX_DEPTH)
    reader->lost = TRUE;
  if (reader->lost)
    {
      reader->at += strlen (reader->at);
      return anything ();
    }
  sum = read_branch (reader);
  sum.loose = loose_of (&sum);
  while (*reader->at == '|')
    {
      Part branch;

      reader->at++;
      branch = read_branch (reader);
      add_branch (&sum, &branch);
    }
  reader->depth--;
  return sum;
}

Need *
need_of (const PatternRule *rule)
{
  Need *need = g_new0 (Need, 1);
  Reader reader = { .at = rule->expression,
                    .caseless = (rule->flags & PATTERN_CASELESS) != 0,
                    .multiline = (rule->flags & PATTERN_MULTILINE) != 0 };
  Part part = read_branches (&reader);

  if (reader.lost || *reader.at != '\0')
    {
      g_clear_pointer (&part.strings, g_array_unref);
      part = anything ();
    }
  /* Only where a match begins is it known what it begins with. */
  if (part.strings != NULL
      && (part.strings->len > NEED_MAX_STRINGS
          || (part.loose != 0 && (!part.anchored || part.nullable))))
    g_clear_pointer (&part.strings, g_array_unref);
  *need = (Need){ part.strings, part.loose, part.anchored, part.nullable, part.openings };
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
