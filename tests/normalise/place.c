/* Every character of an item's text stands on a page, in a box, where the source has it;
 * what runs over a page's end has a box on each. Held against drawings made by chance,
 * those of data/, and, where they are, the real documents beside the repository. */

#include "extract/extractor.h"
#include "normalise/normaliser.h"
#include "tests/normalise/paper.h"

#include <string.h>

#define DRAWINGS 100
#define PAGES 4
#define LINES 24
/* Points by which a box may be off. */
#define SLACK 1.0

static const gchar *data_folder, *shared_folder;

/* Letters and figures only: blanks, hyphens at line ends and glyphs for bullets go. */
static gchar *
fold (const gchar *text, gsize length)
{
  GString *out = g_string_new (NULL);
  const gchar *end = text + length;

  for (const gchar *p = text; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

static const Page *
page_of (const Document *document, guint number)
{
  for (guint i = 0; i < document->pages->len; i++)
    {
      const Page *page = g_ptr_array_index (document->pages, i);

      if (page->number == number)
        return page;
    }
  return NULL;
}

static gboolean
holds (Box outer, Box inner)
{
  return outer.x0 <= inner.x0 + SLACK && outer.y0 <= inner.y0 + SLACK
         && outer.x1 >= inner.x1 - SLACK && outer.y1 >= inner.y1 - SLACK;
}

/* A line of the source, or part of it, stands in the box. */
static gboolean
meets (Box box, Box source)
{
  gdouble middle = (source.y0 + source.y1) / 2;

  return middle > box.y0 - SLACK && middle < box.y1 + SLACK && source.x0 < box.x1
         && source.x1 > box.x0;
}

/* The line's words are printed within its box. */
static void
check_line (const Document *document, const Item *item, const ItemLine *line)
{
  const Page *page = page_of (document, line->page);
  gsize length = line->span.end - line->span.start;
  g_autofree gchar *said = fold (item->text + line->span.start, length);
  g_autoptr (GString) all = g_string_new (NULL);
  gboolean printed;

  g_assert_nonnull (page);
  if (box_is_none (line->box))
    return; /* the source has none for this line */
  /* A row may be put together of a number and the text beside it, or be part of a line.
   */
  for (guint i = 0; i < page->lines->len; i++)
    {
      const Line *source = &g_array_index (page->lines, Line, i);
      g_autofree gchar *text = NULL;

      if (!meets (line->box, source->box))
        continue;
      text = fold (source->text, strlen (source->text));
      g_string_append (all, text);
    }
  printed = strstr (all->str, said) != NULL;
  if (!printed)
    g_test_message ("%s, item %s: page %u: %.*s", document->source, item->number,
                    line->page, (gint)length, item->text + line->span.start);
  g_assert_true (printed);
}

static void
check_covered (const gchar *text, gsize start, gsize end)
{
  for (gsize at = start; at < end; at++)
    g_assert_nonnull (strchr ("\n |", text[at]));
}

/* A span that touches a line has a box on the line's page that holds the line. */
static void
check_span (const Item *item, Span span)
{
  g_autoptr (GArray) boxes = item_boxes (item, span);

  for (guint i = 0; i < item->lines->len; i++)
    {
      const ItemLine *line = &g_array_index (item->lines, ItemLine, i);
      gboolean boxed = box_is_none (line->box) || line->page == 0;

      if (line->span.end <= span.start || line->span.start >= span.end)
        continue;
      for (guint k = 0; k < boxes->len && !boxed; k++)
        {
          const PageBox *box = &g_array_index (boxes, PageBox, k);

          boxed = box->page == line->page && holds (box->box, line->box);
        }
      g_assert_true (boxed);
    }
}

/* Returns how many lines follow one of another page. */
static guint
check_item (const Document *document, const Item *item)
{
  gsize at = 0;
  guint turned = 0;
  const ItemLine *last = NULL;

  for (guint i = 0; i < item->lines->len; i++)
    {
      const ItemLine *line = &g_array_index (item->lines, ItemLine, i);

      check_covered (item->text, at, line->span.start);
      g_assert_cmpuint (line->span.end, >, line->span.start);
      at = line->span.end;
      if (document->n_pages > 0)
        check_line (document, item, line);
      else
        g_assert_true (line->page == 0 && box_is_none (line->box));
      if (last != NULL)
        check_span (item, (Span){ last->span.start, line->span.end });
      turned += last != NULL && last->page != line->page;
      last = line;
    }
  check_covered (item->text, at, strlen (item->text));
  for (guint i = 0; i < item->resolutions->len; i++)
    check_span (item, g_array_index (item->resolutions, Resolution, i).span);
  return turned;
}

static guint
check_document (Document *document)
{
  g_autoptr (Normaliser) normaliser = normaliser_new (NULL);
  g_autoptr (GPtrArray) meetings = normaliser_read (normaliser, document);
  guint turned = 0;

  for (guint i = 0; i < meetings->len; i++)
    {
      const Meeting *meeting = g_ptr_array_index (meetings, i);

      for (guint k = 0; k < meeting->items->len; k++)
        turned += check_item (document, g_ptr_array_index (meeting->items, k));
    }
  return turned;
}

/* One line of a drawing: any of what minutes have, in any order. */
static void
draw_line (GRand *rand, GString *drawing, guint *number)
{
  static const gchar *const lines[] = {
    "The Head of Service said that many more families than in the year be-",
    "fore had asked for help, and that none of them had been turned away, not one",
    "    (a) that the report be noted; and",
    "    (b) that it come back in May.",
    ">>HS",
    "1 || A letter to be sent || Clerk",
    "Harbour ward || 14 || 31",
    "%%DRAFT",
    "• a bullet that goes on for longer than there is room for on one line of the",
    "RESOLVED that the plan be adopted, and sent to all who had asked for it, with",
    "17 of them were new.",
    "",
  };
  guint choice = (guint)g_rand_int_range (rand, 0, G_N_ELEMENTS (lines) + 2);

  if (choice >= G_N_ELEMENTS (lines))
    g_string_append_printf (drawing, "\n**%u. The matter of number %u\n\n", *number,
                            *number);
  else
    g_string_append_printf (drawing, "%s\n", lines[choice]);
  *number += choice >= G_N_ELEMENTS (lines);
}

static void
test_drawn (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2024);
  guint turned = 0;

  for (guint i = 0; i < DRAWINGS; i++)
    {
      g_autoptr (GString) drawing = g_string_new (
          "**HARBOUR BOARD\nMinutes of the meeting held on 3 May 2024\n"
          "Present: Mr Ash (Chair), Ms Birch\n\n**1. Apologies\n\nThere were none.\n");
      g_autoptr (Document) document = NULL;
      guint number = 2;

      for (guint page = 1; page <= PAGES; page++)
        {
          for (guint k = 0; k < LINES; k++)
            draw_line (rand, drawing, &number);
          g_string_append_printf (drawing, "__Harbour Board      %u\n=====\n", page);
        }
      document = paper_draw (drawing->str);
      turned += check_document (document);
    }
  g_assert_cmpuint (turned, >, DRAWINGS);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *)a, *(const gchar *const *)b);
}

/* Checks all documents of a folder; returns how many there were. */
static guint
check_folder (const gchar *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  ExtractLimits limits = extract_limits_default;
  g_autoptr (Extractor) extractor = NULL;
  const gchar *name;

  limits.ocr = OCR_NEVER;
  extractor = extractor_new (&limits);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const gchar *path = g_ptr_array_index (names, i);
      g_autofree gchar *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (Document) document = NULL;
      gsize length;

      if (g_str_has_suffix (path, ".meetings")
          || !g_file_get_contents (path, &text, &length, NULL))
        continue;
      if (g_str_has_suffix (path, ".paper"))
        document = paper_draw (text);
      else
        {
          bytes = g_bytes_new (text, length);
          document = extractor_read (extractor, bytes, path, NULL);
        }
      if (document != NULL)
        check_document (document);
    }
  return names->len;
}

static void
test_houses (void)
{
  guint n_read = check_folder (data_folder);

  g_assert_cmpuint (n_read, >, 0);
}

static void
test_shared (void)
{
  static const gchar *const folders[] = { "seeds", "minutes", "made", "ilacs" };

  if (!g_file_test (shared_folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("there are no documents beside the repository");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree gchar *folder = g_build_filename (shared_folder, folders[i], NULL);

      check_folder (folder);
    }
}

int
main (int argc, char **argv)
{
  const gchar *shared = g_getenv ("HEED_SHARED");
  g_autofree gchar *folder = NULL;

  g_test_init (&argc, &argv, NULL);
  data_folder = argv[1];
  folder = shared != NULL ? g_build_filename (shared, "data", NULL) : g_strdup (argv[2]);
  shared_folder = folder;
  g_test_add_func ("/place/drawn", test_drawn);
  g_test_add_func ("/place/houses", test_houses);
  g_test_add_func ("/place/shared", test_shared);
  return g_test_run ();
}
