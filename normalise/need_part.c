/* need_part.c: characters, classes and escapes of an expression become parts. */

#include "normalise/need_part.h"

#include <string.h>

static guint32
bit_of (guint8 code)
{
  return (guint32)1 << code;
}

/* Of letters in any case, k may be the Kelvin sign and s the long s. */
static guint32
openings_of (const NeedSource *source, guint8 code)
{
  gboolean other = code == need_fold ('k') || code == need_fold ('s');

  return bit_of (code) | (source->caseless && other ? bit_of (NEED_LEAD) : 0);
}

NeedPart
need_part_anything (void)
{
  return (NeedPart){ .nullable = TRUE, .openings = NEED_ALL_CODES };
}

/* A sign of no width: it takes nothing and needs nothing. */
NeedPart
need_part_nothing (void)
{
  return (NeedPart){ .exact = TRUE, .nullable = TRUE };
}

/* General punctuation, "–" and "…", which has no cases. */
static gboolean
is_punctuation (gunichar c)
{
  return c >= 0x2000 && c < 0x2070;
}

/* A character as it stands in the expression. */
NeedPart
need_part_character (const NeedSource *source, gunichar c)
{
  gchar bytes[6];
  gint n = g_unichar_to_utf8 (c, bytes);
  gboolean cased = c >= 0x80 && !is_punctuation (c) && source->caseless;
  NeedPart part = { .exact = !cased, .openings = cased ? NEED_ALL_CODES : 0 };

  for (gint i = 0; i < n && !cased; i++)
    part.text.codes[part.text.n++] = need_fold ((guchar)bytes[i]);
  if (!cased)
    part.openings = openings_of (source, part.text.codes[0]);
  part.figure = c < 0x80 && g_ascii_isdigit ((gchar)c);
  return part;
}

/* Of a class: its codes, as bits; whether all its characters are ASCII. */
static void
add_to_class (const NeedSource *source, gunichar first, gunichar last, guint32 *codes,
              gboolean *ascii)
{
  for (gunichar c = first; c <= last && c < 0x80; c++)
    *codes |= openings_of (source, need_fold ((guchar)c));
  if (last < 0x80)
    return;
  *ascii = FALSE;
  *codes |= source->caseless && !(is_punctuation (first) && is_punctuation (last))
                ? NEED_ALL_CODES
                : bit_of (NEED_BEYOND) | bit_of (NEED_LEAD);
}

/* One character of a class, or NEED_ALL_CODES in codes for "\w" and the like. */
static gunichar
class_character (NeedSource *source, guint32 *codes, gboolean *ascii)
{
  gunichar c = g_utf8_get_char (source->at);

  source->at = g_utf8_next_char (source->at);
  if (c == '\\' && *source->at != '\0')
    {
      c = g_utf8_get_char (source->at);
      source->at = g_utf8_next_char (source->at);
      if (c < 0x80 && !g_ascii_isalnum ((gchar)c))
        return c;
      if (c == 'n' || c == 't')
        return c == 'n' ? '\n' : '\t';
      if ((c == 'p' || c == 'P') && *source->at == '{')
        source->at += strcspn (source->at, "}");
      *codes = NEED_ALL_CODES;
      *ascii = FALSE;
    }
  else if (c == '[' && (*source->at == ':' || *source->at == '=' || *source->at == '.'))
    source->lost = TRUE;
  return c;
}

/* Behind its "[". */
NeedPart
need_part_class (NeedSource *source)
{
  guint32 codes = 0;
  gboolean ascii = TRUE, negated = *source->at == '^';
  NeedPart part = { .nullable = FALSE };
  const gchar *start;

  source->at += negated;
  start = source->at;
  while (*source->at != '\0' && (*source->at != ']' || source->at == start))
    {
      gunichar first = class_character (source, &codes, &ascii), last = first;

      if (source->at[0] == '-' && source->at[1] != ']' && source->at[1] != '\0')
        {
          source->at++;
          last = class_character (source, &codes, &ascii);
        }
      add_to_class (source, MIN (first, last), MAX (first, last), &codes, &ascii);
    }
  if (*source->at == ']')
    source->at++;
  part.openings = negated ? NEED_ALL_CODES : codes;
  part.figure = !negated && ascii && codes == bit_of (NEED_FIGURE);
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
NeedPart
need_part_escape (NeedSource *source)
{
  gchar c = *source->at;

  if (c == '\0' || c == 'Q')
    {
      source->lost = TRUE;
      return need_part_anything ();
    }
  source->at = g_utf8_next_char (source->at);
  if (c == 'b' || c == 'B')
    return need_part_nothing ();
  if ((c == 'p' || c == 'P' || c == 'x' || c == 'g' || c == 'k' || c == 'o')
      && *source->at == '{')
    {
      source->at += strcspn (source->at, "}");
      source->at += *source->at == '}';
      return need_part_anything ();
    }
  if (c == 'x' || c == 'c' || c == 'o' || (guchar)c >= 0x80)
    {
      source->lost = TRUE;
      return need_part_anything ();
    }
  if (c == 'n' || c == 't')
    return need_part_character (source, c == 'n' ? '\n' : '\t');
  return g_ascii_isalnum (c) ? need_part_anything ()
                             : need_part_character (source, (guchar)c);
}
