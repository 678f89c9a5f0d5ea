/* stemmer.c: word → stem, through libstemmer. Callers keep the results: see lexicon.c. */

#include "classify/stemmer.h"

#include <libstemmer.h>

struct Stemmer
{
  struct sb_stemmer *snowball;
};

Stemmer *
stemmer_new (void)
{
  Stemmer *self = g_new0 (Stemmer, 1);

  self->snowball = sb_stemmer_new ("english", "UTF_8");
  if (self->snowball == NULL)
    g_error ("libstemmer has no English");
  return self;
}

void
stemmer_free (Stemmer *self)
{
  if (self == NULL)
    return;
  sb_stemmer_delete (self->snowball);
  g_free (self);
}

void
stemmer_stem (Stemmer *self, const gchar *word, gsize length, GString *out)
{
  gboolean plain = length > 0 && length <= STEMMER_MAX_WORD;
  const sb_symbol *stem = NULL;

  for (gsize i = 0; plain && i < length; i++)
    plain = !g_ascii_isdigit (word[i]);
  if (plain)
    {
      stem = sb_stemmer_stem (self->snowball, (const sb_symbol *)word, (int)length);
      /* Another stem than with memory would be other tags, in silence. */
      if (stem == NULL)
        g_error ("failed to allocate memory for a stem");
    }
  if (stem != NULL)
    g_string_append_len (out, (const gchar *)stem, sb_stemmer_length (self->snowball));
  else
    g_string_append_len (out, word, length);
}

guint64
stem_hash (const gchar *stem, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar)stem[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}
