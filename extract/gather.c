/* gather.c: pages to a document, within its limits. */

#include "extract/gather.h"

#include "extract/page_list.h"

#include <string.h>

/* So many pages in a row that cannot be opened, and the page count is a lie. */
#define MAX_LOST_PAGES 64

static gsize
text_length (const Page *page)
{
  gsize length = 0;

  for (guint i = 0; i < page->lines->len; i++)
    length += strlen (g_array_index (page->lines, Line, i).text);
  return length;
}

/* *ret_over: more text than allowed. */
static guint
gather (Document *document, const ExtractLimits *limits, guint first, guint last,
        GatherFunc get, gpointer data, gboolean *ret_over)
{
  gsize n_text = 0;
  guint lost = 0;
  guint number;

  for (number = first; number <= last && lost < MAX_LOST_PAGES; number++)
    {
      Page *page = get (number, data);

      if (page == NULL)
        {
          lost++;
          continue;
        }
      lost = 0;
      g_ptr_array_add (document->pages, page);
      n_text += text_length (page);
      *ret_over = n_text > limits->max_text;
      if (*ret_over)
        return number;
    }
  return number - 1;
}

guint
gather_part (Document *document, const ExtractLimits *limits, guint first, guint last,
             GatherFunc get, gpointer data)
{
  gboolean over = FALSE;

  return gather (document, limits, first, last, get, data, &over);
}

/* Pages 1 … end that the document does not have. (transfer full): GArray of guint */
static GArray *
find_lost (const Document *document, guint end)
{
  GArray *lost = g_array_new (FALSE, FALSE, sizeof (guint));
  guint next = 0;

  for (guint number = 1; number <= end; number++)
    if (next < document->pages->len
        && ((const Page *)document->pages->pdata[next])->number == number)
      next++;
    else
      g_array_append_val (lost, number);
  return lost;
}

static void
warn_problem (Document *document, PageProblem problem, const gchar *what)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < document->pages->len; i++)
    {
      const Page *page = document->pages->pdata[i];

      if (page->problem == problem)
        g_array_append_val (numbers, page->number);
    }
  page_list_warn (document, numbers, what);
}

static void
warn (Document *document, const ExtractLimits *limits, guint end)
{
  g_autoptr (GArray) lost = find_lost (document, end);
  gboolean never = limits->ocr == OCR_NEVER;

  page_list_warn (document, lost, "could not be opened");
  warn_problem (document, PAGE_PROBLEM_LATE,
                "not recognised: the time allowed for OCR ran out");
  warn_problem (document, PAGE_PROBLEM_UNREAD,
                never ? "pictures without text, not recognised since OCR is off"
                      : "pictures without text, not recognised since tesseract is not "
                        "to be had");
  warn_problem (document, PAGE_PROBLEM_BROKEN,
                never ? "the text is not what is printed; OCR is off"
                      : "the text is not what is printed; tesseract is not to be had");
  warn_problem (document, PAGE_PROBLEM_WORDLESS, "pictures in which no word was found");
}

static TextLayer
text_layer (const Document *document)
{
  guint counts[PAGE_STATUS_LAST + 1] = { 0 };

  for (guint i = 0; i < document->pages->len; i++)
    counts[((const Page *)document->pages->pdata[i])->status]++;
  if (counts[PAGE_STATUS_NATIVE] > 0)
    return counts[PAGE_STATUS_OCR] > 0 ? TEXT_LAYER_MIXED : TEXT_LAYER_NATIVE;
  return counts[PAGE_STATUS_OCR] > 0 ? TEXT_LAYER_OCR : TEXT_LAYER_NONE;
}

gboolean
gather_whole (Document *document, const ExtractLimits *limits, GatherFunc get,
              gpointer data, GError **error)
{
  guint last = MIN (document->n_pages, limits->max_pages);
  gboolean over = FALSE;
  guint end = gather (document, limits, 1, last, get, data, &over);

  if (document->pages->len == 0)
    {
      g_set_error (error, EXTRACT_ERROR, EXTRACT_ERROR_CORRUPT,
                   "none of the PDF's pages can be opened");
      return FALSE;
    }
  if (over)
    document_warn (document,
                   "stopped after page %u of %u: more than %" G_GSIZE_FORMAT
                   " bytes of text",
                   end, document->n_pages, limits->max_text);
  else if (end < document->n_pages)
    document_warn (document, "stopped after page %u of %u", end, document->n_pages);
  warn (document, limits, end);
  document->text_layer = text_layer (document);
  return TRUE;
}
