/* check.c: the command that holds a stream of records against the contract.
 *
 * The reader itself refuses what is no record, cut short, out of order or with spans that
 * do not hold the words they say; what is left to look at here is what one record says
 * that another must bear out. */

#include "pipelines/bundle.h"
#include "pipelines/check.h"
#include "pipelines/command.h"
#include "pipelines/output.h"
#include "pipelines/records.h"

#include <stdio.h>
#include <string.h>

/* Scores are written in thousandths. */
#define SCORE_STEP 0.001

/* "18:30", of a time that there is; nullable. */
static void
check_time (Check *check, const gchar *where, const gchar *time)
{
  guint hour = 0, minute = 0;

  if (time != NULL
      && (strlen (time) != 5 || time[2] != ':' || strspn (time, "0123456789:") != 5
          || sscanf (time, "%2u:%2u", &hour, &minute) != 2 || hour > 23 || minute > 59))
    check_fault (check, where, "'%s' is no time", time);
}

/* "sha256:" and 64 digits of a hash. */
static void
check_id (Check *check, const gchar *id)
{
  static const gchar start[] = "sha256:";

  if (!g_str_has_prefix (id, start) || strlen (id) != strlen (start) + 64
      || strspn (id + strlen (start), "0123456789abcdef") != 64)
    check_fault (check, id, "is no name of a document");
}

static void
check_line (Check *check, const gchar *where, const gchar *what, const gchar *text)
{
  if (strpbrk (text, "\n\r") != NULL)
    check_fault (check, where, "%s of more than one line", what);
}

static void
check_pages_from_to (Check *check, const gchar *where, const Document *document,
                     guint first, guint last)
{
  if (first > last || (first == 0) != (last == 0))
    check_fault (check, where, "ends on a page before it begins");
  if (last > document->n_pages)
    check_fault (check, where, "page %u of %u", last, document->n_pages);
}

static void
check_place (Check *check, const gchar *where, const Document *document, guint page,
             Box box)
{
  if (page > document->n_pages)
    check_fault (check, where, "page %u of %u", page, document->n_pages);
  if (!box_is_none (box) && (box.x0 > box.x1 || box.y0 > box.y1))
    check_fault (check, where, "a box that ends before it begins");
  if (!box_is_none (box) && page == 0)
    check_fault (check, where, "a box on no page");
}

static void
check_evidence (Check *check, const gchar *where, const Document *document,
                const gchar *what, gdouble score, const GArray *evidence)
{
  check_score (check, where, what, score);
  if (evidence->len == 0)
    check_fault (check, where, "no evidence for %s", what);
  for (guint i = 0; i < evidence->len; i++)
    {
      const Evidence *one = &g_array_index (evidence, Evidence, i);

      if (one->span.start == one->span.end)
        check_fault (check, where, "empty evidence for %s", what);
      for (guint j = 0; j < one->boxes->len; j++)
        {
          PageBox place = g_array_index (one->boxes, PageBox, j);

          check_place (check, where, document, place.page, place.box);
        }
    }
}

static void
check_lines (Check *check, const Document *document, const Item *item)
{
  gsize end = 0;

  for (guint i = 0; i < item->lines->len; i++)
    {
      const ItemLine *line = &g_array_index (item->lines, ItemLine, i);

      if (line->span.start < end)
        check_fault (check, item->id, "line %u begins before the one above it ends",
                     i + 1);
      end = line->span.end;
      check_place (check, item->id, document, line->page, line->box);
      if (line->page < item->page_start || line->page > item->page_end)
        check_fault (check, item->id, "line %u on page %u, which is none of the item's",
                     i + 1, line->page);
    }
}

/* Structs that each have a span at that offset: none empty, in the order of the text. */
static void
check_spans (Check *check, const Item *item, const gchar *what, const GArray *structs,
             gsize offset)
{
  gsize before = 0;

  for (guint i = 0; i < structs->len; i++)
    {
      const gchar *one = structs->data + i * g_array_get_element_size ((GArray *)structs);
      const Span *span = (const Span *)(one + offset);

      if (span->start == span->end)
        check_fault (check, item->id, "%s %u is empty", what, i + 1);
      if (span->start < before)
        check_fault (check, item->id, "%s %u stands before the one above it", what,
                     i + 1);
      before = span->start;
    }
}

static void
check_parts (Check *check, const Item *item)
{
  check_spans (check, item, "paragraph", item->paragraphs, offsetof (Paragraph, span));
  check_spans (check, item, "resolution", item->resolutions, offsetof (Resolution, span));
  check_spans (check, item, "vote", item->votes, offsetof (Vote, span));
  check_spans (check, item, "action", item->actions, offsetof (Action, span));
  check_spans (check, item, "reference", item->references, offsetof (Reference, span));
  check_spans (check, item, "inspection", item->inspections,
               offsetof (InspectionMention, span));
  for (guint i = 0; i < item->references->len; i++)
    check_date (check, item->id, g_array_index (item->references, Reference, i).date);
}

/* That of a tag stands in the order of the text. */
static void
check_order (Check *check, const Item *item, const Tag *tag)
{
  for (guint i = 1; i < tag->evidence->len; i++)
    if (g_array_index (tag->evidence, Evidence, i).span.start
        < g_array_index (tag->evidence, Evidence, i - 1).span.start)
      check_fault (check, item->id, "evidence for %s out of order", tag->concept);
}

static void
check_item (Check *check, const Document *document, const Item *item,
            const ItemTags *tags)
{
  check_pages_from_to (check, item->id, document, item->page_start, item->page_end);
  check_line (check, item->id, "title", item->title);
  check_lines (check, document, item);
  check_parts (check, item);
  for (guint i = 0; i < tags->tags->len; i++)
    {
      const Tag *tag = tags->tags->pdata[i];

      check_evidence (check, item->id, document, tag->concept, tag->score, tag->evidence);
      check_order (check, item, tag);
      if (i > 0 && tag->score > ((const Tag *)tags->tags->pdata[i - 1])->score)
        check_fault (check, item->id, "%s stands below a tag of a lower score",
                     tag->concept);
    }
  for (guint i = 0; i < tags->matches->len; i++)
    {
      const Match *match = tags->matches->pdata[i];

      check_evidence (check, item->id, document, match->recommendation, match->score,
                      match->evidence);
    }
}

/* What an item says of a concept, or of a recommendation: FALSE if nothing. */
static gboolean
find_tag (const ItemTags *tags, gboolean match, const gchar *id, gdouble *ret_score,
          TagMode *ret_mode)
{
  const GPtrArray *all = match ? tags->matches : tags->tags;

  for (guint i = 0; i < all->len; i++)
    {
      const Match *taken = match ? all->pdata[i] : NULL;
      const Tag *tag = match ? NULL : all->pdata[i];

      if (strcmp (match ? taken->recommendation : tag->concept, id) != 0)
        continue;
      *ret_score = match ? taken->score : tag->score;
      *ret_mode = match ? taken->mode : tag->mode;
      return TRUE;
    }
  return FALSE;
}

static gboolean
has_number (const GPtrArray *numbers, const gchar *number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (strcmp (numbers->pdata[i], number) == 0)
      return TRUE;
  return FALSE;
}

/* A tag of the meeting sums up those of its items. */
static void
check_meeting_tag (Check *check, const Meeting *meeting, const MeetingTags *tags,
                   const MeetingTag *sum, gboolean match)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  gdouble score = 0, highest = 0;
  TagMode mode = TAG_MODE_LISTED, furthest = TAG_MODE_LISTED;

  check_score (check, meeting->id, sum->id, sum->score);
  for (guint i = 0; i < meeting->items->len; i++)
    {
      const Item *item = meeting->items->pdata[i];

      if (!find_tag (tags->items->pdata[i], match, sum->id, &score, &mode))
        continue;
      g_ptr_array_add (numbers, item->number);
      highest = MAX (highest, score);
      furthest = MAX (furthest, mode);
      if (!has_number (sum->items, item->number))
        check_fault (check, meeting->id, "leaves item '%s' out of those with %s",
                     item->number, sum->id);
    }
  if (numbers->len == 0)
    check_fault (check, meeting->id, "%s is in none of its items", sum->id);
  else if (ABS (highest - sum->score) > SCORE_STEP / 2 || furthest != sum->mode)
    check_fault (check, meeting->id, "score or mode of %s is not that of its items",
                 sum->id);
  for (guint i = 0; i < sum->items->len; i++)
    if (!has_number (numbers, sum->items->pdata[i]))
      check_fault (check, meeting->id, "no item '%s' with %s",
                   (gchar *)sum->items->pdata[i], sum->id);
}

static gboolean
has_sum (const GPtrArray *sums, const gchar *id)
{
  for (guint i = 0; i < sums->len; i++)
    if (strcmp (((const MeetingTag *)sums->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
check_meeting_tags (Check *check, const Meeting *meeting, const MeetingTags *tags)
{
  for (guint i = 0; i < tags->tags->len; i++)
    check_meeting_tag (check, meeting, tags, tags->tags->pdata[i], FALSE);
  for (guint i = 0; i < tags->matches->len; i++)
    check_meeting_tag (check, meeting, tags, tags->matches->pdata[i], TRUE);
  for (guint i = 0; i < tags->items->len; i++)
    {
      const ItemTags *one = tags->items->pdata[i];

      for (guint j = 0; j < one->tags->len; j++)
        if (!has_sum (tags->tags, ((const Tag *)one->tags->pdata[j])->concept))
          check_fault (check, meeting->id, "does not sum up %s",
                       ((const Tag *)one->tags->pdata[j])->concept);
      for (guint j = 0; j < one->matches->len; j++)
        if (!has_sum (tags->matches,
                      ((const Match *)one->matches->pdata[j])->recommendation))
          check_fault (check, meeting->id, "does not sum up %s",
                       ((const Match *)one->matches->pdata[j])->recommendation);
    }
}

static void
check_meeting (Check *check, const Document *document, guint number,
               const Meeting *meeting, const MeetingTags *tags)
{
  g_autofree gchar *id = g_strdup_printf ("%s#%u", document->id, number);

  if (strcmp (meeting->id, id) != 0)
    check_fault (check, meeting->id, "should be %s", id);
  if (meeting->items->len == 0 && meeting->status != MEETING_STATUS_CANCELLED
      && meeting->kind != MEETING_KIND_AGENDA && meeting->kind != MEETING_KIND_UNKNOWN)
    check_fault (check, meeting->id, "without items, and not cancelled");
  check_date (check, meeting->id, meeting->date);
  check_time (check, meeting->id, meeting->time);
  check_pages_from_to (check, meeting->id, document, meeting->page_start,
                       meeting->page_end);
  for (guint i = 0; i < meeting->items->len; i++)
    {
      const Item *item = meeting->items->pdata[i];
      g_autofree gchar *item_id = g_strdup_printf ("%s.%u", id, i + 1);

      if (strcmp (item->id, item_id) != 0)
        check_fault (check, item->id, "should be %s", item_id);
      if (item->page_start < meeting->page_start || item->page_end > meeting->page_end)
        check_fault (check, item->id, "begins or ends outside its meeting's pages");
      check_item (check, document, item, tags->items->pdata[i]);
    }
  check_meeting_tags (check, meeting, tags);
}

/* A line can reach over an edge of its page; one that is wholly outside shows nowhere. */
static void
check_printed (Check *check, const Document *document, const Page *page, const Line *line)
{
  Box box = line->box;

  check_place (check, document->id, document, page->number, box);
  check_line (check, document->id, "line", line->text);
  if (!box_is_none (box)
      && (box.x1 < 0 || box.y1 < 0 || box.x0 > page->width || box.y0 > page->height))
    check_fault (check, document->id, "a line outside page %u", page->number);
  if (line->size < 0)
    check_fault (check, document->id, "a size of %g points", line->size);
}

static void
check_pages (Check *check, const Document *document)
{
  guint last = 0;

  for (guint i = 0; i < document->pages->len; i++)
    {
      const Page *page = document->pages->pdata[i];

      if (page->width < 0 || page->height < 0)
        check_fault (check, document->id, "page %u of less than no size", page->number);
      if (document->n_pages > 0 && page->number <= last)
        check_fault (check, document->id, "page %u after page %u", page->number, last);
      last = page->number;
      for (guint j = 0; j < page->lines->len; j++)
        check_printed (check, document, page, &g_array_index (page->lines, Line, j));
    }
}

static void
check_inspection (Check *check, const Inspection *inspection, const GPtrArray *concepts)
{
  check_date (check, inspection->id, inspection->start);
  check_date (check, inspection->id, inspection->end);
  check_date (check, inspection->id, inspection->published);
  if (g_strcmp0 (inspection->start, inspection->end) > 0 && inspection->end != NULL)
    check_fault (check, inspection->id, "ends before it begins");
  for (guint i = 0; i < inspection->recommendations->len; i++)
    {
      const Recommendation *one = inspection->recommendations->pdata[i];
      const GPtrArray *tags = ((const ItemTags *)concepts->pdata[i])->tags;
      g_autofree gchar *id = g_strdup_printf ("%s/%u", inspection->id, i + 1);

      if (one->number != i + 1 || strcmp (one->id, id) != 0)
        check_fault (check, one->id, "should be %s", id);
      check_line (check, one->id, "text", one->text);
      if (!box_is_none (one->box) && one->page == 0)
        check_fault (check, one->id, "a box on no page");
      for (guint j = 0; j < tags->len; j++)
        check_score (check, one->id, ((const Tag *)tags->pdata[j])->concept,
                     ((const Tag *)tags->pdata[j])->score);
    }
}

static void
check_failure (Check *check, const Failure *failure)
{
  static const gchar *const stages[] = { "extract", "normalise", "classify",
                                         "recommendations", NULL };

  if (failure->document != NULL)
    check_id (check, failure->document);
  if (!g_strv_contains (stages, failure->stage))
    check_fault (check, failure->source, "'%s' is no stage", failure->stage);
  if (*failure->detail == '\0')
    check_fault (check, failure->source, "a failure without a reason for people");
  check_line (check, failure->source, "detail", failure->detail);
}

static void
check_bundle (Check *check, const Bundle *bundle)
{
  check->n_failures += bundle->failure != NULL;
  check->n_documents += bundle->failure == NULL;
  if (bundle->failure != NULL)
    check_failure (check, bundle->failure);
  if (bundle->inspection != NULL)
    {
      check_id (check, bundle->report->id);
      check_inspection (check, bundle->inspection, bundle->concepts);
    }
  if (bundle->document == NULL)
    return;
  check_id (check, bundle->document->id);
  check_pages (check, bundle->document);
  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    check_meeting (check, bundle->document, i + 1, bundle->meetings->pdata[i],
                   bundle->tags->pdata[i]);
}

static gboolean
check_stream (Check *check, gint fd, GError **error)
{
  g_autoptr (BundleReader) reader = bundle_reader_new (fd, check->name);

  bundle_reader_be_strict (reader, check_take_history, check);
  for (;;)
    {
      g_autoptr (Bundle) bundle = NULL;

      if (!bundle_reader_next (reader, &bundle, error))
        return FALSE;
      if (bundle == NULL)
        return TRUE;
      check_bundle (check, bundle);
    }
}

static void
append_sound (GString *out, const Check *check)
{
  g_string_append_printf (out, "%s: sound: %u document%s, %u failure%s", check->name,
                          check->n_documents, check->n_documents == 1 ? "" : "s",
                          check->n_failures, check->n_failures == 1 ? "" : "s");
  if (check->n_histories > 0)
    g_string_append_printf (out, ", %u histor%s", check->n_histories,
                            check->n_histories == 1 ? "y" : "ies");
  g_string_append_c (out, '\n');
}

/* The exit status for one file; that it is sound is said in out. */
static gint
check_file (const gchar *path, GString *out)
{
  Check check = { 0 };
  g_autoptr (GError) error = NULL;
  gint fd = records_open (path, &check.name, &error);
  gboolean ok = fd >= 0 && check_stream (&check, fd, &error);

  history_free (check.before);
  records_close (fd);
  if (!ok)
    command_complain ("%s", error->message);
  else if (check.n_faults > 0)
    command_complain ("%s: %u fault%s", check.name, check.n_faults,
                      check.n_faults == 1 ? "" : "s");
  else
    append_sound (out, &check);
  return !ok ? EXIT_STOPPED : check.n_faults > 0 ? EXIT_FAILED : EXIT_DONE;
}

gint
check_command (gint argc, gchar **argv)
{
  static gchar *standard[] = { "-", NULL };
  g_auto (CommandOptions) options = { 0 };
  g_autoptr (Output) output = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gint status = EXIT_DONE;
  gchar **path;

  if (!command_parse ("check", NULL, argc, argv, &options, &status))
    return status;
  path = options.arguments[0] != NULL ? options.arguments : standard;
  for (; *path != NULL; path++)
    {
      gint one = check_file (*path, out);

      status = MAX (status, one);
    }
  if (options.quiet)
    g_string_truncate (out, 0);
  output = output_open (options.output, &error);
  if (output != NULL && output_write (output, out->str, out->len, &error)
      && output_close (output, &error))
    return status;
  command_complain ("%s", error->message);
  return EXIT_STOPPED;
}
