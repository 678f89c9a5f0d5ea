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

/* The longest word of such an ending is "bytes)". */
#define WORD_BYTES 8

/* The word that ends at end, without brackets and commas, as [*ret_start, *ret_stop);
 * returns where what is before it ends. */
static gsize
last_word (const gchar *text, gsize end, gsize *ret_start, gsize *ret_stop)
{
  gsize stop = end;
  gsize start;

  while (stop > 0 && strchr (" )],", text[stop - 1]) != NULL)
    stop--;
  for (start = stop; start > 0 && stop - start < WORD_BYTES; start--)
    if (strchr (" ([", text[start - 1]) != NULL)
      break;
  *ret_start = start;
  *ret_stop = stop;
  for (end = start; end > 0 && strchr (" ([", text[end - 1]) != NULL; end--)
    ;
  return end;
}

static gboolean
is_word (const gchar *text, gsize start, gsize stop, const gchar *const *list, gsize n)
{
  gsize i;

  for (i = 0; i < n; i++)
    if (strlen (list[i]) == stop - start
        && g_ascii_strncasecmp (text + start, list[i], stop - start) == 0)
      return TRUE;
  return FALSE;
}

/* Where the type at the end of a word begins, "HeatingPDF" where a page leaves no space;
 * stop if there is none. */
static gsize
type_start (const gchar *text, gsize start, gsize stop)
{
  gsize i;

  if (is_word (text, start, stop, file_types, G_N_ELEMENTS (file_types)))
    return start;
  for (i = 0; i < G_N_ELEMENTS (file_types); i++)
    {
      gsize n = strlen (file_types[i]);

      if (stop - start > n && strncmp (text + stop - n, file_types[i], n) == 0
          && g_ascii_islower (text[stop - n - 1]))
        return stop - n;
    }
  return stop;
}

gsize
furniture_file (const gchar *text, gsize length)
{
  gsize start, stop, at;
  gsize end = last_word (text, length, &start, &stop);
  gsize digits = strspn (text + start, "0123456789.,");

  if (digits > 0 && start + digits < stop) /* "312KB" */
    {
      if (!is_word (text, start + digits, stop, units, G_N_ELEMENTS (units)))
        return length;
    }
  else
    {
      if (!is_word (text, start, stop, units, G_N_ELEMENTS (units)))
        return length;
      end = last_word (text, end, &start, &stop);
      if (start == stop || start + strspn (text + start, "0123456789.,") < stop)
        return length;
    }
  end = last_word (text, end, &start, &stop);
  at = type_start (text, start, stop);
  if (at == stop)
    return length;
  return at > start ? at : end;
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
