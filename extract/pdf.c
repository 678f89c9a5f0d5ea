/* pdf.c: a PDF's own text layer, through poppler, becomes glyphs, and those lines.
 *
 * The structure tree of tagged files is not read: walking it takes a fifth of the time of
 * all else, and the minutes that councils' software makes are tagged without one heading.
 */

#include "extract/pdf.h"
#include "extract/fonts.h"
#include "extract/allowance.h"
#include "extract/gather.h"
#include "extract/glyph.h"
#include "extract/layout.h"
#include "extract/legible.h"
#include "extract/ocr.h"
#include "extract/parts.h"
#include "extract/property.h"
#include "extract/typed.h"

#include <math.h>
#include <poppler.h>
#include <string.h>

static void
close_document (PopplerDocument *pdf)
{
  fonts_drop ();
  g_object_unref (pdf);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, close_document)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* More characters than this on one page are no page of a meeting: the densest page of
 * 6-point print holds about 15,000. */
#define MAX_PAGE_GLYPHS 400000
/* Dots per inch of a picture for OCR, and dots of one picture: A4 has 8.7 million. */
#define OCR_DPI 300
#define MAX_DOTS 16000000
/* Fewer characters than these may be but the stamp upon a scan, its page number. */
#define FEW_LETTERS 200
#define MAX_BOOKMARKS 20000
#define MAX_BOOKMARK_DEPTH 32

/* poppler tells of each thing wrong in a file through g_log, which in a program with
 * G_MESSAGES_DEBUG set would land among the records on standard output. */
static void
drop_message (const gchar *domain, GLogLevelFlags level, const gchar *message,
              gpointer data)
{
}

/* poppler makes its tables of letters' names when a first document is opened and throws
 * them away with the last: a millisecond for each document, unless one stays open. */
static void
keep_tables (void)
{
  static const gchar empty[] = "%PDF-1.4\n"
                               "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                               "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                               "trailer<</Root 1 0 R>>\n";
  static PopplerDocument *kept; /* never freed */
  g_autoptr (GBytes) bytes = g_bytes_new_static (empty, sizeof empty - 1);

  if (kept == NULL)
    kept = poppler_document_new_from_bytes (bytes, NULL, NULL);
}

static void
ready_poppler (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  g_log_set_handler ("Poppler", G_LOG_LEVEL_MASK, drop_message, NULL);
  keep_tables ();
  g_once_init_leave (&done, 1);
}

static gboolean
fail (GError **error, ExtractError code, const gchar *message)
{
  g_set_error_literal (error, EXTRACT_ERROR, code, message);
  return FALSE;
}

static PopplerDocument *
open_document (GBytes *bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, &local);

  if (pdf != NULL)
    return pdf;
  if (g_error_matches (local, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    fail (error, EXTRACT_ERROR_ENCRYPTED, "the PDF asks for a password");
  else
    g_set_error (error, EXTRACT_ERROR, EXTRACT_ERROR_CORRUPT, "cannot open the PDF: %s",
                 local != NULL ? local->message : "unknown damage");
  return NULL;
}

static void
read_bookmarks (PopplerDocument *pdf, PopplerIndexIter *iter, guint level,
                Document *document)
{
  if (iter == NULL || level > MAX_BOOKMARK_DEPTH)
    return;
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child;
      Bookmark bookmark = { .level = level };

      if (document->outline->len >= MAX_BOOKMARKS)
        {
          if (action != NULL)
            poppler_action_free (action);
          return;
        }
      if (action != NULL)
        {
          PopplerDest *dest =
              action->type == POPPLER_ACTION_GOTO_DEST ? action->goto_dest.dest : NULL;
          PopplerDest *named = NULL;

          if (dest != NULL && dest->type == POPPLER_DEST_NAMED)
            dest = named = poppler_document_find_dest (pdf, dest->named_dest);
          if (dest != NULL && dest->page_num > 0)
            bookmark.page = (guint)dest->page_num;
          bookmark.title = property_clean (g_strdup (action->any.title));
          if (named != NULL)
            poppler_dest_free (named);
          poppler_action_free (action);
        }
      if (bookmark.title == NULL)
        bookmark.title = g_strdup ("");
      g_array_append_val (document->outline, bookmark);
      child = poppler_index_iter_get_child (iter);
      if (child != NULL)
        {
          read_bookmarks (pdf, child, level + 1, document);
          poppler_index_iter_free (child);
        }
    }
  while (poppler_index_iter_next (iter));
}

static void
read_properties (PopplerDocument *pdf, Document *document)
{
  PopplerIndexIter *iter = poppler_index_iter_new (pdf);

  document->title = property_clean (poppler_document_get_title (pdf));
  document->producer = property_clean (poppler_document_get_producer (pdf));
  read_bookmarks (pdf, iter, 1, document);
  if (iter != NULL)
    poppler_index_iter_free (iter);
}

static void
apply_attributes (PopplerPage *poppler_page, PopplerRectangle *area, GArray *glyphs)
{
  GList *list = poppler_page_get_text_attributes_for_area (poppler_page, area);
  const gchar *name = NULL;
  guint8 style = 0;
  GList *l;

  for (l = list; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *run = l->data;
      gfloat size = glyph_place (run->font_size);
      gint i;

      if (name == NULL || g_strcmp0 (run->font_name, name) != 0)
        style = glyph_style_of (run->font_name);
      name = run->font_name;
      for (i = MAX (run->start_index, 0); i <= run->end_index && (guint)i < glyphs->len;
           i++)
        {
          Glyph *glyph = &g_array_index (glyphs, Glyph, i);

          glyph->size = size;
          glyph->style = style;
        }
    }
  poppler_page_free_text_attributes (list);
}

/* The page's characters, without their places. */
static GArray *
read_characters (PopplerPage *poppler_page, PopplerRectangle *area)
{
  g_autofree gchar *text = poppler_page_get_text_for_area (poppler_page, area);
  g_autofree gchar *valid = NULL;
  gsize bytes = text != NULL ? strlen (text) : 0;
  guint most = (guint)MIN (bytes, MAX_PAGE_GLYPHS);
  GArray *glyphs = g_array_sized_new (FALSE, FALSE, sizeof (Glyph), most);
  Glyph *glyph;
  guint n = 0;
  const gchar *p;

  if (bytes == 0)
    return glyphs;
  if (!g_utf8_validate (text, (gssize)bytes, NULL))
    valid = g_utf8_make_valid (text, (gssize)bytes);
  g_array_set_size (glyphs, most);
  glyph = (Glyph *)(gpointer)glyphs->data;
  for (p = valid != NULL ? valid : text; *p != '\0' && n < most; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);

      if (c < 0x80 || !glyph_is_direction (c))
        glyph[n++] = (Glyph){ .c = c };
    }
  g_array_set_size (glyphs, n);
  return glyphs;
}

/* poppler reads from one corner of an area to the other: from left to right it misses
 * most of a page that is written from right to left. */
static GArray *
read_either_way (PopplerPage *poppler_page, PopplerRectangle *area)
{
  g_autoptr (GArray) glyphs = read_characters (poppler_page, area);
  PopplerRectangle other = { area->x2, area->y1, area->x1, area->y2 };
  g_autoptr (GArray) others = NULL;
  guint i;

  for (i = 0; i < glyphs->len; i++)
    if (glyph_is_leftward (g_array_index (glyphs, Glyph, i).c))
      break;
  if (glyphs->len > 0 && i == glyphs->len)
    return g_steal_pointer (&glyphs);
  others = read_characters (poppler_page, &other);
  if (others->len <= glyphs->len)
    return g_steal_pointer (&glyphs);
  *area = other;
  return g_steal_pointer (&others);
}

static GArray *
read_glyphs (PopplerPage *poppler_page, const Page *page)
{
  PopplerRectangle area = { 0, 0, page->width, page->height };
  GArray *glyphs = read_either_way (poppler_page, &area);
  Glyph *glyph = (Glyph *)(gpointer)glyphs->data;
  PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;
  guint i;

  if (glyphs->len == 0)
    return glyphs;
  poppler_page_get_text_layout_for_area (poppler_page, &area, &boxes, &n_boxes);
  /* Damaged files give other numbers of characters than of boxes. */
  if (n_boxes == glyphs->len || glyphs->len == MAX_PAGE_GLYPHS)
    {
      for (i = 0; i < MIN (n_boxes, glyphs->len); i++)
        {
          const PopplerRectangle *box = &boxes[i];

          glyph[i].x0 = glyph_place (MIN (box->x1, box->x2));
          glyph[i].y0 = glyph_place (MIN (box->y1, box->y2));
          glyph[i].x1 = glyph_place (MAX (box->x1, box->x2));
          glyph[i].y1 = glyph_place (MAX (box->y1, box->y2));
        }
      apply_attributes (poppler_page, &area, glyphs);
    }
  g_free (boxes);
  return glyphs;
}

/* From poppler's, whose origin is at the foot of the page. */
static Box
box_of (const PopplerRectangle *area, const Page *page)
{
  gfloat y1 = glyph_place (page->height - area->y1),
         y2 = glyph_place (page->height - area->y2);

  return (Box){ MIN (glyph_place (area->x1), glyph_place (area->x2)), MIN (y1, y2),
                MAX (glyph_place (area->x1), glyph_place (area->x2)), MAX (y1, y2) };
}

/* (transfer full) (nullable) */
static gchar *
field_text (PopplerFormField *field)
{
  switch (poppler_form_field_get_field_type (field))
    {
    case POPPLER_FORM_FIELD_TEXT:
      return poppler_form_field_text_is_password (field)
                 ? NULL
                 : poppler_form_field_text_get_text (field);
    case POPPLER_FORM_FIELD_CHOICE:
      return poppler_form_field_choice_get_text (field);
    default:
      return NULL;
    }
}

/* What somebody typed upon the page: into the fields of a form, or as a remark in a box
 * of its own. It is no part of the page's text. */
static void
read_typed (PopplerPage *poppler_page, const Page *page, GArray *glyphs)
{
  GList *fields = poppler_page_get_form_field_mapping (poppler_page);
  GList *annots = poppler_page_get_annot_mapping (poppler_page);
  GList *l;

  for (l = fields; l != NULL && glyphs->len < MAX_PAGE_GLYPHS; l = l->next)
    {
      const PopplerFormFieldMapping *mapping = l->data;
      g_autofree gchar *text = field_text (mapping->field);

      typed_append (glyphs, text, box_of (&mapping->area, page));
    }
  for (l = annots; l != NULL && glyphs->len < MAX_PAGE_GLYPHS; l = l->next)
    {
      const PopplerAnnotMapping *mapping = l->data;
      g_autofree gchar *text = NULL;

      if (poppler_annot_get_annot_type (mapping->annot) == POPPLER_ANNOT_FREE_TEXT
          && !(poppler_annot_get_flags (mapping->annot) & POPPLER_ANNOT_FLAG_HIDDEN))
        text = poppler_annot_get_contents (mapping->annot);
      typed_append (glyphs, text, box_of (&mapping->area, page));
    }
  poppler_page_free_form_field_mapping (fields);
  poppler_page_free_annot_mapping (annots);
}

typedef struct
{
  PopplerDocument *pdf; /* (transfer none) */
  const ExtractLimits *limits;
  Allowance ocr;  /* of processor time */
  gboolean defer; /* leave OCR to whoever puts the parts together */
} Reader;

typedef enum
{
  LAYER_GOOD,
  LAYER_BLANK,   /* nothing is drawn */
  LAYER_PICTURE, /* no text, or little on a large picture */
  LAYER_BROKEN,
} Layer;

static gdouble
image_area (PopplerPage *poppler_page)
{
  GList *list = poppler_page_get_image_mapping (poppler_page);
  GList *l;
  gdouble area = 0;

  for (l = list; l != NULL; l = l->next)
    {
      const PopplerRectangle *r = &((PopplerImageMapping *)l->data)->area;

      area += fabs (r->x2 - r->x1) * fabs (r->y2 - r->y1);
    }
  poppler_page_free_image_mapping (list);
  return area;
}

/* What a page's own text is worth; glyphs: before they are cleaned. */
static Layer
judge_layer (PopplerPage *poppler_page, const GArray *glyphs, const Page *page)
{
  guint letters = legible_n_letters (glyphs);
  PopplerRectangle drawn;

  if (legible_is_broken (glyphs))
    return LAYER_BROKEN;
  if (letters >= FEW_LETTERS)
    return LAYER_GOOD;
  if (letters == 0)
    return poppler_page_get_bounding_box (poppler_page, &drawn) ? LAYER_PICTURE
                                                                : LAYER_BLANK;
  return image_area (poppler_page) > 0.5 * page->width * page->height ? LAYER_PICTURE
                                                                      : LAYER_GOOD;
}

/* (transfer full), NULL for a page of no sensible size, or without memory for it. */
static Picture *
draw_page (PopplerPage *poppler_page, const Page *page, gdouble dpi)
{
  gdouble area = page->width * page->height / (72.0 * 72.0);
  cairo_surface_t *surface;
  cairo_t *cairo;
  Picture *picture;
  gint width, height;

  if (area <= 0 || page->width > 20 * page->height || page->height > 20 * page->width)
    return NULL;
  dpi = MIN (dpi, sqrt (MAX_DOTS / area));
  width = (gint)ceil (page->width * dpi / 72);
  height = (gint)ceil (page->height * dpi / 72);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  /* Without memory: an empty picture would be taken for a page that shows nothing. */
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return cairo_surface_destroy (surface), NULL;
  cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, dpi / 72, dpi / 72);
  poppler_page_render (poppler_page, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  picture =
      picture_new (cairo_image_surface_get_data (surface), (guint)width, (guint)height,
                   (gsize)cairo_image_surface_get_stride (surface), dpi);
  cairo_surface_destroy (surface);
  return picture;
}

/* Reads the page's picture. Returns the glyphs (nullable), and says whether OCR could
 * look at it, and whether the page shows nothing at all. */
static GArray *
recognise (Reader *self, PopplerPage *poppler_page, const Page *page,
           gboolean *ret_looked, gboolean *ret_blank)
{
  gboolean able =
      self->limits->ocr != OCR_NEVER && !self->defer && !allowance_is_spent (&self->ocr);
  g_autoptr (Picture) picture = NULL;

  if (able && self->limits->before_ocr != NULL)
    self->limits->before_ocr ();
  able = able && ocr_load ();
  picture = draw_page (poppler_page, page, able ? OCR_DPI : OCR_DPI / 8);
  *ret_looked = able && picture != NULL;
  *ret_blank = picture != NULL && picture_is_white (picture);
  return *ret_looked && !*ret_blank ? ocr_read (picture) : NULL;
}

/* Puts what OCR finds in place of the page's own text where that is more, or wrong. */
static void
use_ocr (Reader *self, PopplerPage *poppler_page, Layer layer, GArray *glyphs, Page *page)
{
  guint letters = legible_n_letters (glyphs);
  gboolean looked, blank;
  g_autoptr (GArray) seen = recognise (self, poppler_page, page, &looked, &blank);

  if (seen != NULL
      && (layer == LAYER_BROKEN || self->limits->ocr == OCR_ALWAYS
          || legible_n_letters (seen) > 2 * letters))
    {
      g_array_set_size (glyphs, 0);
      g_array_append_vals (glyphs, seen->data, seen->len);
      page->status = glyphs->len > 0 ? PAGE_STATUS_OCR : PAGE_STATUS_NONE;
    }
  else
    page->status = letters > 0 ? PAGE_STATUS_NATIVE
                   : blank     ? PAGE_STATUS_BLANK
                               : PAGE_STATUS_NONE;
  if (looked && page->status == PAGE_STATUS_NONE)
    {
      page->problem = PAGE_PROBLEM_WORDLESS;
      return;
    }
  if (seen != NULL || blank)
    return;
  if (self->limits->ocr != OCR_NEVER && (self->defer || allowance_is_spent (&self->ocr)))
    page->problem = PAGE_PROBLEM_LATE;
  else if (layer == LAYER_BROKEN)
    page->problem = PAGE_PROBLEM_BROKEN;
  else if (layer == LAYER_PICTURE)
    page->problem = PAGE_PROBLEM_UNREAD;
}

static Page *
read_page (Reader *self, PopplerPage *poppler_page, guint number)
{
  gdouble width = 0, height = 0;
  g_autoptr (GArray) glyphs = NULL;
  g_autoptr (Page) page = NULL;
  Layer layer;

  poppler_page_get_size (poppler_page, &width, &height);
  page = page_new (number, CLAMP (width, 0, GLYPH_FARTHEST),
                   CLAMP (height, 0, GLYPH_FARTHEST));
  glyphs = read_glyphs (poppler_page, page);
  read_typed (poppler_page, page, glyphs);
  page->label = property_clean (poppler_page_get_label (poppler_page));
  layer = judge_layer (poppler_page, glyphs, page);
  glyphs_clean (glyphs);
  if (layer == LAYER_BLANK)
    page->status = PAGE_STATUS_BLANK;
  else if (layer != LAYER_GOOD || self->limits->ocr == OCR_ALWAYS)
    use_ocr (self, poppler_page, layer, glyphs, page);
  layout_page ((const Glyph *)(gpointer)glyphs->data, glyphs->len, page);
  return g_steal_pointer (&page);
}

/* A GatherFunc. */
static Page *
open_page (guint number, gpointer data)
{
  Reader *self = data;
  g_autoptr (PopplerPage) poppler_page =
      poppler_document_get_page (self->pdf, (gint)number - 1);

  return poppler_page != NULL ? read_page (self, poppler_page, number) : NULL;
}

/* (transfer full), NULL if and only if error is set. */
static PopplerDocument *
begin (GBytes *bytes, Document *document, GError **error)
{
  g_autoptr (PopplerDocument) pdf = NULL;
  gint n_pages;

  ready_poppler ();
  fonts_keep (poppler_get_version ());
  pdf = open_document (bytes, error);
  if (pdf == NULL)
    return NULL;
  n_pages = poppler_document_get_n_pages (pdf);
  if (n_pages <= 0)
    {
      fail (error, EXTRACT_ERROR_EMPTY, "the PDF has no page");
      return NULL;
    }
  document->n_pages = (guint)n_pages;
  return g_steal_pointer (&pdf);
}

gboolean
pdf_read (GBytes *bytes, const ExtractLimits *limits, Document *document, GError **error)
{
  Reader self = { .limits = limits, .ocr = allowance_new (limits->ocr_seconds) };
  g_autoptr (PopplerDocument) pdf = self.pdf = begin (bytes, document, error);

  if (pdf == NULL)
    return FALSE;
  read_properties (pdf, document);
  return gather_whole (document, limits, open_page, &self, error);
}

guint
pdf_count_pages (GBytes *bytes)
{
  g_autoptr (Document) document = document_new ("", "", "");
  g_autoptr (PopplerDocument) pdf = begin (bytes, document, NULL);

  return document->n_pages;
}

gboolean
pdf_read_part (GBytes *bytes, const ExtractLimits *limits, guint first, guint last,
               Document *document, GError **error)
{
  Reader self = { .limits = limits, .defer = limits->ocr_seconds > 0 };
  g_autoptr (PopplerDocument) pdf = self.pdf = begin (bytes, document, error);

  if (pdf == NULL)
    return FALSE;
  if (first == 1)
    read_properties (pdf, document);
  gather_part (document, limits, first, last, open_page, &self);
  return TRUE;
}

typedef struct
{
  Reader reader;
  GBytes *bytes;
  Parts *parts;
} Joiner;

/* A GatherFunc: pages that were left for later are read now. */
static Page *
take_page (guint number, gpointer data)
{
  Joiner *self = data;
  g_autoptr (Document) reopened = document_new ("", "", "");
  Page *page = parts_take (self->parts, number);
  Page *read;

  if (page == NULL || page->problem != PAGE_PROBLEM_LATE)
    return page;
  if (self->reader.pdf == NULL)
    self->reader.pdf = begin (self->bytes, reopened, NULL);
  read = self->reader.pdf != NULL ? open_page (number, &self->reader) : NULL;
  if (read == NULL)
    return page;
  page_free (page);
  return read;
}

gboolean
pdf_join (GBytes *bytes, const ExtractLimits *limits, GPtrArray *parts,
          Document *document, GError **error)
{
  g_autoptr (Parts) pages = parts_new (parts, document);
  Allowance ocr = allowance_new (limits->ocr_seconds);
  Joiner self = { { .limits = limits, .ocr = ocr }, bytes, pages };
  gboolean ok = gather_whole (document, limits, take_page, &self, error);
  g_autoptr (PopplerDocument) pdf = self.reader.pdf; /* is closed with this */

  return ok;
}
