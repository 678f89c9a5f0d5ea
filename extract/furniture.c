/* furniture.c: words that pages add to a line for the eye only. */

#include "extract/furniture.h"

#include <string.h>

static const gchar *const file_types[] = { "PDF",  "DOC", "DOCX", "XLS", "XLSX", "PPT",
                                           "PPTX", "RTF", "ODT",  "TXT", "ZIP",  "HTM",
                                           "HTML", "JPG", "PNG",  "MSG" };

static const gchar *const units[] = { "KB", "MB", "GB", "B", "bytes" };

static const gchar *const links[] = {
  "View directions",      "View map",    "View the background to item",
  "View the reasons why", "Back to top", "Skip to main",
  "Print this page",      "Top of page",
};

/* The word that ends at *end, in front of which *end is then put. */
static gchar *
last_word (const gchar *text, gsize *end)
{
  gsize start;

  while (*end > 0 && text[*end - 1] == ' ')
    (*end)--;
  for (start = *end; start > 0 && text[start - 1] != ' '; start--)
    if (*end - start > 8)
      return g_strdup ("");
  {
    gchar *word = g_strndup (text + start, *end - start);

    *end = start;
    return word;
  }
}

static gboolean
is_one_of (const gchar *word, const gchar *const *list, gsize n)
{
  gsize i;

  for (i = 0; i < n; i++)
    if (g_ascii_strcasecmp (word, list[i]) == 0)
      return TRUE;
  return FALSE;
}

gsize
furniture_file (const gchar *text, gsize length)
{
  gsize end = length;
  g_autofree gchar *unit = last_word (text, &end);
  g_autofree gchar *size = NULL;
  g_autofree gchar *type = NULL;

  if (!is_one_of (unit, units, G_N_ELEMENTS (units)))
    return length;
  size = last_word (text, &end);
  if (*size == '\0' || strspn (size, "0123456789.,") != strlen (size))
    return length;
  type = last_word (text, &end);
  if (!is_one_of (type, file_types, G_N_ELEMENTS (file_types)))
    return length;
  while (end > 0 && text[end - 1] == ' ')
    end--;
  return end;
}

gboolean
furniture_link (const gchar *text)
{
  gsize i;

  text += strspn (text, " ");
  for (i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_str_has_prefix (text, links[i]))
      return TRUE;
  return FALSE;
}
