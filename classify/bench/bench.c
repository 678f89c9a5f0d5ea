/* bench.c: records of text → megabytes a second that classify reads by itself.
 *
 *     classify-bench [--taxonomy FILE] [--plain] [--scale N] [--times N] RECORDS
 *
 * RECORDS is text, one item of business a line: committee, title and text with a tab
 * between them, and \n for the text's line ends. Printed is one line of JSON:
 *
 *     {"scale":1,"concepts":72,"phrases":6021,"start_s":0.01,"bytes":2300000,"tags":6000,
 *      "times":5,"first_s":0.2,"median_s":0.05,"mb_per_s":46.2}
 *
 * bytes are those of the texts and titles; first_s is the first reading, in which each
 * word is new; median_s that of the others. Seconds are the processor's. */

#include "classify/bench/growth.h"
#include "classify/classifier.h"

#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_FIELDS 3
#define ITEMS_A_MEETING 20
#define MAX_TIMES 1000

typedef struct
{
  GPtrArray *meetings; /* GPtrArray of Meeting *: one for each document */
  gsize bytes;
} Records;

static gdouble
seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gdouble)now.tv_sec + (gdouble)now.tv_nsec / 1e9;
}

static void
records_add (Records *self, gchar **fields)
{
  Item *item = item_new ();
  Meeting *last = NULL;
  g_autofree gchar *body = g_strcompress (fields[0]);

  item->title = g_strcompress (fields[1]);
  item->text = g_strcompress (fields[2]);
  item->number = g_strdup ("1");
  self->bytes += strlen (item->title) + strlen (item->text);
  if (self->meetings->len > 0)
    last = g_ptr_array_index ((GPtrArray *)self->meetings->pdata[self->meetings->len - 1],
                              0);
  if (last == NULL || last->items->len >= ITEMS_A_MEETING
      || g_strcmp0 (last->body, body) != 0)
    {
      GPtrArray *document = g_ptr_array_new_with_free_func ((GDestroyNotify)meeting_free);

      last = meeting_new ();
      last->body = g_steal_pointer (&body);
      g_ptr_array_add (document, last);
      g_ptr_array_add (self->meetings, document);
    }
  g_ptr_array_add (last->items, item);
}

static gboolean
records_read (Records *self, const gchar *path, GError **error)
{
  g_autofree gchar *content = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return FALSE;
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", N_FIELDS);

      if (g_strv_length (fields) == N_FIELDS && g_utf8_validate (lines[i], -1, NULL))
        records_add (self, fields);
      else if (lines[i][0] != '\0')
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "%s: line %u is no record", path, i + 1);
          return FALSE;
        }
    }
  return TRUE;
}

/* Tags of all items. */
static guint
read_all (Classifier *classifier, const Records *records)
{
  guint n = 0;

  for (guint i = 0; i < records->meetings->len; i++)
    {
      g_autoptr (GPtrArray) out =
          classifier_read (classifier, records->meetings->pdata[i]);

      for (guint j = 0; j < out->len; j++)
        {
          const MeetingTags *tags = out->pdata[j];

          for (guint k = 0; k < tags->items->len; k++)
            n += ((ItemTags *)tags->items->pdata[k])->tags->len;
        }
    }
  return n;
}

static int
compare (const void *a, const void *b)
{
  gdouble x = *(const gdouble *)a, y = *(const gdouble *)b;

  return x < y ? -1 : x > y;
}

static guint
count_phrases (const Taxonomy *taxonomy)
{
  const GPtrArray *concepts = taxonomy_get_concepts (taxonomy);
  guint n = 0;

  for (guint i = 0; i < concepts->len; i++)
    {
      const Concept *concept = concepts->pdata[i];

      n += 1 + concept->alt_labels->len + concept->hidden_labels->len
           + concept->strong->len + concept->weak->len + concept->vetoes->len;
    }
  return n;
}

static gboolean
measure (Taxonomy *taxonomy, gboolean plain, const Records *records, gint scale,
         gint times, gdouble start, GError **error)
{
  g_autoptr (Classifier) classifier = classifier_new (taxonomy);
  g_autofree gdouble *taken = g_new0 (gdouble, times + 1);
  gdouble median;
  guint tags = 0;

  if (plain && !classifier_set_model (classifier, NULL, error))
    return FALSE;
  start = seconds () - start;
  for (gint i = 0; i <= times; i++)
    {
      gdouble begun = seconds ();

      tags = read_all (classifier, records);
      taken[i] = seconds () - begun;
    }
  qsort (taken + 1, times, sizeof (gdouble), compare);
  median = taken[1 + times / 2];
  printf ("{\"scale\":%d,\"concepts\":%u,\"phrases\":%u,\"start_s\":%.4f,"
          "\"bytes\":%" G_GSIZE_FORMAT ",\"tags\":%u,\"times\":%d,\"first_s\":%.4f,"
          "\"median_s\":%.4f,\"mb_per_s\":%.1f}\n",
          scale, taxonomy_get_concepts (taxonomy)->len, count_phrases (taxonomy), start,
          records->bytes, tags, times, taken[0], median,
          median > 0 ? (gdouble)records->bytes / median / 1e6 : 0);
  return TRUE;
}

static Taxonomy *
open_taxonomy (const gchar *path, gint scale, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gchar *content;
  gsize length;

  if (path == NULL && scale == 1)
    return taxonomy_new_default ();
  if (path == NULL)
    {
      g_autoptr (Taxonomy) own = taxonomy_new_default ();

      bytes = growth_multiply (own, scale);
      return taxonomy_new_from_bytes (bytes, error);
    }
  if (!g_file_get_contents (path, &content, &length, error))
    return NULL;
  bytes = g_bytes_new_take (content, length);
  return taxonomy_new_from_bytes (bytes, error);
}

int
main (int argc, char **argv)
{
  g_autofree gchar *path = NULL;
  gboolean plain = FALSE;
  gint scale = 1, times = 5;
  const GOptionEntry entries[] = {
    { "taxonomy", 0, 0, G_OPTION_ARG_FILENAME, &path, "not the built-in one", "FILE" },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, "without the learned weights", NULL },
    { "scale", 0, 0, G_OPTION_ARG_INT, &scale, "N times the built-in phrases", "N" },
    { "times", 0, 0, G_OPTION_ARG_INT, &times, "read all N times", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("RECORDS");
  g_autoptr (GError) error = NULL;
  g_autoptr (Taxonomy) taxonomy = NULL;
  Records records = { g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref),
                      0 };
  gboolean ok = FALSE;
  gdouble start;

  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, &argc, &argv, &error) && argc == 2
      && records_read (&records, argv[1], &error))
    {
      times = CLAMP (times, 1, MAX_TIMES);
      scale = CLAMP (scale, 1, GROWTH_MAX);
      start = seconds ();
      taxonomy = open_taxonomy (path, scale, &error);
      ok = taxonomy != NULL
           && measure (taxonomy, plain, &records, scale, times, start, &error);
    }
  g_ptr_array_unref (records.meetings);
  if (!ok)
    fprintf (stderr, "classify-bench: %s\n",
             error != NULL ? error->message : "RECORDS, one file, is needed");
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
