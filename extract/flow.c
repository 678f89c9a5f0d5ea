/* flow.c: the tags and text of a page of HTML become lines. */

#include "extract/flow.h"

#include <string.h>

#include "extract/bounds.h"
#include "extract/caption.h"
#include "extract/charset.h"
#include "extract/main_text.h"
#include "extract/element.h"
#include "extract/furniture.h"
#include "extract/glyph.h"
#include "extract/marker.h"

#define TITLE_BYTES 1024
#define MARKER_BYTES 32

/* An open element: what it adds to those that it stands in. */
typedef struct
{
  ElementKind kind;
  guint zones;
  LineRole role;
  gboolean aside, bold, italic, raised, preformatted, label, link, document, directions;
  ElementFont font;
  gboolean entry;   /* within a list's entry */
  gchar list;       /* style of the list's markers */
  guint number;     /* of the list's next entry */
  guint table;      /* 1-based; 0 outside */
  gsize link_start; /* where in the line a link to directions began */
} Frame;

struct Flow
{
  const ExtractLimits *limits;
  Document *document;
  MainText *content;
  GArray *frames; /* Frame; the first stands for outside */
  guint beyond;   /* open elements that BOUND_DEPTH left no frame for */
  guint dropped;  /* open elements within one that is dropped, itself counted */
  GString *title; /* of the page */
  gboolean in_title;

  /* The line that is being read. */
  GString *text;
  GString *clean;    /* a text of it before its white space is collapsed */
  GString *marker;   /* of the list entry that has no text yet */
  MainTextLine line; /* what was known of it when its first letter came */
  gsize letters, bold, italic, labels, linked, documents;
  gboolean space;     /* white space came since its last letter */
  guint breaks;       /* since the last letter */
  gboolean new_block; /* the next line is the first of its block */
  guint block;
  gsize bytes;
  guint lines;
  gboolean entry;           /* it stands in a list */
  gboolean after_documents; /* nothing but lists came since "Additional documents:" */
  gboolean cut, full;
};

static Frame *
top (Flow *self)
{
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

Flow *
flow_new (const ExtractLimits *limits, Document *document)
{
  Flow *self = g_new0 (Flow, 1);

  self->limits = limits;
  self->document = document;
  self->content = main_text_new ();
  self->frames = g_array_new (FALSE, TRUE, sizeof (Frame));
  g_array_set_size (self->frames, 1);
  self->title = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->clean = g_string_new (NULL);
  self->marker = g_string_new (NULL);
  self->new_block = TRUE;
  return self;
}

void
flow_free (Flow *self)
{
  if (self == NULL)
    return;
  main_text_free (self->content);
  g_array_unref (self->frames);
  g_string_free (self->title, TRUE);
  g_string_free (self->text, TRUE);
  g_string_free (self->clean, TRUE);
  g_string_free (self->marker, TRUE);
  g_free (self);
}

gboolean
flow_is_full (const Flow *self)
{
  return self->full;
}

static void
check_bounds (Flow *self)
{
  if (self->full)
    return;
  self->full = self->bytes > self->limits->max_text || self->lines >= BOUND_LINES;
  if (self->full)
    document_warn (self->document,
                   "stopped after %u lines, %" G_GSIZE_FORMAT " bytes of text",
                   self->lines, self->bytes);
}

static void
add_line (Flow *self, LineRole role, const gchar *text, gsize length)
{
  MainTextLine line = self->line;

  if (length == 0)
    return;
  line.line.text = g_strndup (text, length);
  line.line.role = role;
  line.line.bold = self->bold * 2 > self->letters;
  line.line.italic = self->italic * 2 > self->letters;
  line.line.block = self->block;
  main_text_add (self->content, &line);
  self->bytes += length;
  self->lines++;
  check_bounds (self);
}

/* "3. " before the text of the list entry, unless the text brings its own or is a name.
 */
static void
add_marker (Flow *self, LineRole role)
{
  if (self->marker->len > 0 && (role == LINE_ROLE_NONE || role == LINE_ROLE_CELL)
      && !marker_begins (self->text->str))
    {
      g_string_append_c (self->marker, ' ');
      g_string_prepend_len (self->text, self->marker->str, self->marker->len);
    }
  g_string_truncate (self->marker, 0);
}

static LineRole
role_of (Flow *self, gsize *ret_end)
{
  LineRole role = self->line.line.role;
  gsize name_end = furniture_file (self->text->str, self->text->len);
  gboolean title = role == LINE_ROLE_ITEM_TITLE || role == LINE_ROLE_HEADING
                   || role == LINE_ROLE_MEETING;

  *ret_end = self->text->len;
  if (title && name_end < self->text->len)
    *ret_end = name_end;
  else if (name_end < self->text->len)
    return LINE_ROLE_ATTACHMENT;
  if (role == LINE_ROLE_MEETING || role == LINE_ROLE_HEADING)
    return caption_names_meeting (self->text->str) ? LINE_ROLE_MEETING
                                                   : LINE_ROLE_HEADING;
  if (role == LINE_ROLE_NONE && self->labels == self->letters)
    return LINE_ROLE_LABEL;
  if (role == LINE_ROLE_NONE
      && (self->documents == self->letters || (self->entry && self->after_documents)))
    return LINE_ROLE_ATTACHMENT;
  if (role == LINE_ROLE_NONE && self->line.line.table != 0)
    return LINE_ROLE_CELL;
  return role;
}

/* Ends the line. */
static void
flush_line (Flow *self)
{
  gsize end;
  LineRole role;

  self->space = FALSE;
  if (self->text->len == 0)
    return;
  role = role_of (self, &end);
  if (self->line.aside && caption_links_meeting (self->text->str))
    {
      self->line.aside = FALSE;
      role = LINE_ROLE_MEETING;
    }
  if (!(self->linked == self->letters && furniture_link (self->text->str)))
    {
      gsize unmarked = self->text->len;

      if (self->new_block)
        self->block++;
      self->new_block = FALSE;
      self->after_documents = role == LINE_ROLE_LABEL
                                  ? caption_names_documents (self->text->str)
                                  : self->after_documents && role == LINE_ROLE_ATTACHMENT;
      add_marker (self, role);
      end += self->text->len - unmarked;
      add_line (self, role, self->text->str, end);
      while (self->text->str[end] == ' ')
        end++;
      add_line (self, LINE_ROLE_ATTACHMENT, self->text->str + end, self->text->len - end);
    }
  g_string_truncate (self->text, 0);
  self->letters = self->bold = self->italic = 0;
  self->labels = self->linked = self->documents = 0;
}

static void
flush_block (Flow *self)
{
  flush_line (self);
  self->new_block = TRUE;
  self->breaks = 0;
}

static void
break_line (Flow *self)
{
  flush_line (self);
  self->breaks++;
  if (self->breaks > 1)
    self->new_block = TRUE;
}

static void
begin_line (Flow *self)
{
  const Frame *frame = top (self);

  self->line = (MainTextLine){ .zones = frame->zones, .aside = frame->aside };
  self->line.line.role = frame->role;
  self->entry = frame->entry;
  main_text_locate (self->content, frame->table, &self->line);
}

static void
cut_line (Flow *self)
{
  if (!self->cut)
    document_warn (self->document, "a line of more than %d bytes was cut into pieces",
                   BOUND_LINE_BYTES);
  self->cut = TRUE;
  flush_line (self);
}

static void
add_letter (Flow *self, const gchar *letter, gsize length)
{
  const Frame *frame = top (self);

  if (self->space && self->text->len >= BOUND_LINE_BYTES / 4 * 3)
    cut_line (self);
  else if (self->text->len >= BOUND_LINE_BYTES)
    cut_line (self);
  if (self->text->len == 0)
    begin_line (self);
  else if (self->space)
    g_string_append_c (self->text, ' ');
  self->space = FALSE;
  self->breaks = 0;
  g_string_append_len (self->text, letter, length);
  self->letters++;
  self->bold += frame->bold;
  self->italic += frame->italic;
  self->labels += frame->label;
  self->linked += frame->link;
  self->documents += frame->document;
}

/* A letter of Symbol or Wingdings, one at U+F000 where such fonts have theirs, or
 * Courier's "o", at the head of a line, is its bullet. Symbol's middle dot is one as it
 * is. */
static gboolean
is_bullet (Flow *self, const gchar *letter)
{
  gunichar c = g_utf8_get_char (letter);

  if (self->text->len > 0)
    return FALSE;
  if (c >= 0xF000 && c <= 0xF0FF)
    return TRUE;
  if (top (self)->font == FONT_COURIER)
    return c == 'o' && (letter[1] == '\0' || letter[1] == ' ');
  return top (self)->font == FONT_SYMBOLS && c != 0xB7;
}

/* The mark of a footnote is no part of the word that it stands at. */
static void
add_raised (Flow *self, gchar digit)
{
  gchar raised[6];

  add_letter (self, raised, g_unichar_to_utf8 (glyph_raised (digit), raised));
}

void
flow_text (Flow *self, const gchar *text, gsize length)
{
  const gchar *at;

  if (self->full || self->dropped > 0)
    return;
  g_string_truncate (self->clean, 0);
  charset_clean (self->clean, text, length);
  if (self->in_title)
    {
      if (self->title->len < TITLE_BYTES)
        g_string_append_len (self->title, self->clean->str, self->clean->len);
      return;
    }
  for (at = self->clean->str; *at != '\0' && !self->full; at = g_utf8_next_char (at))
    {
      if (*at == '\n' && top (self)->preformatted)
        break_line (self);
      else if (g_ascii_isspace (*at))
        self->space = TRUE;
      else if (is_bullet (self, at))
        add_letter (self, "•", strlen ("•"));
      else if (top (self)->raised && g_ascii_isdigit (*at))
        add_raised (self, *at);
      else
        add_letter (self, at, g_utf8_next_char (at) - at);
    }
}

static void
open_list (Frame *frame, const Element *element)
{
  frame->list = element->marker;
  frame->number = element->start > 0 ? element->start : 1;
}

static void
open_entry (Flow *self, Frame *list, const Element *element)
{
  g_autofree gchar *marker = NULL;

  if (element->start > 0)
    list->number = element->start;
  if (list->list == '\0')
    return;
  marker = marker_text (list->list, list->number++);
  if (self->marker->len + strlen (marker) > MARKER_BYTES)
    return;
  if (self->marker->len > 0)
    g_string_append_c (self->marker, ' ');
  g_string_append (self->marker, marker);
}

static void
open_block (Flow *self, Frame *frame, const Element *element)
{
  flush_block (self);
  switch (element->kind)
    {
    case ELEMENT_LIST:
      open_list (frame, element);
      break;
    case ELEMENT_ENTRY:
      open_entry (self, top (self), element);
      break;
    case ELEMENT_TABLE:
      frame->table = main_text_open_table (self->content, frame->table, element->layout);
      break;
    case ELEMENT_ROW:
      main_text_open_row (self->content, frame->table);
      break;
    case ELEMENT_CELL:
      main_text_open_cell (self->content, frame->table, element->span,
                           element->role == LINE_ROLE_ITEM_NUMBER);
      break;
    default:
      break;
    }
}

/* What stands in an element of a role keeps it: the title of an item's number cell is its
 * number. */
static LineRole
inner_role (LineRole outer, LineRole inner)
{
  if (inner == LINE_ROLE_NONE || outer == LINE_ROLE_ITEM_NUMBER)
    return outer;
  if (inner == LINE_ROLE_HEADING && outer != LINE_ROLE_NONE)
    return outer;
  return inner;
}

static void
inherit (Flow *self, Frame *frame, const Element *element)
{
  *frame = *top (self);
  frame->kind = element->kind;
  frame->zones |= element->zones;
  frame->role = inner_role (frame->role, element->role);
  frame->aside =
      element->zones == 0
      && (frame->aside || element->aside || (element->header && frame->zones == 0));
  frame->bold |= element->bold;
  frame->italic |= element->italic;
  frame->raised |= element->raised;
  frame->preformatted |= element->preformatted;
  frame->font = element->font != FONT_UNSAID ? element->font : frame->font;
  frame->entry |= element->kind == ELEMENT_ENTRY;
  frame->label |= element->label;
  frame->link |= element->link;
  frame->document |= element->document;
  frame->directions = element->directions;
  frame->link_start = self->text->len;
}

void
flow_open (Flow *self, const gchar *tag, const gchar *const *attributes)
{
  Element element;
  Frame frame;

  if (self->dropped > 0)
    {
      self->dropped++;
      return;
    }
  element_read (&element, tag, attributes);
  if (element.kind == ELEMENT_BUTTON)
    element.kind =
        top (self)->role == LINE_ROLE_HEADING ? ELEMENT_INLINE : ELEMENT_DROPPED;
  if (element.kind == ELEMENT_DROPPED)
    {
      self->dropped = 1;
      return;
    }
  inherit (self, &frame, &element);
  if (element.kind == ELEMENT_BREAK)
    break_line (self);
  else if (element.kind == ELEMENT_PICTURE)
    self->space = TRUE;
  else if (element.kind == ELEMENT_TITLE)
    self->in_title = self->title->len == 0;
  else if (element.kind != ELEMENT_INLINE)
    open_block (self, &frame, &element);
  if (self->frames->len < BOUND_DEPTH)
    g_array_append_val (self->frames, frame);
  else
    self->beyond++;
}

void
flow_close (Flow *self)
{
  const Frame *frame = top (self);

  if (self->dropped > 0)
    {
      self->dropped--;
      return;
    }
  if (self->beyond > 0)
    {
      self->beyond--;
      return;
    }
  if (self->frames->len == 1)
    return;
  if (frame->directions && frame->link_start < self->text->len
      && furniture_link (self->text->str + frame->link_start))
    g_string_truncate (self->text, frame->link_start);
  self->in_title = FALSE;
  if (frame->kind != ELEMENT_INLINE && frame->kind != ELEMENT_BREAK
      && frame->kind != ELEMENT_PICTURE)
    flush_block (self);
  if (frame->kind == ELEMENT_ENTRY)
    g_string_truncate (self->marker, 0);
  g_array_set_size (self->frames, self->frames->len - 1);
}

Page *
flow_finish (Flow *self)
{
  flush_block (self);
  if (self->document->title == NULL && self->title->len > 0)
    {
      g_auto (GStrv) words = g_strsplit_set (self->title->str, " \t\r\n\f", -1);
      GString *title = g_string_new (NULL);
      gsize i;

      for (i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0')
          g_string_append_printf (title, "%s%s", title->len > 0 ? " " : "", words[i]);
      if (title->len > 0)
        self->document->title = g_string_free (title, FALSE);
      else
        g_string_free (title, TRUE);
    }
  return main_text_page (self->content);
}
