/* pdf.c: a PDF's own text layer, through poppler, becomes glyphs, and those lines. */

#include "extract/pdf.h"
#include "extract/glyph.h"
#include "extract/layout.h"

#include <poppler.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* More characters than this on one page are no page of a meeting: the densest page of
 * 6-point print holds about 15,000. */
#define MAX_PAGE_GLYPHS 400000
/* So many pages in a row that cannot be opened, and the page count is a lie. */
#define MAX_LOST_PAGES 64
#define MAX_BOOKMARKS 20000
#define MAX_BOOKMARK_DEPTH 32

/* poppler tells of each thing wrong in a file through g_log, which in a program with
 * G_MESSAGES_DEBUG set would land among the records on standard output. */
static void
drop_message (const gchar *domain, GLogLevelFlags level, const gchar *message,
              gpointer data)
{
}

static void
silence_poppler (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  g_log_set_handler ("Poppler", G_LOG_LEVEL_MASK, drop_message, NULL);
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

/* (nullable) (transfer full): NULL for a text without anything to see in it. */
static gchar *
clean_property (gchar *text)
{
  g_autofree gchar *owned = text;
  g_autofree gchar *valid = NULL;
  gchar *p;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  for (p = valid; *p != '\0'; p++)
    if ((guchar)*p < 0x20 || *p == 0x7f)
      *p = ' ';
  g_strstrip (valid);
  return *valid != '\0' ? g_steal_pointer (&valid) : NULL;
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
          bookmark.title = clean_property (g_strdup (action->any.title));
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

  document->title = clean_property (poppler_document_get_title (pdf));
  document->producer = clean_property (poppler_document_get_producer (pdf));
  read_bookmarks (pdf, iter, 1, document);
  if (iter != NULL)
    poppler_index_iter_free (iter);
}

static guint8
font_style (const gchar *name)
{
  static const gchar *const bold[] = { "bold", "black", "heavy", "demi" };
  static const gchar *const italic[] = { "italic", "oblique" };
  g_autofree gchar *lower = g_ascii_strdown (name != NULL ? name : "", -1);
  guint8 style = 0;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (bold); i++)
    if (strstr (lower, bold[i]) != NULL)
      style |= GLYPH_BOLD;
  for (i = 0; i < G_N_ELEMENTS (italic); i++)
    if (strstr (lower, italic[i]) != NULL)
      style |= GLYPH_ITALIC;
  return style;
}

static void
apply_attributes (PopplerPage *poppler_page, GArray *glyphs)
{
  GList *list = poppler_page_get_text_attributes (poppler_page);
  GList *l;

  for (l = list; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *run = l->data;
      guint8 style = font_style (run->font_name);
      gint i;

      for (i = MAX (run->start_index, 0); i <= run->end_index && (guint)i < glyphs->len;
           i++)
        {
          Glyph *glyph = &g_array_index (glyphs, Glyph, i);

          glyph->size = (gfloat)run->font_size;
          glyph->style = style;
        }
    }
  poppler_page_free_text_attributes (list);
}

/* The marks that poppler puts around right-to-left words have no rectangle. */
static gboolean
is_bidi_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e
         || c == 0x200f;
}

static GArray *
read_glyphs (PopplerPage *poppler_page)
{
  GArray *glyphs = g_array_new (FALSE, TRUE, sizeof (Glyph));
  g_autofree gchar *text = poppler_page_get_text (poppler_page);
  g_autofree gchar *valid = NULL;
  PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;
  guint i;
  const gchar *p;

  if (text == NULL || *text == '\0')
    return glyphs;
  if (!g_utf8_validate (text, -1, NULL))
    valid = g_utf8_make_valid (text, -1);
  for (p = valid != NULL ? valid : text; *p != '\0' && glyphs->len < MAX_PAGE_GLYPHS;
       p = g_utf8_next_char (p))
    {
      Glyph glyph = { .c = g_utf8_get_char (p) };

      if (!is_bidi_control (glyph.c))
        g_array_append_val (glyphs, glyph);
    }
  poppler_page_get_text_layout (poppler_page, &boxes, &n_boxes);
  if (n_boxes == glyphs->len || (n_boxes > glyphs->len && *p != '\0'))
    {
      for (i = 0; i < glyphs->len; i++)
        {
          Glyph *glyph = &g_array_index (glyphs, Glyph, i);

          glyph->x0 = (gfloat)boxes[i].x1;
          glyph->y0 = (gfloat)boxes[i].y1;
          glyph->x1 = (gfloat)boxes[i].x2;
          glyph->y1 = (gfloat)boxes[i].y2;
        }
      apply_attributes (poppler_page, glyphs);
    }
  g_free (boxes);
  glyphs_clean (glyphs);
  return glyphs;
}

static Page *
read_page (PopplerPage *poppler_page, guint number)
{
  gdouble width = 0, height = 0;
  g_autoptr (GArray) glyphs = read_glyphs (poppler_page);
  Page *page;

  poppler_page_get_size (poppler_page, &width, &height);
  page = page_new (number, width, height);
  page->label = clean_property (poppler_page_get_label (poppler_page));
  layout_page ((const Glyph *)(gpointer)glyphs->data, glyphs->len, page);
  page->status = page->lines->len > 0 ? PAGE_STATUS_NATIVE : PAGE_STATUS_NONE;
  return page;
}

static gsize
text_length (const Page *page)
{
  gsize length = 0;
  guint i;

  for (i = 0; i < page->lines->len; i++)
    length += strlen (g_array_index (page->lines, Line, i).text);
  return length;
}

static void
read_pages (PopplerDocument *pdf, const ExtractLimits *limits, Document *document)
{
  guint n = MIN (document->n_pages, limits->max_pages);
  gsize n_text = 0;
  guint lost = 0;
  guint i;

  for (i = 0; i < n && lost < MAX_LOST_PAGES; i++)
    {
      g_autoptr (PopplerPage) poppler_page = poppler_document_get_page (pdf, (gint)i);
      Page *page;

      if (poppler_page == NULL)
        {
          lost++;
          document_warn (document, "page %u could not be opened", i + 1);
          continue;
        }
      lost = 0;
      page = read_page (poppler_page, i + 1);
      g_ptr_array_add (document->pages, page);
      n_text += text_length (page);
      if (n_text > limits->max_text)
        {
          document_warn (document,
                         "stopped after page %u of %u: more than %" G_GSIZE_FORMAT
                         " bytes of text",
                         i + 1, document->n_pages, limits->max_text);
          return;
        }
    }
  if (document->n_pages > n)
    document_warn (document, "stopped after page %u of %u", n, document->n_pages);
}

gboolean
pdf_read (GBytes *bytes, const ExtractLimits *limits, Document *document, GError **error)
{
  g_autoptr (PopplerDocument) pdf = NULL;
  gint n_pages;

  silence_poppler ();
  pdf = open_document (bytes, error);
  if (pdf == NULL)
    return FALSE;
  n_pages = poppler_document_get_n_pages (pdf);
  if (n_pages <= 0)
    return fail (error, EXTRACT_ERROR_EMPTY, "the PDF has no page");
  document->n_pages = (guint)n_pages;
  read_properties (pdf, document);
  read_pages (pdf, limits, document);
  if (document->pages->len == 0)
    return fail (error, EXTRACT_ERROR_CORRUPT, "none of the PDF's pages can be opened");
  document->text_layer = TEXT_LAYER_NATIVE;
  return TRUE;
}
