/* input.c: paths to inputs, inputs to bytes. */

#include "pipelines/input.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PIECE (1u << 20)
#define MAX_DEPTH 64

static void
input_free (gpointer data)
{
  Input *input = data;

  g_free (input->path);
  g_free (input->source);
  g_free (input->problem);
  g_free (input);
}

static void
add (GPtrArray *inputs, const gchar *path, const gchar *problem)
{
  Input *input = g_new0 (Input, 1);

  input->path = g_strdup (path);
  input->source = g_utf8_make_valid (path, -1);
  input->problem = g_strdup (problem);
  g_ptr_array_add (inputs, input);
}

gboolean
input_has_name (const gchar *name)
{
  static const gchar *const endings[] = { ".pdf", ".html", ".htm", ".txt" };
  gsize length = strlen (name);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if (length > n && g_ascii_strcasecmp (name + length - n, endings[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

typedef struct Folder Folder;
struct Folder
{
  const Folder *above;
  dev_t device;
  ino_t inode;
  guint depth;
};

static gboolean
goes_in_circle (const Folder *folder)
{
  for (const Folder *f = folder->above; f != NULL; f = f->above)
    if (f->device == folder->device && f->inode == folder->inode)
      return TRUE;
  return FALSE;
}

static void walk (const gchar *path, const Folder *above, GPtrArray *found,
                  GPtrArray *folders);

static void
walk_entry (const gchar *path, const gchar *name, const Folder *folder, GPtrArray *found,
            GPtrArray *folders)
{
  struct stat status;

  if (g_stat (path, &status) != 0)
    {
      if (input_has_name (name))
        add (found, path, g_strerror (errno));
    }
  else if (S_ISDIR (status.st_mode))
    walk (path, folder, found, folders);
  else if (input_has_name (name))
    add (found, path, NULL);
}

static void
walk (const gchar *path, const Folder *above, GPtrArray *found, GPtrArray *folders)
{
  Folder folder = { above, 0, 0, above != NULL ? above->depth + 1 : 0 };
  g_autoptr (GError) error = NULL;
  struct stat status;
  GDir *dir;
  const gchar *name;

  if (g_stat (path, &status) != 0)
    {
      add (found, path, g_strerror (errno));
      return;
    }
  folder.device = status.st_dev;
  folder.inode = status.st_ino;
  if (goes_in_circle (&folder) || folder.depth > MAX_DEPTH)
    return;
  dir = g_dir_open (path, 0, &error);
  if (dir == NULL)
    {
      add (found, path, error->message);
      return;
    }
  if (folders != NULL)
    g_ptr_array_add (folders, g_strdup (path));
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree gchar *below = g_build_filename (path, name, NULL);

      walk_entry (below, name, &folder, found, folders);
    }
  g_dir_close (dir);
}

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
  const Input *const *one = a;
  const Input *const *two = b;

  return strcmp ((*one)->path, (*two)->path);
}

static void
list_folder (const gchar *path, GPtrArray *inputs)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  walk (path, NULL, found, NULL);
  if (found->len == 0)
    add (found, path, "no .pdf, .html, .htm or .txt file in this folder");
  g_ptr_array_sort (found, compare_paths);
  g_ptr_array_extend (inputs, found, NULL, NULL);
}

GPtrArray *
input_survey (const gchar *folder, GPtrArray **ret_folders)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (input_free);

  *ret_folders = g_ptr_array_new_with_free_func (g_free);
  walk (folder, NULL, found, *ret_folders);
  g_ptr_array_sort (found, compare_paths);
  return found;
}

void
input_add (GPtrArray *inputs, const gchar *path)
{
  struct stat status;

  if (strcmp (path, "-") != 0 && g_stat (path, &status) == 0 && S_ISDIR (status.st_mode))
    list_folder (path, inputs);
  else
    add (inputs, path, NULL);
}

GPtrArray *
input_list (gchar **paths)
{
  GPtrArray *inputs = g_ptr_array_new_with_free_func (input_free);

  for (; *paths != NULL; paths++)
    input_add (inputs, *paths);
  return inputs;
}

static gboolean
fail (gint code, GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code),
                       g_strerror (code));
  return FALSE;
}

/* Bytes to make room for: of a file one more than it says to have, so that its end is
 * seen without making more. */
static gsize
guess_size (gint fd)
{
  struct stat status;

  return fstat (fd, &status) == 0 && S_ISREG (status.st_mode)
             ? MIN ((gsize)status.st_size, G_MAXUINT32) + 1
             : PIECE;
}

/* Up to the end, or one byte more than max. */
static gboolean
read_all (gint fd, gsize max, GByteArray *bytes, GError **error)
{
  gsize used = 0;

  g_byte_array_set_size (bytes, (guint)MIN (guess_size (fd), max + 1));
  for (;;)
    {
      gssize n = read (fd, bytes->data + used, bytes->len - used);

      if (n < 0 && errno != EINTR)
        return fail (errno, error);
      used += (gsize)MAX (n, 0);
      if (n == 0 || used > max)
        break;
      if (used == bytes->len)
        g_byte_array_set_size (bytes, (guint)MIN (used + PIECE, max + 1));
    }
  g_byte_array_set_size (bytes, (guint)used);
  return TRUE;
}

/* A regular file only: opening a fifo would wait for somebody to write to it. */
static gint
open_file (const gchar *path, GError **error)
{
  gint fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  struct stat status;

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      fail (errno, error);
      return -1;
    }
  if (S_ISREG (status.st_mode))
    return fd;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "not a file, but a %s",
               S_ISDIR (status.st_mode)    ? "folder"
               : S_ISFIFO (status.st_mode) ? "named pipe"
                                           : "device or socket");
  close (fd);
  return -1;
}

gint
input_open (const Input *input, GError **error)
{
  if (input->problem != NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, input->problem);
      return -1;
    }
  return strcmp (input->path, "-") == 0 ? dup (STDIN_FILENO)
                                        : open_file (input->path, error);
}

GBytes *
input_read (gint fd, gsize max, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!read_all (fd, MIN (max, G_MAXUINT32 - 2 * PIECE), bytes, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
input_add_list (GPtrArray *inputs, const gchar *path, gboolean nul, GError **error)
{
  gboolean standard = strcmp (path, "-") == 0;
  FILE *file = standard ? stdin : g_fopen (path, "re");
  gchar *line = NULL;
  gsize size = 0;
  gssize n;
  gboolean ok;

  if (file == NULL)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "cannot read %s: %s", path, g_strerror (errno));
      return FALSE;
    }
  while ((n = getdelim (&line, &size, nul ? '\0' : '\n', file)) > 0)
    {
      if (line[n - 1] == (nul ? '\0' : '\n'))
        line[n - 1] = '\0';
      if (*line != '\0')
        input_add (inputs, line);
    }
  ok = !ferror (file);
  if (!ok)
    {
      fail (errno, error);
      g_prefix_error (error, "cannot read %s: ", path);
    }
  free (line);
  if (!standard)
    fclose (file);
  return ok;
}

gchar *
input_identify (gint fd)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *piece = g_malloc (PIECE);
  gssize n;

  while ((n = read (fd, piece, PIECE)) > 0 || (n < 0 && errno == EINTR))
    if (n > 0)
      g_checksum_update (sum, piece, n);
  if (n < 0 || lseek (fd, 0, SEEK_SET) != 0)
    return NULL;
  return g_strconcat ("sha256:", g_checksum_get_string (sum), NULL);
}

guint
input_share (const gchar *identifier, guint n)
{
  const gchar *digits =
      strchr (identifier, ':') != NULL ? strchr (identifier, ':') + 1 : identifier;
  g_autofree gchar *first = g_strndup (digits, 15);

  return (guint)(g_ascii_strtoull (first, NULL, 16) % n) + 1;
}
