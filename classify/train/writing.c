/* writing.c: linear models and joints → lines of weights, in order. */

#include "classify/train/writing.h"

#include <math.h>
#include <string.h>

/* A weight that is written as less than this is none. */
#define LEAST_WEIGHT 0.005

/* A line that begins with what has the weights; NULL where it has none. */
static gchar *
line_of (const Corpus *self, const Learned *learned, guint feature, const gchar *begin)
{
  GString *line = g_string_new (begin);
  gsize length = line->len;

  for (guint c = 0; c < self->n; c++)
    if (learned->linears[c] != NULL
        && fabs (learned->linears[c]->weights[feature]) >= LEAST_WEIGHT)
      g_string_append_printf (line, " %s %.2f", corpus_get_id (self, c),
                              learned->linears[c]->weights[feature]);
  return g_string_free (line, line->len == length);
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *)a, *(const gchar *const *)b);
}

gchar *
writing_of (const Corpus *self, const Learned *learned, const Joint *joints)
{
  static const gchar *const kinds[N_HIT_KINDS] = { "strong", "strong2", "weak", "weak2" };
  static const gchar *const verdicts[N_VERDICTS] = { "text", "item" };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new ("heed-model 1\n");
  guint n = self->vocabulary->names->len;

  for (Verdict v = 0; v < N_VERDICTS; v++)
    {
      g_string_append_printf (out, "verdict %s", verdicts[v]);
      for (guint i = 0; i < SIGN_N_FEATURES; i++)
        g_string_append_printf (out, " %.3f", joints[v][i]);
      g_string_append_c (out, '\n');
    }
  for (guint c = 0; c < self->n; c++)
    {
      const gchar *id = corpus_get_id (self, c);

      if (learned->linears[c] == NULL)
        continue;
      g_string_append_printf (out, "bias %s %.2f\n", id, learned->linears[c]->bias);
      for (guint kind = 0; kind < N_HIT_KINDS; kind++)
        {
          g_autofree gchar *begin = g_strdup_printf ("hit %s:%s", kinds[kind], id);
          g_autofree gchar *line =
              line_of (self, learned, n + c * N_HIT_KINDS + kind, begin);

          if (line != NULL)
            g_string_append_printf (out, "%s\n", line);
        }
    }
  for (guint i = 0; i < n; i++)
    if (learned->idf[i] > 0)
      {
        const gchar *name = self->vocabulary->names->pdata[i];
        g_autofree gchar *begin =
            g_strdup_printf ("%s %s %.2f", strchr (name, '|') != NULL ? "pair" : "word",
                             name, learned->idf[i]);
        gchar *line = line_of (self, learned, i, begin);

        if (line != NULL)
          g_ptr_array_add (lines, line);
      }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%s\n", (const gchar *)lines->pdata[i]);
  g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}
