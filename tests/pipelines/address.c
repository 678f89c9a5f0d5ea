/* Where documents are, as seen from a page. */

#include "pipelines/address.h"

static void
leads (const gchar *base, const gchar *output, const gchar *source, guint page,
       const gchar *wanted)
{
  g_autoptr (Address) address = address_new (base, output);
  g_autofree gchar *got = address_make (address, source, page);

  g_assert_cmpstr (got, ==, wanted);
}

static void
test_paths (void)
{
  leads (NULL, NULL, "minutes/a b.pdf", 2, "./minutes/a%20b.pdf#page=2");
  leads (NULL, "out/report.html", "minutes/a.pdf", 0, "../minutes/a.pdf");
  leads (NULL, "minutes/report.html", "minutes/a.pdf", 1, "./a.pdf#page=1");
  leads (NULL, "report.html", "./minutes/../a.pdf", 1, "./a.pdf#page=1");
  leads (NULL, "/srv/report.html", "/data/a.pdf", 1, "../data/a.pdf#page=1");
  leads (NULL, "/report.html", "/data/a.pdf", 1, "/data/a.pdf#page=1");
  leads ("https://council.example/m/", "x/r.html", "a&b.pdf", 3,
         "https://council.example/m/a%26b.pdf#page=3");
  leads ("https://council.example/m", NULL, "a.pdf", 0,
         "https://council.example/m/a.pdf");
  leads ("https://council.example/?file=", NULL, "a.pdf", 0,
         "https://council.example/?file=a.pdf");
  leads ("", NULL, "a.pdf", 0, "a.pdf");
  leads (NULL, NULL, "https://council.example/m.pdf?id=1", 3,
         "https://council.example/m.pdf?id=1#page=3");
  leads (NULL, NULL, "-", 1, NULL);
}

static void
test_hostile (void)
{
  leads (NULL, NULL, "javascript:alert(1)", 0, "./javascript%3Aalert%281%29");
  leads (NULL, NULL, "//evil.example/a.pdf", 0, "/evil.example/a.pdf");
  leads (NULL, NULL, "https://x/\"><script>", 0, "https://x/%22%3E%3Cscript%3E");
  leads (NULL, NULL, "a#page=9.pdf", 1, "./a%23page%3D9.pdf#page=1");
  leads (NULL, NULL, "data:text/html,x", 0, "./data%3Atext/html%2Cx");
}

gint
main (gint argc, gchar **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address/paths", test_paths);
  g_test_add_func ("/address/hostile", test_hostile);
  return g_test_run ();
}
