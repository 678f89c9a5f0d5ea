/* kind.c: files are told by what is in them. */

#include "extract/kind.h"

#include <string.h>

static void
check (const gchar *bytes, gsize length, const gchar *media_type)
{
  g_assert_cmpstr (kind_of ((const guint8 *)bytes, length)->media_type, ==, media_type);
}

#define CHECK(bytes, media_type) check (bytes, sizeof bytes - 1, media_type)

static void
test_pdf (void)
{
  g_autofree gchar *junk = g_strnfill (1200, '\1');

  CHECK ("%PDF-1.4\n", "application/pdf");
  CHECK ("\r\n\r\nX-Junk: 1\n%PDF-1.7\n", "application/pdf");
  CHECK ("%PEF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n", "application/pdf");
  CHECK ("trailer <</Root 1 0 R>>\n1 0 obj\n<<>>\nendobj\n", "application/pdf");
  memcpy (junk + 1000, "%PDF-", 5);
  check (junk, 1200, "application/pdf");
  memset (junk, 1, 1200);
  memcpy (junk + 1100, "%PDF-", 5);
  check (junk, 1200, "application/octet-stream");
}

static void
test_html (void)
{
  CHECK ("<!DOCTYPE html>\n<p>x", "text/html");
  CHECK ("\xEF\xBB\xBF \n<!-- %PDF-1.4 -->\n<HTML>", "text/html");
  CHECK ("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML\">",
         "text/html");
  CHECK ("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", "text/html");
  CHECK ("<div\nclass=a>The Committee</div>", "text/html");
  CHECK ("<!-- a --><!-- b --><p>x</p>", "text/html");
  CHECK ("HTTP/1.1 200 OK\r\nServer: x\r\n\r\n<html>\n", "text/html");
  CHECK ("Present: Cllr Reed<br/>Cllr Rush<BR>\n<p>Apologies</p>", "text/html");
  CHECK ("<\0h\0t\0m\0l\0>\0", "text/html");
  CHECK ("\xFE\xFF\0<\0h\0t\0m\0l\0>", "text/html");
}

static void
test_text (void)
{
  CHECK ("Minutes of the Quay Committee\n", "text/plain");
  CHECK ("M", "text/plain");
  CHECK ("Type <br> and <br> again", "text/plain");
  CHECK ("BMX Track Working Party", "text/plain");
  CHECK ("<Draft> Minutes", "text/plain");
  CHECK ("a < b and <strongly> so", "text/plain");
  CHECK ("M\0i\0n\0u\0t\0e\0s\0 \0o\0f\0", "text/plain");
  CHECK ("caf\xE9 \x96 na\xEFve", "text/plain");
}

static void
test_other (void)
{
  CHECK ("%!PS-Adobe-3.0\n%%Title: x", "application/postscript");
  CHECK ("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "image/png");
  CHECK ("\xFF\xD8\xFF\xE0\0\x10JFIF\0", "image/jpeg");
  CHECK ("GIF89a\1\0\1\0", "image/gif");
  CHECK ("\x1F\x8B\x8\0\0\0\0\0", "application/gzip");
  CHECK ("{\\rtf1\\ansi Minutes}", "application/rtf");
  CHECK ("PK\3\4\x14\0\0\0\0\0mimetype", "application/zip");
  CHECK ("PK\3\4\x14\0\0\0\0\0word/document.xml",
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  CHECK ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "application/x-ole-storage");
  CHECK ("<?xml version=\"1.0\"?><feed/>", "application/xml");
  CHECK ("<!DOCTYPE l [<!ENTITY a \"x\">]><l>&a;</l>", "application/xml");
  CHECK ("\1\2\3\4\5\6\7\0\0\0\1\2", "application/octet-stream");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind/pdf", test_pdf);
  g_test_add_func ("/kind/html", test_html);
  g_test_add_func ("/kind/text", test_text);
  g_test_add_func ("/kind/other", test_other);
  return g_test_run ();
}
