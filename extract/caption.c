/* caption.c: lines that say what follows them, on pages of ModernGov. */

#include "extract/caption.h"

#include <string.h>

/* "Cyfarfod" */
#define WORD_BYTES 16

gboolean
caption_names_meeting (const gchar *text)
{
  gsize word = strcspn (text, ": ");
  gsize digits;

  if (word == 0 || word > WORD_BYTES || !g_str_has_prefix (text + word, ": "))
    return FALSE;
  text += word + strlen (": ");
  digits = strspn (text, "0123456789");
  return (digits == 1 || digits == 2) && text[digits] == '/';
}

gboolean
caption_links_meeting (const gchar *text)
{
  return (g_str_has_prefix (text, "Meeting of ") || g_str_has_prefix (text, "Cyfarfod "))
         && strpbrk (text, "0123456789") != NULL;
}

gboolean
caption_names_documents (const gchar *text)
{
  return strstr (text, "ocuments") != NULL || strstr (text, "ogfennau") != NULL;
}
