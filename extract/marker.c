/* marker.c: the marker of a list's entry as text. */

#include "extract/marker.h"

#include <string.h>

static gchar *
letters (guint number)
{
  gchar digits[16];
  guint n = sizeof digits - 1;

  digits[n] = '\0';
  for (; number > 0; number = (number - 1) / 26)
    digits[--n] = 'a' + (number - 1) % 26;
  return g_strdup (digits + n);
}

static gchar *
roman (guint number)
{
  static const struct
  {
    guint value;
    const gchar *digits;
  } parts[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
    { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
    { 5, "v" },    { 4, "iv" },   { 1, "i" },
  };
  GString *out = g_string_new (NULL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; number >= parts[i].value; number -= parts[i].value)
      g_string_append (out, parts[i].digits);
  return g_string_free (out, FALSE);
}

gchar *
marker_text (gchar style, guint number)
{
  g_autofree gchar *text = NULL;

  if (strchr ("1aAiI", style) == NULL || style == '\0')
    return g_strdup ("•");
  if (g_ascii_tolower (style) == 'a')
    text = letters (number);
  else if (g_ascii_tolower (style) == 'i' && number < 4000)
    text = roman (number);
  else
    text = g_strdup_printf ("%u", number);
  if (g_ascii_isupper (style))
    {
      gchar *upper = g_ascii_strup (text, -1);

      g_free (text);
      text = upper;
    }
  return g_strconcat (text, ".", NULL);
}

gboolean
marker_begins (const gchar *text)
{
  static const gchar *const bullets[] = {
    "•", "·", "▪", "■", "●", "○", "◦", "–", "-", "*"
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]) && text[strlen (bullets[i])] == ' ')
      return TRUE;
  if (*text == '(')
    {
      gsize n =
          strspn (text + 1, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRST"
                            "UVWXYZ");

      return n > 0 && n <= 5 && text[n + 1] == ')';
    }
  i = strspn (text, "0123456789.");
  if (i > 0 && i <= 8)
    return text[i] == ' ' || text[i] == ')';
  return g_ascii_isalpha (text[0]) && (text[1] == '.' || text[1] == ')')
         && text[2] == ' ';
}
