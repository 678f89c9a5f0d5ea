/* caption.c: lines of a page that say what follows. */

#include "extract/caption.h"

static void
test_meeting (void)
{
  g_assert_true (caption_names_meeting ("Meeting: 5/07/2025 - Quay Committee (Item 2)"));
  g_assert_true (caption_names_meeting ("Cyfarfod: 16/07/2025 - Y Cabinet (Eitem 23)"));
  g_assert_false (caption_names_meeting ("Meeting: the Quay Committee"));
  g_assert_false (caption_names_meeting ("Date of meeting: 5/07/2025"));
  g_assert_false (caption_names_meeting ("Meeting: 2025/07/05"));
  g_assert_false (caption_names_meeting (": 5/7"));
  g_assert_false (caption_names_meeting (""));
}

static void
test_link (void)
{
  g_assert_true (
      caption_links_meeting ("Meeting of Quay Committee, Friday, 2nd May, 2025"));
  g_assert_false (caption_links_meeting ("Meeting of minds"));
  g_assert_false (caption_links_meeting ("Meetings in 2025"));
}

static void
test_documents (void)
{
  g_assert_true (caption_names_documents ("Additional documents:"));
  g_assert_true (caption_names_documents ("Dogfennau ychwanegol:"));
  g_assert_false (caption_names_documents ("Minutes:"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/caption/meeting", test_meeting);
  g_test_add_func ("/caption/link", test_link);
  g_test_add_func ("/caption/documents", test_documents);
  return g_test_run ();
}
