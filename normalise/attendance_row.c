/* attendance_row.c: what the text of one row of a list of people says. */

#include "normalise/attendance_row.h"

#include <string.h>

gboolean
attendance_take_star (gchar *text)
{
  gsize length = strlen (text);

  if (text[0] == '*')
    memmove (text, text + 1, length);
  else if (length > 0 && text[length - 1] == '*')
    text[length - 1] = '\0';
  else
    return FALSE;
  g_strstrip (text);
  return TRUE;
}

gchar *
attendance_columns_of (const Row *row)
{
  GString *text = g_string_new (row->text);
  const gchar *raw = row->line->text;
  gsize at = 0;

  if (strstr (raw, "   ") == NULL)
    return g_string_free (text, FALSE);
  /* Walk both: they differ in space only, or the row was put together of two lines. */
  for (gsize i = 0; i < text->len && raw[at] != '\0';)
    {
      gsize spaces = strspn (raw + at, " \t");

      if (spaces > 0)
        {
          if (i > 0 && row->text[i] == ' ')
            text->str[i] = spaces >= 3 ? '\n' : ' ';
          i += i < text->len && row->text[i] == ' ';
          at += spaces;
          continue;
        }
      if (raw[at++] != row->text[i++])
        break;
    }
  return g_string_free (text, FALSE);
}

gboolean
attendance_is_one_name (const gchar *text)
{
  gsize length = strlen (text);

  return length > 0 && strpbrk (text, ",;(") == NULL
         && g_ascii_isalpha (text[length - 1]);
}

gboolean
attendance_says_present (const gchar *text, gsize length)
{
  g_autofree gchar *label = g_ascii_strdown (text, (gssize)length);

  return strstr (label, "present") != NULL || strstr (label, "attend") != NULL;
}
