/* tokeniser.c: text → words and sentences, in one pass over its bytes. */

#include "classify/tokeniser.h"

#include <string.h>

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

/* Tokens are set down by the block, since there is one for every six bytes. */
#define BLOCK 1024

/* What is being read, and what has been. */
typedef struct
{
  Prose *prose;
  Token *tokens; /* the prose's */
  guint n;
  guint room; /* of tokens */
  Sentence sentence;
} Writer;

static void
make_room (Writer *self)
{
  self->room = self->n + MAX (self->n / 2, BLOCK);
  g_array_set_size (self->prose->tokens, self->room);
  self->tokens = (Token *)(gpointer)self->prose->tokens->data;
}

static void
end_sentence (Writer *self)
{
  if (self->sentence.first == self->n)
    return;
  self->sentence.last = self->n;
  g_array_append_val (self->prose->sentences, self->sentence);
  self->sentence.first = self->n;
}

static inline void
add_token (Writer *self, const Token *token, guint line)
{
  if (self->n == self->room)
    make_room (self);
  if (self->n - self->sentence.first >= LEXICON_MAX_SENTENCE
      || (token->before != 0 && self->n > 0
          && ends_sentence (&self->tokens[self->n - 1], token)))
    end_sentence (self);
  if (self->n == self->sentence.first)
    self->sentence.line = line;
  self->tokens[self->n++] = *token;
}

/* Whether the word goes on at p: letters, figures, an apostrophe before a letter, and a
 * comma or stop between figures ("1,412"); not a footnote's mark ("homes³"). Moves p over
 * one character of it. */
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
              : (g_unichar_isalnum (c) && g_unichar_type (c) != G_UNICODE_OTHER_NUMBER)
                    || g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK)
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

/* The kinds of all bytes. */
static const guint8 *
get_kinds (void)
{
  static guint8 kinds[256];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < 256; i++)
        kinds[i] = kind_of ((guchar)i);
      g_once_init_leave (&made, 1);
    }
  return kinds;
}

#define EACH(byte) (G_MAXUINT64 / 255 * (byte)) /* eight times the same */

/* How many of eight bytes, the first of which is the lowest, are letters before one that
 * is none: all eight are added to at once, so that bit 7 of each tells. */
static inline guint
count_letters (guint64 bytes)
{
  guint64 small = (bytes | EACH (0x20)) & EACH (0x7f);
  guint64 from_a = small + EACH (0x80 - 'a');
  guint64 behind_z = small + EACH (0x80 - 'z' - 1);
  guint64 others = (~from_a | behind_z | bytes) & EACH (0x80);

  return others == 0 ? 8 : (guint)__builtin_ctzll (others) / 8;
}

static inline const gchar *
skip_letters (const guint8 *kinds, const gchar *p, const gchar *end)
{
  while (end - p >= 8)
    {
      guint64 bytes;
      guint n;

      memcpy (&bytes, p, sizeof bytes);
      n = count_letters (GUINT64_FROM_LE (bytes));
      p += n;
      if (n < 8)
        return p;
    }
  while (p < end && kinds[(guchar)*p] == LETTER)
    p++;
  return p;
}

/* The end of the word that begins at start, which is start if none does. */
static inline const gchar *
end_of_word (const guint8 *kinds, const gchar *start, const gchar *end)
{
  const gchar *p = start;

  do
    p = skip_letters (kinds, p, end);
  while (p < end && *p != ' ' && goes_on (kinds, &p, start, end));
  return p;
}

void
tokeniser_read (Lexicon *lexicon, const gchar *text, gsize length, Prose *prose)
{
  const guint8 *kinds = get_kinds ();
  const gchar *end = text + MIN (length, TOKENISER_MAX_TEXT);
  Writer writer = { .prose = prose, .room = prose->tokens->len };
  guint8 before = 0;
  guint line = 0;

  writer.tokens = (Token *)(gpointer)prose->tokens->data;
  g_array_set_size (prose->sentences, 0);
  for (const gchar *p = text; p < end;)
    {
      const gchar *start = p;
      gunichar c;

      if (*p == ' ')
        {
          p++;
          continue;
        }
      p = end_of_word (kinds, start, end);
      if (p > start)
        {
          Token token = { lexicon_word (lexicon, start, p - start, end - start),
                          (guint32)(start - text), (guint32)(p - text), before };

          add_token (&writer, &token, line);
          before = 0;
          continue;
        }
      c = (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);
      before |= break_of (c);
      line += c == '\n';
      p = g_utf8_next_char (p);
    }
  end_sentence (&writer);
  g_array_set_size (prose->tokens, writer.n);
}
