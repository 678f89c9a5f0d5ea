/* check.c: the command that holds a stream of records against the contract.
 *
 * The reader itself refuses what is no record, cut short, out of order or with spans that
 * do not hold the words they say; what is left to look at here is what one record says
 * that another must bear out. */

#include "pipelines/bundle.h"
#include "pipelines/command.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MAX_FAULTS 100 /* told of one stream */

typedef struct
{
  const gchar *name;
  guint n_documents;
  guint n_failures;
  guint n_faults;
} Check;

static void G_GNUC_PRINTF (3, 4)
    fault (Check *check, const gchar *where, const gchar *format, ...)
{
  va_list args;
  g_autofree gchar *what = NULL;

  if (check->n_faults++ >= MAX_FAULTS)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  command_complain ("%s: %s: %s", check->name, where, what);
}

/* "2023", "2023-07" or "2023-07-10", of a day that there is. */
static gboolean
is_date (const gchar *text)
{
  guint year = 0, month = 1, day = 1;
  gsize length = text != NULL ? strlen (text) : 0;

  if (length == 4)
    return strspn (text, "0123456789") == 4;
  if ((length != 7 && length != 10) || text[4] != '-' || (length == 10 && text[7] != '-'))
    return FALSE;
  return sscanf (text, "%4u-%2u-%2u", &year, &month, &day) >= 2 && month >= 1
         && month <= 12 && g_date_valid_dmy (day, (GDateMonth)month, (GDateYear)year);
}

static void
check_date (Check *check, const gchar *where, const gchar *date)
{
  if (date != NULL && !is_date (date))
    fault (check, where, "'%s' is no date", date);
}

static void
check_place (Check *check, const gchar *where, const Document *document, guint page,
             Box box)
{
  if (page > document->n_pages)
    fault (check, where, "page %u of %u", page, document->n_pages);
  if (!box_is_none (box) && (box.x0 > box.x1 || box.y0 > box.y1))
    fault (check, where, "a box that ends before it begins");
  if (!box_is_none (box) && page == 0)
    fault (check, where, "a box on no page");
}

static void
check_evidence (Check *check, const gchar *where, const Document *document,
                const gchar *what, gdouble score, const GArray *evidence)
{
  if (!(score >= 0 && score <= 1))
    fault (check, where, "score %g of %s", score, what);
  if (evidence->len == 0)
    fault (check, where, "no evidence for %s", what);
  for (guint i = 0; i < evidence->len; i++)
    {
      const Evidence *one = &g_array_index (evidence, Evidence, i);

      if (one->span.start == one->span.end)
        fault (check, where, "empty evidence for %s", what);
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
        fault (check, item->id, "line %u begins before the one above it ends", i + 1);
      end = line->span.end;
      check_place (check, item->id, document, line->page, line->box);
    }
}

static void
check_item (Check *check, const Document *document, const Item *item,
            const ItemTags *tags)
{
  if (item->page_start > item->page_end)
    fault (check, item->id, "ends on a page before it begins");
  check_lines (check, document, item);
  for (guint i = 0; i < tags->tags->len; i++)
    {
      const Tag *tag = tags->tags->pdata[i];

      check_evidence (check, item->id, document, tag->concept, tag->score, tag->evidence);
    }
  for (guint i = 0; i < tags->matches->len; i++)
    {
      const Match *match = tags->matches->pdata[i];

      check_evidence (check, item->id, document, match->recommendation, match->score,
                      match->evidence);
    }
}

static gboolean
has_item (const Meeting *meeting, const gchar *number)
{
  for (guint i = 0; i < meeting->items->len; i++)
    if (strcmp (((const Item *)meeting->items->pdata[i])->number, number) == 0)
      return TRUE;
  return FALSE;
}

static void
check_meeting_tags (Check *check, const Meeting *meeting, const GPtrArray *tags)
{
  for (guint i = 0; i < tags->len; i++)
    {
      const MeetingTag *tag = tags->pdata[i];

      if (tag->items->len == 0)
        fault (check, meeting->id, "%s is in none of its items", tag->id);
      for (guint j = 0; j < tag->items->len; j++)
        if (!has_item (meeting, tag->items->pdata[j]))
          fault (check, meeting->id, "no item '%s', which %s is said to be in",
                 (const gchar *)tag->items->pdata[j], tag->id);
    }
}

static void
check_meeting (Check *check, const Document *document, guint number,
               const Meeting *meeting, const MeetingTags *tags)
{
  g_autofree gchar *id = g_strdup_printf ("%s#%u", document->id, number);

  if (strcmp (meeting->id, id) != 0)
    fault (check, meeting->id, "should be %s", id);
  if (meeting->items->len == 0 && meeting->status != MEETING_STATUS_CANCELLED
      && meeting->kind != MEETING_KIND_AGENDA && document->text_layer != TEXT_LAYER_NONE)
    fault (check, meeting->id, "without items, and not cancelled");
  check_date (check, meeting->id, meeting->date);
  for (guint i = 0; i < meeting->items->len; i++)
    {
      const Item *item = meeting->items->pdata[i];
      g_autofree gchar *item_id = g_strdup_printf ("%s.%u", id, i + 1);

      if (strcmp (item->id, item_id) != 0)
        fault (check, item->id, "should be %s", item_id);
      check_item (check, document, item, tags->items->pdata[i]);
    }
  check_meeting_tags (check, meeting, tags->tags);
  check_meeting_tags (check, meeting, tags->matches);
}

static void
check_pages (Check *check, const Document *document)
{
  guint last = 0;

  for (guint i = 0; i < document->pages->len; i++)
    {
      const Page *page = document->pages->pdata[i];

      if (document->n_pages > 0 && page->number <= last)
        fault (check, document->id, "page %u after page %u", page->number, last);
      last = page->number;
      for (guint j = 0; j < page->lines->len; j++)
        check_place (check, document->id, document, page->number,
                     g_array_index (page->lines, Line, j).box);
    }
}

static void
check_inspection (Check *check, const Inspection *inspection)
{
  check_date (check, inspection->id, inspection->start);
  check_date (check, inspection->id, inspection->end);
  check_date (check, inspection->id, inspection->published);
  for (guint i = 0; i < inspection->recommendations->len; i++)
    {
      const Recommendation *one = inspection->recommendations->pdata[i];
      g_autofree gchar *id = g_strdup_printf ("%s/%u", inspection->id, i + 1);

      if (one->number != i + 1 || strcmp (one->id, id) != 0)
        fault (check, one->id, "should be %s", id);
    }
}

static gboolean
check_bundle (Bundle *bundle, gpointer data, GError **error)
{
  Check *check = data;

  check->n_failures += bundle->failure != NULL;
  check->n_documents += bundle->failure == NULL;
  if (bundle->inspection != NULL)
    check_inspection (check, bundle->inspection);
  if (bundle->document == NULL)
    return TRUE;
  check_pages (check, bundle->document);
  for (guint i = 0; bundle->meetings != NULL && i < bundle->meetings->len; i++)
    check_meeting (check, bundle->document, i + 1, bundle->meetings->pdata[i],
                   bundle->tags->pdata[i]);
  return TRUE;
}

/* The exit status for one file. */
static gint
check_file (const gchar *path, gboolean quiet)
{
  gboolean standard = strcmp (path, "-") == 0;
  gint fd = standard ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  Check check = { .name = standard ? "standard input" : path };
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (fd < 0)
    {
      command_complain ("cannot read %s: %s", path, g_strerror (errno));
      return EXIT_STOPPED;
    }
  ok = bundle_for_each (fd, check.name, check_bundle, &check, &error);
  if (!standard)
    close (fd);
  if (!ok)
    command_complain ("%s", error->message);
  else if (check.n_faults > 0)
    command_complain ("%s: %u fault%s", check.name, check.n_faults,
                      check.n_faults == 1 ? "" : "s");
  else if (!quiet)
    printf ("%s: sound: %u document%s, %u failure%s\n", check.name, check.n_documents,
            check.n_documents == 1 ? "" : "s", check.n_failures,
            check.n_failures == 1 ? "" : "s");
  return !ok ? EXIT_STOPPED : check.n_faults > 0 ? EXIT_FAILED : EXIT_DONE;
}

gint
check_command (gint argc, gchar **argv)
{
  g_auto (CommandOptions) options = { 0 };
  gint status = EXIT_DONE;

  if (!command_parse ("check", NULL, argc, argv, &options, &status))
    return status;
  if (options.arguments[0] == NULL)
    return check_file ("-", options.quiet);
  for (gchar **path = options.arguments; *path != NULL; path++)
    status = MAX (status, check_file (*path, options.quiet));
  return status;
}
