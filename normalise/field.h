/* field.h: a record's string is given another value. */

#pragma once

#include <glib.h>

/* value: (transfer full) (nullable); may be made of what the field held. */
static inline void
field_set (gchar **field, gchar *value)
{
  g_free (*field);
  *field = value;
}
