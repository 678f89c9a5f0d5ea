/* council.c: the names of a council, on reports, minutes and web pages, become one key.
 */

#include "normalise/council.h"

#include "normalise/word_list.h"

#include <string.h>

/* Words of a name that are read; a council has at most some eight. */
#define MAX_WORDS 24

/* Councils that are called by a shorter name as often as by their own. */
static const struct
{
  const gchar *name;
  const gchar *key;
} short_names[] = {
  { "kingston upon hull", "hull" },
  { "newcastle upon tyne", "newcastle" },
  { "east riding of yorkshire", "east riding" },
  { "southend on sea", "southend" },
  { "kingston", "kingston upon thames" },
  { "richmond", "richmond upon thames" },
  { "bournemouth christchurch and poole", "bcp" },
};

/* Lower case, "&" spelled out, apostrophes and full stops dropped, everything else that
 * is no letter or digit a space. */
static gchar *
fold (const gchar *name)
{
  g_autofree gchar *lower = g_utf8_strdown (name, -1);
  GString *out = g_string_new (NULL);

  for (const gchar *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (out, " and ");
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if (c != '\'' && c != 0x2019 && c != '.')
        g_string_append_c (out, ' ');
    }
  return g_string_free (out, FALSE);
}

/* The number of words up to "local authority", or "children's services" and the names of
 * trusts that run them. */
static guint
cut_service (gchar **words, guint n)
{
  for (guint i = 1; i < n; i++)
    if (g_str_has_prefix (words[i], "children")
        || (g_str_equal (words[i], "local") && i + 1 < n
            && g_str_equal (words[i + 1], "authority")))
      return i;
  return n;
}

/* "Royal Borough of", "City and County of", "Council of the": a style is followed by
 * "of", and perhaps "the". */
static guint
skip_style (gchar **words, guint n)
{
  static const gchar *const styles[] = { "the",     "royal",  "london", "metropolitan",
                                         "borough", "city",   "county", "district",
                                         "and",     "lb",     "rb",     "council",
                                         "unitary", "greater" };
  guint end = 0;

  for (guint i = 0;
       i + 1 < n
       && word_list_has (styles, G_N_ELEMENTS (styles), words[i], strlen (words[i]));
       i++)
    if (g_str_equal (words[i + 1], "of") && i + 2 < n)
      {
        end = i + 2;
        i++;
      }
  while (end + 1 < n
         && (g_str_equal (words[end], "the") || g_str_equal (words[end], "lb")
             || g_str_equal (words[end], "county")))
    end++;
  return end;
}

static guint
cut_style (gchar **words, guint start, guint n)
{
  static const gchar *const styles[] = {
    "council", "borough",   "metropolitan", "district", "city", "county",
    "unitary", "authority", "corporation",  "of",       "the",  "mbc",
    "mdc",     "bc",        "cc",           "councils", "royal"
  };

  while (n > start + 1
         && word_list_has (styles, G_N_ELEMENTS (styles), words[n - 1],
                           strlen (words[n - 1])))
    n--;
  return n;
}

gchar *
council_key (const gchar *name)
{
  static const gchar *const lesser[] = { "parish", "town", "community" };
  g_autofree gchar *folded = fold (name);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  gchar *words[MAX_WORDS];
  g_autoptr (GString) key = g_string_new (NULL);
  guint n = 0, start = 0;
  gboolean small = FALSE;

  for (guint i = 0; parts[i] != NULL && n < MAX_WORDS; i++)
    if (*parts[i] != '\0')
      {
        small |=
            n > 0
            && word_list_has (lesser, G_N_ELEMENTS (lesser), parts[i], strlen (parts[i]));
        words[n++] = parts[i];
      }
  if (!small)
    {
      n = cut_service (words, n);
      start = skip_style (words, n);
      n = cut_style (words, start, n);
    }
  for (guint i = start; i < n; i++)
    g_string_append_printf (key, "%s%s", i > start ? " " : "", words[i]);
  for (guint i = 0; i < G_N_ELEMENTS (short_names); i++)
    if (g_str_equal (key->str, short_names[i].name))
      return g_strdup (short_names[i].key);
  return g_strdup (key->str);
}

gchar *
council_slug (const gchar *name)
{
  g_autofree gchar *key = council_key (name);

  return g_strdelimit (g_str_to_ascii (key, "C"), " ?", '-');
}

gboolean
council_equal (const gchar *a, const gchar *b)
{
  g_autofree gchar *key = a != NULL ? council_key (a) : NULL;
  g_autofree gchar *other = b != NULL ? council_key (b) : NULL;

  return key != NULL && *key != '\0' && g_strcmp0 (key, other) == 0;
}
