/* rig.c: a crew's work whose documents are /dev/null. */

#include "tests/pipelines/rig.h"

#include <fcntl.h>

static const gchar *
get_name (guint index, gpointer data)
{
  return ((const gchar *const *)data)[index];
}

static gint
open_document (guint index, GString *result, Failure **ret_failure, gpointer data)
{
  return open ("/dev/null", O_RDONLY | O_CLOEXEC);
}

static void
note_done (const CrewNews *news, gpointer data)
{
}

static gboolean
tick (const CrewNews *slowest, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
keep (const gchar *piece, gsize length, gpointer data, GError **error)
{
  g_string_append_len (data, piece, (gssize)length);
  return TRUE;
}

gchar **
rig_run (const gchar *const *names, guint n, const WorkerLimits *limits, WorkerFunc work)
{
  g_autoptr (GString) results = g_string_new (NULL);
  g_autoptr (Shelf) shelf = shelf_new (keep, results);
  g_autoptr (GError) error = NULL;
  const CrewWork crew = { .n_workers = 1,
                          .limits = *limits,
                          .work = work,
                          .source = get_name,
                          .open = open_document,
                          .done = note_done,
                          .tick = tick,
                          .made_with = "test",
                          .data = (gpointer)names };
  const volatile gint stop = 0;
  gchar **lines;

  crew_run (&crew, n, shelf, &stop, &error);
  g_assert_no_error (error);
  lines = g_strsplit (results->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n + 1);
  return lines;
}
