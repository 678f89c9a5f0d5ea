/* tape.c: marks are set in one pass from left to right; strings and numbers are made of
 * them when they are asked for. */

#include "pipelines/escape.h"
#include "pipelines/tape.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* Keys of one object that are compared each with each; more are looked up. */
#define MAX_COMPARED 48

/* Room for the values of one text, to begin with and at most. */
#define FIRST_MARKS 1024
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
  const gchar *p; /* how far it is read */
  const gchar *end;
  const gchar *problem; /* (nullable) what is wrong at p */
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

static gboolean
fail (Tape *self, const gchar *problem)
{
  self->problem = problem;
  return FALSE;
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

static void
skip_space (Tape *self)
{
  while (self->p < self->end
         && (*self->p == ' ' || *self->p == '\t' || *self->p == '\n' || *self->p == '\r'))
    self->p++;
}

/* Strings */

/* At a backslash. */
static gboolean
pass_escape (Tape *self)
{
  guint length = 0;

  if (self->end - self->p < 2)
    return fail (self, "text without its end");
  if (self->p[1] == 'u')
    {
      if (escape_read (self->p + 2, self->end, &length) == 0)
        return fail (self, "\\u that is no character");
    }
  else if (escape_get (self->p[1]) == '\0')
    return fail (self, "backslash before what needs none");
  self->p += 2 + length;
  return TRUE;
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
static gboolean
parse_string (Tape *self)
{
  const gchar *start = self->p;
  guint mark = add_mark (self, TAPE_STRING, start);
  gboolean plain = TRUE;

  for (;;)
    {
      const gchar *p = self->p = pass_plain (self->p, self->end);

      if (p == self->end)
        return fail (self, "text without its end");
      if (*p == '"')
        break;
      if (*p != '\\')
        return fail (self, "control character in a text");
      plain = FALSE;
      if (!pass_escape (self))
        return FALSE;
    }
  end_mark (self, mark, (gsize)(self->p - start));
  get_mark (self, mark)->plain = plain;
  self->p++;
  return TRUE;
}

/* Numbers */

static gsize
pass_digits (Tape *self)
{
  const gchar *start = self->p;

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;
  return (gsize)(self->p - start);
}

static gboolean
check_number (Tape *self, guint mark, gboolean exponent)
{
  const TapeValue *number = get_mark (self, mark);

  if (number->kind == TAPE_INTEGER && number->length > SHORT_INTEGER)
    {
      errno = 0;
      tape_get_integer (number);
      if (errno != 0)
        return fail (self, "number that is too large");
    }
  if (number->kind == TAPE_REAL && (exponent || number->length > 300)
      && !isfinite (tape_get_real (number)))
    return fail (self, "number that is too large");
  return TRUE;
}

static gboolean
parse_number (Tape *self)
{
  const gchar *start = self->p;
  guint mark = add_mark (self, TAPE_INTEGER, start);
  gboolean exponent = FALSE;

  if (*self->p == '-')
    self->p++;
  if (self->p < self->end && *self->p == '0')
    self->p++;
  else if (pass_digits (self) == 0)
    return fail (self, "no value");
  if (self->p < self->end && *self->p == '.')
    {
      self->p++;
      if (pass_digits (self) == 0)
        return fail (self, "number that ends in a point");
      get_mark (self, mark)->kind = TAPE_REAL;
    }
  if (self->p < self->end && (*self->p == 'e' || *self->p == 'E'))
    {
      self->p++;
      if (self->p < self->end && (*self->p == '+' || *self->p == '-'))
        self->p++;
      if (pass_digits (self) == 0)
        return fail (self, "number without its exponent");
      get_mark (self, mark)->kind = TAPE_REAL;
      exponent = TRUE;
    }
  end_mark (self, mark, (gsize)(self->p - start));
  return check_number (self, mark, exponent);
}

/* Values */

static gboolean parse_value (Tape *self, guint depth);

static gboolean
parse_word (Tape *self, TapeKind kind, const gchar *word)
{
  gsize length = strlen (word);

  if ((gsize)(self->end - self->p) < length || memcmp (self->p, word, length) != 0)
    return fail (self, "no value");
  end_mark (self, add_mark (self, kind, self->p), length);
  self->p += length;
  return TRUE;
}

static gboolean
parse_array (Tape *self, guint depth)
{
  guint mark = add_mark (self, TAPE_ARRAY, self->p);

  self->p++;
  skip_space (self);
  while (self->p < self->end && *self->p != ']')
    {
      if (!parse_value (self, depth + 1))
        return FALSE;
      get_mark (self, mark)->n++;
      skip_space (self);
      if (self->p < self->end && *self->p == ']')
        break;
      if (self->p == self->end || *self->p != ',')
        return fail (self, "neither comma nor end of an array");
      self->p++;
      skip_space (self);
      if (self->p < self->end && *self->p == ']')
        return fail (self, "comma before the end of an array");
    }
  if (self->p == self->end)
    return fail (self, "array without its end");
  self->p++;
  end_mark (self, mark, 0);
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

static gboolean
parse_pair (Tape *self, guint depth)
{
  if (self->p == self->end || *self->p != '"')
    return fail (self, "no key");
  self->p++;
  if (!parse_string (self))
    return FALSE;
  skip_space (self);
  if (self->p == self->end || *self->p != ':')
    return fail (self, "key without colon");
  self->p++;
  return parse_value (self, depth + 1);
}

static gboolean
parse_object (Tape *self, guint depth)
{
  guint mark = add_mark (self, TAPE_OBJECT, self->p);

  self->p++;
  skip_space (self);
  while (self->p < self->end && *self->p != '}')
    {
      if (!parse_pair (self, depth))
        return FALSE;
      get_mark (self, mark)->n++;
      skip_space (self);
      if (self->p < self->end && *self->p == '}')
        break;
      if (self->p == self->end || *self->p != ',')
        return fail (self, "neither comma nor end of an object");
      self->p++;
      skip_space (self);
      if (self->p < self->end && *self->p == '}')
        return fail (self, "comma before the end of an object");
    }
  if (self->p == self->end)
    return fail (self, "object without its end");
  end_mark (self, mark, 0);
  if (has_key_twice (get_mark (self, mark)))
    return fail (self, "object with a key twice");
  self->p++;
  return TRUE;
}

static gboolean
parse_value (Tape *self, guint depth)
{
  skip_space (self);
  if (self->p == self->end)
    return fail (self, "no value");
  if (self->n_marks > MAX_MARKS)
    return fail (self, "too many values");
  if (depth > TAPE_MAX_DEPTH)
    return fail (self, "too many values inside each other");
  switch (*self->p)
    {
    case '{':
      return parse_object (self, depth);
    case '[':
      return parse_array (self, depth);
    case '"':
      self->p++;
      return parse_string (self);
    case 'n':
      return parse_word (self, TAPE_NULL, "null");
    case 'f':
      return parse_word (self, TAPE_FALSE, "false");
    case 't':
      return parse_word (self, TAPE_TRUE, "true");
    default:
      return parse_number (self);
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

const TapeValue *
tape_parse (Tape *self, const gchar *text, gsize length, GError **error)
{
  const gchar *end;

  self->n_marks = 0;
  self->start = self->p = text;
  self->end = text + length;
  self->problem = NULL;
  if (length > G_MAXUINT32 || !check_utf8 (text, length, &end))
    {
      self->p = length > G_MAXUINT32 ? text : end;
      fail (self, "no UTF-8");
    }
  else if (parse_value (self, 1))
    {
      skip_space (self);
      if (self->p == self->end)
        return get_mark (self, 0);
      fail (self, "something after the value");
    }
  g_set_error (error, TAPE_ERROR, TAPE_ERROR_SYNTAX, "%s at column %" G_GSIZE_FORMAT,
               self->problem, (gsize)(self->p - self->start) + 1);
  return NULL;
}
