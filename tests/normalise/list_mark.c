#include "normalise/list_mark.h"

static const struct
{
  const gchar *text;
  ListMarkKind kind;
  const gchar *words;
} cases[] = {
  { "• The pace of change", LIST_MARK_BULLET, "The pace of change" },
  { "◼ The pace", LIST_MARK_BULLET, "The pace" },
  { "\xef\x81\xae The pace", LIST_MARK_BULLET, "The pace" }, /* U+F06E */
  { "•The pace", LIST_MARK_BULLET, "The pace" },
  { "◼", LIST_MARK_BULLET, "" },
  { "n Ensure", LIST_MARK_BULLET, "Ensure" },
  { "§ Ensure", LIST_MARK_BULLET, "Ensure" },
  { "n of them", LIST_MARK_NONE, NULL },
  { "– visits", LIST_MARK_DASH, "visits" },
  { "- visits", LIST_MARK_DASH, "visits" },
  { "o visits", LIST_MARK_DASH, "visits" },
  { "12. Ensure", LIST_MARK_NUMBER, "Ensure" },
  { "12.Ensure", LIST_MARK_NUMBER, "Ensure" },
  { "12 Ensure", LIST_MARK_NUMBER, "Ensure" },
  { "(a) plans", LIST_MARK_LETTER, "plans" },
  { "iv) plans", LIST_MARK_LETTER, "plans" },
  { "12 children", LIST_MARK_NONE, NULL },
  { "2.1 Adoption", LIST_MARK_NONE, NULL },
  { "16+ service", LIST_MARK_NONE, NULL },
  { "2018 was", LIST_MARK_NONE, NULL },
  { "only visits", LIST_MARK_NONE, NULL },
  { "-ed", LIST_MARK_NONE, NULL },
  { "e.g. plans", LIST_MARK_NONE, NULL },
  { "", LIST_MARK_NONE, NULL },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ListMark mark = list_mark_read (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (mark.kind, ==, cases[i].kind);
      if (cases[i].words != NULL)
        g_assert_cmpstr (cases[i].text + mark.length, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-mark/read", test_read);
  return g_test_run ();
}
