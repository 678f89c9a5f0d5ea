/* pipeline.c: input → document → meetings → tags. */

#include "pipelines/pipeline.h"

#include "classify/classifier.h"
#include "classify/model.h"
#include "extract/digest.h"
#include "normalise/normaliser.h"
#include "normalise/report_reader.h"
#include "pipelines/config.h"
#include "pipelines/input.h"

#include <unistd.h>

#define N_STAGES 4

/* What a stage made of the mark of those before it. */
typedef struct
{
  gchar *before; /* (nullable) */
  gchar *made;   /* (nullable): none yet */
} Mark;

struct Pipeline
{
  PipelineOptions options;
  Extractor *extractor;
  Normaliser *normaliser; /* made when first needed, as are the others */
  Classifier *classifier;
  ReportReader *reports;
  Tracker *tracker;
  Mark marks[N_STAGES]; /* the last of each stage: the same for document after document */
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
    {
      g_prefix_error (error, "taxonomy: ");
      return NULL;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  taxonomy = taxonomy_new_from_bytes (bytes, error);
  if (taxonomy == NULL)
    g_prefix_error (error, "taxonomy %s: ", path);
  return taxonomy;
}

gboolean
pipeline_choose_model (PipelineOptions *options, const gchar *choice, GError **error)
{
  g_autofree gchar *contents = NULL;
  g_autoptr (Model) model = NULL;
  gsize length;

  options->plain = g_strcmp0 (choice, "none") == 0;
  if (choice == NULL || options->plain)
    return TRUE;
  if (!g_file_get_contents (choice, &contents, &length, error))
    {
      g_prefix_error (error, "weights: ");
      return FALSE;
    }
  options->model = g_bytes_new_take (g_steal_pointer (&contents), length);
  model = model_new_from_bytes (options->model, options->taxonomy, error);
  if (model == NULL)
    g_prefix_error (error, "weights %s: ", choice);
  return model != NULL;
}

/* With the weights that were chosen, which have been read before. */
static Classifier *
make_classifier (const PipelineOptions *options)
{
  Classifier *classifier = classifier_new (options->taxonomy);
  g_autoptr (GError) error = NULL;

  if ((options->plain || options->model != NULL)
      && !classifier_set_model (classifier, options->plain ? NULL : options->model,
                                &error))
    g_error ("%s", error->message); /* our bug: pipeline_choose_model () took them */
  return classifier;
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
  for (guint i = 0; i < N_STAGES; i++)
    {
      g_free (self->marks[i].before);
      g_free (self->marks[i].made);
    }
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
    g_string_append_printf (said, "%d %u %" G_GSIZE_FORMAT " %u %" G_GSIZE_FORMAT,
                            (gint)options->limits.ocr, options->limits.ocr_seconds,
                            options->limits.max_bytes, options->limits.max_pages,
                            options->limits.max_text);
  else if (stage == STAGE_NORMALISE)
    g_string_append (said, options->council != NULL ? options->council : "");
  else if (stage == STAGE_REPORT)
    g_string_append_printf (said, "%s\n%s\n%s",
                            options->council != NULL ? options->council : "",
                            options->urn != NULL ? options->urn : "",
                            options->published != NULL ? options->published : "");
  else if (stage == STAGE_CLASSIFY && options->recommendations != NULL)
    g_string_append (said, recommendation_set_get_digest (options->recommendations));
  if (stage == STAGE_CLASSIFY || stage == STAGE_REPORT)
    {
      g_string_append (said, taxonomy_get_digest (options->taxonomy));
      if (options->plain)
        g_string_append (said, " plain");
      else if (options->model != NULL)
        {
          g_autofree gchar *digest =
              g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, options->model);

          g_string_append_printf (said, " %s", digest);
        }
    }
  g_checksum_update (sum, (const guchar *)said->str, said->len);
  return g_strdup_printf ("heed " HEED_VERSION " %.16s", g_checksum_get_string (sum));
}

/* (transfer none) */
static const gchar *
find_mark (Pipeline *self, Stages stage, const gchar *before)
{
  Mark *mark = &self->marks[g_bit_nth_lsf (stage, -1)];

  if (mark->made != NULL && g_strcmp0 (mark->before, before) == 0)
    return mark->made;
  g_free (mark->before);
  g_free (mark->made);
  mark->before = g_strdup (before);
  mark->made = chain (&self->options, stage, before);
  return mark->made;
}

static void
mark (Pipeline *self, Bundle *bundle, Stages stage)
{
  gchar *made = g_strdup (find_mark (self, stage, bundle->made_with));

  g_free (bundle->made_with);
  bundle->made_with = made;
}

static void
make_engines (Pipeline *self, Stages stages)
{
  if ((stages & STAGE_EXTRACT) && self->extractor == NULL)
    self->extractor = extractor_new (&self->options.limits);
  if ((stages & STAGE_NORMALISE) && self->normaliser == NULL)
    self->normaliser = normaliser_new (self->options.council);
  if ((stages & (STAGE_CLASSIFY | STAGE_REPORT)) && self->classifier == NULL)
    self->classifier = make_classifier (&self->options);
  if ((stages & STAGE_REPORT) && self->reports == NULL)
    self->reports = report_reader_new ();
}

const gchar *
pipeline_prepare (Pipeline *self, Stages stages)
{
  const gchar *made = NULL;

  make_engines (self, stages);
  for (guint stage = STAGE_EXTRACT; stage <= STAGE_REPORT; stage <<= 1)
    if (stages & stage)
      made = find_mark (self, stage, made);
  return made;
}

/* The document's bytes; if they cannot be read, NULL, and the bundle has a failure. */
static GBytes *
begin_bundle (Pipeline *self, Bundle *bundle, gint fd, const gchar *source)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  mark (self, bundle, STAGE_EXTRACT);
  make_engines (self, STAGE_EXTRACT);
  bytes = input_read (fd, self->options.limits.max_bytes, &error);
  if (bytes == NULL)
    bundle->failure =
        failure_new (source, NULL, "extract", FAILURE_UNREADABLE, error->message);
  return bytes;
}

/* The document, or a failure in its place. */
static void
fill_bundle (Bundle *bundle, Document *document, const GError *error, GBytes *bytes,
             const gchar *source)
{
  g_autofree gchar *id = document == NULL ? digest_name (bytes) : NULL;

  bundle->document = document;
  if (document == NULL)
    bundle->failure = failure_new_from_error (source, id, "extract", error);
}

Bundle *
pipeline_extract (Pipeline *self, gint fd, const gchar *source)
{
  Bundle *bundle = bundle_new ();
  g_autoptr (GBytes) bytes = begin_bundle (self, bundle, fd, source);
  g_autoptr (GError) error = NULL;
  Document *document;

  if (bytes == NULL)
    return bundle;
  document = extractor_read (self->extractor, bytes, source, &error);
  fill_bundle (bundle, document, error, bytes, source);
  return bundle;
}

guint
pipeline_count_pages (Pipeline *self, gint fd)
{
  g_autoptr (GBytes) bytes = input_read (fd, self->options.limits.max_bytes, NULL);

  make_engines (self, STAGE_EXTRACT);
  if (lseek (fd, 0, SEEK_SET) != 0 || bytes == NULL)
    return 0;
  return extractor_count_pages (self->extractor, bytes);
}

Bundle *
pipeline_extract_part (Pipeline *self, gint fd, const gchar *source, guint first,
                       guint last)
{
  Bundle *bundle = bundle_new ();
  g_autoptr (GBytes) bytes = begin_bundle (self, bundle, fd, source);
  g_autoptr (GError) error = NULL;
  Document *document;

  if (bytes == NULL)
    return bundle;
  document = extractor_read_part (self->extractor, bytes, source, first, last, &error);
  fill_bundle (bundle, document, error, bytes, source);
  return bundle;
}

/* The documents of the parts; the first failure among them ends it, as the bundle's. */
static GPtrArray *
read_parts (Bundle *bundle, const gchar *source, gint parts)
{
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify)document_free);
  g_autoptr (BundleReader) reader = bundle_reader_new (parts, source);
  g_autoptr (GError) error = NULL;

  for (;;)
    {
      g_autoptr (Bundle) part = NULL;

      if (!bundle_reader_next (reader, &part, &error))
        bundle->failure =
            failure_new (source, NULL, "extract", FAILURE_CRASH, error->message);
      else if (part == NULL)
        return g_steal_pointer (&documents);
      else if (part->document == NULL)
        bundle->failure = g_steal_pointer (&part->failure);
      else
        g_ptr_array_add (documents, g_steal_pointer (&part->document));
      if (bundle->failure != NULL)
        return NULL;
    }
}

Bundle *
pipeline_join (Pipeline *self, gint fd, const gchar *source, gint parts)
{
  Bundle *bundle = bundle_new ();
  g_autoptr (GBytes) bytes = begin_bundle (self, bundle, fd, source);
  g_autoptr (GPtrArray) documents =
      bytes != NULL ? read_parts (bundle, source, parts) : NULL;
  g_autoptr (GError) error = NULL;
  Document *document;

  if (documents == NULL)
    return bundle;
  document = extractor_join (self->extractor, bytes, source, documents, &error);
  fill_bundle (bundle, document, error, bytes, source);
  return bundle;
}

void
pipeline_normalise (Pipeline *self, Bundle *bundle)
{
  mark (self, bundle, STAGE_NORMALISE);
  if (bundle->document == NULL)
    return;
  make_engines (self, STAGE_NORMALISE);
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
  make_engines (self, STAGE_CLASSIFY);
  g_clear_pointer (&bundle->tags, g_ptr_array_unref);
  bundle->tags = classifier_read (self->classifier, bundle->meetings);
  if (self->options.recommendations != NULL)
    track (self, bundle);
}

GPtrArray *
pipeline_explain (Pipeline *self, const Meeting *meeting, guint n)
{
  make_engines (self, STAGE_CLASSIFY);
  return classifier_explain (self->classifier, meeting, n);
}

/* The concepts of each recommendation. */
static GPtrArray *
find_concepts (Pipeline *self, const Inspection *inspection)
{
  GPtrArray *concepts = g_ptr_array_new_with_free_func ((GDestroyNotify)item_tags_free);

  make_engines (self, STAGE_REPORT);
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
  make_engines (self, STAGE_REPORT);
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
