/* feed.h: bundles read ahead by a thread of its own, while those before are used. */

#pragma once

#include "pipelines/bundle.h"

typedef struct Feed Feed;

typedef enum
{
  FEED_BUNDLE, /* one was given */
  FEED_LATE,   /* none has come in time */
  FEED_END,    /* there are no more */
  FEED_ERROR,  /* a file cannot be read, or is no stream of records */
} FeedResult;

/* Reads the files of records one after the other, "-" being standard input; that where
 * there is no path. (transfer full) */
Feed *feed_new (gchar **paths);

/* Its thread ends when what it is waiting for comes. */
void feed_free (Feed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Feed, feed_free)

/* until: by g_get_monotonic_time (), how long to wait; 0 for as long as it takes.
 * *ret_bundle (transfer full) is set with FEED_BUNDLE, error with FEED_ERROR, which comes
 * after the bundles that were whole. */
FeedResult feed_next (Feed *self, gint64 until, Bundle **ret_bundle, GError **error);
