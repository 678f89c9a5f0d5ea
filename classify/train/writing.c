/* writing.c: linear models and joints → lines of weights, in order. */

#include "classify/train/writing.h"

#include <math.h>
#include <string.h>

static void
append_weights (const Corpus *self, const Learned *learned, guint feature, GString *out)
{
  for (guint c = 0; c < self->n; c++)
    if (learned->linears[c] != NULL
        && fabs (learned->linears[c]->weights[feature]) >= 0.005)
      g_string_append_printf (out, " %s %.2f", corpus_get_id (self, c),
                              learned->linears[c]->weights[feature]);
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
          g_string_append_printf (out, "hit %s:%s", kinds[kind], id);
          append_weights (self, learned, n + c * N_HIT_KINDS + kind, out);
          g_string_append_c (out, '\n');
        }
    }
  for (guint i = 0; i < n; i++)
    if (learned->idf[i] > 0)
      {
        const gchar *name = self->vocabulary->names->pdata[i];
        GString *line = g_string_new (strchr (name, '|') != NULL ? "pair " : "word ");

        g_string_append_printf (line, "%s %.2f", name, learned->idf[i]);
        append_weights (self, learned, i, line);
        g_ptr_array_add (lines, g_string_free (line, FALSE));
      }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%s\n", (const gchar *)lines->pdata[i]);
  g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}
