/* pack.c: a document cut into ranges of pages, whose results are put in a row. */

#include "pipelines/pack.h"

#include "pipelines/shelf.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <sys/mman.h>
#include <unistd.h>

/* Opening the file again for each range costs as much as reading a few pages of it. */
#define MIN_RANGE 25
/* Pages differ: who is done with a range of easy ones takes another. */
#define RANGES_A_WORKER 4

struct Pack
{
  guint index;
  gint fd;
  gint parts; /* what was made of the ranges */
  guint n_pages;
  guint step;   /* pages of a range */
  guint n_done; /* ranges */
  guint next;   /* page, from 1 */
  gint64 begun;
  gdouble seconds;
  Shelf *shelf; /* puts the results into parts in their order */
};

static gboolean
keep (const gchar *piece, gsize length, gpointer data, GError **error)
{
  Pack *self = data;

  while (length > 0)
    {
      gssize n = write (self->parts, piece, length);

      if (n < 0 && errno != EINTR)
        {
          g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                       "cannot keep a part of a document: %s", g_strerror (errno));
          return FALSE;
        }
      piece += MAX (n, 0);
      length -= (gsize)MAX (n, 0);
    }
  return TRUE;
}

/* Another place in the same file, whatever has become of its name. */
static gint
reopen (gint fd)
{
  g_autofree gchar *name = g_strdup_printf ("/proc/self/fd/%d", fd);

  return open (name, O_RDONLY | O_CLOEXEC);
}

Pack *
pack_new (guint index, gint fd, guint n_pages, guint n_workers, gint64 begun,
          GError **error)
{
  Pack *self = g_new0 (Pack, 1);

  *self = (Pack){ .index = index,
                  .fd = reopen (fd),
                  .parts = memfd_create ("heed-parts", MFD_CLOEXEC),
                  .n_pages = n_pages,
                  .step = MAX (n_pages / (RANGES_A_WORKER * n_workers), MIN_RANGE),
                  .next = 1,
                  .begun = begun };
  self->shelf = shelf_new (keep, self);
  if (self->fd >= 0 && self->parts >= 0)
    return self;
  g_set_error (error, G_UNIX_ERROR, 0, "cannot share out a document: %s",
               g_strerror (errno));
  pack_free (self);
  return NULL;
}

void
pack_free (Pack *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->parts >= 0)
    close (self->parts);
  shelf_free (self->shelf);
  g_free (self);
}

guint
pack_get_index (const Pack *self)
{
  return self->index;
}

gint64
pack_get_begun (const Pack *self)
{
  return self->begun;
}

gdouble
pack_get_seconds (const Pack *self)
{
  return self->seconds;
}

gint
pack_open (const Pack *self)
{
  return reopen (self->fd);
}

gboolean
pack_next (Pack *self, guint *ret_part, guint *ret_first, guint *ret_last)
{
  if (self->next > self->n_pages)
    return FALSE;
  *ret_part = (self->next - 1) / self->step;
  *ret_first = self->next;
  *ret_last = MIN (self->next + self->step - 1, self->n_pages);
  self->next = *ret_last + 1;
  return TRUE;
}

gboolean
pack_put (Pack *self, guint part, gint fd, guint64 length, gdouble seconds,
          GError **error)
{
  self->seconds += seconds;
  self->n_done++;
  return shelf_put (self->shelf, part, fd, length, error);
}

gint
pack_take_parts (Pack *self)
{
  gint parts = self->parts;

  if (self->n_done < (self->n_pages + self->step - 1) / self->step || parts < 0
      || lseek (parts, 0, SEEK_SET) != 0)
    return -1;
  self->parts = -1;
  return parts;
}
