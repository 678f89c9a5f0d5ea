/* text.c: a plain text becomes a page of lines. */

#include "extract/text.h"

#include <string.h>

#include "extract/bounds.h"
#include "extract/charset.h"

typedef struct
{
  const ExtractLimits *limits;
  Document *document;
  Page *page;
  gsize bytes;
  guint blocks;
  gboolean any; /* there is a line that is not blank */
} TextReader;

static void
add_piece (TextReader *self, const gchar *text, gsize length, guint block)
{
  GString *piece = g_string_sized_new (length);
  gsize i;

  while (length > 0 && text[length - 1] == ' ')
    length--;
  for (i = 0; i < length; i++)
    g_string_append_c (piece, text[i] == '\t' ? ' ' : text[i]);
  self->bytes += length;
  page_add_line (self->page, g_string_free (piece, FALSE))->block = block;
}

/* Where to cut a text that is too long for one line: behind a space if there is one in
 * its last quarter, and never within a character. */
static gsize
piece_length (const gchar *text, gsize length)
{
  gsize cut;

  if (length <= BOUND_LINE_BYTES)
    return length;
  for (cut = BOUND_LINE_BYTES; cut > BOUND_LINE_BYTES / 4 * 3; cut--)
    if (text[cut - 1] == ' ')
      return cut;
  for (cut = BOUND_LINE_BYTES; (text[cut] & 0xC0) == 0x80; cut--)
    ;
  return cut;
}

static gboolean
check_bounds (TextReader *self)
{
  if (self->bytes > self->limits->max_text)
    document_warn (self->document, "stopped after %" G_GSIZE_FORMAT " bytes of text",
                   self->bytes);
  else if (self->page->lines->len >= BOUND_LINES)
    document_warn (self->document, "stopped after %u lines", self->page->lines->len);
  else
    return TRUE;
  return FALSE;
}

static gboolean
add_line (TextReader *self, const gchar *text, gsize length)
{
  guint block = 0;

  while (length > 0 && (*text == ' ' || *text == '\t'))
    text++, length--;
  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
    length--;
  if (length > BOUND_LINE_BYTES)
    block = ++self->blocks;
  if (block == 1)
    document_warn (self->document,
                   "line %u has %" G_GSIZE_FORMAT " bytes and was cut into pieces",
                   self->page->lines->len + 1, length);
  self->any = self->any || length > 0;
  do
    {
      gsize piece = piece_length (text, length);

      if (!check_bounds (self))
        return FALSE;
      add_piece (self, text, piece, block);
      text += piece;
      length -= piece;
    }
  while (length > 0);
  return TRUE;
}

gboolean
text_read (GBytes *bytes, const ExtractLimits *limits, Document *document, GError **error)
{
  g_autoptr (Page) page = page_new (0, 0, 0);
  TextReader self = { .limits = limits, .document = document, .page = page };
  g_autoptr (GString) text = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const gchar *at;

  text = charset_decode (data, length, FALSE);
  for (at = text->str; *at != '\0';)
    {
      gsize n = strcspn (at, "\n\r\f");

      if (!add_line (&self, at, n))
        break;
      at += n;
      if (at[0] == '\r' && at[1] == '\n')
        at++;
      if (*at != '\0')
        at++;
    }
  if (!self.any)
    {
      g_set_error (error, EXTRACT_ERROR, EXTRACT_ERROR_EMPTY, "there is no text in it");
      return FALSE;
    }
  document->text_layer = TEXT_LAYER_NULL;
  g_ptr_array_add (document->pages, g_steal_pointer (&page));
  return TRUE;
}
