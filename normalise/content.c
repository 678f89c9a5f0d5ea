/* content.c: an item's text becomes its paragraphs. */

#include "normalise/content.h"

struct Content
{
  guint unused;
};

Content *
content_new (void)
{
  return g_new0 (Content, 1);
}

void
content_free (Content *self)
{
  g_free (self);
}

void
content_read (Content *self, const Meeting *meeting, Item *item)
{
}
