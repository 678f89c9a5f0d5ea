/* in_process.c: what `heed run` does, or with --extract before the paths `heed extract`,
 * in one process without workers: what workers cost is the difference, and callgrind,
 * which a worker closes the files of, can count it. Says last, to standard error, how
 * many seconds of processor each stage took. Not a test: tests/bench/workers runs it. */

#include "pipelines/input.h"
#include "pipelines/pipeline.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum
{
  EXTRACT,
  NORMALISE,
  CLASSIFY,
  WRITE,
  N_STAGES
};

/* Adds the processor's time since *mark to a stage's. */
static void
charge (gdouble *seconds, struct timespec *mark)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  *seconds +=
      (gdouble)(now.tv_sec - mark->tv_sec) + (gdouble)(now.tv_nsec - mark->tv_nsec) / 1e9;
  *mark = now;
}

int
main (int argc, char **argv)
{
  PipelineOptions options = { .limits = extract_limits_default };
  const gboolean whole = argc < 2 || strcmp (argv[1], "--extract") != 0;
  g_autoptr (Taxonomy) taxonomy = options.taxonomy =
      whole ? pipeline_open_taxonomy (NULL, NULL) : NULL;
  g_autoptr (Pipeline) pipeline = pipeline_new (&options);
  g_autoptr (GString) out = g_string_new (NULL);
  gdouble seconds[N_STAGES] = { 0 };
  struct timespec mark;

  options.limits.ocr_seconds = 20;
  for (int i = whole ? 1 : 2; i < argc; i++)
    {
      g_autoptr (Bundle) bundle = NULL;
      gint fd = open (argv[i], O_RDONLY | O_CLOEXEC);

      if (fd < 0)
        continue;
      clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &mark);
      bundle = pipeline_extract (pipeline, fd, argv[i]);
      close (fd);
      charge (&seconds[EXTRACT], &mark);
      if (whole)
        {
          pipeline_normalise (pipeline, bundle);
          charge (&seconds[NORMALISE], &mark);
          pipeline_classify (pipeline, bundle);
          charge (&seconds[CLASSIFY], &mark);
        }
      g_string_truncate (out, 0);
      bundle_write (bundle, out);
      fwrite (out->str, 1, out->len, stdout);
      charge (&seconds[WRITE], &mark);
    }
  fprintf (stderr, "extract %.3f normalise %.3f classify %.3f write %.3f\n",
           seconds[EXTRACT], seconds[NORMALISE], seconds[CLASSIFY], seconds[WRITE]);
  return 0;
}
