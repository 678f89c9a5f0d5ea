/* paragraph.c: an item's text becomes paragraphs with the level of their lists. */

#include "normalise/paragraph.h"

#include "normalise/number.h"

#include <string.h>

/* The deepest list that is told apart; deeper ones count as this. */
#define MAX_DEPTH 8

/* Letters that a blank alone parts from the text, one after the other, make a list. */
#define MIN_LETTERS 2

/* "1." to "999."; four digits are years. */
#define MAX_DIGITS 3

/* "xxxviii" is the longest that lists of minutes need. */
#define MAX_ROMAN 8

/* "(v)" behind "(ii)" is still a numeral. */
#define MAX_SKIPPED 5

/* What stands at the front of bulleted paragraphs; U+F0B7, U+F0A7 and U+F0D8 are what
 * Word's symbol fonts leave behind. "o" is Courier's bullet of the second level. */
static const gunichar bullets[] = { 0x2022, 0xb7,   0x25cf, 0x25aa, 0x25a0, 0x25e6,
                                    0x2023, 0x2043, 0x2219, 0x25cb, 0x25ba, 0x27a2,
                                    0xf0b7, 0xf0a7, 0xf0d8, 0xf076, 0xf0fc, 0x2713,
                                    '*',    '-',    0x2013, 0x2014, 'o' };

Span
span_trim (const gchar *text, Span span)
{
  while (span.start < span.end)
    {
      gunichar c = g_utf8_get_char (text + span.start);

      if (!g_unichar_isspace (c) && c != 0x200b && c != 0xfeff)
        break;
      span.start = g_utf8_next_char (text + span.start) - text;
    }
  while (span.end > span.start)
    {
      const gchar *last = g_utf8_prev_char (text + span.end);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && c != 0x200b && c != 0xfeff)
        break;
      span.end = last - text;
    }
  return span;
}

static gsize
skip_blanks (const gchar *text, gsize from, gsize end)
{
  return span_trim (text, (Span){ from, end }).start;
}

static gboolean
blank_at (const gchar *text, gsize at, gsize end)
{
  return at < end && g_unichar_isspace (g_utf8_get_char (text + at));
}

/* "c" 3, "aa" 27, "bb" 28. */
static guint
alpha_value (const gchar *text, gsize length)
{
  guint value = g_ascii_tolower (text[0]) - 'a' + 1;

  if (length == 2 && text[0] == text[1])
    return value + 26;
  return length == 1 ? value : 0;
}

static gboolean
read_bullet (const gchar *text, Span span, Marker *marker, gsize *body)
{
  gunichar c = g_utf8_get_char (text + span.start);
  gsize after = g_utf8_next_char (text + span.start) - text;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (bullets[i] != c)
        continue;
      if (c < 0x80 || c == 0x2013 || c == 0x2014)
        if (!blank_at (text, after, span.end))
          return FALSE;
      *marker = (Marker){ MARKER_BULLET, c, 0, { span.start, span.start } };
      *body = skip_blanks (text, after, span.end);
      return *body < span.end;
    }
  return FALSE;
}

/* Where the word of a marker ends: digits, dots between them, letters. */
static gsize
word_end (const gchar *text, gsize from, gsize end)
{
  gsize at = from;

  while (at < end && at - from < 12
         && (g_ascii_isalnum (text[at])
             || (text[at] == '.' && at > from && g_ascii_isdigit (text[at - 1])
                 && at + 1 < end && g_ascii_isdigit (text[at + 1]))))
    at++;
  return at;
}

/* "17.3" followed by a word is a number; "2.5 million" and "10.30 am" are none. */
static gboolean
dotted_is_number (const gchar *text, gsize after, gsize end)
{
  gunichar c;

  if (after >= end || !blank_at (text, after, end))
    return FALSE;
  c = g_utf8_get_char (text + skip_blanks (text, after, end));
  return g_unichar_isupper (c) || g_unichar_ispunct (c) || c == 0x201c || c == 0x2018;
}

/* The style and value of a marker's word, "3", "17.3", "iv", "b", "R1", "4.5xi". */
static MarkerStyle
word_style (const gchar *word, gsize length, guint *value)
{
  gsize digits = 0, dots = 0, letters = 0, last = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (word[i] == '.')
        {
          dots++;
          last = i + 1;
        }
      else if (g_ascii_isdigit (word[i]))
        digits++;
      else
        letters++;
    }
  if (letters == 0 && digits - dots <= MAX_DIGITS + 3 && digits > 0)
    {
      *value = (guint)g_ascii_strtoull (word + last, NULL, 10);
      if (dots == 0)
        return digits <= MAX_DIGITS ? MARKER_DECIMAL : MARKER_NONE;
      return MARKER_DOTTED;
    }
  if (digits == 0 && length <= MAX_ROMAN)
    {
      *value = number_roman (word, length);
      if (*value > 0 && (length > 1 || g_ascii_tolower (word[0]) == 'i'))
        return MARKER_ROMAN;
      *value = alpha_value (word, length);
      return *value > 0 ? MARKER_ALPHA : MARKER_NONE;
    }
  if (letters > 0 && digits > 0 && length <= 8)
    {
      *value = 0;
      for (gsize i = 0; i < length; i++)
        if (g_ascii_isdigit (word[i]))
          *value = *value * 10 + (word[i] - '0');
      return MARKER_CODED;
    }
  return MARKER_NONE;
}

/* May text go on at `after` behind a marker that needs no bracket? "R1 that the…",
 * "17.3 RESOLVED": a word of code or dotted number stands free. */
static gboolean
stands_free (const gchar *text, Span span, gsize word, gsize after, MarkerStyle style)
{
  if (style == MARKER_DOTTED)
    return dotted_is_number (text, after, span.end);
  return style == MARKER_CODED && text[word] == 'R' && g_ascii_isdigit (text[word + 1])
         && blank_at (text, after, span.end);
}

gboolean
marker_read (const gchar *text, Span span, Marker *ret_marker, gsize *ret_body)
{
  gboolean opened;
  gsize word, after, number_end;
  MarkerStyle style;
  gunichar sign;
  guint value;

  if (span.start >= span.end)
    return FALSE;
  if (read_bullet (text, span, ret_marker, ret_body))
    return TRUE;
  opened = text[span.start] == '(' || text[span.start] == '[';
  word = span.start + (opened ? 1 : 0);
  after = word_end (text, word, span.end);
  if (after == word || after >= span.end)
    return FALSE;
  style = word_style (text + word, after - word, &value);
  if (style == MARKER_NONE)
    return FALSE;
  number_end = after;
  if (text[after] == ')' || text[after] == ']')
    {
      sign = opened ? '(' : ')';
      number_end = ++after;
      if (after < span.end && text[after] == '.')
        after++;
    }
  else if (opened || (style == MARKER_CODED && text[word] != 'R'))
    return FALSE;
  else if (text[after] == '.' || text[after] == ':')
    {
      sign = '.';
      after++;
      /* "1.That the report" has lost its blank; "e.g." and "5.30pm" are no markers. */
      if (!blank_at (text, after, span.end)
          && !(g_ascii_isdigit (text[word]) && after < span.end
               && g_ascii_isupper (text[after])))
        return FALSE;
    }
  else if (stands_free (text, span, word, after, style))
    sign = ' ';
  else
    return FALSE;
  if (g_ascii_isupper (text[word]) && style != MARKER_CODED)
    sign += 'A';
  *ret_body = skip_blanks (text, after, span.end);
  if (*ret_body >= span.end)
    return FALSE;
  *ret_marker =
      (Marker){ style, sign, value, { opened ? span.start : word, number_end } };
  return TRUE;
}

gboolean
marker_same_series (const Marker *a, const Marker *b)
{
  return a->style == b->style && a->sign == b->sign;
}

typedef struct
{
  Marker stack[MAX_DEPTH]; /* the last entry at each level */
  guint depth;
  gboolean interrupted; /* text outside the list stood since */
} Lists;

/* "(i)" after "(h)" is a letter; "(v)" after "(iv)" a numeral, "(c)" after "(b)" not. */
static void
settle_letter (const Lists *lists, const gchar *text, Marker *marker)
{
  gsize length = 0;
  const gchar *word = text + marker->number.start;
  guint roman, alpha;

  if (marker->style != MARKER_ALPHA && marker->style != MARKER_ROMAN)
    return;
  if (*word == '(' || *word == '[')
    word++;
  while (g_ascii_isalpha (word[length]))
    length++;
  roman = number_roman (word, length);
  alpha = alpha_value (word, length);
  for (guint i = lists->depth; i-- > 0;)
    {
      const Marker *last = &lists->stack[i];

      if (last->sign != marker->sign)
        continue;
      if (last->style == MARKER_ALPHA && alpha == last->value + 1)
        marker->style = MARKER_ALPHA;
      else if (last->style == MARKER_ROMAN && roman > last->value
               && roman <= last->value + MAX_SKIPPED)
        marker->style = MARKER_ROMAN;
      else
        continue;
      marker->value = marker->style == MARKER_ALPHA ? alpha : roman;
      return;
    }
}

static guint
place_in_lists (Lists *lists, const Marker *marker)
{
  guint at = lists->depth;

  if (marker->style == MARKER_NONE)
    {
      lists->interrupted = TRUE;
      return 0;
    }
  while (at-- > 0)
    if (marker_same_series (&lists->stack[at], marker))
      break;
  if (at == G_MAXUINT)
    {
      if (lists->interrupted)
        lists->depth = 0;
      at = MIN (lists->depth, MAX_DEPTH - 1);
    }
  /* After text of its own, a list that begins anew is an outer one. */
  else if (lists->interrupted && marker->style != MARKER_BULLET
           && marker->value != lists->stack[at].value + 1)
    at = 0;
  lists->interrupted = FALSE;
  lists->stack[at] = *marker;
  lists->depth = at + 1;
  return at + 1;
}

/* "A Approve": a capital letter, and a word that begins with one */
static gboolean
has_letter (const gchar *text, const Block *block, guint value)
{
  gsize start = block->span.start;

  return block->marker.style == MARKER_NONE && block->span.end - start > 3
         && text[start] == (gchar)('A' + value) && text[start + 1] == ' '
         && g_ascii_isupper (text[start + 2]);
}

/* "A Approve the bids" over "B Delegate the rest": letters that nothing parts from the
 * text but a blank are markers where they follow one another. */
static void
mark_letters (const gchar *text, GArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      guint n = 0;

      while (i + n < blocks->len && n < 26
             && has_letter (text, &g_array_index (blocks, Block, i + n), n))
        n++;
      for (guint k = 0; n >= MIN_LETTERS && k < n; k++)
        {
          Block *block = &g_array_index (blocks, Block, i + k);
          gsize start = block->span.start;

          block->marker =
              (Marker){ MARKER_ALPHA, ' ' + 'A', k + 1, { start, start + 1 } };
          block->body.start = start + 2;
          block->level = 1;
        }
      i += n > 0 ? n - 1 : 0;
    }
}

GArray *
blocks_of (const gchar *text)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  Lists lists = { 0 };
  gsize length = strlen (text);

  for (gsize from = 0; from < length;)
    {
      const gchar *end = memchr (text + from, '\n', length - from);
      gsize to = end != NULL ? (gsize)(end - text) : length;
      Block block = { 0 };

      block.span = span_trim (text, (Span){ from, to });
      block.body = block.span;
      from = to + 1;
      if (block.span.start >= block.span.end)
        continue;
      if (marker_read (text, block.span, &block.marker, &block.body.start))
        settle_letter (&lists, text, &block.marker);
      block.level = place_in_lists (&lists, &block.marker);
      g_array_append_val (blocks, block);
    }
  mark_letters (text, blocks);
  return blocks;
}

void
paragraphs_read (Item *item, const GArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);
      Span number = block->marker.number;
      Paragraph paragraph = { g_strndup (item->text + number.start,
                                         number.end - number.start),
                              block->span, block->level };

      g_array_append_val (item->paragraphs, paragraph);
    }
}
