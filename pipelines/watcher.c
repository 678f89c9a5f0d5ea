/* watcher.c: what GIO tells of a folder becomes a list of files that are whole. */

#include "pipelines/watcher.h"

#include "pipelines/input.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define SETTLED 2    /* seconds without a change, and a file is whole */
#define RESCAN 300   /* seconds between two looks through everything */
#define PIECE 65536u /* bytes read from the pipe at once */

/* Under which a monitor keeps the path of its folder. */
#define MONITORED "folder"

/* The process tells by messages that end in a NUL byte: their first character says what
 * they are. */
#define SAY_PATH '+'    /* and the path of a file */
#define SAY_NO_MORE '.' /* these were all for now */
#define SAY_GONE '!'    /* and why nothing more will come */

struct Watcher
{
  pid_t pid;
  gint pipe;
  GByteArray *buffer; /* the message that is not whole yet */
  GPtrArray *paths;   /* gchar *: not ended by SAY_NO_MORE yet */
};

/* What a file was when it was looked at: another inode or change time is another file. */
typedef struct
{
  guint64 inode;
  goffset size;
  struct timespec changed; /* moves with every write and rename, and cannot be put back */
} Sight;

typedef struct
{
  Sight sight;
  gint64 since; /* monotonic, microseconds: not changed since then */
} Arrival;

/* In the process */

typedef struct
{
  const gchar *folder;
  gint pipe;
  dev_t device; /* of the folder */
  ino_t inode;
  GHashTable *monitors; /* path of a folder → GFileMonitor * */
  GHashTable *arrivals; /* path → Arrival *: those that may still be written to */
  GHashTable *told;     /* path → Sight *: those that were told of */
  guint age;            /* seconds since all was looked through */
} Watch;

static void
say (const Watch *self, gchar what, const gchar *text)
{
  g_autofree gchar *message = g_strdup_printf ("%c%s", what, text);
  gsize length = strlen (message) + 1;
  gsize done = 0;

  while (done < length)
    {
      gssize n = write (self->pipe, message + done, length - done);

      if (n < 0 && errno != EINTR)
        _exit (0); /* nobody listens any more */
      done += MAX (n, 0);
    }
}

static void
say_gone (const Watch *self, const gchar *why)
{
  g_autofree gchar *text = g_strdup_printf ("cannot watch %s: %s", self->folder, why);

  say (self, SAY_GONE, text);
  _exit (0);
}

static Sight
get_sight (const struct stat *status)
{
  return (Sight){ status->st_ino, status->st_size, status->st_ctim };
}

static gboolean
is_same (const Sight *a, const Sight *b)
{
  return a->inode == b->inode && a->size == b->size
         && a->changed.tv_sec == b->changed.tv_sec
         && a->changed.tv_nsec == b->changed.tv_nsec;
}

/* Since when a file that is first seen now has been as it is. */
static gint64
find_since (const Sight *sight)
{
  gint64 age = g_get_real_time () - (gint64)sight->changed.tv_sec * G_USEC_PER_SEC
               - sight->changed.tv_nsec / 1000;

  return g_get_monotonic_time () - MAX (age, 0);
}

/* A lease for reading is given only while nobody has the file open for writing. Where
 * there are no leases (another's file, a network drive), the clock alone decides. */
static gboolean
is_being_written (const gchar *path)
{
  gint fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  gboolean busy;

  if (fd < 0)
    return FALSE;
  busy = fcntl (fd, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
  close (fd);
  return busy;
}

static void
await (Watch *self, const gchar *path)
{
  Arrival *arrival = g_hash_table_lookup (self->arrivals, path);

  if (arrival == NULL)
    g_hash_table_insert (self->arrivals, g_strdup (path), g_new0 (Arrival, 1));
  else
    arrival->since = g_get_monotonic_time ();
}

/* Whether nothing more is to be awaited of the file; *ret_tell: it is to be told of. */
static gboolean
look_at (Watch *self, const gchar *path, Arrival *arrival, gboolean *ret_tell)
{
  const Sight *told = g_hash_table_lookup (self->told, path);
  struct stat status;
  Sight sight;

  *ret_tell = FALSE;
  if (g_stat (path, &status) != 0)
    return TRUE; /* it left again */
  sight = get_sight (&status);
  if (told != NULL && is_same (told, &sight))
    return TRUE;
  if (!is_same (&arrival->sight, &sight))
    {
      arrival->since =
          arrival->since == 0 ? find_since (&sight) : g_get_monotonic_time ();
      arrival->sight = sight;
    }
  if (g_get_monotonic_time () - arrival->since < SETTLED * G_USEC_PER_SEC
      || (S_ISREG (status.st_mode) && is_being_written (path)))
    return FALSE;
  g_hash_table_insert (self->told, g_strdup (path), g_memdup2 (&sight, sizeof sight));
  *ret_tell = TRUE;
  return TRUE;
}

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(gchar *const *)a, *(gchar *const *)b);
}

/* Tells of the arrivals that are whole. */
static void
settle (Watch *self)
{
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer path, arrival;
  gboolean tell;

  g_hash_table_iter_init (&iter, self->arrivals);
  while (g_hash_table_iter_next (&iter, &path, &arrival))
    {
      if (!look_at (self, path, arrival, &tell))
        continue;
      if (tell)
        g_ptr_array_add (whole, g_strdup (path));
      g_hash_table_iter_remove (&iter);
    }
  g_ptr_array_sort (whole, compare_paths);
  for (guint i = 0; i < whole->len; i++)
    say (self, SAY_PATH, whole->pdata[i]);
  if (whole->len > 0)
    say (self, SAY_NO_MORE, "");
}

static void
on_event (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
          gpointer data)
{
  GFile *there = event == G_FILE_MONITOR_EVENT_RENAMED ? other : file;
  g_autofree gchar *name = there != NULL ? g_file_get_basename (there) : NULL;
  g_autofree gchar *path = NULL;
  Watch *self = data;

  if (name == NULL)
    return;
  /* GIO has made the path absolute; records have it as it was named. */
  path = g_build_filename (g_object_get_data (G_OBJECT (monitor), MONITORED), name, NULL);
  if (event == G_FILE_MONITOR_EVENT_DELETED || event == G_FILE_MONITOR_EVENT_MOVED_OUT)
    g_hash_table_remove (self->told, path);
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    self->age = RESCAN;
  else if (input_has_name (path))
    await (self, path);
}

static void
drop_monitor (gpointer data)
{
  g_file_monitor_cancel (data);
  g_object_unref (data);
}

/* Folders are watched before their files are looked at, so that none slips through. */
static void
watch_folders (Watch *self, const GPtrArray *folders)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->monitors);

  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, drop_monitor);
  for (guint i = 0; i < folders->len; i++)
    {
      const gchar *path = folders->pdata[i];
      g_autoptr (GFile) file = g_file_new_for_path (path);
      gpointer name, monitor;

      if (g_hash_table_steal_extended (before, path, &name, &monitor))
        {
          g_hash_table_insert (self->monitors, name, monitor);
          continue;
        }
      /* One that cannot be watched is looked through every five minutes all the same. */
      monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (monitor == NULL)
        continue;
      g_object_set_data_full (monitor, MONITORED, g_strdup (path), g_free);
      g_signal_connect (monitor, "changed", G_CALLBACK (on_event), self);
      g_hash_table_insert (self->monitors, g_strdup (path), monitor);
    }
}

static void
look_through (Watch *self)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) folders = NULL;
      g_autoptr (GPtrArray) inputs = input_survey (self->folder, &folders);

      if (i == 0)
        watch_folders (self, folders);
      for (guint j = 0; i == 1 && j < inputs->len; j++)
        {
          const Input *input = inputs->pdata[j];

          if (!g_hash_table_contains (self->arrivals, input->path))
            await (self, input->path);
        }
    }
  self->age = 0;
}

/* Once a second. */
static gboolean
tick (gpointer data)
{
  Watch *self = data;
  struct stat status;

  if (g_stat (self->folder, &status) != 0)
    say_gone (self, g_strerror (errno));
  if (status.st_dev != self->device || status.st_ino != self->inode)
    say_gone (self, "the folder is gone, another is in its place");
  if (self->age++ >= RESCAN)
    look_through (self);
  if (g_hash_table_size (self->arrivals) > 0)
    settle (self);
  return G_SOURCE_CONTINUE;
}

static void
watch (Watch *self)
{
  struct stat status;

  signal (SIGIO, SIG_IGN); /* tells that somebody breaks a lease */
  /* The parent alone is told to stop; this process ends with it. */
  signal (SIGINT, SIG_IGN);
  signal (SIGTERM, SIG_IGN);
  signal (SIGHUP, SIG_IGN);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  /* The plain file system, without what the desktop adds to GIO. */
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  self->arrivals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, drop_monitor);
  if (g_stat (self->folder, &status) != 0)
    say_gone (self, g_strerror (errno));
  if (!S_ISDIR (status.st_mode))
    say_gone (self, "it is no folder");
  if (access (self->folder, R_OK | X_OK) != 0)
    say_gone (self, g_strerror (errno));
  self->device = status.st_dev;
  self->inode = status.st_ino;
  self->age = RESCAN;
  tick (self);
  g_timeout_add_seconds (1, tick, self);
  g_main_loop_run (g_main_loop_new (NULL, FALSE));
}

/* In the parent */

Watcher *
watcher_new (const gchar *folder, GError **error)
{
  gint ends[2] = { -1, -1 };
  pid_t parent = getpid ();
  pid_t pid = -1;
  Watcher *self;

  if (pipe2 (ends, O_CLOEXEC) == 0)
    pid = fork ();
  if (pid == 0)
    {
      Watch process = { .folder = folder, .pipe = ends[1] };

      close (ends[0]);
      if (getppid () == parent)
        watch (&process);
      _exit (0);
    }
  if (ends[1] >= 0)
    close (ends[1]);
  if (pid < 0)
    {
      g_set_error (error, G_UNIX_ERROR, 0, "cannot watch %s: %s", folder,
                   g_strerror (errno));
      if (ends[0] >= 0)
        close (ends[0]);
      return NULL;
    }
  self = g_new0 (Watcher, 1);
  self->pid = pid;
  self->pipe = ends[0];
  self->buffer = g_byte_array_new ();
  self->paths = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
watcher_free (Watcher *self)
{
  if (self == NULL)
    return;
  kill (self->pid, SIGKILL);
  while (waitpid (self->pid, NULL, 0) < 0 && errno == EINTR)
    ;
  close (self->pipe);
  g_byte_array_unref (self->buffer);
  g_ptr_array_unref (self->paths);
  g_free (self);
}

/* One message; FALSE and error if it says that the folder is gone. */
static gboolean
hear (Watcher *self, const gchar *message, GPtrArray *paths, GError **error)
{
  if (*message == SAY_PATH)
    g_ptr_array_add (self->paths, g_strdup (message + 1));
  else if (*message == SAY_NO_MORE)
    g_ptr_array_extend_and_steal (paths, g_steal_pointer (&self->paths));
  else
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, message + 1);
  if (self->paths == NULL)
    self->paths = g_ptr_array_new_with_free_func (g_free);
  return *message != SAY_GONE;
}

/* Takes the whole messages out of the buffer. */
static gboolean
hear_all (Watcher *self, GPtrArray *paths, GError **error)
{
  const guint8 *end;

  while (self->buffer->len > 0
         && (end = memchr (self->buffer->data, '\0', self->buffer->len)) != NULL)
    {
      if (!hear (self, (const gchar *)self->buffer->data, paths, error))
        return FALSE;
      g_byte_array_remove_range (self->buffer, 0, end - self->buffer->data + 1);
    }
  return TRUE;
}

gboolean
watcher_wait (Watcher *self, gint milliseconds, GPtrArray *paths, GError **error)
{
  struct pollfd there = { self->pipe, POLLIN, 0 };

  while (poll (&there, 1, paths->len > 0 ? 0 : milliseconds) > 0)
    {
      guint old = self->buffer->len;
      gssize n;

      g_byte_array_set_size (self->buffer, old + PIECE);
      n = read (self->pipe, self->buffer->data + old, PIECE);
      g_byte_array_set_size (self->buffer, old + (guint)MAX (n, 0));
      if (n == 0)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                       "the process that watches the folder is gone");
          return FALSE;
        }
      if (n > 0 && !hear_all (self, paths, error))
        return FALSE;
    }
  return TRUE;
}
