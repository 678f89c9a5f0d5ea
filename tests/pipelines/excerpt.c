/* Texts cut down to what is around their marks. */

#include "pipelines/excerpt.h"

#include <string.h>

/* "a [1:b] *c*": marks and resolutions of what is left; "|" between paragraphs, "…" where
 * something was cut. */
static gchar *
show (const gchar *text, const Excerpt *excerpt, ExcerptSize size)
{
  GString *out = g_string_new (NULL);
  gboolean cut;
  g_autoptr (GPtrArray) paragraphs = excerpt_cut (excerpt, size, &cut);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const ExcerptParagraph *paragraph = paragraphs->pdata[i];

      g_string_append (out, paragraph->cut ? "…" : i > 0 ? "|" : "");
      for (guint j = 0; j < paragraph->runs->len; j++)
        {
          const Run *run = paragraph->runs->pdata[j];

          g_string_append (out, run->marks != NULL ? "[" : "");
          for (guint k = 0; run->marks != NULL && k < run->marks->len; k++)
            g_string_append_printf (out, "%u:", g_array_index (run->marks, guint, k));
          g_string_append (out, run->strong ? "*" : "");
          g_string_append_len (out, text + run->span.start,
                               run->span.end - run->span.start);
          g_string_append (out, run->strong ? "*" : "");
          g_string_append (out, run->marks != NULL ? "]" : "");
        }
    }
  if (cut)
    g_string_append (out, "…");
  return g_string_free (out, FALSE);
}

static Span
find (const gchar *text, const gchar *words)
{
  gsize start = strstr (text, words) - text;

  return (Span){ start, start + strlen (words) };
}

static void
test_whole (void)
{
  const gchar *text = "The Panel heard of neglect.\nIt asked for a report.\n";
  g_autoptr (Excerpt) excerpt = excerpt_new (text);
  g_autofree gchar *got = NULL;

  excerpt_mark (excerpt, find (text, "heard of neglect"), 3);
  excerpt_mark (excerpt, find (text, "neglect"), 1);
  excerpt_mark (excerpt, find (text, "neglect"), 1);
  excerpt_strengthen (excerpt, find (text, "a report"));
  got = show (text, excerpt, (ExcerptSize){ 1000, 10, 100 });
  g_assert_cmpstr (got, ==,
                   "The Panel [3:heard of ][3:1:neglect].|It asked for *a report*.");
}

static void
test_cut (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree gchar *got = NULL;
  g_autoptr (Excerpt) excerpt = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, "nothing é ");
  g_string_append (text, "early help was late.\n");
  for (guint i = 0; i < 40; i++)
    g_string_append (text, "nothing é ");
  excerpt = excerpt_new (text->str);
  excerpt_mark (excerpt, find (text->str, "early help"), 7);
  got = show (text->str, excerpt, (ExcerptSize){ 100, 8, 100 });
  g_assert_cmpstr (got, ==, "…nothing é [7:early help] was late.…");
}

static void
test_none (void)
{
  const gchar *text = "Nothing of note was said by anybody at all about any of it.";
  g_autoptr (Excerpt) excerpt = excerpt_new (text);
  g_autofree gchar *got = show (text, excerpt, (ExcerptSize){ 10, 10, 10 });

  g_assert_cmpstr (got, ==, "…");
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/excerpt/whole", test_whole);
  g_test_add_func ("/excerpt/cut", test_cut);
  g_test_add_func ("/excerpt/none", test_none);
  return g_test_run ();
}
