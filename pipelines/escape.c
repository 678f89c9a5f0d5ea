/* escape.c: escapes of JSON to characters. */

#include "pipelines/escape.h"

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

gunichar
escape_read (const gchar *p, const gchar *end, guint *ret_length)
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

gchar
escape_get (gchar letter)
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
