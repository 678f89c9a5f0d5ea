/* tape.c: marks are set in one pass from left to right; strings and numbers are made of
 * them when they are asked for. */

#include "pipelines/tape.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* Keys of one object that are compared each with each; more are looked up. */
#define MAX_COMPARED 48

/* The digits that a double holds exactly, whatever they are, and the powers of ten. */
#define EXACT_DIGITS 15
#define EXACT_POWERS 22

/* Bytes of an integer that surely fits into gint64. */
#define SHORT_INTEGER 18

/* Room for the values of one text, to begin with and at most. */
#define FIRST_MARKS 1024
#define MAX_MARKS (1u << 23)

struct Tape
{
  GArray *marks; /* TapeValue */
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

  self->marks = g_array_sized_new (FALSE, FALSE, sizeof (TapeValue), FIRST_MARKS);
  return self;
}

void
tape_free (Tape *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
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
  return &g_array_index (self->marks, TapeValue, i);
}

static guint
add_mark (Tape *self, TapeKind kind, const gchar *text)
{
  TapeValue mark = { .kind = kind, .text = text };

  g_array_append_val (self->marks, mark);
  return self->marks->len - 1;
}

static void
end_mark (Tape *self, guint i, gsize length)
{
  TapeValue *mark = get_mark (self, i);

  mark->length = (guint32)length;
  mark->span = self->marks->len - i;
}

static void
skip_space (Tape *self)
{
  while (self->p < self->end
         && (*self->p == ' ' || *self->p == '\t' || *self->p == '\n' || *self->p == '\r'))
    self->p++;
}

/* Strings */

/* Four hexadecimal digits; -1 if they are none. */
static gint
read_unit (const gchar *p, const gchar *end)
{
  gint unit = 0;

  if (end - p < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (p[i]);
    }
  return unit;
}

/* The character of \uXXXX, or of a pair of them, at p, after the u. 0 if it is none that
 * may stand in a text. */
static gunichar
read_escape (const gchar *p, const gchar *end, guint *ret_length)
{
  gint unit = read_unit (p, end);
  gint low;

  *ret_length = 4;
  if (unit <= 0 || (unit >= 0xDC00 && unit < 0xE000))
    return 0;
  if (unit < 0xD800 || unit >= 0xE000)
    return (gunichar)unit;
  if (end - p < 10 || p[4] != '\\' || p[5] != 'u')
    return 0;
  low = read_unit (p + 6, end);
  if (low < 0xDC00 || low >= 0xE000)
    return 0;
  *ret_length = 10;
  return 0x10000 + (((gunichar)unit - 0xD800) << 10) + ((gunichar)low - 0xDC00);
}

/* What a letter after a backslash stands for; 0 if nothing. */
static gchar
unescape (gchar letter)
{
  switch (letter)
    {
    case '"':
    case '\\':
    case '/':
      return letter;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return '\0';
    }
}

/* At a backslash. */
static gboolean
pass_escape (Tape *self)
{
  guint length = 0;

  if (self->end - self->p < 2)
    return fail (self, "text without its end");
  if (self->p[1] == 'u')
    {
      if (read_escape (self->p + 2, self->end, &length) == 0)
        return fail (self, "\\u that is no character");
    }
  else if (unescape (self->p[1]) == '\0')
    return fail (self, "backslash before what needs none");
  self->p += 2 + length;
  return TRUE;
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
      const gchar *p = self->p;

      while (p < self->end && *p != '"' && *p != '\\' && (guchar)*p >= 0x20)
        p++;
      self->p = p;
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
  if (self->marks->len > MAX_MARKS)
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

const TapeValue *
tape_parse (Tape *self, const gchar *text, gsize length, GError **error)
{
  const gchar *end;

  g_array_set_size (self->marks, 0);
  self->start = self->p = text;
  self->end = text + length;
  self->problem = NULL;
  if (length > G_MAXUINT32 || !g_utf8_validate_len (text, length, &end))
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

/* Asking */

const TapeValue *
tape_next (const TapeValue *value)
{
  return value + value->span;
}

const TapeValue *
tape_first (const TapeValue *array)
{
  return array + 1;
}

guint
tape_count (const TapeValue *array)
{
  return array != NULL && array->kind == TAPE_ARRAY ? array->n : 0;
}

const TapeValue *
tape_get (const TapeValue *object, const gchar *name)
{
  gsize length = strlen (name);
  const TapeValue *key;

  if (object == NULL || object->kind != TAPE_OBJECT)
    return NULL;
  key = object + 1;
  for (guint i = 0; i < object->n; i++, key = tape_next (key + 1))
    if (tape_equal (key, name, length))
      return key + 1;
  return NULL;
}

gchar *
tape_dup (const TapeValue *string)
{
  const gchar *p = string->text;
  const gchar *end = p + string->length;
  gchar *text;
  gchar *q;

  if (string->plain)
    return g_strndup (p, string->length);
  text = q = g_malloc (string->length + 1); /* an escape is longer than what it says */
  while (p < end)
    {
      guint length = 0;

      if (*p != '\\')
        *q++ = *p++;
      else if (p[1] == 'u')
        {
          q += g_unichar_to_utf8 (read_escape (p + 2, end, &length), q);
          p += 2 + length;
        }
      else
        {
          *q++ = unescape (p[1]);
          p += 2;
        }
    }
  *q = '\0';
  return text;
}

gboolean
tape_equal (const TapeValue *string, const gchar *text, gsize length)
{
  g_autofree gchar *said = NULL;

  if (string->plain)
    return string->length == length && memcmp (string->text, text, length) == 0;
  said = tape_dup (string);
  return strlen (said) == length && memcmp (said, text, length) == 0;
}

gint64
tape_get_integer (const TapeValue *number)
{
  const gchar *p = number->text;
  gint64 value = 0;

  if (number->length > SHORT_INTEGER)
    {
      g_autofree gchar *copy = g_strndup (p, number->length);

      return g_ascii_strtoll (copy, NULL, 10);
    }
  for (guint i = *p == '-'; i < number->length; i++)
    value = value * 10 + (p[i] - '0');
  return *p == '-' ? -value : value;
}

/* Of a copy: what comes after may be nobody's. */
static gdouble
read_real (const TapeValue *number)
{
  g_autofree gchar *copy = g_strndup (number->text, number->length);

  return g_ascii_strtod (copy, NULL);
}

/* Digits that a double holds exactly, divided by a power of ten that it holds exactly,
 * give what strtod gives. */
gdouble
tape_get_real (const TapeValue *number)
{
  static const gdouble powers[EXACT_POWERS + 1] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,
                                                    1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
                                                    1e18, 1e19, 1e20, 1e21, 1e22 };
  const gchar *p = number->text;
  gint64 digits = 0;
  guint decimals = 0;
  gboolean point = FALSE;

  if (number->length > EXACT_DIGITS)
    return read_real (number);
  for (guint i = *p == '-'; i < number->length; i++)
    {
      if (p[i] == 'e' || p[i] == 'E')
        return read_real (number);
      if (p[i] == '.')
        {
          point = TRUE;
          continue;
        }
      digits = digits * 10 + (p[i] - '0');
      decimals += point;
    }
  return (*p == '-' ? -1.0 : 1.0) * (gdouble)digits / powers[decimals];
}
