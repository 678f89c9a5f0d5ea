/* in_process.c: what `heed run` does, or with --extract before the paths `heed extract`,
 * in one process without workers: what workers cost is the difference, and callgrind,
 * which a worker closes the files of, can count it. Not a test: tests/bench/workers runs
 * it. */

#include "pipelines/input.h"
#include "pipelines/pipeline.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int
main (int argc, char **argv)
{
  PipelineOptions options = { .limits = extract_limits_default };
  const gboolean whole = argc < 2 || strcmp (argv[1], "--extract") != 0;
  g_autoptr (Taxonomy) taxonomy = options.taxonomy =
      whole ? pipeline_open_taxonomy (NULL, NULL) : NULL;
  g_autoptr (Pipeline) pipeline = pipeline_new (&options);
  g_autoptr (GString) out = g_string_new (NULL);

  options.limits.ocr_seconds = 20;
  for (int i = whole ? 1 : 2; i < argc; i++)
    {
      g_autoptr (Bundle) bundle = NULL;
      gint fd = open (argv[i], O_RDONLY | O_CLOEXEC);

      if (fd < 0)
        continue;
      bundle = pipeline_extract (pipeline, fd, argv[i]);
      close (fd);
      if (whole)
        {
          pipeline_normalise (pipeline, bundle);
          pipeline_classify (pipeline, bundle);
        }
      g_string_truncate (out, 0);
      bundle_write (bundle, out);
      fwrite (out->str, 1, out->len, stdout);
    }
  return 0;
}
