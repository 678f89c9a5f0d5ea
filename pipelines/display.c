/* display.c: the page as a whole: what it is of, what can be chosen, the items' texts,
 * and what could not be read. */

#include "pipelines/display.h"

#include "pipelines/calendar.h"
#include "pipelines/chart.h"

#include "classify/taxonomy.h"

#include <string.h>

const Detail details[N_DETAILS] = {
  { { 4000, 700, 1500 }, 100, 4, 400, 3, FALSE, TAG_MODE_LISTED },
  { { 1200, 250, 700 }, 20, 2, 240, 1, FALSE, TAG_MODE_LISTED },
  { { 400, 100, 300 }, 6, 1, 120, 0, FALSE, TAG_MODE_LISTED },
  { { 0, 40, 120 }, 2, 0, 120, 0, FALSE, TAG_MODE_LISTED },
  { { 0, 30, 120 }, 2, 0, 120, 0, TRUE, TAG_MODE_LISTED },
  { { 0, 15, 60 }, 1, 0, 60, 0, TRUE, TAG_MODE_LISTED },
  { { 0, 15, 60 }, 1, 0, 60, 0, TRUE, TAG_MODE_DISCUSSED },
};

static const gchar *const reasons[] = {
  [FAILURE_UNREADABLE] = "could not be opened",
  [FAILURE_UNSUPPORTED] = "is of a kind that heed does not read",
  [FAILURE_EMPTY] = "is empty",
  [FAILURE_ENCRYPTED] = "is locked with a password",
  [FAILURE_CORRUPT] = "is damaged",
  [FAILURE_TIMEOUT] = "took too long",
  [FAILURE_MEMORY] = "needed too much memory",
  [FAILURE_CRASH] = "made the reader fail",
  [FAILURE_TOO_LARGE] = "is too large",
};
G_STATIC_ASSERT (G_N_ELEMENTS (reasons) == FAILURE_LAST + 1);

const gchar *
display_say_mode (TagMode mode)
{
  static const gchar *const words[] = { "listed", "discussed", "decided" };

  return words[mode];
}

gchar *
display_quote (const Item *item, Span span, gsize max)
{
  gsize length = span.end - span.start;
  const gchar *start = item->text + span.start;
  g_autofree gchar *text = NULL;

  if (length > max)
    {
      length = max;
      while (length > max / 2 && start[length] != ' ')
        length--;
      while (length > 0 && (start[length] & 0xc0) == 0x80)
        length--;
    }
  text = g_strndup (start, length);
  g_strstrip (g_strdelimit (text, "\n\t", ' '));
  return g_strconcat (text, length < span.end - span.start ? "…" : "", NULL);
}

guint
display_find_page (const Item *item, Span span)
{
  for (guint i = 0; i < item->lines->len; i++)
    {
      const ItemLine *line = &g_array_index (item->lines, ItemLine, i);

      if (line->span.end > span.start)
        return line->page;
    }
  return item->page_start;
}

guint
display_find_body (const Display *self, const gchar *body)
{
  guint i;

  g_ptr_array_find_with_equal_func (self->bodies, body, g_str_equal, &i);
  return i;
}

void
display_link (const Display *self, View *view, const Document *document, guint page)
{
  view_take (view, "href", address_make (self->address, document->source, page));
  if (page > 0)
    view_set_number (view, "page", page);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *)a, *(const gchar *const *)b);
}

static GPtrArray *
collect_bodies (const GPtrArray *chapters)
{
  GPtrArray *bodies = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < chapters->len; i++)
    {
      const Chapter *chapter = chapters->pdata[i];

      for (guint j = 0; j < chapter->sittings->len && !chapter->nameless; j++)
        {
          gchar *body = ((Sitting *)chapter->sittings->pdata[j])->body;

          if (g_hash_table_add (seen, body))
            g_ptr_array_add (bodies, body);
        }
    }
  g_ptr_array_sort (bodies, compare_names);
  return bodies;
}

/* The labels of all concepts: the taxonomy's, and those that the records bring. */
static GHashTable *
collect_labels (const Dossier *dossier)
{
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (Taxonomy) taxonomy = taxonomy_new_default ();
  const GPtrArray *lists[] = { taxonomy_get_themes (taxonomy),
                               taxonomy_get_concepts (taxonomy) };
  const GPtrArray *businesses = dossier_get_businesses (dossier);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const Concept *concept = lists[i]->pdata[j];

        g_hash_table_replace (labels, g_strdup (concept->id), g_strdup (concept->label));
      }
  for (guint i = 0; i < businesses->len; i++)
    {
      const GPtrArray *tags = ((const Business *)businesses->pdata[i])->tags->tags;

      for (guint j = 0; j < tags->len; j++)
        {
          const Tag *tag = tags->pdata[j];

          g_hash_table_replace (labels, g_strdup (tag->concept), g_strdup (tag->label));
        }
    }
  return labels;
}

static gint
compare_choices (gconstpointer a, gconstpointer b, gpointer labels)
{
  const gchar *first = g_hash_table_lookup (labels, *(const gchar *const *)a);
  const gchar *second = g_hash_table_lookup (labels, *(const gchar *const *)b);
  gint order = g_strcmp0 (first, second);

  return order != 0 ? order : compare_names (a, b);
}

/* What the page can be narrowed down to. */
static void
show_choices (const Display *self, const GPtrArray *chapters, View *page)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) concepts = g_ptr_array_new ();

  for (guint i = 0; i < self->bodies->len; i++)
    {
      View *view = view_add (page, "bodies");

      view_set_number (view, "n", i);
      view_set (view, "label", self->bodies->pdata[i]);
    }
  for (guint i = 0; i < chapters->len; i++)
    {
      const Chapter *chapter = chapters->pdata[i];

      for (guint j = 0; j < chapter->subjects->len; j++)
        {
          const Subject *subject = chapter->subjects->pdata[j];

          for (guint k = 0; k < subject->concepts->len; k++)
            if (g_hash_table_add (seen, subject->concepts->pdata[k]))
              g_ptr_array_add (concepts, subject->concepts->pdata[k]);
        }
    }
  g_ptr_array_sort_with_data (concepts, compare_choices, self->labels);
  for (guint i = 0; i < concepts->len; i++)
    {
      View *view = view_add (page, "choices");
      const gchar *label = g_hash_table_lookup (self->labels, concepts->pdata[i]);

      view_set (view, "concept", concepts->pdata[i]);
      view_set (view, "label", label != NULL ? label : concepts->pdata[i]);
    }
}

static void
show_run (const Item *item, const Run *run, View *paragraph)
{
  View *view = view_add (paragraph, "runs");
  View *mark;
  g_autoptr (GString) marks = g_string_new (NULL);

  view_take (view, "text",
             g_strndup (item->text + run->span.start, run->span.end - run->span.start));
  view_set_flag (view, "strong", run->strong);
  if (run->marks == NULL)
    return;
  for (guint i = 0; i < run->marks->len; i++)
    g_string_append_printf (marks, "%s%u", i > 0 ? " " : "",
                            g_array_index (run->marks, guint, i));
  mark = view_add (view, "mark");
  view_set (mark, "whose", marks->str);
}

static void
show_text (const Display *self, const Business *business, View *view)
{
  g_autoptr (Excerpt) excerpt = excerpt_new (business->item->text);
  g_autoptr (GPtrArray) paragraphs = NULL;
  gboolean cut;

  for (guint i = 0; i < business->mentions->len; i++)
    {
      const Mention *mention = business->mentions->pdata[i];

      for (guint j = 0; j < MIN (mention->evidence->len, self->detail->n_marks); j++)
        excerpt_mark (excerpt, g_array_index (mention->evidence, Evidence, j).span,
                      mention->subject->number);
    }
  for (guint i = 0; i < business->item->resolutions->len; i++)
    excerpt_strengthen (excerpt,
                        g_array_index (business->item->resolutions, Resolution, i).span);
  paragraphs = excerpt_cut (excerpt, self->detail->size, &cut);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const ExcerptParagraph *paragraph = paragraphs->pdata[i];
      View *shown = view_add (view, "paragraphs");

      view_set_flag (shown, "cut", paragraph->cut);
      for (guint j = 0; j < paragraph->runs->len; j++)
        show_run (business->item, paragraph->runs->pdata[j], shown);
    }
  view_set_flag (view, "cut_end", cut);
  view_set_flag (view, "truncated", business->item->truncated);
}

/* Its name: where the page is short of room, without its folder. */
static void
show_file (const Display *self, const gchar *source, View *view)
{
  if (self->detail->terse)
    view_take (view, "file", g_path_get_basename (source));
  else
    view_set (view, "file", source);
}

/* Whether something on the page leads to its text. */
static gboolean
is_shown (const Display *self, const Business *business)
{
  for (guint i = 0; i < business->mentions->len; i++)
    if (((const Mention *)business->mentions->pdata[i])->mode >= self->detail->least)
      return TRUE;
  return FALSE;
}

static void
show_items (const Display *self, const Dossier *dossier, View *page)
{
  const GPtrArray *businesses = dossier_get_businesses (dossier);

  for (guint i = 0; i < businesses->len; i++)
    {
      const Business *business = businesses->pdata[i];
      const Item *item = business->item;
      View *view;
      g_autofree gchar *day = calendar_say (business->sitting->date);

      if (!is_shown (self, business))
        continue;
      view = view_add (page, "items");
      view_set_number (view, "i", business->number);
      view_set (view, "item_no", *item->number != '\0' ? item->number : NULL);
      view_set (view, "item_title", item->title);
      view_set (view, "body", business->sitting->body);
      view_set (view, "day", day != NULL ? day : "no date");
      show_file (self, business->document->source, view);
      display_link (self, view, business->document, item->page_start);
      show_text (self, business, view);
    }
}

/* "3" under the name, and "s" under the other where there is more than one, or none. */
static void
show_count (View *view, const gchar *name, const gchar *plural, guint n)
{
  view_set_number (view, name, n);
  view_set (view, plural, n == 1 ? "" : "s");
}

static void
show_document (const Display *self, const Bundle *bundle, View *page)
{
  const Document *document = bundle->document != NULL ? bundle->document : bundle->report;
  View *view = view_add (page, "documents");
  guint items = 0;

  show_file (self, document->source, view);
  if (!self->detail->terse)
    display_link (self, view, document, 0);
  if (document->n_pages > 0)
    show_count (view, "pages", "s_pages", document->n_pages);
  view_set_flag (view, "ocr",
                 document->text_layer == TEXT_LAYER_OCR
                     || document->text_layer == TEXT_LAYER_MIXED);
  view_set_flag (view, "blank", document->text_layer == TEXT_LAYER_NONE);
  if (bundle->inspection != NULL)
    {
      show_count (view, "recommendations", "s_recommendations",
                  bundle->inspection->recommendations->len);
      return;
    }
  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    items += ((const Meeting *)bundle->meetings->pdata[i])->items->len;
  show_count (view, "meetings", "s_meetings",
              bundle->meetings != NULL ? bundle->meetings->len : 0);
  show_count (view, "items_read", "s_items_read", items);
}

static void
show_failure (const Display *self, const Failure *failure, View *page)
{
  View *view = view_add (page, "failures");

  view_set (view, "file", failure->source);
  view_take (view, "href", address_make (self->address, failure->source, 0));
  view_set (view, "reason", reasons[failure->reason]);
  view_set (view, "detail", failure->detail);
}

/* What was read, what was not, and what is doubtful. */
static void
show_sources (const Display *self, const Dossier *dossier, View *page)
{
  const GPtrArray *bundles = dossier_get_bundles (dossier);
  const GPtrArray *warnings = dossier_get_warnings (dossier);
  guint n = dossier_count_failures (dossier);

  for (guint i = 0; i < bundles->len; i++)
    {
      const Bundle *bundle = bundles->pdata[i];

      if (bundle->failure != NULL)
        show_failure (self, bundle->failure, page);
      else
        show_document (self, bundle, page);
    }
  for (guint i = 0; i < warnings->len; i++)
    {
      const DossierWarning *warning = warnings->pdata[i];
      View *view = view_add (page, "warnings");

      show_file (self, warning->source, view);
      view_set (view, "text", warning->text);
    }
  view_set_number (page, "n_documents", bundles->len - n);
  view_set (page, "s_documents", bundles->len - n == 1 ? NULL : "s");
  view_set_number (page, "n_warnings", warnings->len);
  if (n > 0)
    view_set_number (page, "n_failures", n);
  view_set (page, "s_failures", n == 1 ? NULL : "s");
}

/* "Ottermere", "Eastmarch, Ottermere and Westmarch", "7 councils" */
static gchar *
name_councils (const GPtrArray *chapters)
{
  GString *names = g_string_new (NULL);
  guint n = 0, named = 0;

  for (guint i = 0; i < chapters->len; i++)
    n += ((const Chapter *)chapters->pdata[i])->council != NULL;
  if (n > 4)
    g_string_append_printf (names, "%u councils", n);
  for (guint i = 0; i < chapters->len && n <= 4; i++)
    {
      const Chapter *chapter = chapters->pdata[i];

      if (chapter->council == NULL)
        continue;
      g_string_append_printf (names, "%s%s",
                              named == 0       ? ""
                              : named + 1 == n ? " and "
                                               : ", ",
                              chapter->council);
      named++;
    }
  return g_string_free (names, FALSE);
}

static void
show_chapters (const Display *self, const GPtrArray *chapters, View *page)
{
  guint n = 0, recommendations = 0, concepts = 0;
  const gchar *oldest = NULL, *newest = NULL;

  for (guint i = 0; i < chapters->len; i++)
    {
      const Chapter *chapter = chapters->pdata[i];
      View *view;

      if (chapter->nameless)
        {
          view_set_number (page, "nameless", chapter->sittings->len);
          view_set_flag (page, "one_nameless", chapter->sittings->len == 1);
          continue;
        }
      view = view_add (page, "chapters");
      view_set_number (view, "c", ++n);
      view_set (view, "council",
                chapter->council != NULL ? chapter->council : "Council not named");
      chart_show (self, chapter, view);
      *(chapter->concepts ? &concepts : &recommendations) += chapter->subjects->len;
      if (chapter->oldest != NULL
          && (oldest == NULL || strcmp (chapter->oldest, oldest) < 0))
        oldest = chapter->oldest;
      if (g_strcmp0 (chapter->newest, newest) > 0)
        newest = chapter->newest;
    }
  view_set_flag (page, "several", n > 1);
  view_set_flag (page, "any", n > 0);
  view_set_flag (page, "recommended", recommendations > 0);
  view_set_flag (page, "tagged", recommendations == 0 && concepts > 0);
  view_take (page, "first_said", calendar_say (oldest));
  view_take (page, "last_said", calendar_say (newest));
}

static void
count_sittings (const GPtrArray *chapters, View *page)
{
  guint meetings = 0, articles = 0;

  for (guint i = 0; i < chapters->len; i++)
    {
      const GPtrArray *sittings = ((const Chapter *)chapters->pdata[i])->sittings;

      for (guint j = 0; j < sittings->len; j++)
        articles += ((const Sitting *)sittings->pdata[j])->article;
      meetings += sittings->len;
    }
  view_set_number (page, "n_meetings", meetings - articles);
  view_set (page, "s_meetings", meetings - articles == 1 ? NULL : "s");
  if (articles > 0)
    view_set_number (page, "n_articles", articles);
  view_set (page, "s_articles", articles == 1 ? NULL : "s");
}

View *
display_show (const Dossier *dossier, const Address *address, const Detail *detail)
{
  const GPtrArray *chapters = dossier_get_chapters (dossier);
  g_autoptr (GHashTable) labels = collect_labels (dossier);
  g_autoptr (GPtrArray) bodies = collect_bodies (chapters);
  Display self = { address, detail, labels, bodies };
  View *page = view_new ();

  view_take (page, "councils", name_councils (chapters));
  count_sittings (chapters, page);
  view_set_flag (page, "shortened", detail != &details[0]);
  view_set_flag (page, "terse", detail->terse);
  view_set_flag (page, "counted", detail->least > TAG_MODE_LISTED);
  view_set_number (page, "long_months", LONG_MONTHS);
  show_choices (&self, chapters, page);
  show_chapters (&self, chapters, page);
  show_items (&self, dossier, page);
  show_sources (&self, dossier, page);
  return page;
}
