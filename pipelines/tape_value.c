/* tape_value.c: marks of a tape to strings and numbers. */

#include "pipelines/escape.h"
#include "pipelines/tape.h"

#include <string.h>

/* The digits that a double holds exactly, whatever they are, and the powers of ten. */
#define EXACT_DIGITS 15
#define EXACT_POWERS 22

/* Bytes of an integer that surely fits into gint64. */
#define SHORT_INTEGER 18

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

const TapeValue *
tape_get_next (const TapeValue *object, const gchar *name, const TapeValue **next)
{
  const TapeValue *key = *next != NULL ? *next : object + 1;
  const TapeValue *value;

  if (object->kind == TAPE_OBJECT && key < tape_next (object)
      && tape_equal (key, name, strlen (name)))
    value = key + 1;
  else
    value = tape_get (object, name);
  if (value != NULL)
    *next = tape_next (value);
  return value;
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
        {
          const gchar *escape = memchr (p, '\\', (gsize)(end - p));
          gsize n = (gsize)((escape != NULL ? escape : end) - p);

          memcpy (q, p, n);
          q += n;
          p += n;
        }
      else if (p[1] == 'u')
        {
          q += g_unichar_to_utf8 (escape_read (p + 2, end, &length), q);
          p += 2 + length;
        }
      else
        {
          *q++ = escape_get (p[1]);
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
