/* tokeniser.c: text → words and sentences, in one pass over its bytes. */

#include "classify/tokeniser.h"

/* What a byte is to us. */
enum
{
  OTHER,
  LETTER,
  DIGIT,
  APOSTROPHE,
  LEAD /* of a character of more than one byte */
};

static guint8
kind_of (guchar c)
{
  if (g_ascii_isalpha (c))
    return LETTER;
  if (g_ascii_isdigit (c))
    return DIGIT;
  if (c == '\'')
    return APOSTROPHE;
  return c >= 0x80 ? LEAD : OTHER;
}

Prose *
prose_new (void)
{
  Prose *prose = g_new0 (Prose, 1);

  prose->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  prose->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  return prose;
}

void
prose_free (Prose *prose)
{
  if (prose == NULL)
    return;
  g_array_unref (prose->tokens);
  g_array_unref (prose->sentences);
  g_free (prose);
}

/* What stands between words says where clauses and sentences may end. */
static guint8
break_of (gunichar c)
{
  switch (c)
    {
    case ',':
      return BREAK_COMMA;
    case ';':
    case ':':
    case '(':
    case ')':
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x2022: /* • */
      return BREAK_CLAUSE;
    case '.':
    case '!':
    case '?':
      return BREAK_STOP;
    case '\n':
    case 0x2028:
    case 0x2029:
      return BREAK_LINE;
    case '"':
    case 0x201c:
    case 0x201d:
      return BREAK_QUOTE;
    default:
      return 0;
    }
}

static gboolean
ends_sentence (const Token *last, const Token *next)
{
  if (next->before & BREAK_LINE)
    return TRUE;
  if (!(next->before & BREAK_STOP) || (last->word->flags & WORD_ABBREVIATION))
    return FALSE;
  return (next->word->flags & (WORD_UPPER | WORD_NUMBER)) != 0
         || (next->before & BREAK_QUOTE) != 0;
}

static void
add_token (Prose *prose, Token token, guint line)
{
  Sentence *sentence = NULL;

  if (prose->sentences->len > 0)
    sentence = &g_array_index (prose->sentences, Sentence, prose->sentences->len - 1);
  if (sentence == NULL || sentence->last - sentence->first >= LEXICON_MAX_SENTENCE
      || ends_sentence (&g_array_index (prose->tokens, Token, prose->tokens->len - 1),
                        &token))
    {
      Sentence next = { prose->tokens->len, prose->tokens->len, line };

      g_array_append_val (prose->sentences, next);
      sentence = &g_array_index (prose->sentences, Sentence, prose->sentences->len - 1);
    }
  g_array_append_val (prose->tokens, token);
  sentence->last++;
}

/* Whether the word goes on at p: letters, figures, an apostrophe before a letter, and a
 * comma or stop between figures ("1,412"). Moves p over one character of it. */
static gboolean
goes_on (const guint8 *kinds, const gchar **at, const gchar *start, const gchar *end)
{
  const gchar *p = *at;
  guint8 kind = kinds[(guchar)*p];

  if (kind == LETTER || kind == DIGIT)
    {
      *at = p + 1;
      return TRUE;
    }
  if (kind == LEAD)
    {
      gunichar c = g_utf8_get_char (p);
      const gchar *next = g_utf8_next_char (p);

      if (c == 0x2019
              ? p > start && next < end && kinds[(guchar)*next] == LETTER
              : g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK)
        {
          *at = next;
          return TRUE;
        }
      return FALSE;
    }
  if (p == start || p + 1 >= end)
    return FALSE;
  if ((kind == APOSTROPHE && kinds[(guchar)p[1]] == LETTER)
      || ((*p == ',' || *p == '.') && kinds[(guchar)p[-1]] == DIGIT
          && kinds[(guchar)p[1]] == DIGIT))
    {
      *at = p + 1;
      return TRUE;
    }
  return FALSE;
}

void
tokeniser_read (Lexicon *lexicon, const gchar *text, gsize length, Prose *prose)
{
  guint8 kinds[256];
  const gchar *end = text + MIN (length, TOKENISER_MAX_TEXT);
  guint8 before = 0;
  guint line = 0;

  for (guint i = 0; i < 256; i++)
    kinds[i] = kind_of ((guchar)i);
  g_array_set_size (prose->tokens, 0);
  g_array_set_size (prose->sentences, 0);
  for (const gchar *p = text; p < end;)
    {
      const gchar *start = p;
      guint32 hash = LEXICON_HASH_START;

      for (const gchar *from = p; p < end && goes_on (kinds, &p, start, end); from = p)
        for (const gchar *q = from; q < p; q++)
          hash = LEXICON_HASH (hash, *q);
      if (p > start)
        {
          Token token = { lexicon_word (lexicon, start, p - start, hash),
                          (guint32)(start - text), (guint32)(p - text), before };

          add_token (prose, token, line);
          before = 0;
          continue;
        }
      gunichar c = (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);
      before |= break_of (c);
      line += c == '\n';
      p = g_utf8_next_char (p);
    }
}
