/* address.c: paths to addresses. */

#include "pipelines/address.h"

#include <string.h>

struct Address
{
  gchar *base;   /* (nullable) as it stands before a path */
  gchar *folder; /* (nullable) of the page, absolute; NULL: the working folder */
};

/* "minutes" is a folder as "minutes/" is; what ends in "?file=" is none. */
static gboolean
ends_in_name (const gchar *base)
{
  return *base != '\0' && g_ascii_isalnum (base[strlen (base) - 1]);
}

Address *
address_new (const gchar *base, const gchar *output)
{
  Address *self = g_new0 (Address, 1);

  if (base != NULL)
    self->base = g_strconcat (base, ends_in_name (base) ? "/" : "", NULL);
  if (output != NULL)
    {
      g_autofree gchar *path = g_canonicalize_filename (output, NULL);

      self->folder = g_path_get_dirname (path);
    }
  return self;
}

void
address_free (Address *self)
{
  if (self == NULL)
    return;
  g_free (self->base);
  g_free (self->folder);
  g_free (self);
}

static gboolean
is_web (const gchar *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

/* "../../minutes/x.pdf": from one absolute folder to a file; both without "." and "..".
 */
static gchar *
find_way (const gchar *folder, const gchar *file)
{
  g_auto (GStrv) from = g_strsplit (strcmp (folder, "/") == 0 ? "" : folder, "/", -1);
  g_auto (GStrv) to = g_strsplit (file, "/", -1);
  GString *way = g_string_new (NULL);
  guint same = 0;

  while (from[same] != NULL && to[same] != NULL && to[same + 1] != NULL
         && strcmp (from[same], to[same]) == 0)
    same++;
  for (guint i = same; from[i] != NULL; i++)
    g_string_append (way, "../");
  for (guint i = same; to[i] != NULL; i++)
    g_string_append_printf (way, "%s%s", i > same ? "/" : "", to[i]);
  return g_string_free (way, FALSE);
}

gchar *
address_make (const Address *self, const gchar *source, guint page)
{
  g_autofree gchar *path = NULL;
  g_autofree gchar *escaped = NULL;
  g_autofree gchar *place = page > 0 ? g_strdup_printf ("#page=%u", page) : g_strdup ("");

  if (strcmp (source, "-") == 0)
    return NULL;
  if (is_web (source))
    {
      /* Its own escapes and marks stand; quotes and the like do not. */
      escaped = g_uri_escape_string (source, ":/?&=%;,+@!$()", FALSE);
      return g_strconcat (escaped, place, NULL);
    }
  if (self->base != NULL)
    {
      escaped = g_uri_escape_string (source, "/", FALSE);
      return g_strconcat (self->base, escaped, place, NULL);
    }
  if (self->folder != NULL)
    {
      g_autofree gchar *file = g_canonicalize_filename (source, NULL);

      path = find_way (self->folder, file);
    }
  else
    {
      /* Two strokes at the start would name a host. */
      while (source[0] == '/' && source[1] == '/')
        source++;
      path = g_strdup (source);
    }
  escaped = g_uri_escape_string (path, "/", FALSE);
  return g_strconcat (*escaped == '/' || *escaped == '.' ? "" : "./", escaped, place,
                      NULL);
}
