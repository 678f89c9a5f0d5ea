/* property.c: whatever bytes a file has for a title become a line of text. */

#include "extract/property.h"

gchar *
property_clean (gchar *text)
{
  g_autofree gchar *owned = text;
  g_autofree gchar *valid = NULL;
  gchar *p;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  for (p = valid; *p != '\0'; p++)
    if ((guchar)*p < 0x20 || *p == 0x7f)
      *p = ' ';
  g_strstrip (valid);
  return *valid != '\0' ? g_steal_pointer (&valid) : NULL;
}
