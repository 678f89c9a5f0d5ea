/* kind.c: what a file is, told by its first bytes. */

#include "extract/kind.h"

#include <string.h>

#include "extract/charset.h"

/* "%PDF-" may stand behind junk; Acrobat and poppler look this far. */
#define PDF_HEADER_BYTES 1024

/* A page may begin with a licence in a comment. */
#define HEAD_BYTES 8192

/* Where a PDF ends: "startxref", a number, "%%EOF". */
#define TAIL_BYTES 2048

/* Tags that make a text a piece of a page; minutes quote one at most. */
#define FRAGMENT_TAGS 3

/* A few stray controls in a short text are dropped. */
#define CONTROLS_MAX 8

static const Kind kind_pdf = { KIND_PDF, "application/pdf", "a PDF" };
static const Kind kind_html = { KIND_HTML, "text/html", "a page of HTML" };
static const Kind kind_text = { KIND_TEXT, "text/plain", "plain text" };
static const Kind kind_xml = { KIND_OTHER, "application/xml", "an XML file" };
static const Kind kind_binary = { KIND_OTHER, "application/octet-stream",
                                  "neither text nor any known kind of file" };

typedef struct
{
  const gchar *bytes;
  guint length;
  guint offset;
  Kind kind;
} Magic;

#define MAGIC(bytes, offset, media_type, name)                                           \
  {                                                                                      \
    bytes, sizeof bytes - 1, offset, { KIND_OTHER, media_type, name }                    \
  }

static const Magic magics[] = {
  MAGIC ("%!PS", 0, "application/postscript", "a PostScript file"),
  MAGIC ("\xC5\xD0\xD3\xC6", 0, "application/postscript", "a PostScript file"),
  MAGIC ("\x89PNG\r\n\x1A\n", 0, "image/png", "a PNG picture"),
  MAGIC ("\xFF\xD8\xFF", 0, "image/jpeg", "a JPEG picture"),
  MAGIC ("GIF8", 0, "image/gif", "a GIF picture"),
  MAGIC ("II*\0", 0, "image/tiff", "a TIFF picture"),
  MAGIC ("MM\0*", 0, "image/tiff", "a TIFF picture"),
  MAGIC ("BM", 0, "image/bmp", "a BMP picture"),
  MAGIC ("WEBP", 8, "image/webp", "a WebP picture"),
  MAGIC ("ftyphei", 4, "image/heic", "a HEIC picture"),
  MAGIC ("ftyp", 4, "video/mp4", "a film or a sound recording"),
  MAGIC ("ID3", 0, "audio/mpeg", "a sound recording"),
  MAGIC ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, "application/x-ole-storage",
         "an old Office document (.doc, .xls, .ppt or .msg)"),
  MAGIC ("{\\rtf", 0, "application/rtf", "an RTF document"),
  MAGIC ("\x1F\x8B", 0, "application/gzip", "a gzip archive"),
  MAGIC ("BZh", 0, "application/x-bzip2", "a bzip2 archive"),
  MAGIC ("7z\xBC\xAF\x27\x1C", 0, "application/x-7z-compressed", "a 7-Zip archive"),
  MAGIC ("Rar!\x1A\x07", 0, "application/vnd.rar", "a RAR archive"),
  MAGIC ("\xFD"
         "7zXZ\0",
         0, "application/x-xz", "an xz archive"),
  MAGIC ("\x7F"
         "ELF",
         0, "application/x-executable", "a program"),
  MAGIC ("AT&TFORM", 0, "image/vnd.djvu", "a DjVu document"),
  MAGIC ("SQLite format 3", 0, "application/vnd.sqlite3", "an SQLite database"),
};

/* What a ZIP archive holds is told by the name of one of its first entries. */
static const Magic zips[] = {
  MAGIC ("word/", 0,
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         "a Word document (.docx)"),
  MAGIC ("xl/", 0, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
         "an Excel workbook (.xlsx)"),
  MAGIC ("ppt/", 0,
         "application/vnd.openxmlformats-officedocument.presentationml.presentation",
         "a PowerPoint presentation (.pptx)"),
  MAGIC ("opendocument", 0, "application/vnd.oasis.opendocument.text",
         "an OpenDocument file"),
  MAGIC ("epub+zip", 0, "application/epub+zip", "an EPUB book"),
  MAGIC ("", 0, "application/zip", "a ZIP archive"),
};

/* Elements that a page, or a piece of one, begins with. */
static const gchar *const page_tags[] = {
  "html",    "head",   "body", "title",  "meta",   "link",   "script", "style",
  "div",     "p",      "h1",   "h2",     "h3",     "h4",     "table",  "font",
  "a",       "b",      "br",   "span",   "ul",     "ol",     "main",   "article",
  "section", "header", "nav",  "iframe", "center", "form",   "base",   "noscript",
  "img",     "tr",     "td",   "li",     "i",      "strong", "em",
};

static gboolean
holds (const guint8 *data, gsize length, const gchar *needle)
{
  return memmem (data, length, needle, strlen (needle)) != NULL;
}

static const Kind *
by_magic (const guint8 *data, gsize length)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].offset + magics[i].length
        && memcmp (data + magics[i].offset, magics[i].bytes, magics[i].length) == 0)
      {
        /* Minutes may begin with the letters "BM", a bitmap has NULs in its sizes. */
        if (magics[i].length > 3 || memchr (data, 0, MIN (length, 64)) != NULL)
          return &magics[i].kind;
      }
  return NULL;
}

static const Kind *
by_zip (const guint8 *data, gsize length)
{
  gsize i;

  if (length < 4 || memcmp (data, "PK\3\4", 4) != 0)
    return NULL;
  for (i = 0; i + 1 < G_N_ELEMENTS (zips); i++)
    if (holds (data, MIN (length, HEAD_BYTES), zips[i].bytes))
      return &zips[i].kind;
  return &zips[i].kind;
}

/* Past white space, comments and declarations at the head of a page. */
static const gchar *
skip_preamble (const gchar *at, gboolean *ret_xml)
{
  for (;;)
    {
      const gchar *end;

      at += strspn (at, " \t\r\n\f");
      if (g_str_has_prefix (at, "<!--"))
        end = strstr (at + 4, "-->");
      else if (g_str_has_prefix (at, "<?"))
        {
          *ret_xml = TRUE;
          end = strchr (at, '>');
        }
      else
        return at;
      if (end == NULL)
        return at + strlen (at);
      at = strchr (end, '>') + 1;
    }
}

static gboolean
begins_with_page_tag (const gchar *at)
{
  gsize i;

  if (*at != '<')
    return FALSE;
  for (i = 0; i < G_N_ELEMENTS (page_tags); i++)
    {
      gsize length = strlen (page_tags[i]);

      if (strncmp (at + 1, page_tags[i], length) == 0 && at[length + 1] != '\0'
          && strchr (" \t\r\n\f/>", at[length + 1]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A piece of a page that begins with text: "Present: …<br/>Cllr Reed<br/><p>…</p>". */
static gboolean
is_fragment (const gchar *head)
{
  static const gchar *const ends[] = { "<br>",  "<br/>", "<br />", "</p>",
                                       "</li>", "</td>", "</div>" };
  guint n = 0;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const gchar *at;

      for (at = strstr (head, ends[i]); at != NULL && n < FRAGMENT_TAGS; n++)
        at = strstr (at + 1, ends[i]);
    }
  return n >= FRAGMENT_TAGS;
}

static const Kind *
by_markup (const gchar *head)
{
  gboolean xml = FALSE;
  const gchar *at = skip_preamble (head, &xml);

  if (g_str_has_prefix (at, "<!doctype"))
    {
      const gchar *name = at + strlen ("<!doctype");

      name += strspn (name, " \t\r\n");
      return g_str_has_prefix (name, "html") ? &kind_html : &kind_xml;
    }
  if (begins_with_page_tag (at))
    return &kind_html;
  if (xml)
    return &kind_xml;
  /* Behind the headers of a saved reply, or a line of somebody's own. */
  if (strstr (head, "<html>") != NULL || strstr (head, "<html ") != NULL
      || strstr (head, "<!doctype html") != NULL)
    return &kind_html;
  return is_fragment (head) ? &kind_html : NULL;
}

static gboolean
is_binary (const guint8 *data, gsize length)
{
  gsize controls = 0;
  gsize i;

  for (i = 0; i < length; i++)
    controls += data[i] < 0x20 && memchr ("\t\n\r\f\x1B", data[i], 5) == NULL;
  return controls > CONTROLS_MAX && controls * 20 > length;
}

/* A PDF without its first line, or with a letter of it lost. */
static gboolean
is_headless_pdf (const guint8 *data, gsize length)
{
  gsize head = MIN (length, HEAD_BYTES);
  gsize tail = MIN (length, TAIL_BYTES);

  return holds (data, head, " obj")
         && (holds (data, head, "endobj")
             || holds (data + length - tail, tail, "startxref"));
}

const Kind *
kind_of (const guint8 *data, gsize length)
{
  gsize head_length = MIN (length, HEAD_BYTES);
  const Kind *kind;
  g_autoptr (GString) head = NULL;
  g_autofree gchar *lower = NULL;

  if (length >= 5 && memcmp (data, "%PDF-", 5) == 0)
    return &kind_pdf;
  head = charset_decode (data, head_length, TRUE);
  lower = g_ascii_strdown (head->str, head->len);
  kind = by_markup (lower);
  if (kind != NULL)
    return kind;
  if (holds (data, MIN (length, PDF_HEADER_BYTES), "%PDF-"))
    return &kind_pdf;
  kind = by_zip (data, length);
  if (kind == NULL)
    kind = by_magic (data, length);
  if (kind != NULL)
    return kind;
  if (is_headless_pdf (data, length))
    return &kind_pdf;
  if (!charset_is_utf16 (data, head_length) && is_binary (data, head_length))
    return &kind_binary;
  return &kind_text;
}
