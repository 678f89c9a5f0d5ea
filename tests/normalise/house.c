/* Minutes in the house styles of councils that do not exist: data/NAME.paper (drawn, see
 * paper.h), NAME.txt or NAME.html, and beside each what must come of it, NAME.meetings.
 * HEED_UPDATE=1 in the environment writes those files anew. */

#include "extract/extractor.h"
#include "normalise/normaliser.h"
#include "tests/normalise/paper.h"

static const gchar *folder;

static const gchar *
shown (const gchar *text)
{
  return text != NULL ? text : "-";
}

static void
print_people (GString *out, const gchar *label, const GArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const Person *person = &g_array_index (people, Person, i);

      g_string_append_printf (out, "  %s %s", label, person->name);
      if (person->role != NULL)
        g_string_append_printf (out, " (%s)", person->role);
      g_string_append_c (out, '\n');
    }
}

static void
print_item (GString *out, const Item *item)
{
  g_auto (GStrv) paragraphs = g_strsplit (item->text, "\n", -1);

  g_string_append_printf (out, "item %s | %s | %s | %u-%u\n", item->number,
                          shown (item->agenda_number), item->title, item->page_start,
                          item->page_end);
  for (guint i = 0; paragraphs[i] != NULL && paragraphs[i][0] != '\0'; i++)
    g_string_append_printf (out, "  %s\n", paragraphs[i]);
}

/* Every line of an item is where its span says, and the lines cover the text. */
static void
check_lines (const Item *item)
{
  gsize at = 0;

  for (guint i = 0; i < item->lines->len; i++)
    {
      const ItemLine *line = &g_array_index (item->lines, ItemLine, i);

      for (; at < line->span.start; at++)
        g_assert_nonnull (strchr ("\n |", item->text[at]));
      g_assert_cmpuint (line->span.end, >, line->span.start);
      at = line->span.end;
    }
  for (; item->text[at] != '\0'; at++)
    g_assert_cmpint (item->text[at], ==, '\n');
}

static gchar *
print_meetings (const GPtrArray *meetings)
{
  static const gchar *const kinds[] = { "minutes",  "agenda", "pack",    "issue",
                                        "decision", "report", "article", "unknown" };
  static const gchar *const statuses[] = { "-", "draft", "final", "cancelled" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < meetings->len; i++)
    {
      const Meeting *meeting = g_ptr_array_index (meetings, i);

      g_string_append_printf (
          out, "meeting %s | %s | %s | %s | %s | %s | %s | chair %s\n",
          kinds[meeting->kind], statuses[meeting->status], shown (meeting->council),
          shown (meeting->body), shown (meeting->date), shown (meeting->time),
          shown (meeting->venue), shown (meeting->chair));
      print_people (out, "present", meeting->present);
      print_people (out, "apologies", meeting->apologies);
      print_people (out, "beside", meeting->in_attendance);
      for (guint k = 0; k < meeting->items->len; k++)
        {
          check_lines (g_ptr_array_index (meeting->items, k));
          print_item (out, g_ptr_array_index (meeting->items, k));
        }
    }
  return g_string_free (out, FALSE);
}

static Document *
read_document (const gchar *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree gchar *text = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  if (g_str_has_suffix (path, ".paper"))
    return paper_draw (text);
  if (g_str_has_suffix (path, ".html"))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, length);
      g_autoptr (Extractor) extractor = extractor_new (NULL);
      Document *document = extractor_read (extractor, bytes, path, &error);

      g_assert_no_error (error);
      return document;
    }
  return paper_plain (text);
}

static void
test_house (gconstpointer data)
{
  g_autofree gchar *path = g_build_filename (folder, data, NULL);
  g_autofree gchar *stem = g_strndup (path, (gsize)(strrchr (path, '.') - path));
  g_autofree gchar *golden = g_strconcat (stem, ".meetings", NULL);
  g_autoptr (Normaliser) normaliser = normaliser_new (NULL);
  g_autoptr (Document) document = read_document (path);
  g_autoptr (GPtrArray) meetings = normaliser_read (normaliser, document);
  g_autofree gchar *printed = print_meetings (meetings);
  g_autofree gchar *wanted = NULL;

  if (g_getenv ("HEED_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (golden, printed, -1, NULL));
  g_assert_true (g_file_get_contents (golden, &wanted, NULL, NULL));
  g_assert_cmpstr (printed, ==, wanted);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const gchar *name;

  g_test_init (&argc, &argv, NULL);
  folder = argv[1];
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".paper") || g_str_has_suffix (name, ".txt")
        || g_str_has_suffix (name, ".html"))
      {
        g_autofree gchar *path = g_strconcat ("/house/", name, NULL);

        g_ptr_array_add (names, g_strdup (name));
        g_test_add_data_func (path, g_ptr_array_index (names, names->len - 1),
                              test_house);
      }
  return g_test_run ();
}
