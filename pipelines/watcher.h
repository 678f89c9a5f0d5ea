/* watcher.h: files that arrive in a folder, told of when they are whole.
 *
 * A process of its own watches, through GIO's file monitor (inotify): GIO keeps threads,
 * and workers are forked, which only a process without threads can do safely.
 *
 * A file is whole when nothing has changed it for two seconds and nobody has it open for
 * writing. Folders below are watched too, those made later as well. Every five minutes
 * all is looked through anew, for a network drive tells of no change. */

#pragma once

#include <glib.h>

typedef struct Watcher Watcher;

/* (transfer full), NULL if and only if error is set. */
Watcher *watcher_new (const gchar *folder, GError **error);
void watcher_free (Watcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Watcher, watcher_free)

/* Appends the paths (gchar *, below the folder as it was named) of documents that are new
 * or have changed, in byte order; those that were there from the start come first. Waits
 * for one for at most that long, or until a signal. FALSE and error (G_FILE_ERROR) when
 * the folder cannot be watched, or is gone. */
gboolean watcher_wait (Watcher *self, gint milliseconds, GPtrArray *paths,
                       GError **error);
