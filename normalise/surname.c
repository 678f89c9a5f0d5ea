/* surname.c: "Ahmed, R (Chair)" becomes "R Ahmed (Chair)". */

#include "normalise/surname.h"

#include "normalise/word_list.h"

#include <string.h>

/* Bytes of a surname, and of what stands before its comma: "Councillor Mrs De Souza". */
#define MAX_SURNAME 40
#define MAX_INITIALS 8
/* Entries of a list from which on first names are told from further surnames. */
#define MIN_ENTRIES 3

/* Letters behind a name that could be initials. */
static const gchar *const letters[] = { "JP", "MP", "CC", "DL", "KC", "QC", "MA",
                                        "BA", "TD", "RD", "BT", "MS", "PC" };
/* What goes before a surname and is no part of it */
static const gchar *const titles[] = { "councillors", "councillor", "cllrs", "cllr",
                                       "mrs",         "mr",         "ms",    "miss",
                                       "dr",          "sir",        "dame",  "and",
                                       "rev",         "members" };
/* What stands behind a surname and is no first name: "Ahmed, Labour" */
static const gchar *const others[] = { "chair",        "chairman",    "clerk",
                                       "mayor",        "leader",      "labour",
                                       "conservative", "independent", "liberal",
                                       "green",        "reform",      "minutes" };
/* Short words that begin a surname */
static const gchar *const particles[] = { "de", "van", "von", "der", "den", "la",
                                          "le", "al",  "el",  "mac", "st" };

/* The beginning of the surname that ends at `end` in text from a byte on; end: there is
 * none, or more than a surname: "A Bell". */
static gsize
surname_start (const gchar *text, gsize from, gsize end)
{
  gsize start = end;

  while (start > from && !g_ascii_isspace (text[start - 1])
         && strchr (",;:(|", text[start - 1]) == NULL)
    start--;
  if (start + 1 >= end || end - start > MAX_SURNAME
      || !g_unichar_isupper (g_utf8_get_char (text + start)) || text[end - 1] == '.')
    return end;
  for (gsize i = start; i < end; i++)
    if (g_ascii_isdigit (text[i]))
      return end;
  /* "Van der Berg, P" */
  while (start > from && text[start - 1] == ' ')
    {
      gsize word = start - 1;
      gsize length;

      while (word > from && !g_ascii_isspace (text[word - 1])
             && strchr (",;:(|", text[word - 1]) == NULL)
        word--;
      length = start - 1 - word;
      if (length == 0)
        break;
      if (word_list_has (particles, G_N_ELEMENTS (particles), text + word, length))
        {
          start = word;
          continue;
        }
      if (text[word + length - 1] == '.')
        length--;
      return word_list_has (titles, G_N_ELEMENTS (titles), text + word, length)
                     || strchr (":-", text[start - 2]) != NULL
                 ? start
                 : end;
    }
  return start;
}

/* Whether a name may end here: "R (Chair)", "R and", "R – Chair" */
static gboolean
ends_name (const gchar *text)
{
  static const gchar *const behind[] = { " (", " and ", " & ", " - ", " –" };

  return text[0] == '\0' || strchr (",;\n|(", text[0]) != NULL
         || word_list_prefix (behind, G_N_ELEMENTS (behind), text) > 0;
}

/* The end of "R", "S. J.", "SJ" at the front; 0 if there are no initials. */
static gsize
initials_end (const gchar *text)
{
  gsize i = 0;
  guint capitals = 0;

  for (;; i++)
    {
      if (g_ascii_isupper (text[i]))
        capitals++;
      else if (capitals == 0
               || !(text[i] == '.'
                    || (text[i] == ' ' && g_ascii_isupper (text[i + 1])
                        && !g_ascii_isalpha (text[i + 2]))))
        break;
      if (i >= MAX_INITIALS)
        return 0;
    }
  if (capitals == 0 || capitals > 3 || !ends_name (text + i))
    return 0;
  return word_list_has (letters, G_N_ELEMENTS (letters), text, i) ? 0 : i;
}

/* The end of "Rashid", "Mary Ann" at the front, where an entry ends or a bracket or dash
 * begins; 0 if it is no first name. */
static gsize
first_name_end (const gchar *text)
{
  gsize i = 0;
  guint words = 1;

  if (!g_ascii_isupper (text[0]) || !g_ascii_islower (text[1]))
    return 0;
  while (text[i] != '\0' && strchr (",;\n|(", text[i]) == NULL)
    {
      if (g_ascii_isdigit (text[i]) || text[i] == ':')
        return 0;
      if (text[i] == ' '
          && (text[i + 1] == '-' || text[i + 1] == '('
              || g_str_has_prefix (text + i + 1, "–")))
        break;
      if (text[i] == ' ' && g_ascii_isupper (text[i + 1]))
        words++;
      else if (text[i] == ' ')
        return 0;
      i++;
    }
  return text[i] != ',' && words <= 2 && i <= MAX_SURNAME
                 && !word_list_has (others, G_N_ELEMENTS (others), text,
                                    strcspn (text, " ,;\n|("))
             ? i
             : 0;
}

/* Whether each entry of the list is "Ahmed, Rashid"; behind a title stands the ward or
 * the party: "Cllr Ahmed, Northgate". */
static gboolean
all_turned (const gchar *text, guint min)
{
  guint n = 0;

  while (*text != '\0')
    {
      gsize length = strcspn (text, ";\n|");
      const gchar *comma = memchr (text, ',', length);
      gsize skip = strspn (text, " ");

      if (skip < length)
        {
          if (comma == NULL || comma[1] != ' '
              || surname_start (text, skip, (gsize)(comma - text)) != skip
              || first_name_end (comma + 2) == 0)
            return FALSE;
          n++;
        }
      text += length + (text[length] != '\0');
    }
  return n >= min;
}

gchar *
surnames_turn (const gchar *from, gboolean known, guint *ret_n)
{
  gboolean all = strchr (from, ',') != NULL && all_turned (from, known ? 1 : MIN_ENTRIES);
  gsize done = 0;
  guint n = 0;
  GString *out;

  if (strchr (from, ',') == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (gsize i = 0; from[i] != '\0'; i++)
    {
      gsize start, length;

      if (from[i] != ',' || from[i + 1] != ' ')
        continue;
      length = initials_end (from + i + 2);
      if (length == 0 && all)
        length = first_name_end (from + i + 2);
      start = length > 0 ? surname_start (from, done, i) : i;
      if (start == i)
        continue;
      g_string_append_len (out, from + done, (gssize)(start - done));
      g_string_append_len (out, from + i + 2, (gssize)length);
      g_string_append_c (out, ' ');
      g_string_append_len (out, from + start, (gssize)(i - start));
      done = i + 2 + length;
      i = done - 1;
      n++;
    }
  g_string_append (out, from + done);
  if (ret_n != NULL && n > 0)
    *ret_n = n;
  return g_string_free (out, n == 0);
}
