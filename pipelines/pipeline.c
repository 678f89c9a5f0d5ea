/* pipeline.c: input → document → meetings → tags. */

#include "pipelines/pipeline.h"

#include "classify/classifier.h"
#include "normalise/normaliser.h"
#include "normalise/report_reader.h"
#include "pipelines/config.h"
#include "pipelines/input.h"

struct Pipeline
{
  PipelineOptions options;
  Extractor *extractor;
  Normaliser *normaliser; /* made when first needed, as are the others */
  Classifier *classifier;
  ReportReader *reports;
  Tracker *tracker;
};

Taxonomy *
pipeline_open_taxonomy (const gchar *path, GError **error)
{
  g_autofree gchar *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Taxonomy *taxonomy;
  gsize length;

  if (path == NULL)
    return taxonomy_new_default ();
  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  taxonomy = taxonomy_new_from_bytes (bytes, error);
  if (taxonomy == NULL)
    g_prefix_error (error, "taxonomy %s: ", path);
  return taxonomy;
}

Pipeline *
pipeline_new (const PipelineOptions *options)
{
  Pipeline *self = g_new0 (Pipeline, 1);

  self->options = *options;
  return self;
}

void
pipeline_free (Pipeline *self)
{
  if (self == NULL)
    return;
  extractor_free (self->extractor);
  normaliser_free (self->normaliser);
  classifier_free (self->classifier);
  report_reader_free (self->reports);
  tracker_free (self->tracker);
  g_free (self);
}

/* What one stage adds to the hash of those before it. */
static gchar *
chain (const PipelineOptions *options, Stages stage, const gchar *before)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) said = g_string_new (HEED_VERSION);

  g_string_append_printf (said, " %s %d ", before != NULL ? before : "", (gint)stage);
  if (stage == STAGE_EXTRACT)
    g_string_append_printf (said, "%d %" G_GSIZE_FORMAT " %u %" G_GSIZE_FORMAT,
                            (gint)options->limits.ocr, options->limits.max_bytes,
                            options->limits.max_pages, options->limits.max_text);
  else if (stage == STAGE_NORMALISE)
    g_string_append (said, options->council != NULL ? options->council : "");
  else if (stage == STAGE_REPORT)
    g_string_append_printf (said, "%s\n%s\n%s",
                            options->council != NULL ? options->council : "",
                            options->urn != NULL ? options->urn : "",
                            options->published != NULL ? options->published : "");
  else if (stage == STAGE_CLASSIFY && options->recommendations != NULL)
    g_string_append (said, recommendation_set_get_digest (options->recommendations));
  g_checksum_update (sum, (const guchar *)said->str, said->len);
  if (stage == STAGE_CLASSIFY || stage == STAGE_REPORT)
    {
      gsize length;
      const guchar *bytes =
          g_bytes_get_data (taxonomy_get_bytes (options->taxonomy), &length);

      g_checksum_update (sum, bytes, length);
    }
  return g_strdup_printf ("heed " HEED_VERSION " %.16s", g_checksum_get_string (sum));
}

gchar *
pipeline_made_with (const PipelineOptions *options, Stages stages, const gchar *before)
{
  gchar *made = g_strdup (before);

  for (guint stage = STAGE_EXTRACT; stage <= STAGE_REPORT; stage <<= 1)
    if (stages & stage)
      {
        gchar *next = chain (options, stage, made);

        g_free (made);
        made = next;
      }
  return made;
}

static void
mark (const Pipeline *self, Bundle *bundle, Stages stage)
{
  gchar *made = pipeline_made_with (&self->options, stage, bundle->made_with);

  g_free (bundle->made_with);
  bundle->made_with = made;
}

static gchar *
identify (GBytes *bytes)
{
  g_autofree gchar *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_strconcat ("sha256:", hash, NULL);
}

Bundle *
pipeline_extract (Pipeline *self, gint fd, const gchar *source)
{
  Bundle *bundle = bundle_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  mark (self, bundle, STAGE_EXTRACT);
  if (self->extractor == NULL)
    self->extractor = extractor_new (&self->options.limits);
  bytes = input_read (fd, self->options.limits.max_bytes, &error);
  if (bytes == NULL)
    {
      bundle->failure =
          failure_new (source, NULL, "extract", FAILURE_UNREADABLE, error->message);
      return bundle;
    }
  bundle->document = extractor_read (self->extractor, bytes, source, &error);
  if (bundle->document == NULL)
    {
      g_autofree gchar *id = identify (bytes);

      bundle->failure = failure_new_from_error (source, id, "extract", error);
    }
  return bundle;
}

void
pipeline_normalise (Pipeline *self, Bundle *bundle)
{
  mark (self, bundle, STAGE_NORMALISE);
  if (bundle->document == NULL)
    return;
  if (self->normaliser == NULL)
    self->normaliser = normaliser_new (self->options.council);
  g_clear_pointer (&bundle->meetings, g_ptr_array_unref);
  g_clear_pointer (&bundle->tags, g_ptr_array_unref);
  bundle->meetings = normaliser_read (self->normaliser, bundle->document);
}

/* Holds what was classified against the recommendations. */
static void
track (Pipeline *self, Bundle *bundle)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);

  if (self->tracker == NULL)
    self->tracker = recommendation_set_new_tracker (self->options.recommendations);
  tracker_read (self->tracker, bundle->meetings, bundle->tags, warnings);
  for (guint i = 0; i < warnings->len; i++)
    document_warn (bundle->document, "%s", (const gchar *)warnings->pdata[i]);
}

void
pipeline_classify (Pipeline *self, Bundle *bundle)
{
  mark (self, bundle, STAGE_CLASSIFY);
  if (bundle->document == NULL || bundle->meetings == NULL)
    return;
  if (self->classifier == NULL)
    self->classifier = classifier_new (self->options.taxonomy);
  g_clear_pointer (&bundle->tags, g_ptr_array_unref);
  bundle->tags = classifier_read (self->classifier, bundle->meetings);
  if (self->options.recommendations != NULL)
    track (self, bundle);
}

/* The concepts of each recommendation. */
static GPtrArray *
find_concepts (Pipeline *self, const Inspection *inspection)
{
  GPtrArray *concepts = g_ptr_array_new_with_free_func ((GDestroyNotify)item_tags_free);

  if (self->classifier == NULL)
    self->classifier = classifier_new (self->options.taxonomy);
  for (guint i = 0; i < inspection->recommendations->len; i++)
    {
      const Recommendation *one = inspection->recommendations->pdata[i];
      ItemTags *tags = item_tags_new ();

      g_ptr_array_unref (tags->tags);
      tags->tags = classifier_read_text (self->classifier, one->text);
      g_ptr_array_add (concepts, tags);
    }
  return concepts;
}

void
pipeline_report (Pipeline *self, Bundle *bundle)
{
  ReportFacts facts = { self->options.council, self->options.urn,
                        self->options.published };
  g_autoptr (GError) error = NULL;

  if (bundle->document == NULL)
    return;
  mark (self, bundle, STAGE_REPORT);
  if (self->reports == NULL)
    self->reports = report_reader_new ();
  bundle->inspection =
      report_reader_read (self->reports, bundle->document, &facts, &error);
  if (bundle->inspection == NULL)
    {
      bundle->failure = failure_new (bundle->document->source, bundle->document->id,
                                     "normalise", FAILURE_UNSUPPORTED, error->message);
      g_clear_pointer (&bundle->document, document_free);
      return;
    }
  bundle->report = g_steal_pointer (&bundle->document);
  bundle->concepts = find_concepts (self, bundle->inspection);
}
