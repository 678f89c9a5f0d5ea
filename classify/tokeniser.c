/* tokeniser.c: text → words and sentences, in one pass over its bytes. */

#include "classify/tokeniser.h"

#include <string.h>

/* What a byte is to us; what is of no word has the bits of its BREAK_…. */
enum
{
  LETTER = 1 << 5,
  DIGIT = 1 << 6,
  APOSTROPHE = 1 << 7,
  OF_WORDS = LETTER | DIGIT | APOSTROPHE,
  LEAD = 0xff /* of a character of more than one byte */
};

static guint8 kinds[256];

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

void
prose_clear (Prose *prose)
{
  g_array_set_size (prose->tokens, 0);
  g_array_set_size (prose->sentences, 0);
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

static guint8
kind_of (guchar c)
{
  if (g_ascii_isalpha (c))
    return LETTER;
  if (g_ascii_isdigit (c))
    return DIGIT;
  if (c == '\'')
    return APOSTROPHE;
  return c >= 0x80 ? LEAD : break_of (c);
}

static void
make_kinds (void)
{
  static gsize made = 0;

  if (!g_once_init_enter (&made))
    return;
  for (guint i = 0; i < 256; i++)
    kinds[i] = kind_of ((guchar)i);
  g_once_init_leave (&made, 1);
}

/* What is being read, and what has been. */
typedef struct
{
  Lexicon *lexicon;
  const gchar *text;
  const gchar *end;
  Prose *prose;
  Token *tokens; /* the prose's */
  guint n;
  guint limit; /* of n: where there is no room, or the sentence is as long as it may be */
  guint line;
  guint8 before; /* BREAK_…: what stands between the last word and here */
  Sentence sentence;
  guint n_sentences;
} Reader;

/* Tokens and sentences are set down by the block, since there are so many. */
static void
make_room (GArray *array, guint n)
{
  if (n == array->len)
    g_array_set_size (array, n + MAX (n / 2, 1024));
}

static void
end_sentence (Reader *self)
{
  if (self->sentence.first == self->n)
    return;
  self->sentence.last = self->n;
  make_room (self->prose->sentences, self->n_sentences);
  g_array_index (self->prose->sentences, Sentence, self->n_sentences++) = self->sentence;
  self->sentence.first = self->n;
}

/* Whether the last sentence ends before this word. */
static gboolean
ends_before (const Reader *self, const Word *word)
{
  if (self->before & BREAK_LINE)
    return TRUE;
  if (!(self->before & BREAK_STOP) || self->n == 0
      || (self->tokens[self->n - 1].word->flags & WORD_ABBREVIATION))
    return FALSE;
  return (word->flags & (WORD_UPPER | WORD_NUMBER)) != 0
         || (self->before & BREAK_QUOTE) != 0;
}

/* Before some words a sentence ends, or there is no room. */
static void
prepare (Reader *self, const Word *word)
{
  GArray *tokens = self->prose->tokens;

  if (self->n - self->sentence.first >= LEXICON_MAX_SENTENCE || ends_before (self, word))
    end_sentence (self);
  if (self->n == self->sentence.first)
    self->sentence.line = self->line;
  make_room (tokens, self->n);
  self->tokens = (Token *)(gpointer)tokens->data;
  self->limit = MIN (tokens->len, self->sentence.first + LEXICON_MAX_SENTENCE);
}

static inline void
add_token (Reader *self, Word *word, const gchar *start, const gchar *end)
{
  Token *token;

  if (self->before != 0 || self->n == self->limit)
    prepare (self, word);
  token = &self->tokens[self->n++];
  token->word = word;
  token->start = (guint32)(start - self->text);
  token->end = (guint32)(end - self->text);
  token->before = self->before;
  self->before = 0;
}

/* Whether the word goes on at p: letters, figures, an apostrophe before a letter, and a
 * comma or stop between figures ("1,412"); not a footnote's mark ("homes³"). Moves p over
 * one character of it. */
static gboolean
goes_on (const gchar **at, const gchar *start, const gchar *end)
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

#define EACH(byte) (G_MAXUINT64 / 255 * (byte)) /* eight times the same */

/* How many of eight bytes, the first of which is the lowest, are letters before one that
 * is none. All eight are counted from 'a' at once, and bit 7 of each tells; a byte that
 * is no letter may spoil those above it. */
static inline guint
count_letters (guint64 bytes)
{
  guint64 from_a = (bytes | EACH (0x20)) - EACH ('a');
  guint64 others = (from_a | (from_a + EACH (0x7f - ('z' - 'a')))) & EACH (0x80);

  return others == 0 ? 8 : (guint)__builtin_ctzll (others) / 8;
}

/* The end of the word that begins at start, which is start if none does. */
static const gchar *
end_of_word (const gchar *start, const gchar *end)
{
  const gchar *p = start;

  while (p < end && *p != ' ' && goes_on (&p, start, end))
    ;
  return p;
}

/* A word of any make, or what stands between words, from p on; where it ends. */
static const gchar *
read_any (Reader *self, const gchar *p)
{
  guint8 kind = kinds[(guchar)*p];
  const gchar *end;

  if (!(kind & OF_WORDS))
    {
      self->before |= kind;
      self->line += *p == '\n';
      return p + 1;
    }
  end = end_of_word (p, self->end);
  if (end > p)
    {
      add_token (self, lexicon_word (self->lexicon, p, end - p, self->end - p), p, end);
      return end;
    }
  if (kind == LEAD)
    self->before |= break_of (g_utf8_get_char (p));
  return g_utf8_next_char (p);
}

#define PLAIN_MAX (SPELLING_WHOLE - 1) /* letters, so that what follows them is seen */

/* Nearly all words are up to PLAIN_MAX letters, and known, and a blank follows: reads one
 * from p on, where SPELLING_WHOLE bytes may be read. Where it ends; p: it is another. */
static inline const gchar *
read_plain (Reader *self, const gchar *p)
{
  Spelling spelling = { spelling_load (p), 0 };
  guint n = count_letters (spelling.head);
  Word *word;

  if (n < SPELLING_HALF)
    spelling.head &= (G_GUINT64_CONSTANT (1) << 8 * n) - 1;
  else
    {
      n += count_letters (spelling_load (p + SPELLING_HALF));
      if (n > PLAIN_MAX)
        return p;
      spelling.tail = spelling_load (p + n - SPELLING_HALF);
    }
  if (n == 0 || (p[n] != ' ' && (kinds[(guchar)p[n]] & OF_WORDS)))
    return p;
  word = lexicon_known (self->lexicon, spelling, n);
  if (word == NULL)
    return p;
  add_token (self, word, p, p + n);
  return p + n + (p[n] == ' ');
}

void
tokeniser_read (Lexicon *lexicon, const gchar *text, gsize length, Prose *prose)
{
  Reader reader = { .lexicon = lexicon,
                    .text = text,
                    .end = text + MIN (length, TOKENISER_MAX_TEXT),
                    .prose = prose };
  const gchar *p = text;

  make_kinds ();
  while ((gsize)(reader.end - p) >= SPELLING_WHOLE)
    {
      const gchar *start = p;

      p = read_plain (&reader, start);
      if (p == start)
        p = read_any (&reader, start);
    }
  while (p < reader.end)
    p = read_any (&reader, p);
  end_sentence (&reader);
  g_array_set_size (prose->tokens, reader.n);
  g_array_set_size (prose->sentences, reader.n_sentences);
}
