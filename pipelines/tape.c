/* tape.c: marks are set in one pass from left to right; strings and numbers are made of
 * them when they are asked for. What passes something is given where it begins and gives
 * back where it ends, NULL where it is none. */

#include "pipelines/escape.h"
#include "pipelines/tape.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* Keys of one object that are compared each with each; more are looked up. */
#define MAX_COMPARED 48

/* Room for the values of one text, to begin with, kept for the next, and at most. */
#define FIRST_MARKS 1024
#define KEPT_MARKS (1u << 16)
#define MAX_MARKS (1u << 23)

/* Bytes of an integer that surely fits into gint64. */
#define SHORT_INTEGER 18

/* Eight bytes at a time: in each of them the lowest bit, and the highest. */
#define EACH_LOWEST 0x0101010101010101u
#define EACH_HIGHEST 0x8080808080808080u

struct Tape
{
  TapeValue *marks;
  guint n_marks;
  guint room; /* for so many of them */
  const gchar *start;
  const gchar *end;
  guint known;          /* an object of which no key is there twice; 0: none yet */
  const gchar *problem; /* (nullable) what is wrong … */
  const gchar *p;       /* … here */
};

G_DEFINE_QUARK (heed_tape_error_quark, tape_error)

Tape *
tape_new (void)
{
  Tape *self = g_new0 (Tape, 1);

  self->room = FIRST_MARKS;
  self->marks = g_new (TapeValue, self->room);
  return self;
}

void
tape_free (Tape *self)
{
  if (self == NULL)
    return;
  g_free (self->marks);
  g_free (self);
}

gboolean
tape_is_large (const Tape *self)
{
  return self->room > KEPT_MARKS;
}

static const gchar *
fail (Tape *self, const gchar *p, const gchar *problem)
{
  self->problem = problem;
  self->p = p;
  return NULL;
}

static TapeValue *
get_mark (Tape *self, guint i)
{
  return &self->marks[i];
}

static guint
add_mark (Tape *self, TapeKind kind, const gchar *text)
{
  if (self->n_marks == self->room)
    {
      self->room *= 2;
      self->marks = g_renew (TapeValue, self->marks, self->room);
    }
  self->marks[self->n_marks] = (TapeValue){ .kind = kind, .text = text };
  return self->n_marks++;
}

static void
end_mark (Tape *self, guint i, gsize length)
{
  TapeValue *mark = get_mark (self, i);

  mark->length = (guint32)length;
  mark->span = self->n_marks - i;
}

static inline const gchar *
skip_space (const gchar *p, const gchar *end)
{
  while (p < end && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
    p++;
  return p;
}

/* Strings */

/* At a backslash. */
static const gchar *
pass_escape (Tape *self, const gchar *p)
{
  guint length = 0;

  if (self->end - p < 2)
    return fail (self, p, "text without its end");
  if (p[1] == 'u')
    {
      if (escape_read (p + 2, self->end, &length) == 0)
        return fail (self, p, "\\u that is no character");
    }
  else if (escape_get (p[1]) == '\0')
    return fail (self, p, "backslash before what needs none");
  return p + 2 + length;
}

static guint64
load (const gchar *p)
{
  guint64 bytes;

  memcpy (&bytes, p, sizeof bytes);
  return bytes;
}

/* Something other than 0 where one of the bytes is 0. */
static guint64
find_zero (guint64 bytes)
{
  return (bytes - EACH_LOWEST) & ~bytes & EACH_HIGHEST;
}

/* Where the first byte is that ends a text or is no part of one. */
static const gchar *
pass_plain (const gchar *p, const gchar *end)
{
  while (end - p >= 8)
    {
      guint64 bytes = load (p);
      guint64 control = (bytes - EACH_LOWEST * 0x20) & ~bytes & EACH_HIGHEST;

      if ((control | find_zero (bytes ^ EACH_LOWEST * '"')
           | find_zero (bytes ^ EACH_LOWEST * '\\'))
          != 0)
        break;
      p += 8;
    }
  while (p < end && *p != '"' && *p != '\\' && (guchar)*p >= 0x20)
    p++;
  return p;
}

/* After the quotation mark. */
static const gchar *
parse_string (Tape *self, const gchar *start)
{
  const gchar *p = start, *end = self->end;
  guint mark = add_mark (self, TAPE_STRING, start);
  gboolean plain = TRUE;

  for (;;)
    {
      p = pass_plain (p, end);
      if (p == end)
        return fail (self, p, "text without its end");
      if (*p == '"')
        break;
      if (*p != '\\')
        return fail (self, p, "control character in a text");
      plain = FALSE;
      p = pass_escape (self, p);
      if (p == NULL)
        return NULL;
    }
  end_mark (self, mark, (gsize)(p - start));
  get_mark (self, mark)->plain = (guint8)plain;
  return p + 1;
}

/* Numbers */

static inline const gchar *
pass_digits (const gchar *p, const gchar *end)
{
  while (p < end && *p >= '0' && *p <= '9')
    p++;
  return p;
}

static gboolean
is_too_large (const TapeValue *number, gboolean exponent)
{
  if (number->kind == TAPE_INTEGER && number->length > SHORT_INTEGER)
    {
      errno = 0;
      tape_get_integer (number);
      return errno != 0;
    }
  return number->kind == TAPE_REAL && (exponent || number->length > 300)
         && !isfinite (tape_get_real (number));
}

static const gchar *
parse_number (Tape *self, const gchar *start)
{
  const gchar *p = start, *end = self->end, *digits;
  TapeKind kind = TAPE_INTEGER;
  gboolean exponent = FALSE;
  guint mark;

  p += *p == '-';
  digits = p;
  p = p < end && *p == '0' ? p + 1 : pass_digits (p, end);
  if (p == digits)
    return fail (self, p, "no value");
  if (p < end && *p == '.')
    {
      digits = p + 1;
      p = pass_digits (digits, end);
      if (p == digits)
        return fail (self, p, "number that ends in a point");
      kind = TAPE_REAL;
    }
  if (p < end && (*p == 'e' || *p == 'E'))
    {
      digits = p + 1;
      digits += digits < end && (*digits == '+' || *digits == '-');
      p = pass_digits (digits, end);
      if (p == digits)
        return fail (self, p, "number without its exponent");
      kind = TAPE_REAL;
      exponent = TRUE;
    }
  mark = add_mark (self, kind, start);
  end_mark (self, mark, (gsize)(p - start));
  if (is_too_large (get_mark (self, mark), exponent))
    return fail (self, p, "number that is too large");
  return p;
}

/* Values */

static const gchar *parse_value (Tape *self, const gchar *p, guint depth);

static const gchar *
parse_word (Tape *self, const gchar *p, TapeKind kind, const gchar *word, gsize length)
{
  if ((gsize)(self->end - p) < length || memcmp (p, word, length) != 0)
    return fail (self, p, "no value");
  end_mark (self, add_mark (self, kind, p), length);
  return p + length;
}

static const gchar *
parse_array (Tape *self, const gchar *p, guint depth)
{
  const gchar *end = self->end;
  guint mark = add_mark (self, TAPE_ARRAY, p);
  guint n = 0;

  p = skip_space (p + 1, end);
  while (p < end && *p != ']')
    {
      p = parse_value (self, p, depth + 1);
      if (p == NULL)
        return NULL;
      n++;
      p = skip_space (p, end);
      if (p < end && *p == ']')
        break;
      if (p == end || *p != ',')
        return fail (self, p, "neither comma nor end of an array");
      p = skip_space (p + 1, end);
      if (p < end && *p == ']')
        return fail (self, p, "comma before the end of an array");
    }
  if (p == end)
    return fail (self, p, "array without its end");
  get_mark (self, mark)->n = n;
  end_mark (self, mark, 0);
  return p + 1;
}

/* Whether the objects have the same keys in the same order. */
static gboolean
has_keys_of (const TapeValue *object, const TapeValue *known)
{
  const TapeValue *a = object + 1, *b = known + 1;

  if (object->n != known->n)
    return FALSE;
  for (guint i = 0; i < object->n; i++, a = tape_next (a + 1), b = tape_next (b + 1))
    if (!a->plain || !b->plain || a->length != b->length
        || memcmp (a->text, b->text, a->length) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
equal_strings (const TapeValue *a, const TapeValue *b)
{
  g_autofree gchar *text = NULL;

  if (a->plain && b->plain)
    return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
  if (a->plain)
    return tape_equal (b, a->text, a->length);
  text = tape_dup (a);
  return tape_equal (b, text, strlen (text));
}

/* A key after its value is two marks and more away: the keys are gone through once for
 * each, in an object of few, which all are that we write. */
static gboolean
has_key_twice (const TapeValue *object)
{
  const TapeValue *key = object + 1;
  g_autoptr (GHashTable) seen = NULL;

  if (object->n > MAX_COMPARED)
    seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < object->n; i++, key = tape_next (key + 1))
    {
      const TapeValue *earlier = object + 1;

      if (seen != NULL && !g_hash_table_add (seen, tape_dup (key)))
        return TRUE;
      for (guint j = 0; j < i && seen == NULL; j++, earlier = tape_next (earlier + 1))
        if (equal_strings (earlier, key))
          return TRUE;
    }
  return FALSE;
}

/* Lines, boxes, tags are all of one make: what is known of one is known of the next. */
static gboolean
is_object (Tape *self, guint mark)
{
  if (self->known != 0
      && has_keys_of (get_mark (self, mark), get_mark (self, self->known)))
    return TRUE;
  if (has_key_twice (get_mark (self, mark)))
    return FALSE;
  self->known = mark;
  return TRUE;
}

static const gchar *
parse_pair (Tape *self, const gchar *p, guint depth)
{
  if (p == self->end || *p != '"')
    return fail (self, p, "no key");
  p = parse_string (self, p + 1);
  if (p == NULL)
    return NULL;
  p = skip_space (p, self->end);
  if (p == self->end || *p != ':')
    return fail (self, p, "key without colon");
  return parse_value (self, p + 1, depth + 1);
}

static const gchar *
parse_object (Tape *self, const gchar *p, guint depth)
{
  const gchar *end = self->end;
  guint mark = add_mark (self, TAPE_OBJECT, p);
  guint n = 0;

  p = skip_space (p + 1, end);
  while (p < end && *p != '}')
    {
      p = parse_pair (self, p, depth);
      if (p == NULL)
        return NULL;
      n++;
      p = skip_space (p, end);
      if (p < end && *p == '}')
        break;
      if (p == end || *p != ',')
        return fail (self, p, "neither comma nor end of an object");
      p = skip_space (p + 1, end);
      if (p < end && *p == '}')
        return fail (self, p, "comma before the end of an object");
    }
  if (p == end)
    return fail (self, p, "object without its end");
  get_mark (self, mark)->n = n;
  end_mark (self, mark, 0);
  if (!is_object (self, mark))
    return fail (self, p, "object with a key twice");
  return p + 1;
}

static const gchar *
parse_value (Tape *self, const gchar *p, guint depth)
{
  p = skip_space (p, self->end);
  if (p == self->end)
    return fail (self, p, "no value");
  if (self->n_marks > MAX_MARKS)
    return fail (self, p, "too many values");
  if (depth > TAPE_MAX_DEPTH)
    return fail (self, p, "too many values inside each other");
  switch (*p)
    {
    case '{':
      return parse_object (self, p, depth);
    case '[':
      return parse_array (self, p, depth);
    case '"':
      return parse_string (self, p + 1);
    case 'n':
      return parse_word (self, p, TAPE_NULL, "null", 4);
    case 'f':
      return parse_word (self, p, TAPE_FALSE, "false", 5);
    case 't':
      return parse_word (self, p, TAPE_TRUE, "true", 4);
    default:
      return parse_number (self, p);
    }
}

/* GLib looks at every byte; most are of ASCII. */
static gboolean
check_utf8 (const gchar *text, gsize length, const gchar **ret_end)
{
  const gchar *p = text;
  const gchar *end = text + length;

  while (p < end)
    {
      gunichar point;

      while (end - p >= 8 && ((load (p) | find_zero (load (p))) & EACH_HIGHEST) == 0)
        p += 8;
      *ret_end = p;
      if (p == end)
        break;
      point = g_utf8_get_char_validated (p, end - p);
      if (point == 0 || point == (gunichar)-1 || point == (gunichar)-2)
        return FALSE;
      p = g_utf8_next_char (p);
    }
  *ret_end = p;
  return TRUE;
}

/* Where the value's text ends, which is where the text does; NULL: it is none. */
static const gchar *
parse_text (Tape *self, const gchar *text, gsize length)
{
  const gchar *end = text;

  if (length > G_MAXUINT32 || !check_utf8 (text, length, &end))
    return fail (self, end, "no UTF-8");
  end = parse_value (self, text, 1);
  if (end == NULL)
    return NULL;
  end = skip_space (end, self->end);
  return end == self->end ? end : fail (self, end, "something after the value");
}

const TapeValue *
tape_parse (Tape *self, const gchar *text, gsize length, GError **error)
{
  self->n_marks = 0;
  self->known = 0;
  self->start = text;
  self->end = text + length;
  if (parse_text (self, text, length) != NULL)
    return get_mark (self, 0);
  g_set_error (error, TAPE_ERROR, TAPE_ERROR_SYNTAX, "%s at column %" G_GSIZE_FORMAT,
               self->problem, (gsize)(self->p - self->start) + 1);
  return NULL;
}
