/* sentence.c: a paragraph becomes sentences. */

#include "normalise/sentence.h"

#include <string.h>

/* Words whose dot ends no sentence, without it. */
static const gchar *const abbreviations[] = {
  "Cllr", "Cllrs", "Councillr", "Mr",   "Mrs",   "Ms",   "Dr",   "Prof", "Rev",
  "Revd", "Cr",    "Hon",       "Sgt",  "Supt",  "Insp", "St",   "No",   "no",
  "Nos",  "nos",   "Min",       "para", "paras", "Para", "ref",  "Ref",  "App",
  "Art",  "Sec",   "e.g",       "i.e",  "viz",   "vs",   "nem",  "con",  "approx",
  "p",    "pp",    "Chq",       "Co",   "incl",  "Lt",   "Col",  "Capt", "Jan",
  "Feb",  "Aug",   "Sept",      "Oct",  "Nov",   "Dec",  "prop", "Prop", "sec",
};

static gboolean
is_abbreviation (const gchar *text, gsize start, gsize dot)
{
  gsize word = dot;
  gsize length;

  while (word > start && (g_ascii_isalpha (text[word - 1]) || text[word - 1] == '.')
         && dot - word < 12)
    word--;
  length = dot - word;
  /* "O. Williams", "C.C.C. re" */
  if (length == 1 && g_ascii_isupper (text[word]))
    return TRUE;
  if (length >= 3 && g_ascii_isupper (text[dot - 1]) && text[dot - 2] == '.')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    if (text[word] == abbreviations[i][0]
        && strncmp (text + word, abbreviations[i], length) == 0
        && abbreviations[i][length] == '\0')
      return TRUE;
  return FALSE;
}

static inline gboolean
is_stop (gchar c)
{
  return c == '.' || c == '?' || c == '!';
}

static gboolean
closes (gunichar c)
{
  return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x2019 || c == 0x201d;
}

static gboolean
may_open (gunichar c)
{
  return g_unichar_isupper (c) || g_unichar_isdigit (c) || c == '(' || c == '['
         || c == '"' || c == '\'' || c == 0x2018 || c == 0x201c || c == 0x2022;
}

Span
sentence_next (const gchar *text, gsize from, gsize end)
{
  gsize start = from;
  gsize at;

  while (start < end && g_unichar_isspace (g_utf8_get_char (text + start)))
    start = g_utf8_next_char (text + start) - text;
  for (at = start; at < end; at++)
    {
      gsize after;

      while (at < end && (text[at] > '?' || !is_stop (text[at])))
        at++;
      if (at == end)
        break;
      if (text[at] == '.' && is_abbreviation (text, start, at))
        continue;
      after = at + 1;
      while (after < end && closes (g_utf8_get_char (text + after)))
        after = g_utf8_next_char (text + after) - text;
      if (after >= end)
        break;
      if (!g_unichar_isspace (g_utf8_get_char (text + after)))
        continue;
      at = after;
      while (at < end && g_unichar_isspace (g_utf8_get_char (text + at)))
        at = g_utf8_next_char (text + at) - text;
      if (at >= end || may_open (g_utf8_get_char (text + at)))
        return (Span){ start, after };
      at = after - 1;
    }
  return (Span){ start, end };
}
