/* parts.c: parts of a document become its pages. */

#include "extract/parts.h"

struct Parts
{
  GHashTable *pages; /* number → Page * */
};

static void
take_properties (Document *whole, Document *part)
{
  whole->n_pages = part->n_pages;
  whole->title = g_steal_pointer (&part->title);
  whole->producer = g_steal_pointer (&part->producer);
  g_array_unref (whole->outline);
  whole->outline = g_array_ref (part->outline);
}

Parts *
parts_new (GPtrArray *documents, Document *whole)
{
  Parts *self = g_new (Parts, 1);

  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)page_free);
  for (guint i = 0; i < documents->len; i++)
    {
      Document *part = documents->pdata[i];

      if (i == 0)
        take_properties (whole, part);
      while (part->pages->len > 0)
        {
          Page *page = g_ptr_array_steal_index (part->pages, part->pages->len - 1);

          g_hash_table_insert (self->pages, GUINT_TO_POINTER (page->number), page);
        }
    }
  return self;
}

void
parts_free (Parts *self)
{
  g_hash_table_unref (self->pages);
  g_free (self);
}

Page *
parts_take (Parts *self, guint number)
{
  gpointer page = NULL;

  g_hash_table_steal_extended (self->pages, GUINT_TO_POINTER (number), NULL, &page);
  return page;
}
