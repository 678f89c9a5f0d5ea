/* charset.c: bytes in any encoding become clean UTF-8. */

#include "extract/charset.h"

#include <string.h>

/* A declaration has to stand in the first bytes to count; HTML asks for 1,024, pages do
 * not always keep to it. */
#define DECLARATION_BYTES 4096

/* What tells UTF-16 without a mark. */
#define SAMPLE_BYTES 2048

static const gunichar windows_1252[32] = {
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

static const gchar *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };

/* Those of iconv's encodings that a page may ask for. ISO 8859-1 and windows-1252 are
 * what is tried in any case; the rest of iconv's hundreds are no business of a
 * stranger's. */
static const gchar *const encodings[] = {
  "iso-8859-2",   "iso-8859-3",   "iso-8859-4",   "iso-8859-5",   "iso-8859-7",
  "iso-8859-9",   "iso-8859-10",  "iso-8859-13",  "iso-8859-14",  "iso-8859-15",
  "iso-8859-16",  "windows-1250", "windows-1251", "windows-1253", "windows-1254",
  "windows-1257", "macintosh",    "koi8-r",       "koi8-u",       NULL,
};

static gboolean
is_dropped (gunichar c)
{
  if (c < 0x20)
    return c != '\t' && c != '\n' && c != '\r' && c != '\f';
  return c == 0x7F || c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F
         || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF
         || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xFDD0 && c <= 0xFDEF)
         || (c & 0xFFFE) == 0xFFFE;
}

static void
append_clean (GString *out, gunichar c)
{
  if (c >= 0x80 && c < 0xA0)
    c = windows_1252[c - 0x80];
  if (is_dropped (c))
    return;
  if (c == 0x2028 || c == 0x2029)
    c = '\n';
  else if (c == 0xA0 || c == 0x3000 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A)
           || c == 0x202F || c == 0x205F)
    c = ' ';
  if (c >= 0xFB00 && c < 0xFB00 + G_N_ELEMENTS (ligatures))
    g_string_append (out, ligatures[c - 0xFB00]);
  else
    g_string_append_unichar (out, c);
}

void
charset_clean (GString *out, const gchar *text, gsize length)
{
  const gchar *end = text + length;

  while (text < end)
    {
      const gchar *plain = text;

      while (plain < end && *plain >= 0x20 && *plain < 0x7F)
        plain++;
      g_string_append_len (out, text, plain - text);
      text = plain;
      if (text == end)
        break;
      append_clean (out, g_utf8_get_char (text));
      text = g_utf8_next_char (text);
    }
}

static gunichar
from_windows_1252 (guint8 byte)
{
  return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

static GString *
decode_mixed (const guint8 *data, gsize length)
{
  GString *out = g_string_sized_new (length + length / 16 + 16);
  const gchar *at = (const gchar *)data;
  const gchar *end = at + length;

  while (at < end)
    {
      const gchar *bad;

      /* A NUL is as bad as any other to it, and dropped by append_clean. */
      g_utf8_validate_len (at, end - at, &bad);
      charset_clean (out, at, bad - at);
      if (bad < end)
        append_clean (out, from_windows_1252 ((guint8)*bad));
      at = bad + 1;
    }
  return out;
}

static GString *
decode_utf16 (const guint8 *data, gsize length, gboolean big)
{
  GString *out = g_string_sized_new (length / 2 + length / 16 + 16);
  gsize i;

  for (i = 0; i + 1 < length; i += 2)
    {
      gunichar c = big ? data[i] << 8 | data[i + 1] : data[i + 1] << 8 | data[i];

      if (c >= 0xD800 && c < 0xDC00 && i + 3 < length)
        {
          gunichar low =
              big ? data[i + 2] << 8 | data[i + 3] : data[i + 3] << 8 | data[i + 2];

          if (low >= 0xDC00 && low < 0xE000)
            {
              c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
              i += 2;
            }
        }
      append_clean (out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    }
  return out;
}

/* An eight-bit encoding: iconv says once what each byte means. NULL if it does not know
 * the name. */
static GString *
decode_table (const guint8 *data, gsize length, const gchar *encoding)
{
  gunichar table[256];
  GString *out;
  gsize i;

  for (i = 0; i < 256; i++)
    {
      gchar byte = (gchar)i;
      g_autofree gchar *utf8 = NULL;

      utf8 = g_convert (&byte, 1, "UTF-8", encoding, NULL, NULL, NULL);
      table[i] =
          i < 0x80 || utf8 == NULL ? from_windows_1252 (i) : g_utf8_get_char (utf8);
    }
  out = g_string_sized_new (length + length / 8 + 16);
  for (i = 0; i < length; i++)
    append_clean (out, table[data[i]]);
  return out;
}

/* Zero bytes at every second place: text in Latin letters, in UTF-16. */
static gboolean
looks_utf16 (const guint8 *data, gsize length, gboolean *ret_big)
{
  gsize n = MIN (length, SAMPLE_BYTES) / 2;
  gsize zeros[2] = { 0, 0 };
  gsize i;

  for (i = 0; i < n; i++)
    {
      zeros[0] += data[2 * i] == 0;
      zeros[1] += data[2 * i + 1] == 0;
    }
  if (n < 4 || MAX (zeros[0], zeros[1]) * 10 < n * 7 || MIN (zeros[0], zeros[1]) * 20 > n)
    return FALSE;
  *ret_big = zeros[0] > zeros[1];
  return TRUE;
}

/* The encoding that "iso-8859-2" or "'iso-8859-2'" begins with, if it is one of ours. */
static const gchar *
known_encoding (const gchar *text)
{
  gsize i;

  text += strspn (text, "= \t\r\n\"'");
  for (i = 0; encodings[i] != NULL; i++)
    if (g_str_has_prefix (text, encodings[i])
        && !g_ascii_isalnum (text[strlen (encodings[i])]))
      return encodings[i];
  return NULL;
}

/* The encoding that "charset=iso-8859-2" or "encoding='…'" asks for, if it is one of
 * ours. The first to be named may be a script's: <script charset="utf-8">. */
static const gchar *
declared (const guint8 *data, gsize length)
{
  gsize n = MIN (length, DECLARATION_BYTES);
  g_autofree gchar *head = g_malloc (n + 1);
  const gchar *encoding = NULL;
  const gchar *at;
  gsize i;

  for (i = 0; i < n; i++)
    head[i] = data[i] == 0 ? ' ' : g_ascii_tolower ((gchar)data[i]);
  head[n] = '\0';
  if (g_str_has_prefix (head, "<?xml") && (at = strstr (head, "encoding")) != NULL)
    encoding = known_encoding (at + strlen ("encoding"));
  for (at = head; encoding == NULL && (at = strstr (at, "charset")) != NULL;)
    {
      at += strlen ("charset");
      encoding = known_encoding (at);
    }
  return encoding;
}

static gboolean
has_utf16_mark (const guint8 *data, gsize length)
{
  return length >= 2
         && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0);
}

gboolean
charset_is_utf16 (const guint8 *data, gsize length)
{
  gboolean big;

  return has_utf16_mark (data, length) || looks_utf16 (data, length, &big);
}

GString *
charset_decode (const guint8 *data, gsize length, gboolean markup)
{
  gboolean big = FALSE;
  const gchar *encoding;

  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return decode_mixed (data + 3, length - 3);
  if (has_utf16_mark (data, length))
    return decode_utf16 (data + 2, length - 2, data[0] == 0xFE);
  if (looks_utf16 (data, length, &big))
    return decode_utf16 (data, length, big);
  encoding = markup ? declared (data, length) : NULL;
  if (encoding != NULL && !g_utf8_validate_len ((const gchar *)data, length, NULL))
    return decode_table (data, length, encoding);
  return decode_mixed (data, length);
}
