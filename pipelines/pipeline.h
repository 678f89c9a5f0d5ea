/* pipeline.h: the stages in a chain, for one input at a time. */

#pragma once

#include "classify/taxonomy.h"
#include "extract/extractor.h"
#include "pipelines/bundle.h"
#include "pipelines/recommendation_set.h"

typedef struct
{
  ExtractLimits limits;
  const gchar *council;   /* (nullable) whose meetings they are, where the user says it */
  const gchar *urn;       /* (nullable) of a report, where the user says it */
  const gchar *published; /* (nullable) the same, ISO 8601 */
  Taxonomy *taxonomy;     /* (nullable) not needed before classify */
  GBytes *model;          /* (nullable) learned weights, not the built-in ones … */
  gboolean plain;         /* … or none: the taxonomy alone decides */
  RecommendationSet *recommendations; /* (nullable) to hold meetings against */
} PipelineOptions;

/* The scheme in the file, or the built-in one if path is NULL. (transfer full), NULL if
 * and only if error is set. */
Taxonomy *pipeline_open_taxonomy (const gchar *path, GError **error);

/* Learned weights for the options' taxonomy, by what the user says: "none", the path of a
 * file, or NULL, the built-in ones. FALSE if and only if error is set. */
gboolean pipeline_choose_model (PipelineOptions *options, const gchar *choice,
                                GError **error);

typedef enum
{
  STAGE_EXTRACT = 1,
  STAGE_NORMALISE = 2,
  STAGE_CLASSIFY = 4,
  STAGE_REPORT = 8, /* an inspection report, in place of normalise and classify */
} Stages;

typedef struct Pipeline Pipeline;

/* Keeps what the options point to, which must stay. (transfer full) */
Pipeline *pipeline_new (const PipelineOptions *options);
/* Makes the engines that the stages need, so that processes forked from here on share
 * them instead of making their own; without it each is made when first needed. Returns
 * what records are made_with: heed's version, and a hash of all that the result of these
 * stages depends on but the input. (transfer none): until a document is read */
const gchar *pipeline_prepare (Pipeline *self, Stages stages);
void pipeline_free (Pipeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pipeline, pipeline_free)

/* A document and its pages, or a failure; fd is read to its end. (transfer full) */
Bundle *pipeline_extract (Pipeline *self, gint fd, const gchar *source);

/* A large pack read in parts, by several, and put together: the same as pipeline_extract
 * (). */

/* How many pages the document has, if it can be read in parts; else 0. fd is put back to
 * its start. */
guint pipeline_count_pages (Pipeline *self, gint fd);

/* Pages first … last, or a failure. (transfer full) */
Bundle *pipeline_extract_part (Pipeline *self, gint fd, const gchar *source, guint first,
                               guint last);

/* parts: the records of all parts in order, open. (transfer full) */
Bundle *pipeline_join (Pipeline *self, gint fd, const gchar *source, gint parts);

/* Pages to meetings, meetings to tags; a failure stays what it is. */
void pipeline_normalise (Pipeline *self, Bundle *bundle);
void pipeline_classify (Pipeline *self, Bundle *bundle);

/* Why the n-th item of a meeting has its tags: GPtrArray of Explanation * of each
 * concept, by score. (transfer full) */
GPtrArray *pipeline_explain (Pipeline *self, const Meeting *meeting, guint n);

/* Pages of an inspection report to the inspection and what it recommends, with concepts;
 * or a failure, where they are no such report. */
void pipeline_report (Pipeline *self, Bundle *bundle);
