/* word_list.c: words compared. */

#include "normalise/word_list.h"

#include <string.h>

gboolean
word_list_has (const gchar *const *words, guint n, const gchar *text, gsize length)
{
  for (guint i = 0; i < n; i++)
    if (strlen (words[i]) == length && g_ascii_strncasecmp (text, words[i], length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
word_list_begins (const gchar *const *words, guint n, const gchar *text)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strncasecmp (text, words[i], strlen (words[i])) == 0)
      return TRUE;
  return FALSE;
}

gsize
word_list_prefix (const gchar *const *words, guint n, const gchar *text)
{
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (text, words[i]))
      return strlen (words[i]);
  return 0;
}

gboolean
word_list_ends (const gchar *const *words, guint n, const gchar *text, gsize length)
{
  for (guint i = 0; i < n; i++)
    {
      gsize end = strlen (words[i]);

      if (length > end && memcmp (text + length - end, words[i], end) == 0)
        return TRUE;
    }
  return FALSE;
}
