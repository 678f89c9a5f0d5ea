/* view.c: names and what stands for them, in a list that is searched from its start: a
 * view has a dozen names at most, and a page has tens of thousands of views. */

#include "pipelines/view.h"

#include <string.h>

typedef struct
{
  const gchar *name;
  gchar *text;
  GPtrArray *list;
} Slot;

struct View
{
  GArray *slots; /* Slot */
};

static void
slot_clear (gpointer data)
{
  Slot *slot = data;

  g_free (slot->text);
  g_clear_pointer (&slot->list, g_ptr_array_unref);
}

View *
view_new (void)
{
  View *self = g_new0 (View, 1);

  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  g_array_set_clear_func (self->slots, slot_clear);
  return self;
}

void
view_free (View *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->slots);
  g_free (self);
}

static Slot *
find (const View *self, const gchar *name)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = &g_array_index (self->slots, Slot, i);

      if (strcmp (slot->name, name) == 0)
        return slot;
    }
  return NULL;
}

static Slot *
make (View *self, const gchar *name)
{
  Slot *slot = find (self, name);
  Slot fresh = { name, NULL, NULL };

  if (slot != NULL)
    return slot;
  g_array_append_val (self->slots, fresh);
  return &g_array_index (self->slots, Slot, self->slots->len - 1);
}

void
view_take (View *self, const gchar *name, gchar *text)
{
  Slot *slot;

  if (text == NULL)
    return;
  slot = make (self, name);
  g_free (slot->text);
  slot->text = text;
}

void
view_set (View *self, const gchar *name, const gchar *text)
{
  view_take (self, name, g_strdup (text));
}

void
view_set_number (View *self, const gchar *name, guint number)
{
  view_take (self, name, g_strdup_printf ("%u", number));
}

void
view_set_flag (View *self, const gchar *name, gboolean so)
{
  if (so)
    view_set (self, name, "1");
}

View *
view_add (View *self, const gchar *name)
{
  Slot *slot = make (self, name);
  View *view = view_new ();

  if (slot->list == NULL)
    slot->list = g_ptr_array_new_with_free_func ((GDestroyNotify)view_free);
  g_ptr_array_add (slot->list, view);
  return view;
}

const gchar *
view_get (const View *self, const gchar *name)
{
  const Slot *slot = find (self, name);

  return slot != NULL ? slot->text : NULL;
}

const GPtrArray *
view_get_list (const View *self, const gchar *name)
{
  const Slot *slot = find (self, name);

  return slot != NULL ? slot->list : NULL;
}
