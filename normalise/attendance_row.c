/* attendance_row.c: what the text of one row of a list of people says. */

#include "normalise/attendance_row.h"

#include <string.h>

/* Takes the star and the spaces from both ends of text[*from..*end). FALSE: no star. */
static gboolean
take_star (const gchar *text, gsize *from, gsize *end)
{
  gboolean starred = FALSE;

  for (; *from < *end && strchr (" *", text[*from]) != NULL; (*from)++)
    starred |= text[*from] == '*';
  for (; *end > *from && strchr (" *", text[*end - 1]) != NULL; (*end)--)
    starred |= text[*end - 1] == '*';
  return starred;
}

gboolean
attendance_keep_starred (gchar *text)
{
  gsize length = strlen (text), label = strcspn (text, ":");
  gsize out = label < length ? label + 1 : 0;
  gsize first = out;
  gchar *star = strchr (text, '*');

  /* "* Ed Gall, Diocesan Representative": one name, and its place */
  if (out == 0 && star != NULL && strchr (star + 1, '*') == NULL
      && (star == text || star == text + length - 1))
    {
      *star = ' ';
      g_strstrip (text);
      return TRUE;
    }
  for (gsize at = out; at < length; at++)
    {
      gsize from = at, end = at + strcspn (text + at, ",;\n");
      gchar closing = text[end];

      at = end;
      if (!take_star (text, &from, &end))
        continue;
      if (out > 0 && out < from)
        text[out++] = ' ';
      memmove (text + out, text + from, end - from);
      out += end - from;
      if (closing != '\0')
        text[out++] = closing;
    }
  text[out] = '\0';
  return out > first;
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
