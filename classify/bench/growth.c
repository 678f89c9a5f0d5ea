/* growth.c: a taxonomy → one with many times its phrases, made of its own words. */

#include "classify/bench/growth.h"

#include <string.h>

typedef struct
{
  GPtrArray *words; /* gchar *: of all labels, as often as they stand there */
  guint64 state;    /* of the generator */
} Growth;

/* Knuth's linear congruential generator: the same on every machine. */
static guint
draw (Growth *self, guint below)
{
  self->state = self->state * G_GUINT64_CONSTANT (6364136223846793005)
                + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint)((self->state >> 33) % below);
}

/* Articles count for nothing in rules; single letters are what "'s" leaves. */
static gboolean
is_of_use (const gchar *word, gsize length)
{
  return length > 1 && !(length == 3 && g_ascii_strncasecmp (word, "the", 3) == 0)
         && !(length == 2 && g_ascii_strncasecmp (word, "an", 2) == 0);
}

static void
take_words (Growth *self, const gchar *label)
{
  for (const gchar *p = label; *p != '\0';)
    {
      const gchar *start = p;

      while (g_ascii_isalpha (*p))
        p++;
      if (is_of_use (start, p - start))
        g_ptr_array_add (self->words, g_ascii_strdown (start, p - start));
      p += p == start;
    }
}

static void
add_words (Growth *self, guint n, GString *out)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            (gchar *)self->words->pdata[draw (self, self->words->len)]);
}

/* Four words and more, so that few of them stand together in a text: what is measured is
 * the looking, not the tags. */
static void
add_label (Growth *self, const gchar *element, GString *out)
{
  g_string_append_printf (out, "<skos:%s>", element);
  add_words (self, 4 + draw (self, 2), out);
  g_string_append_printf (out, "</skos:%s>\n", element);
}

static void
add_rule (Growth *self, GString *out)
{
  gboolean window = draw (self, 3) == 0;

  g_string_append (out, window ? "[" : "");
  add_words (self, 3, out);
  g_string_append (out, window ? " " : " .. ");
  add_words (self, 2, out);
  g_string_append (out, window ? "]\n" : "\n");
}

static void
add_rules (Growth *self, const gchar *element, guint n, GString *out)
{
  g_string_append_printf (out, "<m:%s>\n", element);
  for (guint i = 0; i < n; i++)
    add_rule (self, out);
  g_string_append_printf (out, "</m:%s>\n", element);
}

static void
add_concept (Growth *self, const Concept *concept, guint number, GString *out)
{
  g_string_append_printf (out, "<skos:Concept rdf:about=\"c/%s-%u\">\n", concept->id,
                          number);
  add_label (self, "prefLabel", out);
  if (concept->theme != NULL)
    g_string_append_printf (out, "<skos:broader rdf:resource=\"c/%s\"/>\n",
                            concept->theme);
  for (guint i = 0; i < concept->alt_labels->len + concept->hidden_labels->len; i++)
    add_label (self, "altLabel", out);
  add_rules (self, "strong", concept->strong->len, out);
  add_rules (self, "weak", concept->weak->len, out);
  add_rules (self, "not", concept->vetoes->len, out);
  g_string_append (out, "</skos:Concept>\n");
}

static void
take_concept (Growth *self, const Concept *concept)
{
  take_words (self, concept->label);
  for (guint i = 0; i < concept->alt_labels->len; i++)
    take_words (self, concept->alt_labels->pdata[i]);
  for (guint i = 0; i < concept->hidden_labels->len; i++)
    take_words (self, concept->hidden_labels->pdata[i]);
}

GBytes *
growth_multiply (const Taxonomy *taxonomy, guint times)
{
  const GPtrArray *concepts = taxonomy_get_concepts (taxonomy);
  Growth self = { g_ptr_array_new_with_free_func (g_free), 1 };
  GString *out = g_string_new (NULL);
  gsize size;
  const gchar *own = g_bytes_get_data (taxonomy_get_bytes (taxonomy), &size);
  const gchar *end = g_strrstr_len (own, (gssize)size, "</");

  g_string_append_len (out, own, end != NULL ? end - own : 0);
  for (guint i = 0; i < concepts->len; i++)
    take_concept (&self, concepts->pdata[i]);
  for (guint n = 1; n < times && self.words->len > 0; n++)
    for (guint i = 0; i < concepts->len; i++)
      add_concept (&self, concepts->pdata[i], n, out);
  g_string_append (out, end != NULL ? end : "");
  g_ptr_array_unref (self.words);
  return g_string_free_to_bytes (out);
}
