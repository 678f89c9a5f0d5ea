/* view.h: what a template is filled with: names, each with a text or a list of further
 * views.
 *
 * Names are string literals, which the view does not copy; texts are copied. */

#pragma once

#include <glib.h>

typedef struct View View;

View *view_new (void);
void view_free (View *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (View, view_free)

/* text: (nullable): then the name is not there. */
void view_set (View *self, const gchar *name, const gchar *text);
/* (transfer full) of text, (nullable) */
void view_take (View *self, const gchar *name, gchar *text);
void view_set_number (View *self, const gchar *name, guint number);
/* The name is there if so. */
void view_set_flag (View *self, const gchar *name, gboolean so);
/* A further view at the end of the list of that name. (transfer none) */
View *view_add (View *self, const gchar *name);

/* (transfer none), NULL if there is no text of that name. */
const gchar *view_get (const View *self, const gchar *name);
/* (transfer none), (nullable): GPtrArray of View * */
const GPtrArray *view_get_list (const View *self, const gchar *name);
