/* html.c: a page of HTML becomes a page of lines.
 *
 * libxml2 reads the page as a stream of tags and text, mending what browsers mend: no
 * tree is kept, so that neither depth nor length of a page costs more than its lines. */

#include "extract/html.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "extract/bounds.h"
#include "extract/charset.h"
#include "extract/flow.h"

/* What stands for the skipped middle of a long tag: enough for libxml2 to go on reading.
 */
#define FILLER_BYTES 400
#define READ_AHEAD_BYTES 400

/* What one such skip may cost, times those before it in the same tag: attributes that can
 * stand in the above, squared, or near. */
#define SKIP_STEPS 1000

typedef struct
{
  htmlParserCtxtPtr parser;
  Flow *flow;
  const gchar *at; /* what has not been given to the parser */
  const gchar *end;
  gsize quiet; /* bytes given since it last found a tag or text */
  guint skips; /* of what was too long, since then */
  guint64 steps;
  guint elements;
  const gchar *stopped; /* why, or NULL */
} HtmlReader;

static gboolean
is_stopped (HtmlReader *self)
{
  if (self->stopped == NULL && self->steps > BOUND_STEPS)
    self->stopped = "its tags are too entangled";
  else if (self->stopped == NULL && self->elements > BOUND_ELEMENTS)
    self->stopped = "it has too many elements";
  return self->stopped != NULL || flow_is_full (self->flow);
}

static void
found (HtmlReader *self)
{
  self->quiet = 0;
  self->skips = 0;
}

/* libxml2 compares each attribute of a tag with each, and looks, where no body was opened
 * in due place, at every open element for one. */
static void
count_start (HtmlReader *self, const xmlChar **attributes)
{
  const htmlParserCtxtPtr parser = self->parser;
  guint64 n = 0;

  while (attributes != NULL && attributes[2 * n] != NULL)
    n++;
  self->steps += n * n / 2;
  if (parser->nameNr > 1 && strcmp ((const char *)parser->nameTab[1], "body") != 0
      && strcmp ((const char *)parser->nameTab[1], "head") != 0)
    self->steps += parser->nameNr;
  self->elements++;
}

static void
on_start (void *data, const xmlChar *name, const xmlChar **attributes)
{
  HtmlReader *self = data;

  found (self);
  count_start (self, attributes);
  if (!is_stopped (self))
    flow_open (self->flow, (const gchar *)name, (const gchar *const *)attributes);
}

static void
on_end (void *data, const xmlChar *name)
{
  HtmlReader *self = data;

  found (self);
  if (!is_stopped (self))
    flow_close (self->flow);
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  HtmlReader *self = data;

  found (self);
  if (!is_stopped (self))
    flow_text (self->flow, (const gchar *)text, length);
}

static void
on_script (void *data, const xmlChar *text, int length)
{
  found (data);
}

static void
on_comment (void *data, const xmlChar *text)
{
  found (data);
}

static void
on_instruction (void *data, const xmlChar *target, const xmlChar *text)
{
  found (data);
}

/* Nothing is said of a page's faults, each has hundreds; but for an end tag without a
 * start tag every open element was looked at. */
static void
on_error (void *data, xmlErrorPtr error)
{
  HtmlReader *self = data;

  if (error->code == XML_ERR_TAG_NAME_MISMATCH)
    self->steps += self->parser->nameNr;
  /* A read that gives nothing would stop it as well, but only after the thousand tags
   * that it has already. */
  if (is_stopped (self))
    xmlStopParser (self->parser);
}

/* Skips, in a tag that is too long, to the next quotation mark or '>', the end of
 * <img src="data:…">, and gives what follows: the parser asks for more while it has
 * READ_AHEAD_BYTES, and is to find the tag's end before it asks again. */
static int
give_tail (HtmlReader *self, char *buffer, int size)
{
  int n;

  self->at += strcspn (self->at, "\"'>");
  if (size < FILLER_BYTES + READ_AHEAD_BYTES)
    self->at = self->end;
  n = MIN (self->end - self->at, READ_AHEAD_BYTES);
  if (n == 0)
    return 0;
  memset (buffer, 'x', FILLER_BYTES);
  memcpy (buffer + FILLER_BYTES, self->at, n);
  self->at += n;
  self->skips++;
  self->steps += (guint64)self->skips * SKIP_STEPS;
  return FILLER_BYTES + n;
}

static int
on_read (void *data, char *buffer, int size)
{
  HtmlReader *self = data;
  int n;

  if (is_stopped (self))
    return 0;
  if (self->quiet > BOUND_TAG_BYTES)
    return give_tail (self, buffer, size);
  n = MIN (self->end - self->at, size);
  memcpy (buffer, self->at, n);
  self->at += n;
  self->quiet += n;
  return n;
}

/* Takes out comments, which may be long and are nothing to read, and the conditions that
 * Word puts around list markers, <![if !supportLists]>, which this libxml2 takes for
 * text. What is not closed stays. */
static void
drop_comments (GString *text)
{
  const gchar *end = text->str + text->len;
  const gchar *at = text->str;
  const gchar *close = at;
  gchar *out = text->str;

  while (close != NULL)
    {
      const gchar *open = memmem (at, end - at, "<!", 2);
      gsize n;

      close = NULL;
      while (open != NULL && open[2] != '[' && strncmp (open + 2, "--", 2) != 0)
        open = memmem (open + 2, end - open - 2, "<!", 2);
      if (open != NULL && open[2] == '[')
        close = memchr (open, '>', end - open);
      else if (open != NULL)
        close = memmem (open + 2, end - open - 2, "-->", 3);
      n = (close != NULL ? open : end) - at;
      memmove (out, at, n);
      out += n;
      if (close != NULL)
        at = strchr (close, '>') + 1;
    }
  g_string_truncate (text, out - text->str);
}

static int
on_close (void *data)
{
  return 0;
}

/* Half a page for want of memory would be silence: GLib's functions end the process. */
static void
use_own_memory (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  xmlMemSetup (g_free, g_malloc, g_realloc, g_strdup);
  g_once_init_leave (&done, 1);
}

static void
parse (HtmlReader *self)
{
  htmlParserCtxtPtr parser = htmlNewParserCtxt ();
  htmlSAXHandler handler = {
    .startElement = on_start,
    .endElement = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_script,
    .comment = on_comment,
    .processingInstruction = on_instruction,
    .serror = on_error,
    .initialized = XML_SAX2_MAGIC,
  };

  if (parser == NULL)
    g_error ("no memory for a parser");
  self->parser = parser;
  *parser->sax = handler;
  parser->userData = self;
  htmlCtxtReadIO (parser, on_read, on_close, self, NULL, "UTF-8",
                  HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  if (parser->myDoc != NULL)
    xmlFreeDoc (parser->myDoc);
  htmlFreeParserCtxt (parser);
}

/* (transfer full) (nullable) */
static gchar *
first_heading (const Page *page)
{
  guint i;

  for (i = 0; i < page->lines->len; i++)
    {
      const Line *line = &g_array_index (page->lines, Line, i);

      if (line->role == LINE_ROLE_HEADING)
        return g_strdup (line->text);
    }
  return NULL;
}

gboolean
html_read (GBytes *bytes, const ExtractLimits *limits, Document *document, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GString) text = charset_decode (data, length, TRUE);
  g_autoptr (Flow) flow = flow_new (limits, document);
  g_autoptr (Page) page = NULL;
  HtmlReader reader = { .flow = flow };

  drop_comments (text);
  reader.at = text->str;
  reader.end = text->str + text->len;
  use_own_memory ();
  parse (&reader);
  if (reader.stopped != NULL)
    document_warn (document, "the page was read in part only: %s", reader.stopped);
  page = flow_finish (flow);
  if (page->lines->len == 0)
    {
      g_set_error (error, EXTRACT_ERROR, EXTRACT_ERROR_EMPTY,
                   "there is no text on the page");
      return FALSE;
    }
  if (document->title == NULL)
    document->title = first_heading (page);
  document->text_layer = TEXT_LAYER_NULL;
  g_ptr_array_add (document->pages, g_steal_pointer (&page));
  return TRUE;
}
