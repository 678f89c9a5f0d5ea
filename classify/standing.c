/* standing.c: inspections by council, in the order in which they come into force. */

#include "classify/standing.h"

#include <string.h>

/* Items of a text that are searched for a council's name, and bytes of each. */
#define MAX_ITEMS 50
#define MAX_TEXT 200000

typedef struct
{
  const Inspection *inspection;
  gchar *council;    /* its key; "" if unknown */
  const gchar *from; /* (nullable) ISO 8601 */
  gboolean replaces;
} Entry;

struct Standing
{
  GArray *entries; /* Entry, by from */
};

static void
entry_clear (gpointer data)
{
  g_free (((Entry *)data)->council);
}

Standing *
standing_new (void)
{
  Standing *self = g_new0 (Standing, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  return self;
}

void
standing_free (Standing *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}

void
standing_add (Standing *self, const Inspection *inspection)
{
  Entry entry = { .inspection = inspection };
  guint i = self->entries->len;

  entry.council =
      inspection->council != NULL ? council_key (inspection->council) : g_strdup ("");
  entry.from = inspection->published != NULL ? inspection->published : inspection->end;
  entry.replaces = inspection->kind == NULL || strstr (inspection->kind, "visit") == NULL;
  while (i > 0
         && g_strcmp0 (g_array_index (self->entries, Entry, i - 1).from, entry.from) > 0)
    i--;
  g_array_insert_val (self->entries, i, entry);
}

/* A report may be before a meeting on the day that it is published, but no meeting on the
 * last day of an inspection knows what it will say. A date without a day counts as its
 * beginning. */
static gboolean
is_before (const Entry *entry, const gchar *date)
{
  gint order;

  if (entry->from == NULL)
    return FALSE;
  order = strcmp (entry->from, date);
  return order < 0 || (order == 0 && entry->inspection->published != NULL);
}

static gboolean
has_council (const Entry *entry, const gchar *key)
{
  return *key != '\0' && g_str_equal (entry->council, key);
}

GPtrArray *
standing_on (const Standing *self, const gchar *council, const gchar *date)
{
  g_autofree gchar *key = council_key (council);
  GPtrArray *out = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (!has_council (entry, key) || !is_before (entry, date))
        continue;
      if (entry->replaces)
        g_ptr_array_set_size (out, 0);
      g_ptr_array_add (out, (gpointer)entry->inspection);
    }
  return out;
}

/* "2023-07" names what ended on 2023-07-14. */
static gboolean
is_within (const gchar *day, const gchar *date)
{
  return day != NULL && date != NULL && strlen (date) >= strlen ("2023-07")
         && g_str_has_prefix (day, date);
}

static gboolean
is_named (const Entry *entry, const Meeting *meeting, gboolean by_publication)
{
  for (guint i = 0; i < meeting->items->len; i++)
    {
      const Item *item = g_ptr_array_index (meeting->items, i);

      for (guint j = 0; j < item->inspections->len; j++)
        {
          const InspectionMention *mention =
              &g_array_index (item->inspections, InspectionMention, j);

          if (mention->published != NULL
              && g_strcmp0 (mention->published, entry->inspection->published) == 0)
            return TRUE;
          if (!by_publication
              && (is_within (entry->inspection->end, mention->date)
                  || is_within (entry->inspection->start, mention->date)))
            return TRUE;
        }
    }
  return FALSE;
}

GPtrArray *
standing_named (const Standing *self, const gchar *council, const Meeting *meeting)
{
  g_autofree gchar *key = council != NULL ? council_key (council) : NULL;
  GPtrArray *out = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if ((key == NULL || has_council (entry, key))
          && is_named (entry, meeting, key == NULL))
        g_ptr_array_add (out, (gpointer)entry->inspection);
    }
  /* Two councils' reports may have come out on one day: then neither is meant for sure.
   */
  for (guint i = 1; i < out->len && key == NULL; i++)
    {
      const Inspection *first = out->pdata[0];
      const Inspection *other = out->pdata[i];

      if (!council_equal (first->council, other->council))
        g_ptr_array_set_size (out, 0);
    }
  return out;
}

/* The text in lower case, its words parted by single spaces, "and" for "&". */
static gchar *
fold (const gchar *text)
{
  g_autofree gchar *part = g_strndup (text, MIN (strlen (text), MAX_TEXT));
  g_autofree gchar *valid = g_utf8_make_valid (part, -1);
  g_autofree gchar *lower = g_utf8_strdown (valid, -1);
  GString *out = g_string_new (" ");

  for (const gchar *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (out, "and");
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if (c != '\'' && c != 0x2019 && c != '.' && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}

/* Is the name there as a council's: "kent county council", "kent councillors", "borough
 * of merton"? */
static gboolean
names_council (const gchar *folded, const gchar *key)
{
  static const gchar *const after[] = { "council", "county council", "city council",
                                        "borough council", "metropolitan" };
  static const gchar *const before[] = { " borough of ", " city of ", " county of " };
  g_autofree gchar *word = g_strdup_printf (" %s ", key);

  for (const gchar *p = strstr (folded, word); p != NULL; p = strstr (p + 1, word))
    {
      for (guint i = 0; i < G_N_ELEMENTS (after); i++)
        if (g_str_has_prefix (p + strlen (word), after[i]))
          return TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (before); i++)
        {
          gsize length = strlen (before[i]);

          if ((gsize)(p + 1 - folded) >= length
              && strncmp (p + 1 - length, before[i], length) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

const gchar *
standing_council_in (const Standing *self, const Meeting *meeting)
{
  const gchar *found = NULL;
  const gchar *found_key = NULL;

  for (guint i = 0; i < meeting->items->len && i < MAX_ITEMS; i++)
    {
      const Item *item = g_ptr_array_index (meeting->items, i);
      g_autofree gchar *whole = g_strjoin ("\n", item->title, item->text, NULL);
      g_autofree gchar *folded = fold (whole);

      for (guint j = 0; j < self->entries->len; j++)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, j);

          if (*entry->council == '\0' || !names_council (folded, entry->council))
            continue;
          if (found_key != NULL && !g_str_equal (found_key, entry->council))
            return NULL;
          found_key = entry->council;
          found = entry->inspection->council;
        }
    }
  return found;
}
