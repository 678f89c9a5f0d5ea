/* role.c: a word → what it is in a sentence. */

#include "classify/role.h"

#include <string.h>

#define IS_ONE_OF(word, list) is_one_of (word, list, G_N_ELEMENTS (list))

static gboolean
is_one_of (const gchar *word, const gchar *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (word[0] == list[i][0] && strcmp (word, list[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_abbreviation (const gchar *raw, const gchar *plain)
{
  static const gchar *const abbreviations[] = { "mr",    "mrs",    "ms",   "dr",  "cllr",
                                                "cllrs", "st",     "no",   "nos", "rev",
                                                "revd",  "prof",   "hon",  "sgt", "eg",
                                                "ie",    "approx", "para", "vs",  "ref" };

  return IS_ONE_OF (plain, abbreviations)
         || (g_ascii_isupper (raw[0]) && raw[1] == '\0' && raw[0] != 'I');
}

static gboolean
is_number (const gchar *raw, const gchar *plain)
{
  static const gchar *const numbers[] = {
    "one",      "two",      "three",   "four",    "five",      "six",
    "seven",    "eight",    "nine",    "ten",     "eleven",    "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",   "thirty",  "forty",   "fifty",     "sixty",
    "seventy",  "eighty",   "ninety",  "hundred", "hundreds",  "thousand",
    "half",     "dozen",    "third",   "quarter", "percent",   "couple"
  };

  return g_ascii_isdigit (raw[0]) || IS_ONE_OF (plain, numbers);
}

static gboolean
is_office (const gchar *raw)
{
  static const gchar *const offices[] = {
    "Manager",   "Director",    "Head",     "Headteacher",  "Officer",   "Lead",
    "Member",    "Nurse",       "Leader",   "Chair",        "Holder",    "Minister",
    "Analyst",   "Counsel",     "Chairman", "Commissioner", "Doctor",    "Consultant",
    "Secretary", "Coordinator", "Teacher",  "Principal",    "Directors", "Managers"
  };

  return IS_ONE_OF (raw, offices);
}

guint8
role_of (const gchar *raw, const gchar *plain)
{
  static const gchar *const articles[] = { "a", "an", "the" };
  static const gchar *const transparent[] = { "his", "her",  "its",  "our",   "their",
                                              "my",  "your", "this", "these", "those" };
  static const gchar *const joining[] = { "of", "for", "and", "the", "with", "to", "in" };
  static const gchar *const conjunctions[] = { "and",     "but",      "which",    "who",
                                               "while",   "although", "though",   "as",
                                               "so",      "because",  "with",     "where",
                                               "whereas", "when",     "including" };
  guint8 role = 0;

  if (IS_ONE_OF (plain, articles))
    role |= WORD_ARTICLE | WORD_TRANSPARENT;
  if (IS_ONE_OF (plain, transparent))
    role |= WORD_TRANSPARENT;
  if (is_abbreviation (raw, plain))
    role |= WORD_ABBREVIATION;
  if (g_unichar_isupper (g_utf8_get_char (raw)))
    role |= WORD_UPPER;
  if (is_number (raw, plain))
    role |= WORD_NUMBER;
  if (is_office (raw))
    role |= WORD_OFFICE;
  if (IS_ONE_OF (raw, joining))
    role |= WORD_JOINING;
  if (IS_ONE_OF (raw, conjunctions))
    role |= WORD_CONJUNCTION;
  return role;
}
