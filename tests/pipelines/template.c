/* Templates and what fills them. */

#include "pipelines/template.h"

#include <string.h>

static gchar *
fill (const gchar *text, const View *view, TemplateEscape escape)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Template) template = template_new (text, escape, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  template_fill (template, view, out);
  return g_string_free (out, FALSE);
}

static void
gives (const gchar *text, const View *view, const gchar *wanted)
{
  g_autofree gchar *got = fill (text, view, template_escape_html);

  g_assert_cmpstr (got, ==, wanted);
}

static void
test_names (void)
{
  g_autoptr (View) view = view_new ();

  view_set (view, "body", "Audit & <Risk>");
  view_set_number (view, "page", 3);
  view_set (view, "absent", NULL);
  gives ("{{body}}, page {{page}}{{absent}}{{unheard}}", view,
         "Audit &amp; &lt;Risk&gt;, page 3");
  gives ("<a title=\"{{body}}\">", view, "<a title=\"Audit &amp; &lt;Risk&gt;\">");
  gives ("{{! a remark }}.", view, ".");
}

static void
test_sections (void)
{
  g_autoptr (View) view = view_new ();

  view_set (view, "council", "Ottermere");
  view_set_flag (view, "yes", TRUE);
  view_set_flag (view, "no", FALSE);
  view_set (view_add (view, "items"), "title", "Minutes");
  view_set (view_add (view, "items"), "title", "Parking");
  gives ("{{#items}}[{{council}} {{title}}]{{/items}}", view,
         "[Ottermere Minutes][Ottermere Parking]");
  gives ("{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{^yes}}c{{/yes}}{{^no}}d{{/no}}", view, "ad");
  gives ("{{^items}}none{{/items}}{{^others}}none{{/others}}", view, "none");
  gives ("<ul>\n  {{#items}}\n<li>{{title}}\n  {{/items}}\n</ul>", view,
         "<ul>\n<li>Minutes\n<li>Parking\n</ul>");
}

static void
test_hostile (void)
{
  g_autoptr (View) view = view_new ();
  g_autofree gchar *got = NULL;

  view_set (view, "text", "{{style}}</script>'\"\x01\xc2\x85\xef\xbf\xbe");
  view_set (view, "style", "a > b");
  gives (
      "{{text}} {{&style}} {{style}}", view,
      "{{style}}&lt;/script&gt;&#39;&quot;\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd a > b a "
      "&gt; b");
  view_set (view, "text", "# a\n- [b](javascript:x) *c* <img> `d` | e");
  got = fill ("{{text}}", view, template_escape_markdown);
  g_assert_cmpstr (got, ==,
                   "\\# a - \\[b\\](javascript:x) \\*c\\* &lt;img&gt; \\`d\\` \\| e");
}

static void
test_refused (void)
{
  static const gchar *const wrong[] = { "{{a", "{{#a}}", "{{/a}}", "{{#a}}{{/b}}",
                                        "{{&text}}" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (template_new (wrong[i], template_escape_html, &error));
      g_assert_error (error, TEMPLATE_ERROR, TEMPLATE_ERROR_SYNTAX);
    }
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/names", test_names);
  g_test_add_func ("/template/sections", test_sections);
  g_test_add_func ("/template/hostile", test_hostile);
  g_test_add_func ("/template/refused", test_refused);
  return g_test_run ();
}
