/* earlier.c: where in earlier files the result of each document stands. */

#include "pipelines/earlier.h"

#include "pipelines/bundle.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  gint fd;
  goffset start;
} Place;

struct Earlier
{
  gchar *made_with;
  GArray *files;      /* gint */
  GHashTable *places; /* document → Place * */
  GHashTable *named;  /* gchar *: document and name */
};

static void
close_file (gpointer data)
{
  close (*(gint *)data);
}

Earlier *
earlier_new (const gchar *made_with)
{
  Earlier *self = g_new0 (Earlier, 1);

  self->made_with = g_strdup (made_with);
  self->files = g_array_new (FALSE, FALSE, sizeof (gint));
  g_array_set_clear_func (self->files, close_file);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
earlier_free (Earlier *self)
{
  if (self == NULL)
    return;
  g_free (self->made_with);
  g_array_unref (self->files);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->named);
  g_free (self);
}

static gboolean
can_be_mended (FailureReason reason)
{
  return reason == FAILURE_UNREADABLE || reason == FAILURE_TIMEOUT
         || reason == FAILURE_MEMORY || reason == FAILURE_CRASH;
}

/* What was read, minutes or an inspection report; NULL for a failure. */
static Document *
get_input (const Bundle *bundle)
{
  return bundle->inspection != NULL ? bundle->report : bundle->document;
}

static const gchar *
get_document (const Bundle *bundle)
{
  if (get_input (bundle) != NULL)
    return get_input (bundle)->id;
  if (bundle->failure != NULL && !can_be_mended (bundle->failure->reason))
    return bundle->failure->document;
  return NULL;
}

static gchar *
name_of (const gchar *document, const gchar *source)
{
  return g_strconcat (document, " ", source, NULL);
}

gboolean
earlier_has (const Earlier *self, const gchar *document, const gchar *source)
{
  g_autofree gchar *name = name_of (document, source);

  return g_hash_table_contains (self->named, name);
}

void
earlier_note (Earlier *self, const gchar *document, const gchar *source)
{
  g_hash_table_add (self->named, name_of (document, source));
}

static void
keep (Earlier *self, const Bundle *bundle, Place place)
{
  const gchar *document = get_document (bundle);

  if (document == NULL || g_strcmp0 (bundle->made_with, self->made_with) != 0)
    return;
  g_hash_table_insert (self->places, g_strdup (document),
                       g_memdup2 (&place, sizeof place));
  earlier_note (self, document,
                get_input (bundle) != NULL ? get_input (bundle)->source
                                           : bundle->failure->source);
}

gboolean
earlier_add (Earlier *self, const gchar *path, goffset *ret_whole, GError **error)
{
  g_autoptr (BundleReader) reader = NULL;
  gint fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (ret_whole != NULL)
    *ret_whole = 0;
  if (fd < 0 && errno == ENOENT)
    return TRUE;
  if (fd < 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "cannot read %s: %s", path, g_strerror (errno));
      return FALSE;
    }
  g_array_append_val (self->files, fd);
  reader = bundle_reader_new (fd, path);
  for (;;)
    {
      g_autoptr (Bundle) bundle = NULL;
      goffset start = bundle_reader_tell (reader);

      if (ret_whole != NULL)
        *ret_whole = start;
      /* Where a killed run left off the file is torn: what comes before is whole. */
      if (!bundle_reader_next (reader, &bundle, NULL) || bundle == NULL)
        return TRUE;
      keep (self, bundle, (Place){ fd, start });
    }
}

static void
rename_source (gchar **text, const gchar *source)
{
  g_free (*text);
  *text = g_strdup (source);
}

gboolean
earlier_find (Earlier *self, const gchar *document, const gchar *source, GString *out,
              gboolean *ret_failed)
{
  const Place *place = g_hash_table_lookup (self->places, document);
  g_autoptr (BundleReader) reader = NULL;
  g_autoptr (Bundle) bundle = NULL;

  if (place == NULL || lseek (place->fd, place->start, SEEK_SET) < 0)
    return FALSE;
  reader = bundle_reader_new (place->fd, "earlier result");
  if (!bundle_reader_next (reader, &bundle, NULL) || bundle == NULL)
    return FALSE;
  if (get_input (bundle) != NULL)
    rename_source (&get_input (bundle)->source, source);
  else
    rename_source (&bundle->failure->source, source);
  bundle_write (bundle, out);
  *ret_failed = bundle->failure != NULL;
  return TRUE;
}
