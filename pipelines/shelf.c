/* shelf.c: early results wait in an unnamed file. */

#include "pipelines/shelf.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PIECE (1u << 16)

typedef struct
{
  guint64 start;
  guint64 length;
} Place;

struct Shelf
{
  ShelfFunc give;
  gpointer data;
  guint next;        /* the index whose turn it is */
  GHashTable *early; /* index → Place * */
  gint file;         /* -1 until needed */
  guint64 used;      /* bytes of it */
  gchar piece[PIECE];
};

Shelf *
shelf_new (ShelfFunc give, gpointer data)
{
  Shelf *self = g_new0 (Shelf, 1);

  self->give = give;
  self->data = data;
  self->file = -1;
  self->early = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
shelf_free (Shelf *self)
{
  if (self == NULL)
    return;
  if (self->file >= 0)
    close (self->file);
  g_hash_table_unref (self->early);
  g_free (self);
}

static gboolean
fail (const gchar *what, GError **error)
{
  gint code = errno;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "cannot %s: %s", what,
               g_strerror (code));
  return FALSE;
}

static gboolean
keep (const gchar *piece, gsize length, gpointer data, GError **error)
{
  Shelf *self = data;
  gsize done = 0;

  while (done < length)
    {
      gssize n = pwrite (self->file, piece + done, length - done, self->used);

      if (n < 0 && errno != EINTR)
        return fail ("keep results that wait for their turn", error);
      done += MAX (n, 0);
      self->used += MAX (n, 0);
    }
  return TRUE;
}

static gboolean
copy (Shelf *self, gint fd, Place place, ShelfFunc to, gpointer data, GError **error)
{
  while (place.length > 0)
    {
      gssize n = pread (fd, self->piece, MIN (PIECE, place.length), place.start);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return fail ("read a result", error);
      if (!to (self->piece, n, data, error))
        return FALSE;
      place.start += n;
      place.length -= n;
    }
  return TRUE;
}

/* The unnamed file, opened when first needed and begun anew when nothing waits in it. */
static gboolean
open_file (Shelf *self, GError **error)
{
  g_autofree gchar *name = NULL;

  if (self->file >= 0)
    {
      if (g_hash_table_size (self->early) == 0)
        self->used = 0;
      return TRUE;
    }
  self->file = g_file_open_tmp ("heed-XXXXXX", &name, error);
  if (self->file < 0)
    return FALSE;
  g_unlink (name);
  return TRUE;
}

static gboolean
give_waiting (Shelf *self, GError **error)
{
  Place *place;

  while ((place = g_hash_table_lookup (self->early, GUINT_TO_POINTER (self->next)))
         != NULL)
    {
      if (!copy (self, self->file, *place, self->give, self->data, error))
        return FALSE;
      g_hash_table_remove (self->early, GUINT_TO_POINTER (self->next));
      self->next++;
    }
  return TRUE;
}

static gboolean
begin_early (Shelf *self, guint index, guint64 length, GError **error)
{
  Place *place;

  if (!open_file (self, error))
    return FALSE;
  place = g_new (Place, 1);
  *place = (Place){ self->used, length };
  return g_hash_table_insert (self->early, GUINT_TO_POINTER (index), place);
}

gboolean
shelf_put (Shelf *self, guint index, gint fd, guint64 length, GError **error)
{
  Place whole = { 0, length };

  if (index != self->next)
    return begin_early (self, index, length, error)
           && copy (self, fd, whole, keep, self, error);
  if (!copy (self, fd, whole, self->give, self->data, error))
    return FALSE;
  self->next++;
  return give_waiting (self, error);
}

gboolean
shelf_put_text (Shelf *self, guint index, const gchar *text, gsize length, GError **error)
{
  if (index != self->next)
    return begin_early (self, index, length, error) && keep (text, length, self, error);
  if (!self->give (text, length, self->data, error))
    return FALSE;
  self->next++;
  return give_waiting (self, error);
}
