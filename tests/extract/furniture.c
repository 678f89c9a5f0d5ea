/* furniture.c: what a page says of its files is told from what it says. */

#include "extract/furniture.h"

#include <string.h>

static void
check (const gchar *text, const gchar *name)
{
  g_autofree gchar *found = g_strndup (text, furniture_file (text, strlen (text)));

  g_assert_cmpstr (found, ==, name);
}

static void
test_file (void)
{
  check ("Harbour dues PDF 312 KB", "Harbour dues");
  check ("Harbour dues (PDF, 97 KB)", "Harbour dues");
  check ("Harbour dues [DOCX 1.5MB]", "Harbour dues");
  check ("Harbour duesPDF 1 MB", "Harbour dues");
  check ("Plan B (revised) XLSX 1,024 KB", "Plan B (revised)");
  check ("PDF 88 KB", "");
}

static void
test_no_file (void)
{
  check ("", "");
  check ("312 KB", "312 KB");
  check ("The report had 40 MB", "The report had 40 MB");
  check ("The PDF was 3 pages", "The PDF was 3 pages");
  check ("Grant A PDF B", "Grant A PDF B");
  check ("NOTPDF 3 KB", "NOTPDF 3 KB");
}

static void
test_link (void)
{
  g_assert_true (furniture_link ("View directions"));
  g_assert_true (furniture_link (" View the background to item 4."));
  g_assert_false (furniture_link ("View of the harbour"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/furniture/file", test_file);
  g_test_add_func ("/furniture/no-file", test_no_file);
  g_test_add_func ("/furniture/link", test_link);
  return g_test_run ();
}
