/* input.c: which files a folder stands for; what cannot be read. */

#include "pipelines/input.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gchar *folder;

static void
make_file (const gchar *name)
{
  g_autofree gchar *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "text", -1, NULL));
}

static GPtrArray *
list (const gchar *path)
{
  gchar *paths[] = { (gchar *)path, NULL };

  return input_list (paths);
}

static void
test_folder (void)
{
  static const gchar *const expected[] = { "B.PDF", "a b.txt", "c/deep.htm",
                                           "z\xff.html" };
  g_autofree gchar *below = g_build_filename (folder, "c", NULL);
  g_autofree gchar *circle = g_build_filename (folder, "c", "up", NULL);
  g_autoptr (GPtrArray) inputs = NULL;

  g_mkdir (below, 0700);
  g_assert_cmpint (symlink (folder, circle), ==, 0);
  make_file ("B.PDF");
  make_file ("a b.txt");
  make_file ("notes.docx");
  make_file ("c/deep.htm");
  make_file ("z\xff.html");
  inputs = list (folder);
  g_assert_cmpuint (inputs->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < inputs->len; i++)
    {
      const Input *input = inputs->pdata[i];

      g_assert_cmpstr (input->path + strlen (folder) + 1, ==, expected[i]);
      g_assert_true (g_utf8_validate (input->source, -1, NULL));
      g_assert_null (input->problem);
    }
}

static void
test_empty_folder (void)
{
  g_autofree gchar *path = g_build_filename (folder, "empty", NULL);
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir (path, 0700);
  inputs = list (path);
  g_assert_cmpuint (inputs->len, ==, 1);
  g_assert_cmpint (input_open (inputs->pdata[0], &error), ==, -1);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
}

static void
test_fifo (void)
{
  g_autofree gchar *path = g_build_filename (folder, "pipe", NULL);
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  inputs = list (path);
  g_assert_cmpint (input_open (inputs->pdata[0], &error), ==, -1);
  g_assert_nonnull (strstr (error->message, "named pipe"));
}

static void
test_missing (void)
{
  g_autoptr (GPtrArray) inputs = list ("/nowhere/at/all.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (input_open (inputs->pdata[0], &error), ==, -1);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_bound (void)
{
  g_autofree gchar *path = g_build_filename (folder, "long.txt", NULL);
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gint fd;

  make_file ("long.txt");
  inputs = list (path);
  fd = input_open (inputs->pdata[0], NULL);
  bytes = input_read (fd, 2, NULL);
  close (fd);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 3);
}

#define LONG (3u << 20)

static gpointer
write_long (gpointer data)
{
  gint fd = GPOINTER_TO_INT (data);
  gchar piece[4096];
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < LONG / sizeof piece; i++)
    {
      memset (piece, 'a' + (gint)(i % 26), sizeof piece);
      ok = write (fd, piece, sizeof piece) == sizeof piece;
    }
  close (fd);
  return GINT_TO_POINTER (ok);
}

/* What comes through a pipe does not say how long it is. */
static void
test_pipe (void)
{
  g_autoptr (GBytes) bytes = NULL;
  GThread *thread;
  const gchar *data;
  gsize size;
  gint fds[2];

  g_assert_cmpint (pipe (fds), ==, 0);
  thread = g_thread_new (NULL, write_long, GINT_TO_POINTER (fds[1]));
  bytes = input_read (fds[0], 2 * (gsize)LONG, NULL);
  g_assert_true (GPOINTER_TO_INT (g_thread_join (thread)));
  close (fds[0]);
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpuint (size, ==, LONG);
  for (gsize i = 0; i < size; i += 4096)
    g_assert_cmpint (data[i], ==, 'a' + (gint)(i / 4096 % 26));
}

static void
remove_folder (void)
{
  gchar *argv[] = { (gchar *)"rm", (gchar *)"-rf", folder, NULL };

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
}

gint
main (gint argc, gchar **argv)
{
  gint status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("heed-input-XXXXXX", NULL);
  g_test_add_func ("/input/folder", test_folder);
  g_test_add_func ("/input/empty-folder", test_empty_folder);
  g_test_add_func ("/input/fifo", test_fifo);
  g_test_add_func ("/input/missing", test_missing);
  g_test_add_func ("/input/bound", test_bound);
  g_test_add_func ("/input/pipe", test_pipe);
  status = g_test_run ();
  remove_folder ();
  g_free (folder);
  return status;
}
