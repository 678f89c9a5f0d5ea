/* letterspace.c: "P r e s e n t:" becomes "Present:". */

#include "normalise/letterspace.h"

#include "normalise/word_list.h"

/* Bytes of the longest word and what may close it */
#define MAX_WORD 24

void
letterspace_close (gchar *line)
{
  static const gchar *const words[] = { "present", "minutes", "agenda", "apologies",
                                        "attendance" };
  gchar word[MAX_WORD];
  gsize length = 0, letters;

  for (const gchar *p = line; *p != '\0'; p++)
    {
      if (length == MAX_WORD || p[0] == ' ' || (p[1] != ' ' && g_ascii_isalpha (p[1])))
        return;
      word[length++] = *p;
      p += p[1] == ' ';
    }
  for (letters = length; letters > 0 && !g_ascii_isalpha (word[letters - 1]);)
    letters--;
  if (!word_list_has (words, G_N_ELEMENTS (words), word, letters))
    return;
  for (gsize i = 0; i < length; i++)
    line[i] = word[i];
  line[length] = '\0';
}
