/* label.c: the shapes that councils number their paragraphs with. */

#include "extract/label.h"

#include <string.h>

/* "12(a)(ii)", "2024/25.117" */
#define MAX_LABEL_BYTES 12

gboolean
label_is (const gchar *text)
{
  gsize n = strnlen (text, MAX_LABEL_BYTES + 1);
  gboolean digit = FALSE, mark = FALSE;
  gsize i;

  if (n == 0 || n > MAX_LABEL_BYTES)
    return FALSE;
  if (!g_ascii_isalnum (text[0]) && text[0] != '(' && text[0] != '[')
    return g_utf8_strlen (text, (gssize)n) == 1; /* a bullet, a dash */
  for (i = 0; i < n; i++)
    {
      digit |= g_ascii_isdigit (text[i]);
      mark |= strchr ("().[]", text[i]) != NULL;
      if (!g_ascii_isalnum (text[i]) && strchr ("()[].,/-*", text[i]) == NULL)
        return FALSE;
    }
  return digit || n == 1 || (mark && n <= 7);
}

gboolean
label_begins (const gchar *text)
{
  const gchar *space = strchr (text, ' ');
  gchar first[MAX_LABEL_BYTES + 1];

  if (space == NULL || space - text > MAX_LABEL_BYTES)
    return FALSE;
  memcpy (first, text, (gsize)(space - text));
  first[space - text] = '\0';
  return label_is (first);
}
