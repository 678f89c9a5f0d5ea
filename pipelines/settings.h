/* settings.h: what the user asks of the stages, from the command line. */

#pragma once

#include "pipelines/command.h"
#include "pipelines/pipeline.h"
#include "pipelines/worker.h"

typedef struct
{
  Stages stages;
  CommandOptions common;
  PipelineOptions pipeline;
  WorkerLimits limits; /* of a worker, where documents are read */
  guint jobs;          /* how many workers; at least 1 */
  gboolean resume;
  gboolean progress; /* show a bar */
  guint shard;       /* 1 … n_shards */
  guint n_shards;    /* 1: the whole */
  gboolean nul;      /* paths of files_from end in NUL bytes */
  gchar *files_from; /* (nullable) */
  gchar *watch;      /* (nullable) a folder */
  gchar *log;        /* (nullable) */
  gchar *council;
  gchar *urn;
  gchar *published;
  gchar *taxonomy;         /* path */
  gchar *model;            /* path, or "none" */
  gchar **recommendations; /* (nullable) paths */
  gchar *ocr;
  gchar *sandbox;
} Settings;

/* TRUE: go on. FALSE: end with *ret_status; what went wrong has been said. */
gboolean settings_parse (const gchar *name, Stages stages, gint argc, gchar **argv,
                         Settings *ret_settings, gint *ret_status);

void settings_clear (Settings *settings);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Settings, settings_clear)
