/* gold.c: gold files to structs, by tables like those of the records. */

#include "pipelines/gold.h"

#include "pipelines/json.h"

#include <string.h>

#define MEMBER(struct_, member) .offset = offsetof (struct_, member)

static void
gold_resolution_free (gpointer data)
{
  GoldResolution *resolution = data;

  g_free (resolution->number);
  g_free (resolution->text);
  g_free (resolution->kind);
  g_free (resolution->doubt);
  g_free (resolution->explicit_doubt);
  g_free (resolution);
}

static gpointer
gold_resolution_new (void)
{
  return g_new0 (GoldResolution, 1);
}

static void
gold_item_free (gpointer data)
{
  GoldItem *item = data;

  g_free (item->number);
  g_free (item->agenda_number);
  g_free (item->title);
  g_free (item->doubt);
  g_ptr_array_unref (item->resolutions);
  g_ptr_array_unref (item->tags);
  g_ptr_array_unref (item->tags_ok);
  g_free (item);
}

static gpointer
gold_item_new (void)
{
  GoldItem *item = g_new0 (GoldItem, 1);

  item->resolutions = g_ptr_array_new_with_free_func (gold_resolution_free);
  item->tags = g_ptr_array_new_with_free_func (g_free);
  item->tags_ok = g_ptr_array_new_with_free_func (g_free);
  return item;
}

static void
gold_meeting_free (gpointer data)
{
  GoldMeeting *meeting = data;

  g_ptr_array_unref (meeting->items);
  g_free (meeting);
}

static gpointer
gold_meeting_new (void)
{
  GoldMeeting *meeting = g_new0 (GoldMeeting, 1);

  meeting->items = g_ptr_array_new_with_free_func (gold_item_free);
  return meeting;
}

static void
gold_free (gpointer data)
{
  Gold *gold = data;

  g_free (gold->source);
  g_free (gold->sha256);
  g_ptr_array_unref (gold->meetings);
  g_free (gold);
}

static gpointer
gold_new (void)
{
  Gold *gold = g_new0 (Gold, 1);

  gold->meetings = g_ptr_array_new_with_free_func (gold_meeting_free);
  return gold;
}

static const Field resolution_fields[] = {
  { "number", FIELD_STRING, MEMBER (GoldResolution, number) },
  { "text", FIELD_STRING, MEMBER (GoldResolution, text) },
  { "kind", FIELD_STRING, MEMBER (GoldResolution, kind) },
  { "explicit", FIELD_BOOL, MEMBER (GoldResolution, explicit_) },
  { "doubt", FIELD_STRING_OR_NULL, MEMBER (GoldResolution, doubt) },
  { "explicit_doubt", FIELD_STRING_OR_NULL, MEMBER (GoldResolution, explicit_doubt) },
};
static const Shape resolution_shape = {
  "gold-resolution", sizeof (GoldResolution),         gold_resolution_new, NULL,
  resolution_fields, G_N_ELEMENTS (resolution_fields)
};

static const Field item_fields[] = {
  { "number", FIELD_STRING, MEMBER (GoldItem, number) },
  { "agenda_number", FIELD_STRING_OR_NULL, MEMBER (GoldItem, agenda_number) },
  { "title", FIELD_STRING, MEMBER (GoldItem, title) },
  { "doubt", FIELD_STRING_OR_NULL, MEMBER (GoldItem, doubt) },
  { "resolutions", FIELD_POINTERS, MEMBER (GoldItem, resolutions),
    .shape = &resolution_shape },
  { "tags", FIELD_STRINGS, MEMBER (GoldItem, tags) },
  { "tags_ok", FIELD_STRINGS, MEMBER (GoldItem, tags_ok) },
};
static const Shape item_shape = { "gold-item",   sizeof (GoldItem),
                                  gold_item_new, NULL,
                                  item_fields,   G_N_ELEMENTS (item_fields) };

static const Field meeting_fields[] = {
  { "items", FIELD_POINTERS, MEMBER (GoldMeeting, items), .shape = &item_shape }
};
static const Shape meeting_shape = { "gold-meeting",   sizeof (GoldMeeting),
                                     gold_meeting_new, NULL,
                                     meeting_fields,   G_N_ELEMENTS (meeting_fields) };

static const Field gold_fields[] = {
  { "source", FIELD_STRING, MEMBER (Gold, source) },
  { "sha256", FIELD_STRING, MEMBER (Gold, sha256) },
  { "meetings", FIELD_POINTERS, MEMBER (Gold, meetings), .shape = &meeting_shape },
};
static const Shape gold_shape = { "gold", sizeof (Gold), gold_new,
                                  NULL,   gold_fields,   G_N_ELEMENTS (gold_fields) };

static gboolean
read_file (const gchar *path, GPtrArray *golds, GError **error)
{
  g_autofree gchar *contents = NULL;
  gsize length;
  Gold *gold;

  if (!g_file_get_contents (path, &contents, &length, error))
    return FALSE;
  gold = json_read_shape (contents, length, &gold_shape, error);
  if (gold == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  g_ptr_array_add (golds, gold);
  return TRUE;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *)a, *(const gchar *const *)b);
}

static gboolean
read_folder (const gchar *path, GPtrArray *golds, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GDir *dir = g_dir_open (path, 0, error);
  const gchar *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".gold.json"))
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_dir_close (dir);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (!read_file (names->pdata[i], golds, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
gold_read (const gchar *path, GError **error)
{
  g_autoptr (GPtrArray) golds = g_ptr_array_new_with_free_func (gold_free);
  gboolean ok = g_file_test (path, G_FILE_TEST_IS_DIR) ? read_folder (path, golds, error)
                                                       : read_file (path, golds, error);

  return ok ? g_steal_pointer (&golds) : NULL;
}
