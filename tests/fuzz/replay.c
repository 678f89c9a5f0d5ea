/* replay.c: what a fuzz target has been given before, given again.
 *
 *     fuzz-NOUN FOLDER…
 *
 * runs every file of the folders through LLVMFuzzerTestOneInput, in order of name. The
 * same target, built with -Dfuzz=true, looks for more: see CONTRIBUTING.md.
 */

#include <glib.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize length);

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const gchar *const *)a, *(const gchar *const *)b);
}

static guint
replay_folder (const gchar *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const gchar *name;
  guint i;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (i = 0; i < names->len; i++)
    {
      g_autofree gchar *bytes = NULL;
      gsize length;

      g_file_get_contents (names->pdata[i], &bytes, &length, &error);
      g_assert_no_error (error);
      LLVMFuzzerTestOneInput ((const guint8 *)bytes, length);
    }
  return names->len;
}

int
main (int argc, char **argv)
{
  guint n = 0;
  int i;

  for (i = 1; i < argc; i++)
    n += replay_folder (argv[i]);
  printf ("%u inputs\n", n);
  return n > 0 ? 0 : 1;
}
