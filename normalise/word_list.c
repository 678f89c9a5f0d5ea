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
