/* legible.c: what the letters of a page say about the map they came through. */

#include "extract/legible.h"

#include <string.h>

/* Fewer letters than this, or words, show nothing. */
#define LEAST_LETTERS 60
#define LEAST_WORDS 10

guint
legible_n_letters (const GArray *glyphs)
{
  guint n = 0;
  guint i;

  for (i = 0; i < glyphs->len; i++)
    {
      gunichar c = g_array_index (glyphs, Glyph, i).c;

      n += c != ' ' && c != '\n';
    }
  return n;
}

static gboolean
is_letter (const GArray *glyphs, guint i)
{
  gunichar c = g_array_index (glyphs, Glyph, i).c;

  return c < 0x80 ? g_ascii_isalpha ((gchar)c) : g_unichar_isalpha (c);
}

/* A sign that stands between two letters of no word: not "and/or", whose words are whole,
 * but a broken map hits every word with that letter, so one in ten of all. */
static gboolean
is_odd (const GArray *glyphs, guint i)
{
  return i > 0 && i + 1 < glyphs->len && is_letter (glyphs, i - 1)
         && is_letter (glyphs, i + 1);
}

static gboolean
is_sign (gunichar c)
{
  return c < 0x80 && strchr ("/\\#$%^*+=<>|~\"!?;:0123456789", (int)c) != NULL;
}

static gboolean
is_lost (gunichar c)
{
  return c == 0xfffd || (c >= 0xe000 && c <= 0xf8ff) || (c < 0x20 && c != '\n')
         || (c >= 0x7f && c < 0xa0);
}

/* Two letters in five are, in English; w and y, which Welsh counts too, are left out: it
 * has enough of the others. */
static gboolean
is_vowel (gunichar c)
{
  switch (c | 0x20)
    {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
legible_is_broken (const GArray *glyphs)
{
  guint letters = 0, vowels = 0, latin = 0, lost = 0, words = 0, odd_words = 0;
  gboolean odd = FALSE;
  guint i;

  for (i = 0; i < glyphs->len; i++)
    {
      gunichar c = g_array_index (glyphs, Glyph, i).c;

      if (c == ' ' || c == '\n')
        {
          words += i > 0 && is_letter (glyphs, i - 1);
          odd_words += odd;
          odd = FALSE;
          continue;
        }
      letters++;
      if (c < 0x80 && g_ascii_isalpha ((gchar)c))
        {
          latin++;
          vowels += is_vowel (c);
          continue;
        }
      lost += is_lost (c);
      odd |= is_sign (c) && is_odd (glyphs, i);
    }
  if (letters < LEAST_LETTERS)
    return FALSE;
  return lost * 10 > letters || (latin > LEAST_LETTERS && vowels * 9 < latin * 2)
         || (words >= LEAST_WORDS && odd_words * 10 > words);
}
